/**
 * What the reader enters in an exam: a log of its own, one line for each question, the newest. A tab writes the lines of
 * what is entered in it and no others, so tabs cannot overwrite each other.
 */

import { named } from './site.js'
import { isAmount, isAnswers, isFlag, isObject, optional } from './validate.js'

/** @import { Local } from './local-storage.js' */

/**
 * @typedef {object} Line
 * @property {number} at - ms since the epoch; later than the line before, whatever the clock says
 * @property {string | string[]} [answer]
 * @property {boolean} [flag]
 */

/** @param {string} exam */
const prefixOf = (exam) => named(`exam.${exam}.`)

/**
 * @param {Local} local
 * @param {string} exam - its id
 * @param {string[]} questions
 * @returns {Map<string, Line>} by question, those about which something was entered
 */
export function readLines(local, exam, questions) {
  /** @type {Map<string, Line>} */
  const lines = new Map()
  for (const question of questions) {
    const line = local.read(prefixOf(exam) + question)
    if (isLine(line)) {
      lines.set(question, line)
    }
  }
  return lines
}

/**
 * @param {Local} local
 * @param {string} exam
 * @param {string} question
 * @param {Line} line
 */
export function writeLine(local, exam, question, line) {
  const before = readLines(local, exam, [question]).get(question)
  local.write(prefixOf(exam) + question, { ...line, at: before ? Math.max(line.at, before.at + 1) : line.at })
}

/**
 * @param {Local} local
 * @param {string} exam
 * @param {string[]} questions
 */
export function clearLines(local, exam, questions) {
  questions.forEach((question) => local.remove(prefixOf(exam) + question))
}

/**
 * @param {string} exam
 * @param {() => void} listener - called when another tab has entered something in this exam
 * @param {EventTarget} [target] - the window, or a test's
 * @returns {() => void} stops listening
 */
export function onLines(exam, listener, target = window) {
  const heard = (/** @type {any} */ { key }) => key && key.startsWith(prefixOf(exam)) && listener()
  target.addEventListener('storage', heard)
  return () => target.removeEventListener('storage', heard)
}

/**
 * @param {any} line
 * @returns {line is Line}
 */
function isLine(line) {
  return (
    isObject(line) &&
    isAmount(line.at) &&
    optional(isFlag)(line.flag) &&
    (line.answer === undefined || isAnswers({ answer: line.answer }))
  )
}
