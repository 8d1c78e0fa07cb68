import { blankInStudy as blank } from './blank.js'
import { judgeInStudy as judge } from './judge.js'
import { matchInStudy as match } from './match.js'
import { multipleInStudy as multiple } from './multiple.js'
import { orderInStudy as order } from './order.js'
import { recallInStudy as recall } from './recall.js'
import { singleInStudy as single } from './single.js'

/** @import { StudyKind } from './kind.js' */

/** @type {Record<string, StudyKind<any>>} */
export const studyKinds = { blank, judge, match, multiple, order, recall, single }

/** @param {HTMLElement} question */
export function studyKindOf(question) {
  return studyKinds[question.dataset.kind || '']
}
