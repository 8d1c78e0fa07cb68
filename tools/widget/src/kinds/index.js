import { blank } from './blank.js'
import { judge } from './judge.js'
import { match } from './match.js'
import { multiple } from './multiple.js'
import { order } from './order.js'
import { recall } from './recall.js'
import { single } from './single.js'

/** @import { Kind } from './kind.js' */

/** @type {Record<string, Kind<any, any>>} */
export const kinds = { blank, judge, match, multiple, order, recall, single }

/** @param {HTMLElement} question */
export function kindOf(question) {
  return kinds[question.dataset.kind || '']
}
