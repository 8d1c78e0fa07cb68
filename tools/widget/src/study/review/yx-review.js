import { MINUTE, dayOf } from '../../core/days.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { text as widgetText } from '../../ui/text.js'
import { QuestionRun } from '../shared/question-run.js'
import { studyAddress } from '../shared/site-data.js'
import { skippedOf } from '../shared/skipped.js'
import { StudyElement, setRunning } from '../shared/study-element.js'
import { text } from '../shared/study-text.js'
import { showSummary, sumUp } from '../shared/summary.js'
import { reviewText } from './review-text.js'

/** @import { Review as Due } from '../../core/review.js' */
/** @import { App } from '../shared/app.js' */

/** The longest wait that a timer is set for, ms: no page stays open for days. */
const LONGEST = 3600000

/** Asks what is due today. It starts at once, and stores no place: what is due is computed from the log. */
export class Review extends StudyElement {
  disconnectedCallback() {
    this.close()
  }

  /** @param {App} app */
  start(app) {
    app.onChange(() => !this.run && this.tell())
    this.begin(false)
  }

  /**
   * @private
   * @param {boolean} focus
   */
  begin(focus) {
    const { due, questions } = this.app.due
    this.close()
    if (!questions.length) {
      this.tell()
      return
    }
    /** @type {import('../shared/question-run.js').Course} */
    const course = {
      from: 'review',
      questions,
      position: 0,
      results: {},
      guess: true,
      note: due > questions.length ? reviewText.some(due, questions.length) : '',
      keep() {},
      end: () => this.finish(course)
    }
    this.run = new QuestionRun(this.app, this, course)
    this.run.show(focus)
  }

  /**
   * @private
   * @param {import('../shared/question-run.js').Course} course
   */
  finish({ questions, results }) {
    const answered = questions.filter((question) => results[question])
    const right = answered.filter((question) => results[question] === 'right')
    const skipped = skippedOf(this.app, questions, results)
    this.tell(sumUp(reviewText.done(answered.length, right.length), answered.length, skipped.length), skipped)
  }

  /**
   * Renders what can be done now, or when the next question is due.
   *
   * @private
   * @param {string} [before] - the summary of the review that has just ended
   * @param {string[]} [skipped] - in it
   */
  tell(before, skipped = []) {
    const { app } = this
    const { due } = app
    const never = !app.history.answers.size
    const more = due.questions.length
    const left = more > 0 && due.questions.every((question) => skipped.includes(question))
    const unread = app.unread && !more && h('p', null, `${widgetText.unread}。`)
    const state = h('div', { class: 'yx-state' }, unread ? unread : never ? h('p', null, reviewText.never) : !more && this.nothing(due))
    const actions = [
      more > 0 && button('yx-start', left ? text.run.toSkipped(more) : reviewText.more(more), () => this.begin(true)),
      h('a', { class: more ? 'yx-resume' : 'yx-start', href: studyAddress(app.index, 'practice') }, reviewText.practise),
      !never && h('a', { class: 'yx-resume', href: studyAddress(app.index, 'mistakes') }, reviewText.mistakes)
    ]
    this.close()
    if (before) {
      showSummary(this, before, state, ...actions)
    } else {
      fill(this, h('section', { class: 'yx-end' }, state, h('div', { class: 'yx-actions' }, ...actions)))
    }
    this.wait(due)
  }

  /**
   * Renders again when the next question is due, if that is soon.
   *
   * @private
   * @param {Due} due
   */
  wait({ next }) {
    const wait = next === undefined ? Infinity : next - this.app.now
    if (wait < LONGEST) {
      this.clock = setTimeout(() => this.tell(), Math.max(wait, 1000))
    }
  }

  /**
   * @private
   * @param {Due} due
   */
  nothing(due) {
    const limited = due.due > 0
    return [
      h('p', null, limited ? reviewText.limit(due.done) : reviewText.nothing),
      limited && h('p', null, reviewText.waiting(due.due)),
      due.next !== undefined && h('p', null, reviewText.next(this.when(due.next))),
      limited && h('p', null, h('a', { href: studyAddress(this.app.index, 'me') }, reviewText.settings))
    ]
  }

  /**
   * @private
   * @param {number} at
   */
  when(at) {
    const { now, here } = this.app
    return text.until(new Date(at), Math.ceil((at - now) / MINUTE), dayOf(at, here) - dayOf(now, here))
  }

  /** @private */
  close() {
    clearTimeout(this.clock)
    if (this.run) {
      this.run.close()
      this.run = undefined
    }
    setRunning(false)
  }
}
