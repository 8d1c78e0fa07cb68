/** A paper to be printed and handed out, before anybody sits it: its questions with room to write, or its key. */

import { button, fill, h } from '../../ui/hyperscript.js'
import { showAnswer } from '../shared/show-answer.js'
import { loadQuestion } from '../shared/site-data.js'
import { concealAnswer } from './exam-question.js'
import { examText } from './exam-text.js'

/** @import { Paper } from '../../core/bank.js' */
/** @import { Item } from '../../core/exam.js' */
/** @import { Question } from '../../question/yx-question.js' */
/** @import { App } from '../shared/app.js' */

/**
 * Shows the leaf and opens the browser's window for printing.
 *
 * @param {App} app
 * @param {HTMLElement} host - whose children it replaces
 * @param {Paper} paper
 * @param {Item[]} items - of the paper, as drawn
 * @param {object} leaf
 * @param {string} leaf.facts - minutes, points
 * @param {string} leaf.seed
 * @param {boolean} leaf.key - whether it is the key
 * @param {() => void} leave - goes back
 */
export async function printPaper(app, host, paper, items, { facts, seed, key }, leave) {
  const { index } = app
  const questions = await Promise.all(items.map(({ question }) => loadQuestion(index, question)))
  const caseOf = (/** @type {number} */ at) => at >= 0 && index.questions[items[at].question].c
  const body = h('div', { class: key ? 'yx-printed yx-answers' : 'yx-printed' })
  items.forEach(({ part, points, question }, at) => {
    const section = paper.sections[part]
    if (!at || items[at - 1].part !== part) {
      body.append(h('h3', null, examText.part(section)))
    }
    const kind = index.kinds[index.questions[question].k]
    body.append(prepared(questions[at], `${at + 1} · ${examText.asked(section.title, kind, points)}`, key))
    if (caseOf(at) && caseOf(at) === caseOf(at - 1)) {
      questions[at].querySelectorAll('.yx-case').forEach((text) => text.classList.add('yx-again'))
    }
  })
  const title = h('h2', { tabindex: '-1' }, key ? examText.keyOf(paper.title) : paper.title)
  fill(
    host,
    h(
      'p',
      { class: 'yx-actions' },
      button('yx-start', examText.print, () => window.print()),
      button('yx-quiet', examText.back, leave)
    ),
    title,
    h('p', null, facts, ' · ', examText.seed(seed)),
    !key && h('p', { class: 'yx-names' }, examText.names),
    body
  )
  title.focus({ preventScroll: true })
  scrollTo(0, 0)
  window.print()
}

/**
 * @param {Question} question - newly loaded
 * @param {string} heading
 * @param {boolean} key
 */
function prepared(question, heading, key) {
  if (key) {
    const meta = question.querySelector('.yx-meta')
    if (meta) {
      meta.textContent = heading
    }
    return showAnswer(question)
  }
  concealAnswer(question, heading)
  // Nobody answers here: it would be an answer that is kept nowhere.
  question.querySelectorAll('fieldset').forEach((fieldset) => {
    fieldset.disabled = true
  })
  return question
}
