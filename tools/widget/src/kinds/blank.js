import { normalizeAnswer } from '../core/normalize-answer.js'
import { storableText } from '../core/storable-text.js'
import { make } from '../ui/dom.js'

/** @import { Kind, StudyKind } from './kind.js' */

/** @type {Kind<string[], string[][]>} */
export const blank = {
  key: (question) => blanksOf(question).map((input) => JSON.parse(input.dataset.accept || '[]')),
  read: (question) => blanksOf(question).map((input) => input.value),
  complete: (answer) => answer.every((typed) => typed !== ''),
  right: (answer, key) => answer.every((typed, at) => fits(typed, key[at])),
  mark(question, answer, key) {
    blanksOf(question).forEach((input, at) => {
      const right = fits(answer[at], key[at])
      input.classList.add(right ? 'yx-right' : 'yx-wrong')
      input.after(make('b', right ? 'yx-fill yx-right' : 'yx-fill', right ? '' : `应填“${key[at][0]}”`))
    })
  },
  incomplete: '还有空没填，填好再提交。'
}

/** @type {StudyKind<string[]>} */
export const blankInStudy = {
  show(question) {
    const key = blank.key(question)
    blanksOf(question).forEach((input, at) => {
      const [answer] = key[at]
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
 * @param {string} typed
 * @param {readonly string[]} accepted
 */
export function fits(typed, accepted) {
  const said = normalizeAnswer(typed)
  return said !== '' && accepted.some((answer) => normalizeAnswer(answer) === said)
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement[]}
 */
function blanksOf(question) {
  return Array.from(question.querySelectorAll('input.yx-blank'))
}
