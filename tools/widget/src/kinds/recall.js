import { keyOf } from './choice.js'

/** @import { Kind, StudyKind } from './kind.js' */

/**
 * Recited from memory and judged by the reader, so there is nothing to read and nothing to submit.
 *
 * @type {Kind<string, string>}
 */
export const recall = {
  selfJudged: true,
  key: keyOf,
  read: () => '',
  complete: () => false,
  right: () => false,
  mark() {},
  verdicts: { right: '记住了。', wrong: '没关系，对着原文再看一遍。' }
}

/** @type {StudyKind<string>} */
export const recallInStudy = {
  show() {},
  lines: () => [],
  save: () => '',
  restore() {}
}
