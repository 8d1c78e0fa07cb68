import { keyOf, letteredLines, markChosen, readChosen, restoreChosen, showChosen, shuffleOptions } from './choice.js'

/** @import { Kind, StudyKind } from './kind.js' */

/** @type {Kind<string, string>} */
export const single = {
  oneTap: true,
  key: keyOf,
  read: readChosen,
  complete: (answer) => answer !== '',
  right: (answer, key) => answer === key,
  mark: markChosen,
  shuffle: shuffleOptions
}

/** @type {StudyKind<string>} */
export const singleInStudy = {
  vote: 'one',
  show: showChosen,
  lines: letteredLines,
  save: (answer) => answer,
  restore: restoreChosen
}
