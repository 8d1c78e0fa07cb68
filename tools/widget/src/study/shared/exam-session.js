import { timeLeft } from '../../core/exam-clock.js'
import { endSession, readSession } from '../../store/sessions.js'

/** @import { Clock } from '../../core/exam-clock.js' */
/** @import { Item } from '../../core/exam.js' */
/** @import { Session } from '../../store/sessions.js' */
/** @import { App } from './app.js' */

/**
 * What a sitting's session has.
 *
 * @typedef {Session & {exam: string, paper: string, seed: string, items: Item[], clock: Clock,
 *   answers: Record<string, string | string[]>, ms: Record<string, number>, flags: string[]}} Sat
 */

/**
 * The exam that is going on, if there is one and it can still be read.
 *
 * @param {App} app
 * @returns {Sat | undefined}
 */
export function sittingOf(app) {
  const session = readSession(app.local, 'exam')
  const whole = session && session.exam && session.items && session.clock && session.paper !== undefined
  return whole ? /** @type {Sat} */ ({ seed: '', answers: {}, ms: {}, flags: [], ...session }) : undefined
}

/** @param {App} app */
export function forgetSitting(app) {
  endSession(app.local, 'exam')
}

/** @param {Sat} session */
export function isOver({ clock }) {
  return timeLeft(clock) === 0
}

