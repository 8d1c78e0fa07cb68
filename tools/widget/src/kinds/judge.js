import { keyOf, markChosen, readChosen } from './choice.js'

/** @import { Kind } from './kind.js' */

/** @type {Kind<string, string>} */
export const judge = {
  oneTap: true,
  key: keyOf,
  read: readChosen,
  complete: (answer) => answer !== '',
  right: (answer, key) => answer === key,
  mark: markChosen
}
