import { studyKinds } from '../../kinds/study-index.js'
import { letterAt, rowsOf, signOf } from '../../kinds/rows.js'
import { stemOf } from '../../question/stem.js'
import { h } from '../../ui/hyperscript.js'
import { loadQuestion } from '../shared/site-data.js'
import { roomText } from './classroom-text.js'

/** @import { Vote } from '../../core/classroom-session.js' */
/** @import { SiteIndex } from '../shared/site-data.js' */

/**
 * @typedef {object} Row
 * @property {string} sign - letter, place or pair; empty where there is none
 * @property {Node[]} words
 * @property {boolean} right
 */

/**
 * A question taken apart, to be put on a screen. It is none of those that can be answered: nobody's log hears of it.
 *
 * @typedef {object} Sheet
 * @property {string} id
 * @property {string} kind - its name, 单选
 * @property {string} at - 二（一）三是
 * @property {Vote} vote
 * @property {string} text - the stem as plain text
 * @property {Node[]} material
 * @property {Node[]} stem
 * @property {Node[]} answeredStem - its gaps filled
 * @property {Row[][]} rows - in one list, or on two sides
 * @property {Row[][]} answeredRows
 * @property {string} letters - that hands are raised for
 * @property {string} right - those of them that are right
 * @property {string[]} names - what each of them stands for
 * @property {string} key - the answer in words
 * @property {Node[]} explain
 * @property {{at: string, words: string}[]} sources
 */

/**
 * @param {string} kind - its id
 * @returns {Vote}
 */
export function voteOf(kind) {
  return studyKinds[kind].vote || 'after'
}

/** @type {Map<string, Promise<Sheet>>} */
const sheets = new Map()

/**
 * @param {SiteIndex} index
 * @param {string} id - of a question in the index
 * @returns {Promise<Sheet>}
 */
export function readSheet(index, id) {
  const known = sheets.get(id)
  if (known) {
    return known
  }
  const reading = loadQuestion(index, id).then((question) => takeApart(index, id, question))
  sheets.set(id, reading)
  reading.catch(() => sheets.delete(id))
  return reading
}

/**
 * @param {SiteIndex} index
 * @param {string} id
 * @param {HTMLElement} question - as the build rendered it
 * @returns {Sheet}
 */
function takeApart(index, id, question) {
  const { k, p } = index.questions[id]
  const vote = voteOf(k)
  const text = stemOf(question)
  const stem = readStem(question)
  const rows = readRows(question, vote)
  const part = (/** @type {string} */ name) => wordsOf(question.querySelector(name))
  // Its first word says that it is one, and so does the screen.
  const [material, explain] = [part('.yx-case').slice(1), part('.yx-explain')]
  const key = (question.querySelector('.yx-key')?.textContent || '').replace(/^答案：/, '')
  const sources = Array.from(question.querySelectorAll('.yx-source'), readSource)
  studyKinds[k].show(question)
  const answeredRows = readRows(question, vote).map((list) =>
    vote === 'after' ? [...list].sort((one, other) => Number(one.sign) - Number(other.sign)) : list
  )
  const [list = []] = answeredRows
  const hands = vote !== 'after'
  return {
    id,
    kind: index.kinds[k],
    at: index.provisions[p].citation,
    vote,
    text,
    material,
    stem,
    answeredStem: readStem(question),
    rows,
    answeredRows,
    letters: hands ? list.map((_, place) => letterAt(place)).join('') : 'AB',
    right: hands ? list.map(({ right }, place) => (right ? letterAt(place) : '')).join('') : 'A',
    names: hands
      ? list.map(({ words }) => words.map(({ textContent }) => textContent).join(''))
      : [roomText.afterRight, roomText.afterWrong],
    key,
    explain,
    sources
  }
}

/** @param {HTMLElement} question */
function readStem(question) {
  const stem = /** @type {Element} */ (question.querySelector('.yx-stem')).cloneNode(true)
  for (const input of /** @type {Element} */ (stem).querySelectorAll('input')) {
    input.replaceWith(
      input.value ? h('b', { class: 'yx-filled' }, input.value) : h('span', { class: 'yx-gap' }, '＿＿＿＿')
    )
  }
  return Array.from(stem.childNodes)
}

/** @param {HTMLElement} question @param {Vote} vote @returns {Row[][]} */
function readRows(question, vote) {
  const sides = Array.from(question.querySelectorAll('.yx-side'))
  const lists = sides.length ? sides.map((side) => Array.from(side.children)) : [rowsOf(question)]
  return lists
    .filter(({ length }) => length)
    .map((list) =>
      /** @type {HTMLElement[]} */ (list).map((row, place) => ({
        // A card and a key have letters, so whatever is voted on has some.
        sign: vote === 'after' ? signOf(row) : letterAt(place),
        words: wordsOf(row.querySelector('span')),
        right: row.classList.contains('yx-right')
      }))
    )
}

/** @param {Element} source */
function readSource(source) {
  const link = source.querySelector('a')
  const cite = source.querySelector('cite')
  const whole = (source.textContent || '').trim()
  return cite && link
    ? { at: cite.textContent || '', words: (link.textContent || '').trim() }
    : { at: '', words: whole }
}

/** Its words as they are read, without links: nobody is to tap the meeting away. @param {Element | null} element @returns {Node[]} */
function wordsOf(element) {
  const words = element ? /** @type {Element} */ (element.cloneNode(true)) : h('span', null)
  for (const link of words.querySelectorAll('a')) {
    link.replaceWith(...Array.from(link.childNodes))
  }
  return Array.from(words.childNodes)
}

/** What is drawn more than once has to be copied. @param {Node[]} nodes */
export function copied(nodes) {
  return nodes.map((node) => node.cloneNode(true))
}
