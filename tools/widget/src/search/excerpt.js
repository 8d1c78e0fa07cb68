/** As much of a text as a line shows, with what matches marked. */

import { fold, foldWithPlaces } from './fold.js'

/** @typedef {[from: number, to: number]} Mark */

const MOST = 60
const BEFORE = 14

/**
 * @param {string} text
 * @param {string[]} needles - words that match, folded or as they were typed
 * @returns {{text: string, marks: Mark[]}} with … where something is left out
 */
export function excerpt(text, needles) {
  const marks = marksIn(text, needles)
  if (text.length <= MOST) {
    return { text, marks }
  }
  const first = marks.length ? marks[0][0] : 0
  const start = whole(text, Math.max(0, Math.min(first - BEFORE, text.length - MOST)))
  const end = whole(text, Math.min(text.length, start + MOST))
  const before = start ? '…' : ''
  const shift = before.length - start
  return {
    text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks.filter(([from]) => from < end).map(([from, to]) => [from + shift, Math.min(to, end) + shift])
  }
}

/**
 * @param {string} text
 * @param {string[]} needles
 * @returns {Mark[]} in order, none touching another
 */
export function marksIn(text, needles) {
  const { folded, at } = foldWithPlaces(text)
  /** @type {Mark[]} */
  const found = []
  for (const needle of needles) {
    const words = fold(needle)
    if (words) {
      for (const place of placesOf(folded, words)) {
        const last = at[Math.min(place + words.length, at.length) - 1]
        found.push([at[place], last + /** @type {string} */ (Array.from(text.slice(last, last + 2))[0]).length])
      }
    } else {
      placesOf(text, needle).forEach((place) => found.push([place, place + needle.length]))
    }
  }
  /** @type {Mark[]} */
  const marks = []
  for (const [from, to] of found.sort((one, other) => one[0] - other[0])) {
    const before = marks[marks.length - 1]
    if (before && from <= before[1]) {
      before[1] = Math.max(before[1], to)
    } else {
      marks.push([from, to])
    }
  }
  return marks
}

/**
 * @param {string} text
 * @param {string} words
 * @returns {number[]} where they stand; where they do not, where they begin and the text ends
 */
function placesOf(text, words) {
  const places = []
  for (let at = text.indexOf(words); at >= 0 && words; at = text.indexOf(words, at + words.length)) {
    places.push(at)
  }
  for (let length = words.length - 1; length > 0 && !places.length; length--) {
    if (text.endsWith(words.slice(0, length))) {
      places.push(text.length - length)
    }
  }
  return places
}

/** @param {string} text @param {number} place @returns {number} one that is not inside a character */
function whole(text, place) {
  return /[\udc00-\udfff]/.test(text[place] || '') ? place - 1 : place
}
