import { orderAt } from '../../core/log-order.js'
import { h } from '../../ui/hyperscript.js'
import { text as widgetText } from '../../ui/text.js'
import { dateOf } from './dates.js'
import { examChart } from './exam-chart.js'
import { text } from './study-text.js'

/** @import { Exam } from '../../store/record.js' */
/** @import { App } from './app.js' */

/** How many bars fit on a phone. */
const BARS = 10

/**
 * The exams handed in, without duplicates, the latest first.
 *
 * @param {App} app
 * @returns {Exam[]}
 */
export function examsOf(app) {
  /** @type {Map<string, Exam>} */
  const found = new Map()
  for (const record of app.records) {
    if (record.type === 'exam' && !found.has(record.id)) {
      found.set(record.id, /** @type {Exam} */ (record))
    }
  }
  const order = orderAt(app.now)
  const ended = (/** @type {Exam & {turn?: number}} */ { id, at, end, turn = at }) => ({ id, at: end + turn - at })
  return [...found.values()].sort((one, other) => order(ended(other), ended(one)))
}

/**
 * @param {App} app
 * @param {Exam} exam
 */
export function titleOf({ index }, exam) {
  const paper = index.papers.find(({ id }) => id === exam.paper)
  return paper ? paper.title : text.exams.formerPaper
}

/**
 * Renders chart and list of the exams so far.
 *
 * @param {App} app
 * @param {(exam: Exam) => string} address - of the page that shows its result
 */
export function examHistory(app, address) {
  const exams = examsOf(app)
  if (!exams.length) {
    return h('p', { class: 'yx-hint' }, app.unread ? `${widgetText.unread}。` : text.exams.none)
  }
  const drawn = exams.slice(0, BARS).reverse()
  return h(
    'div',
    { class: 'yx-exams' },
    drawn.length > 1 && [
      h('p', { class: 'yx-hint' }, `${text.exams.chart(drawn.length)}。${text.exams.chartNote}`),
      /** @type {any} */ (examChart(drawn))
    ],
    h(
      'ul',
      { class: 'yx-list' },
      exams.map((exam) =>
        h(
          'li',
          null,
          h(
            'a',
            { href: address(exam), class: exam.passed ? 'yx-passed' : 'yx-missed' },
            h('span', null, text.exams.row(dateOf(app, { at: exam.end }), titleOf(app, exam))),
            h('b', null, text.exams.points(exam.points, exam.of))
          )
        )
      )
    )
  )
}
