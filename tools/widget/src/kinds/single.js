import { keyOf, markChosen, readChosen, shuffleOptions } from './choice.js'

/** @import { Kind } from './kind.js' */

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
