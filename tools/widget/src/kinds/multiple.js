import { keyOf, markChosen, readChosen, shuffleOptions } from './choice.js'

/** @import { Kind } from './kind.js' */

/** @type {Kind<string, string>} */
export const multiple = {
  key: keyOf,
  read: readChosen,
  complete: (answer) => answer !== '',
  right: (answer, key) => sorted(answer) === sorted(key),
  mark: markChosen,
  shuffle: shuffleOptions
}

/** @param {string} letters */
function sorted(letters) {
  return Array.from(letters).sort().join('')
}
