import { daysAgo } from '../core/days.js'
import { make } from '../ui/dom.js'
import { whenIdle } from '../ui/page-ready.js'
import { pageText } from '../ui/text.js'

/** @import { Answer } from '../core/tally.js' */
/** @import { Question } from '../question/yx-question.js' */

const BATCH = 50

/**
 * @param {Question[]} questions
 * @param {Map<string, Answer>} last
 */
export function showHistories(questions, last) {
  const now = new Date()
  for (const question of questions.slice(0, BATCH)) {
    const answer = last.get(question.id)
    if (answer) {
      showHistory(question, answer, now)
    }
  }
  if (questions.length > BATCH) {
    whenIdle(() => showHistories(questions.slice(BATCH), last))
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
