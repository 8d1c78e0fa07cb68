import { keyOf } from './choice.js'

/** @import { Kind, StudyKind } from './kind.js' */

/**
 * Answered from memory and judged by the reader: there is nothing to read from the page and nothing to submit.
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
