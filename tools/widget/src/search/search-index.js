/** What the build wrote for search, made ready: for each field one long folded text, and what stands where in it. */

import { fold } from './fold.js'
import { soundsOf } from './pinyin.js'
import { BREAK } from './slip.js'
import { labels } from './search-text.js'

/** @import { Sounds } from './pinyin.js' */

/**
 * A page as the build writes it. A number is a clause's.
 *
 * @typedef {object} Page
 * @property {string} url - from the site's root
 * @property {string} title
 * @property {string} [at] - 二（一）三是
 * @property {string} [document] - its short title, where there are several
 * @property {[number, string, string, string][]} [provisions] - clause, id, citation, heading where the title is another
 * @property {string[]} [clauses]
 * @property {[number, string][]} [duties]
 * @property {[number, string][]} [points]
 * @property {[number, string][]} [notes]
 * @property {[string, string, string][]} [questions] - id, stem, options; an id that begins with - goes on behind the page's provision
 * @property {[string, string[], string][]} [terms] - id, names, definition
 */

/**
 * Something that can be found.
 *
 * @typedef {object} Entry
 * @property {number} page - its place in the list of pages
 * @property {number} target - a number for where it leads to, its own or shared with others
 * @property {string} anchor - empty for the page itself
 * @property {string} label - what it is
 * @property {string} text - as the page says it
 */

/**
 * @typedef {object} Field
 * @property {Entry[]} entries
 * @property {string} text - theirs, folded, with a BREAK behind each; the clauses of a page run on
 * @property {number[]} starts - where each begins in it, and where all ends
 */

/**
 * A title, a heading, or one of the ways to write a term.
 *
 * @typedef {object} Name
 * @property {Entry} entry
 * @property {string} folded
 * @property {Sounds} sounds
 * @property {boolean} isTitle - of a page
 */

/** In the order in which what is found in them is shown. */
export const FIELDS = /** @type {const} */ ([
  'titles',
  'headings',
  'clauses',
  'names',
  'duties',
  'points',
  'notes',
  'definitions',
  'stems',
  'options',
  'explanations'
])

/** The fields that hardly grow, however many questions there are. */
export const WITHOUT_QUESTIONS = FIELDS.slice(0, 8)

/** @typedef {typeof FIELDS[number]} FieldName */

/**
 * @typedef {object} SearchIndex
 * @property {Page[]} pages
 * @property {Record<FieldName, Field>} fields
 * @property {Name[]} names
 * @property {Map<string, Entry>} addresses - folded citations and ids of provisions, questions and terms
 * @property {Map<number, string[]>} others - folded, all names of the term that an entry is about, by its target
 * @property {number} targets - how many there are
 */

/** The first of the characters that stand for those of the alphabet; see `packed` in site/search.py. */
const FIRST = 35

/**
 * @param {string} alphabet
 * @param {string} text
 * @returns {any} what was packed
 */
export function unpack(alphabet, text) {
  const characters = Array.from(alphabet)
  const made = new Array(text.length)
  for (let place = 0; place < text.length; place++) {
    made[place] = characters[text.charCodeAt(place) - FIRST]
  }
  return JSON.parse(made.join(''))
}

/**
 * @param {{pages: Page[], pinyin: Record<string, string>}} data
 * @returns {SearchIndex}
 */
export function prepare({ pages, pinyin }) {
  const readings = readingsOf(pinyin)
  const fields = /** @type {Record<FieldName, Field>} */ ({})
  for (const name of FIELDS) {
    fields[name] = { entries: [], text: '', starts: [] }
  }
  /** @type {Record<string, string[]>} */
  const texts = {}
  /** @type {SearchIndex} */
  const index = { pages, fields, names: [], addresses: new Map(), others: new Map(), targets: 0 }

  pages.forEach((page, number) => {
    /** @type {Map<string, number>} */
    const targets = new Map()
    const add = (/** @type {FieldName} */ field, /** @type {string | number} */ at, /** @type {string} */ text, found = text) => {
      const anchor = typeof at === 'number' && at ? `c${at}` : `${at || ''}`
      const target = targets.has(anchor) ? /** @type {number} */ (targets.get(anchor)) : index.targets++
      targets.set(anchor, target)
      const entry = { page: number, target, anchor, label: labels[field], text }
      fields[field].entries.push(entry)
      ;(texts[field] = texts[field] || []).push(fold(found))
      return entry
    }
    const name = (/** @type {Entry} */ entry, /** @type {string} */ words, /** @type {boolean} */ isTitle) => {
      const folded = fold(words)
      index.names.push({ entry, folded, isTitle, sounds: soundsOf(folded, readings) })
    }

    const title = add('titles', 0, page.title)
    name(title, page.title, true)
    for (const [clause, id, citation, heading] of page.provisions || []) {
      const entry = heading ? add('headings', clause, heading) : title
      if (heading) {
        name(entry, heading, false)
      }
      for (const address of [id, citation]) {
        index.addresses.set(fold(address), clause > 1 ? entry : title)
      }
    }
    ;(page.clauses || []).forEach((text, place) => add('clauses', place + 1, text))
    for (const [id, names, said] of page.terms || []) {
      const folded = names.map(fold)
      names.forEach((words, place) => {
        const shown = folded[0].includes(folded[place]) ? names[0] : `${names[0]}（${words}）`
        const entry = add('names', id, `${shown}：${said}`, words)
        name(entry, words, false)
        index.others.set(entry.target, folded)
        index.addresses.set(fold(id), entry)
      })
      add('definitions', id, `${names[0]}：${said}`, said)
    }
    for (const field of /** @type {const} */ (['duties', 'points', 'notes'])) {
      for (const [clause, text] of page[field] || []) {
        add(field, clause, text)
      }
    }
    for (const [rest, stem, options] of page.questions || []) {
      const id = rest[0] === '-' && page.provisions ? page.provisions[0][1] + rest : rest
      index.addresses.set(fold(id), add('stems', id, stem))
      add('options', id, options)
    }
  })

  for (const name of FIELDS) {
    join(fields[name], texts[name] || [], name === 'clauses')
  }
  return index
}

/**
 * Adds what ranks lowest and is a third of everything, so that it comes later.
 *
 * @param {SearchIndex} index
 * @param {string[]} explanations - of all questions, in their order
 */
export function addExplanations({ fields }, explanations) {
  const { explanations: field, stems } = fields
  field.entries = stems.entries.map(({ page, target, anchor }, place) => {
    return { page, target, anchor, label: labels.explanations, text: explanations[place] }
  })
  field.starts = []
  join(field, explanations.map(fold), false)
}

/**
 * @param {Field} field - that has its entries
 * @param {string[]} texts - theirs, folded
 * @param {boolean} runOn - through a page
 */
function join(field, texts, runOn) {
  let start = 0
  field.text = texts
    .map((text, place) => {
      const next = field.entries[place + 1]
      const whole = runOn && next && next.page === field.entries[place].page ? text : text + BREAK
      field.starts.push(start)
      start += whole.length
      return whole
    })
    .join('')
  field.starts.push(start)
}

/**
 * @param {Record<string, string>} pinyin - for each syllable its characters
 * @returns {Map<string, string[]>} for each character its syllables
 */
function readingsOf(pinyin) {
  /** @type {Map<string, string[]>} */
  const readings = new Map()
  for (const syllable of Object.keys(pinyin)) {
    for (const character of pinyin[syllable]) {
      readings.set(character, [...(readings.get(character) || []), syllable])
    }
  }
  return readings
}
