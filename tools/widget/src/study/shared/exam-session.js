import { timeLeft } from '../../core/exam-clock.js'

/** @import { Clock } from '../../core/exam-clock.js' */
/** @import { Item } from '../../core/exam.js' */
/** @import { Session } from '../../store/sessions.js' */
/** @import { App } from './app.js' */

/**
 * A session with the fields that an exam needs.
 *
 * @typedef {Session & {exam: string, paper: string, seed: string, items: Item[], clock: Clock,
 *   answers: Record<string, string | string[]>, ms: Record<string, number>, flags: string[]}} ExamSession
 */

/**
 * Reads the unfinished exam from storage, if there is one that can be read and was not handed in.
 *
 * @param {App} app
 * @returns {ExamSession | undefined}
 */
export function readExamSession(app) {
  const session = app.sessions.read('exam')
  const whole = session && session.exam && session.items && session.clock && session.paper !== undefined
  const handedIn = session && app.records.some(({ id }) => id === session.exam)
  return whole && !handedIn ? /** @type {ExamSession} */ ({ seed: '', answers: {}, ms: {}, flags: [], ...session }) : undefined
}

/** @param {App} app */
export function endExamSession(app) {
  app.sessions.end('exam')
}

/** @param {ExamSession} session */
export function isOver({ clock }) {
  return timeLeft(clock) === 0
}

