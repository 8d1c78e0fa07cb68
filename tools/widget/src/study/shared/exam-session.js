import { timeLeft } from '../../core/exam-clock.js'
import { clearLines, readLines } from '../../store/sitting.js'

/** @import { Clock } from '../../core/exam-clock.js' */
/** @import { Item } from '../../core/exam.js' */
/** @import { Session } from '../../store/sessions.js' */
/** @import { App } from './app.js' */

/**
 * A session with the fields that an exam needs. What was entered lies beside it, see store/sitting.js; the session itself
 * holds it only where the exam was begun by an older build.
 *
 * @typedef {Session & {exam: string, paper: string, seed: string, items: Item[], clock: Clock,
 *   answers: Record<string, string | string[]>, ms: Record<string, number>, flags: string[]}} ExamSession
 */

/**
 * Reads the unfinished exam from storage, with all that was entered in any tab, if there is one that can be read and was
 * not handed in.
 *
 * @param {Pick<App, 'sessions' | 'records' | 'local'>} app
 * @returns {ExamSession | undefined}
 */
export function readExamSession(app) {
  const session = app.sessions.read('exam')
  const whole = session && session.exam && session.items && session.clock && session.paper !== undefined
  if (!whole || app.records.some(({ id }) => id === session.exam)) {
    return undefined
  }
  return withLines(app, /** @type {ExamSession} */ ({ seed: '', answers: {}, ms: {}, flags: [], ...session }))
}

/**
 * @param {Pick<App, 'local'>} app
 * @param {ExamSession} session
 * @returns {ExamSession} with what has been entered in any tab by now
 */
export function withLines(app, session) {
  const answers = { ...session.answers }
  const flags = new Set(session.flags)
  for (const [question, { answer, flag }] of readLines(app.local, session.exam, session.questions)) {
    if (answer !== undefined) {
      answers[question] = answer
    }
    if (flag !== undefined) {
      flags[flag ? 'add' : 'delete'](question)
    }
  }
  return { ...session, answers, flags: [...flags] }
}

/**
 * Keeps place, clock and times. What was entered is not this function's to write.
 *
 * @param {App} app
 * @param {ExamSession} session
 */
export function keepExamSession(app, session) {
  const kept = app.sessions.read('exam')
  const { position, clock, ms } = session
  if (!kept) {
    app.sessions.keep('exam', session)
  } else if (kept.exam === session.exam) {
    const seen = Math.max(clock.seen, kept.clock ? kept.clock.seen : 0)
    app.sessions.keep('exam', { ...kept, position, clock: { ...clock, seen }, ms: { ...kept.ms, ...ms } })
  }
}

/**
 * @param {App} app
 * @param {ExamSession} session
 */
export function endExamSession(app, { exam, questions }) {
  const kept = app.sessions.read('exam')
  clearLines(app.local, exam, questions)
  if (kept && kept.exam === exam) {
    clearLines(app.local, exam, kept.questions)
    app.sessions.end('exam')
  }
}

/** @param {ExamSession} session */
export function isOver({ clock }) {
  return timeLeft(clock) === 0
}
