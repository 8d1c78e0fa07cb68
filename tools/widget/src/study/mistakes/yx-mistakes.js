import { within } from '../../core/bank.js'
import { daysAgo } from '../../core/days.js'
import { mistakes } from '../../core/mistakes.js'
import { stemOf } from '../../question/stem.js'
import { copyAndSay } from '../../ui/clipboard.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { whenIdle } from '../../ui/page-ready.js'
import { text as widgetText } from '../../ui/text.js'
import { isWeChat } from '../../ui/wechat.js'
import { questionAsText } from '../shared/question-as-text.js'
import { selectionForm } from '../shared/selection-form.js'
import { toChoice } from '../shared/selection.js'
import { SessionElement } from '../shared/session-element.js'
import { showAnswer } from '../shared/show-answer.js'
import { loadQuestion, studyAddress } from '../shared/site-data.js'
import { failure } from '../shared/failure.js'
import { backToSkipped, skippedOf } from '../shared/skipped.js'
import { text } from '../shared/study-text.js'
import { showSummary, sumUp } from '../shared/summary.js'
import { mistakesText } from './mistakes-text.js'

/** @import { Mistake } from '../../core/mistakes.js' */
/** @import { Session } from '../../store/sessions.js' */
/** @import { Choice } from '../shared/selection.js' */
/** @import { Results } from '../shared/session-element.js' */

/** As many as are done in ten minutes on a bus. */
const TEN = 10

/** How many rows are rendered at once: more than fit on a phone. */
const BATCH = 20

/** Lists and practises the questions that were answered wrong anywhere and have not been mastered since. */
export class Mistakes extends SessionElement {
  get name() {
    return 'mistakes'
  }

  /** @param {Session | undefined} session */
  offer(session) {
    const { app } = this
    this.choice = this.choice || toChoice(app.index)
    const all = mistakes(app.history.answers, app.here)
    if (!all.length) {
      this.offerNothing()
      return
    }
    const total = h('p', { class: 'yx-total', role: 'status' })
    const actions = h('div', { class: 'yx-actions' })
    const list = h('div', null)
    const said = h('div', { class: 'yx-copied' })
    const show = (/** @type {Choice} */ choice) => {
      this.choice = choice
      const shown = all.filter(({ question }) => this.fits(question))
      total.textContent = shown.length ? mistakesText.total(shown.length, all.length) : mistakesText.noneHere
      const rows = h('ol', { class: 'yx-mistakes' })
      fill(actions, shown.length > 0 && this.actions(shown, session, said, rows))
      fill(list, rows)
      this.drawRows(rows, shown)
    }
    fill(
      this,
      h('details', { class: 'yx-filter' }, h('summary', null, mistakesText.filter), selectionForm(app, this.choice, {}, show)),
      total,
      actions,
      said,
      list
    )
    show(this.choice)
  }

  /** @private */
  offerNothing() {
    const { app } = this
    const wrong = [...app.history.answers.values()].filter((answers) => answers.some(({ result }) => result === 'wrong'))
    fill(
      this,
      h('p', null, app.unread ? `${widgetText.unread}。` : wrong.length ? mistakesText.cleared(wrong.length) : mistakesText.none),
      h('p', { class: 'yx-actions' }, h('a', { class: 'yx-start', href: studyAddress(app.index, 'practice') }, mistakesText.newOnes))
    )
  }

  /**
   * @private
   * @param {string} question
   */
  fits(question) {
    const { p, k } = this.app.index.questions[question]
    const { scope, kinds } = this.choice
    return within(p, scope) && (!kinds.length || kinds.includes(k))
  }

  /**
   * @private
   * @param {Mistake[]} shown
   * @param {Session | undefined} session
   * @param {Element} said
   * @param {Element} rows
   */
  actions(shown, session, said, rows) {
    const questions = shown.map(({ question }) => question)
    return [
      session &&
        h('a', { class: 'yx-start', href: '#run' }, mistakesText.resume(session.position + 1, session.questions.length)),
      questions.length > TEN &&
        button(session ? 'yx-resume' : 'yx-start', mistakesText.ten, () => this.practise(questions.slice(0, TEN))),
      button(
        session || questions.length > TEN ? 'yx-resume' : 'yx-start',
        questions.length > TEN ? mistakesText.every(questions.length) : mistakesText.practise(questions.length),
        () => this.practise(questions)
      ),
      button('yx-quiet', mistakesText.copy, () => this.copy(questions, said)),
      !isWeChat() && button('yx-quiet', mistakesText.print, () => this.print(rows, shown))
    ]
  }

  /**
   * Renders the first rows at once, and the others while the browser is idle.
   *
   * @private
   * @param {Element} rows
   * @param {Mistake[]} shown
   */
  drawRows(rows, shown) {
    // Rows that are no longer in the page belong to an earlier selection.
    if (rows.isConnected && rows.children.length < shown.length) {
      this.addRows(rows, shown, BATCH)
      whenIdle(() => this.drawRows(rows, shown))
    }
  }

  /**
   * @private
   * @param {Element} rows
   * @param {Mistake[]} shown
   * @param {number} most
   */
  addRows(rows, shown, most) {
    const drawn = rows.children.length
    rows.append(...shown.slice(drawn, drawn + most).map((mistake) => this.row(mistake)))
  }

  /**
   * Renders a stem that unfolds into the question with its answer.
   *
   * @private
   * @param {Mistake} mistake
   */
  row({ question, times, last, days }) {
    const { app } = this
    const ago = text.ago(daysAgo(last, app.now, app.here))
    const stem = h('span', { class: 'yx-stem' })
    const place = h('div', { class: 'yx-place' })
    const details = h(
      'details',
      { class: 'yx-mistake', ontoggle: () => details.open && this.unfold(question, place) },
      h('summary', null, stem, h('small', null, mistakesText.facts(times, ago, days))),
      place
    )
    loadQuestion(app.index, question).then(
      (node) => fill(stem, stemOf(node)),
      () => fill(stem, question)
    )
    return h('li', null, details)
  }

  /**
   * @private
   * @param {string} question
   * @param {Element} place
   */
  async unfold(question, place) {
    if (place.querySelector('yx-question')) {
      return
    }
    try {
      const node = showAnswer(await loadQuestion(this.app.index, question))
      const stem = /** @type {HTMLElement | null} */ (node.querySelector('.yx-stem'))
      if (stem) {
        // The summary has the stem already; only one with filled gaps says more.
        stem.hidden = !stem.querySelector('input')
      }
      fill(place, node)
    } catch (reason) {
      fill(place, failure(() => this.unfold(question, place), reason))
    }
  }

  /**
   * @private
   * @param {string[]} questions
   * @param {Element} said
   */
  async copy(questions, said) {
    const all = await Promise.all(questions.map((question) => loadQuestion(this.app.index, question)))
    const words = all.map((question, at) => `${at + 1}. ${questionAsText(question)}`)
    await copyAndSay(`${mistakesText.title}\n\n${words.join('\n\n')}\n`, said)
  }

  /**
   * @private
   * @param {Element} rows
   * @param {Mistake[]} shown
   */
  async print(rows, shown) {
    this.addRows(rows, shown, shown.length)
    const folds = Array.from(rows.querySelectorAll('.yx-mistake'))
    await Promise.all(
      folds.map((fold, at) => this.unfold(shown[at].question, /** @type {Element} */ (fold.querySelector('.yx-place'))))
    )
    folds.forEach((fold) => fold.setAttribute('open', ''))
    window.print()
  }

  /**
   * @private
   * @param {string[]} questions
   */
  practise(questions) {
    this.begin({ questions, position: 0, results: {} })
  }

  /**
   * @param {Session} session
   * @param {Results} results
   */
  finish({ questions }, results) {
    const { app } = this
    const others = mistakes(app.history.answers, app.here)
      .map(({ question }) => question)
      .filter((question) => !questions.includes(question))
    const answered = questions.filter((question) => results[question])
    const right = answered.filter((question) => results[question] === 'right')
    const skipped = skippedOf(app, questions, results)
    // What comes next under the thumb, and what stands above it.
    const main = 2 * skipped.length > questions.length ? 'skipped' : others.length ? 'others' : 'list'
    const look = (/** @type {string} */ name) => (name === main ? 'yx-start' : 'yx-quiet')
    showSummary(
      this,
      sumUp(mistakesText.done(answered.length, right.length), answered.length, skipped.length),
      mistakesText.stay,
      skipped.length > 0 &&
        button(look('skipped'), text.run.toSkipped(skipped.length), () => this.begin(backToSkipped(questions, skipped, results))),
      button(look('list'), mistakesText.list, () => this.leave()),
      others.length > 0 &&
        button(look('others'), mistakesText.more(others.length), () => this.practise(others.slice(0, TEN)))
    )
  }
}
