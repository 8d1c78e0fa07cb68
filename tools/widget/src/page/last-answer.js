import { daysAgo } from '../core/days.js'
import { lastAnswer } from '../core/tally.js'
import { make } from '../ui/dom.js'
import { whenIdle } from '../ui/page-ready.js'
import { pageText } from '../ui/text.js'

/** @import { Answer, History } from '../core/history.js' */
/** @import { Question } from '../question/yx-question.js' */

const BATCH = 50

/**
 * @param {Question[]} questions
 * @param {History} history
 */
export function showHistories(questions, history) {
  const now = new Date()
  for (const question of questions.slice(0, BATCH)) {
    const answer = lastAnswer(history, question.id)
    if (answer) {
      showHistory(question, answer, now)
    }
  }
  if (questions.length > BATCH) {
    whenIdle(() => showHistories(questions.slice(BATCH), history))
  }
}

/**
 * Appends the last result to the first line of a question. That line is there anyway, so nothing moves.
 *
 * @param {Question} question
 * @param {Answer} answer
 * @param {Date} now
 */
function showHistory(question, answer, now) {
  const meta = question.querySelector('.yx-meta')
  if (meta && !question.graded && !meta.querySelector('.yx-last')) {
    const days = daysAgo(answer, now.getTime(), 0 - now.getTimezoneOffset())
    const changed = answer.version !== question.dataset.version
    meta.append(make('span', 'yx-last', changed ? pageText.changed : pageText.last(answer.result, days)))
  }
}
