import { shuffle } from '../core/shuffle.js'
import { make } from '../ui/dom.js'

/**
 * The rows of the options, in the order shown.
 *
 * @param {ParentNode} place
 * @param {string} [within]
 * @returns {HTMLElement[]}
 */
export function rowsOf(place, within = 'fieldset') {
  return Array.from(place.querySelectorAll(`${within} > .yx-option`))
}

/** @param {HTMLElement} row */
export function inputOf(row) {
  return /** @type {HTMLInputElement} */ (row.querySelector('input'))
}

/** @param {HTMLElement} row */
export function valueOf(row) {
  return inputOf(row).value
}

/**
 * What stands in the circle before an option's words: its letter, its place or the sign of its pair; empty if nothing yet.
 *
 * @param {HTMLElement} row
 */
export function signOf(row) {
  return circleOf(row).textContent || ''
}

/**
 * @param {HTMLElement} row
 * @param {string | number} sign
 */
export function setSign(row, sign) {
  circleOf(row).textContent = `${sign}`
}

/** @param {HTMLElement} row */
function circleOf(row) {
  return /** @type {HTMLElement} */ (row.querySelector('b'))
}

/** @param {number} at - from 0 */
export function letterAt(at) {
  return String.fromCharCode(65 + at)
}

/**
 * Marks a row by words and colour; the style sheet adds ✓ or ✗ to the words.
 *
 * @param {HTMLElement} row
 * @param {boolean} right
 * @param {string} words
 */
export function markRow(row, right, words) {
  row.classList.add(right ? 'yx-right' : 'yx-wrong')
  row.append(make('small', 'yx-tag', words))
}

/**
 * @param {HTMLElement[]} rows - all rows of one list
 * @param {() => number} random
 * @param {(values: string) => boolean} refused - whether this order must not be shown
 */
export function shuffleRows(rows, random, refused) {
  const list = rows[0] && rows[0].parentElement
  if (list) {
    list.append(...shuffle(rows, random, (order) => refused(valuesOf(order))))
  }
}

/** @param {HTMLElement[]} rows */
export function valuesOf(rows) {
  return rows.map(valueOf).join('')
}

/**
 * Shows a row's place or pair as the right one.
 *
 * @param {HTMLElement} row
 * @param {number} sign
 */
export function showSign(row, sign) {
  setSign(row, sign)
  row.classList.add('yx-right')
}

/**
 * @param {HTMLElement[]} rows
 * @param {(at: number) => string} mark - stands before the row's words
 * @returns {string[]}
 */
export function linesOf(rows, mark) {
  return rows.map((row, at) => mark(at) + textOf(row))
}

/** @param {HTMLElement} row @returns {string} its words, without what grading added */
export function textOf(row) {
  const words = row.querySelector('span')
  return ((words && words.textContent) || '').trim()
}
