import { bulletedLines, keyOf, markChosen, readChosen, restoreChosen, showChosen } from './choice.js'

/** @import { Kind, StudyKind } from './kind.js' */

/** @type {Kind<string, string>} */
export const judge = {
  oneTap: true,
  key: keyOf,
  read: readChosen,
  complete: (answer) => answer !== '',
  right: (answer, key) => answer === key,
  mark: markChosen
}

/** @type {StudyKind<string>} */
export const judgeInStudy = {
  vote: 'one',
  show: showChosen,
  lines: bulletedLines,
  save: (answer) => answer,
  restore: restoreChosen
}
