import { areaOf } from '../../core/bank.js'
import { drawSet, readCode } from '../../core/classroom-set.js'
import { daysAgo } from '../../core/days.js'
import { mistakes } from '../../core/mistakes.js'
import { firstOf } from '../../core/pick.js'
import { newest } from '../../core/tally.js'
import { newId } from '../../store/new-id.js'
import { inOrder, toChoice } from '../shared/selection.js'

/** @import { Session } from '../../store/sessions.js' */
/** @import { App } from '../shared/app.js' */

/** @typedef {'new' | 'mistakes' | 'part'} SetName */

/** As many as are done in ten minutes on a bus. */
export const TEN = 10

/** @type {SetName[]} */
export const SETS = ['new', 'mistakes', 'part']

/**
 * A set of questions to begin now: those not answered yet come first, or the mistakes that were not put right today.
 *
 * @param {App} app
 * @param {SetName} set
 * @param {string} [scope] - the part; without it the one the reader is at
 * @returns {Session} without questions where there are none
 */
export function makeSet(app, set, scope) {
  const choice = toChoice(app.index, {
    scope: set === 'part' ? scope || partAt(app) : '',
    from: set === 'mistakes' ? 'mistakes' : 'all',
    manner: 'new'
  })
  const questions = set === 'mistakes' ? openMistakes(app) : inOrder(app, choice, newId())
  return { ...choice, set, questions: firstOf(app.index, questions, TEN), position: 0, results: {}, begun: app.now }
}

/**
 * What a room does together, each on a phone.
 *
 * @param {App} app
 * @param {string} room - the code of its set, not trusted
 * @returns {Session} without questions where it is no code of this document's
 */
export function roomSet(app, room) {
  const read = readCode(room, app.index)
  return { room, questions: read ? drawSet(read.set, app.index) : [], position: 0, results: {}, begun: app.now }
}

/**
 * The mistakes that another answer today can still change, in the order of the list of mistakes.
 *
 * @param {App} app
 * @returns {string[]}
 */
export function openMistakes(app) {
  const { now, here } = app
  const { answers } = app.history
  const isOpen = (/** @type {string} */ question) => {
    const [last] = (answers.get(question) || []).slice(-1)
    return last.result === 'wrong' || daysAgo(last, now, here) > 0
  }
  return mistakes(answers, here)
    .map(({ question }) => question)
    .filter(isOpen)
}

/**
 * @param {App} app
 * @returns {string} the area of the question that was answered last; at first that of the document's first question
 */
export function partAt({ index, history }) {
  const last = newest(history, history.now)
  const question = last ? last.question : index.order[0]
  return question ? areaOf(index.questions[question].p) : ''
}

/**
 * Goes on with a set after the questions answered already.
 *
 * @param {Session} session
 * @returns {Session | undefined} undefined where all are
 */
export function resumeSet(session) {
  const { questions, results = {} } = session
  const position = questions.findIndex((question, at) => at >= session.position && !results[question])
  return position < 0 ? undefined : { ...session, position }
}
