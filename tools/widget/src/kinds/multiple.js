import { keyOf, letteredLines, markChosen, readChosen, restoreChosen, showChosen, shuffleOptions } from './choice.js'

/** @import { Kind, StudyKind } from './kind.js' */

/** @type {Kind<string, string>} */
export const multiple = {
  key: keyOf,
  read: readChosen,
  complete: (answer) => answer !== '',
  right: (answer, key) => sorted(answer) === sorted(key),
  mark: markChosen,
  shuffle: shuffleOptions
}

/** @type {StudyKind<string>} */
export const multipleInStudy = {
  vote: 'many',
  show: showChosen,
  lines: letteredLines,
  save: (answer) => answer,
  restore: restoreChosen
}

/** @param {string} letters */
function sorted(letters) {
  return Array.from(letters).sort().join('')
}
