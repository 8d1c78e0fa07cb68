import { keyOf } from './choice.js'

/** @import { Kind } from './kind.js' */

/**
 * Recited from memory and judged by the reader, so there is nothing to read and nothing to submit.
 *
 * @type {Kind<string, string>}
 */
export const recall = {
  key: keyOf,
  read: () => '',
  complete: () => false,
  right: () => false,
  mark() {}
}
