/**
 * What a query finds. Pure: the same index and query give the same answer.
 *
 * Looking through all that there is with indexOf() takes a few milliseconds even for ten thousand questions, finds any run of
 * characters, and needs no cutting into words, which for Chinese would always be wrong somewhere.
 */

import { fold } from './fold.js'
import { spelt } from './pinyin.js'
import { FIELDS, WITHOUT_QUESTIONS } from './search-index.js'
import { isOneSlip, LONG_ENOUGH, slips } from './slip.js'

/** @import { Entry, Field, FieldName, Name, Page, SearchIndex } from './search-index.js' */

/** @typedef {{entry: Entry, needles: string[]}} Hit - `needles` are the words in it that match, folded or as they were typed */

/**
 * A page on which something was found.
 *
 * @typedef {object} Group
 * @property {Page} page
 * @property {string[] | undefined} title - the words of its title that match, where title or address is what was asked for
 * @property {Hit[]} hits - the best few of the others
 */

/**
 * @typedef {object} Found
 * @property {number} count - of places
 * @property {Group[]} groups - best first
 * @property {Group[]} near - further pages, where something like it stands
 */

/** More is never typed; what is pasted is cut. */
export const MOST_CHARACTERS = 100
const MOST_WORDS = 8
const MOST_HITS = 3
/** Of pages where something like it stands: to choose from where there is nothing else, or beside others. */
const MOST_NEAR = 30
const MOST_NEAR_OTHERS = 5
/** Of names whose other ways to be written are looked for too. */
const MOST_RELATED = 5

/**
 * @param {SearchIndex} index
 * @param {string} query - from anyone
 * @returns {Found}
 */
export function find(index, query) {
  const cut = query.slice(0, MOST_CHARACTERS)
  const words = fold(cut)
  const found = new Collected(index)
  if (!words) {
    findLiterally(index, cut.trim(), found)
    return { count: found.count, groups: found.groups, near: [] }
  }
  findAddress(index, words, found)
  const related = findNames(index, words, found)
  const several = withEach(index, cut.split(/\s+/).map(fold).filter(Boolean).slice(0, MOST_WORDS))
  for (const name of FIELDS) {
    findIn(index.fields[name], words, found)
    if (name === 'clauses') {
      related.forEach((other) => findIn(index.fields.clauses, other, found))
    }
    several.together(name, found)
  }
  several.apart(found)

  const near = new Collected(index)
  // A figure with a slip is another figure, and the sound of a name is no text.
  if (words.length >= LONG_ENOUGH && /[^0-9a-z]/.test(words)) {
    findSlips(index, words, found, near)
  }
  const others = near.groups.filter(({ page }) => !found.has(page))
  return { count: found.count, groups: found.groups, near: found.count ? others.slice(0, MOST_NEAR_OTHERS) : others }
}

/** What was found, by page; a place counts once, as the best that was found there. */
class Collected {
  /** @param {SearchIndex} index */
  constructor({ pages }) {
    this.pages = pages
    /** @type {Map<Page, Group>} */
    this.byPage = new Map()
    /** @type {Set<number>} */
    this.targets = new Set()
  }

  get count() {
    return this.targets.size
  }

  get groups() {
    return Array.from(this.byPage.values())
  }

  /** @param {Page} page */
  has(page) {
    return this.byPage.has(page)
  }

  /** @param {Entry} entry @param {string[]} needles */
  add(entry, needles) {
    if (this.targets.has(entry.target)) {
      return
    }
    this.targets.add(entry.target)
    const page = this.pages[entry.page]
    const group = this.byPage.get(page) || { page, title: undefined, hits: [] }
    this.byPage.set(page, group)
    if (!entry.anchor) {
      // It stands above the lines, where it must not be when one of them is better.
      group.title = group.hits.length ? undefined : needles
    } else if (group.hits.length < MOST_HITS) {
      group.hits.push({ entry, needles })
    }
  }
}

/**
 * @param {SearchIndex} index
 * @param {string} words - 二一三是, a1m3, a1m3q07, 二一三是第4句
 * @param {Collected} found
 */
function findAddress({ addresses, fields }, words, found) {
  const [, provision, number] = /^(.+)第(\d{1,4})句$/.exec(words) || ['', words, '']
  const entry = addresses.get(provision)
  const clause = entry && fields.clauses.entries.find(({ page, anchor }) => page === entry.page && anchor === `c${number}`)
  if (entry) {
    found.add(clause || entry, [])
  }
}

/**
 * Titles before terms, all of a name before its beginning; a title counts wherever in it the words stand.
 *
 * @param {SearchIndex} index
 * @param {string} words
 * @param {Collected} found
 * @returns {string[]} how else the names are written that were meant
 */
function findNames({ names, others }, words, found) {
  const ranked = names
    .map((name, place) => ({ name, place, ...rankOf(name, words) }))
    .filter(({ rank }) => rank < NO_RANK)
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
  ranked.forEach(({ name, needle }) => found.add(name.entry, [needle]))
  /** @type {Set<string>} */
  const related = new Set()
  for (const { name } of ranked.filter(({ whole }) => whole).slice(0, MOST_RELATED)) {
    ;(others.get(name.entry.target) || [name.folded]).forEach((other) => related.add(other))
  }
  related.delete(words)
  return Array.from(related)
}

const NO_RANK = 9

/**
 * @param {Name} name
 * @param {string} words
 * @returns {{rank: number, needle: string, whole: boolean}} `whole` where all of the name, or its sound from the beginning, was
 *   typed
 */
function rankOf({ folded, sounds, isTitle }, words) {
  const at = folded.indexOf(words)
  if (at >= 0) {
    const whole = folded === words
    // A part of a term or heading is found among the other fields.
    return { rank: !isTitle ? (whole ? 3 : NO_RANK) : whole ? 0 : at ? 2 : 1, needle: words, whole }
  }
  const sound = words.length > 1 && /[a-z]/.test(words) && spelt(words, sounds)
  if (!sound) {
    return { rank: NO_RANK, needle: '', whole: false }
  }
  const { start, end } = sound
  const characters = Array.from(folded)
  const rank = start ? 2 : end < characters.length ? 1 : 0
  return { rank: isTitle ? rank : rank + 0.5, needle: characters.slice(start, end).join(''), whole: !start }
}

/**
 * @param {Field} field
 * @param {string} words
 * @param {Collected} found
 */
function findIn(field, words, found) {
  each(field, words, (place) => found.add(field.entries[place], [words]))
}

/**
 * What has all of several words: in one place, or at least on one page.
 *
 * @param {SearchIndex} index
 * @param {string[]} words - nothing is found for a single one
 */
function withEach({ fields, pages }, words) {
  const all = (1 << words.length) - 1
  const onPages = new Uint8Array(pages.length)
  const inFields = (words.length > 1 ? FIELDS : []).map((name) => {
    const field = fields[name]
    const inEntries = new Uint8Array(field.entries.length)
    words.forEach((word, bit) =>
      each(field, word, (place) => {
        inEntries[place] |= 1 << bit
        onPages[field.entries[place].page] |= 1 << bit
      })
    )
    return { name, field, inEntries }
  })
  return {
    /** @param {FieldName} asked @param {Collected} found */
    together(asked, found) {
      for (const { field, inEntries } of inFields.filter(({ name }) => name === asked)) {
        inEntries.forEach((has, place) => has === all && found.add(field.entries[place], words))
      }
    },
    /** @param {Collected} found */
    apart(found) {
      for (const { field, inEntries } of inFields) {
        inEntries.forEach((has, place) => {
          const entry = field.entries[place]
          if (has && onPages[entry.page] === all) {
            found.add(entry, words)
          }
        })
      }
    }
  }
}

/**
 * @param {SearchIndex} index
 * @param {string} words
 * @param {Collected} found - already
 * @param {Collected} near - is added to
 */
function findSlips({ fields, names }, words, found, near) {
  for (const name of found.count ? WITHOUT_QUESTIONS : FIELDS) {
    if (name === 'clauses') {
      // All of a term goes before the text here too.
      names.filter(({ folded }) => isOneSlip(folded, words)).forEach(({ entry, folded }) => near.add(entry, [folded]))
    }
    const { entries, text, starts } = fields[name]
    let place = 0
    slips(text, words, (start, end) => {
      place = starts[place] > start ? 0 : place
      while (starts[place + 1] <= start) {
        place++
      }
      near.add(entries[place], [text.slice(start, end)])
      return near.byPage.size < MOST_NEAR ? starts[place + 1] : text.length
    })
  }
}

/**
 * What is nothing but punctuation.
 *
 * @param {SearchIndex} index
 * @param {string} typed
 * @param {Collected} found
 */
function findLiterally({ fields }, typed, found) {
  for (const name of typed ? FIELDS : []) {
    fields[name].entries.filter(({ text }) => text.includes(typed)).forEach((entry) => found.add(entry, [typed]))
  }
}

/**
 * @param {Field} field
 * @param {string} words
 * @param {(place: number) => void} visit - called once with each entry in which the words begin
 */
function each({ text, starts }, words, visit) {
  let place = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, starts[place + 1])) {
    while (starts[place + 1] <= at) {
      place++
    }
    visit(place)
  }
}
