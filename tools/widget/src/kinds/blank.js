import { normalizeAnswer } from '../core/normalize-answer.js'
import { storableText } from '../core/storable-text.js'
import { make } from '../ui/dom.js'

/** @import { Kind, StudyKind } from './kind.js' */

/**
 * @typedef {object} Key
 * @property {string[][]} accepted - what each gap takes, the answer shown first
 * @property {string} [variants] - pairs of a character and the one in the key that it stands for: 責责雙双
 * @property {boolean} [anyOrder] - whether any gap takes what any other does, each value once
 */

/** @type {Kind<string[], Key>} */
export const blank = {
  key: (question) => ({
    accepted: blanksOf(question).map((input) => JSON.parse(input.dataset.accept || '[]')),
    variants: question.dataset.variants,
    anyOrder: question.dataset.anyOrder !== undefined
  }),
  read: (question) => blanksOf(question).map((input) => input.value),
  complete: (answer) => answer.every((typed) => typed !== ''),
  right: (answer, key) => corrections(answer, key).every((missing) => missing === ''),
  mark(question, answer, key) {
    const missing = corrections(answer, key)
    blanksOf(question).forEach((input, at) => {
      const right = missing[at] === ''
      input.classList.add(right ? 'yx-right' : 'yx-wrong')
      input.after(make('b', right ? 'yx-fill yx-right' : 'yx-fill', right ? '' : `应填“${missing[at]}”`))
    })
  },
  incomplete: '还有空没填，填好再提交。'
}

/** @type {StudyKind<string[]>} */
export const blankInStudy = {
  show(question) {
    const { accepted } = blank.key(question)
    blanksOf(question).forEach((input, at) => {
      const [answer] = accepted[at]
      input.value = answer
      input.size = Math.max(input.size, 2 * answer.length)
      input.classList.add('yx-right')
    })
  },
  lines: () => [],
  save: (answer) => answer.map(storableText),
  restore(question, draft) {
    blanksOf(question).forEach((input, at) => {
      input.value = (Array.isArray(draft) && draft[at]) || ''
    })
  }
}

/**
 * Holds what was typed against the gaps. A value counts once.
 *
 * @param {string[]} answer
 * @param {Key} key
 * @returns {string[]} for each gap what should stand there; empty where it is right
 */
export function corrections(answer, { accepted, variants, anyOrder }) {
  /** @type {(string[] | undefined)[]} */
  const left = [...accepted]
  const right = answer.map((typed, at) => {
    const place = left.findIndex((values, gap) => values && (anyOrder || gap === at) && fits(typed, values, variants))
    if (place >= 0) {
      left[place] = undefined
    }
    return place >= 0
  })
  const missing = left.filter(Boolean)
  return right.map((is) => (is ? '' : /** @type {string[]} */ (missing.shift())[0]))
}

/**
 * @param {string} typed
 * @param {readonly string[]} accepted
 * @param {string} [variants]
 */
export function fits(typed, accepted, variants = '') {
  const said = normalizeAnswer(typed).replace(/./gu, (character) => {
    const at = variants.indexOf(character)
    return at % 2 ? character : variants[at + 1]
  })
  return said !== '' && accepted.some((answer) => normalizeAnswer(answer) === said)
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement[]}
 */
function blanksOf(question) {
  return Array.from(question.querySelectorAll('input.yx-blank'))
}
