/** Asks the widget's own search: node search_runner.mjs data/search.js <queries.json >pages.json */

import { readFileSync } from 'node:fs'

import { find } from '../../tools/widget/src/search/find.js'
import { prepare, unpack } from '../../tools/widget/src/search/search-index.js'

const script = readFileSync(process.argv[2], 'utf8')
const index = prepare(unpack(JSON.parse(script.slice(script.indexOf('=') + 1, script.lastIndexOf(';')))))
const queries = JSON.parse(readFileSync(0, 'utf8'))
const answers = queries.map((query) => {
  const { groups, near } = find(index, query)
  return [...groups, ...near].map(({ page }) => page.url)
})
process.stdout.write(JSON.stringify(answers))
