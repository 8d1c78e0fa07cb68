/** Asks the widget's own search: node search_runner.mjs site/data <queries.json >pages.json */

import { readFileSync } from 'node:fs'

import { find } from '../../tools/widget/src/search/find.js'
import { addExplanations, prepare, unpack } from '../../tools/widget/src/search/search-index.js'

/** @param {string} name */
function read(name) {
  const script = readFileSync(`${process.argv[2]}/${name}.js`, 'utf8')
  return JSON.parse(script.slice(script.indexOf('=') + 1, script.lastIndexOf(';')))
}

const [alphabet, text] = read('search')
const index = prepare(unpack(alphabet, text))
addExplanations(index, unpack(alphabet, read('search-more')))
const queries = JSON.parse(readFileSync(0, 'utf8'))
const answers = queries.map((query) => {
  const { groups, near } = find(index, query)
  return [...groups, ...near].map(({ page }) => page.url)
})
process.stdout.write(JSON.stringify(answers))
