import { leftOf } from '../../core/classroom-session.js'
import { roomText } from './classroom-text.js'

/** @import { Meeting } from '../../core/classroom-session.js' */

/** @param {Meeting} meeting @param {number} now @returns {string} 2:05; empty where there is no timer */
export function timerFace({ timer }, now) {
  if (!timer) {
    return ''
  }
  const seconds = Math.ceil(leftOf(timer, now) / 1000)
  return seconds ? `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}` : roomText.timeUp
}
