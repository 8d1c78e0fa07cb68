import { kindOf } from '../../kinds/index.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { Countdown } from './countdown.js'
import { focusQuestion, showFirstOption } from './focus-question.js'
import { RunHeader } from './run-header.js'
import { settle } from './settle.js'
import { showAnswer } from './show-answer.js'
import { loadQuestion, preload } from './site-data.js'
import { failure } from './failure.js'
import { setRunning } from './study-element.js'
import { text } from './study-text.js'

/** @import { Question } from '../../question/yx-question.js' */
/** @import { App } from './app.js' */

/**
 * A list of questions and the place in it. A run updates it; whoever made it stores it.
 *
 * @typedef {object} Course
 * @property {string} from - for the log: practice, review, mistakes
 * @property {string[]} questions
 * @property {number} position - of the question shown; their number when all are done
 * @property {Record<string, 'right' | 'wrong'>} results
 * @property {boolean} [guess] - the reader may say that an answer was a guess
 * @property {string} [note] - said above the first question
 * @property {() => void} keep - stores it; called after each change
 * @property {() => void} end - called after the last question
 * @property {() => void} [leave] - called when the reader leaves before the end
 */

/**
 * What the button under the thumb does now.
 *
 * @typedef {object} Step
 * @property {string} words
 * @property {() => void} act
 * @property {boolean} due - it is what comes next, and not merely possible
 */

/** What a question tells by its attributes: it can be submitted, it is graded, its answer is unfolded. */
const TOLD = { attributes: true, subtree: true, attributeFilter: ['data-ready', 'data-result', 'open'] }

/**
 * Asks one question after the other. Whatever leads on is one button, always at the same place: to submit, to unfold and
 * judge the answer, to go to the next question.
 *
 * @fires yx-shown - at a question, when it has been added to the page
 */
export class QuestionRun {
  /**
   * @param {App} app
   * @param {HTMLElement} host - whose children it replaces
   * @param {Course} course
   */
  constructor(app, host, course) {
    this.app = app
    this.course = course
    this.head = new RunHeader(app, course.leave && (() => this.leave()))
    this.note = h('p', { class: 'yx-remark' }, course.note)
    this.place = h('div', { class: 'yx-place' })
    this.back = button('yx-quiet', text.run.back, () => this.move(-1))
    this.unknown = button('yx-quiet yx-go', text.run.unknown, () => this.judge('wrong'))
    this.next = button('yx-quiet yx-go', '', () => this.loading || this.step.act())
    this.guess = button('yx-quiet yx-guess', text.run.unsure, () => this.setGuess(!this.guessing))
    this.skip = button('yx-quiet', text.run.skip, () => this.move(1))
    this.countdown = new Countdown({ over: () => this.move(1), changed: () => this.update() })
    this.foot = h('div', { class: 'yx-foot' }, this.back, this.countdown.button, this.unknown, this.next)
    this.body = h(
      'div',
      { class: 'yx-run', 'data-from': course.from, onkeydown: (/** @type {KeyboardEvent} */ event) => this.press(event) },
      this.head.body,
      this.note,
      this.place,
      h('div', { class: 'yx-aside' }, this.guess, this.skip),
      this.countdown.status,
      this.foot
    )
    this.body.addEventListener('yx-answered', (event) => this.answered(/** @type {CustomEvent} */ (event).detail))
    this.body.addEventListener('yx-redo', () => this.countdown.stop())
    this.heard = (/** @type {KeyboardEvent} */ event) => this.hear(event)
    document.addEventListener('keydown', this.heard)
    this.observer = new MutationObserver(() => this.question && this.update())
    this.observer.observe(this.place, TOLD)
    /** @private @type {Question | undefined} */
    this.question = undefined
    /** Whether the next one is on its way: what is pressed again then skips it, unseen. @private */
    this.loading = false
    fill(host, this.body)
    setRunning(true)
  }

  /** Shows the current question. @param {boolean} [focus] - whether to move the focus to it */
  async show(focus = false) {
    const { questions, position, results } = this.course
    const id = questions[position]
    this.countdown.stop()
    this.setGuess(false)
    this.loading = true
    try {
      const question = await loadQuestion(this.app.index, id)
      // The reader may have gone on while it was loading.
      if (this.course.position === position && this.body.isConnected) {
        this.put(question, results[id], focus)
        this.preloadNext()
      }
    } catch (reason) {
      fill(this.place, failure(() => this.show(focus), reason))
      throw reason
    } finally {
      this.loading = false
    }
  }

  /** Stops what goes on by itself. */
  close() {
    this.countdown.stop()
    document.removeEventListener('keydown', this.heard)
    this.observer.disconnect()
    setRunning(false)
  }

  /**
   * @private
   * @param {Question} question
   * @param {'right' | 'wrong' | undefined} result - of an answer earlier in this course
   * @param {boolean} focus
   */
  put(question, result, focus) {
    const { app } = this
    const changed = app.history.changed.has(question.id)
    this.question = question
    fill(this.place, question)
    if (result) {
      showAnswer(question)
    } else if (app.settings.shuffle) {
      question.redo(`${question.id} ${app.now}`)
    } else {
      question.appear()
    }
    if (result || changed) {
      this.note.textContent = result ? text.run.before(result) : text.run.changed
    } else if (focus) {
      this.note.textContent = ''
    }
    this.update()
    if (focus) {
      focusQuestion(question, this.body)
    } else if (!result) {
      requestAnimationFrame(() => showFirstOption(question))
    }
    question.dispatchEvent(new CustomEvent('yx-shown', { bubbles: true }))
  }

  /** @private */
  preloadNext() {
    const { questions, position } = this.course
    if (position + 1 < questions.length) {
      // If it fails now, it is loaded again when it is shown.
      preload(this.app.index, questions[position + 1]).catch(() => {})
    }
  }

  /** @private */
  update() {
    const { questions, position } = this.course
    const { judging, isAnswered, step } = this
    this.head.show(questions, position, position + Number(isAnswered))
    this.back.hidden = position === 0 || judging || this.countdown.running
    this.unknown.hidden = !judging
    this.guess.hidden = !this.course.guess || isAnswered
    this.skip.hidden = isAnswered || step.words === text.run.skip
    if (step.words !== this.next.textContent) {
      this.next.textContent = step.words
      settle(this.foot)
    }
    this.next.toggleAttribute('data-ready', step.due)
  }

  /** @private @returns {Step} */
  get step() {
    const { questions, position } = this.course
    const { question, isAnswered, judging } = this
    const submit = question && question.querySelector('.yx-submit')
    if (isAnswered) {
      const last = position + 1 === questions.length
      return { words: last ? text.run.finish : text.run.next, act: () => this.move(1), due: true }
    }
    if (judging) {
      return { words: text.run.known, act: () => this.judge('right'), due: true }
    }
    if (question && kindOf(question).selfJudged) {
      return { words: text.run.unfold, act: () => this.unfold(question), due: true }
    }
    if (question && submit && question.hasAttribute('data-ready')) {
      return { words: submit.textContent || '', act: () => question.submit(), due: true }
    }
    return { words: text.run.skip, act: () => this.move(1), due: false }
  }

  /** @private */
  get isAnswered() {
    return !!this.question && (this.question.graded || this.question.hasAttribute('data-look'))
  }

  /** Whether the answer is there to be judged by the reader. @private */
  get judging() {
    const { question } = this
    return !!question && !this.isAnswered && !!kindOf(question).selfJudged && !!question.querySelector('details[open]')
  }

  /** @private @param {Question} question */
  unfold(question) {
    const answer = question.querySelector('details')
    if (answer) {
      answer.open = true
    }
  }

  /** @private @param {'right' | 'wrong'} result */
  judge(result) {
    if (this.question) {
      this.question.grade(result)
    }
  }

  /**
   * @private
   * @param {{question: string, result: 'right' | 'wrong'}} answer
   */
  answered({ question, result }) {
    this.course.results[question] = result
    this.course.keep()
    if (result === 'right' && this.app.settings.autoNext) {
      this.countdown.start()
    }
    this.update()
  }

  /**
   * @private
   * @param {1 | -1} step
   */
  move(step) {
    const { course } = this
    this.countdown.stop()
    course.position = Math.max(0, Math.min(course.questions.length, course.position + step))
    course.keep()
    if (course.position === course.questions.length) {
      this.close()
      course.end()
    } else {
      this.show(true)
    }
  }

  /** @private */
  leave() {
    this.close()
    if (this.course.leave) {
      this.course.leave()
    }
  }

  /**
   * Enter does what comes next, except on elements that use Enter themselves, and never judges.
   *
   * @private
   * @param {KeyboardEvent} event
   */
  press(event) {
    const { key, target, repeat } = event
    const own = target instanceof Element && target.closest('a, button, summary, textarea')
    const next = this.isAnswered || (!(target instanceof HTMLInputElement) && this.step.due && !this.judging)
    if (key === 'Enter' && !repeat && !own && next && !this.loading) {
      event.preventDefault()
      event.stopPropagation()
      this.step.act()
    }
  }

  /**
   * Hands a key that nothing else has, as before the first one of Tab, to the question, which then has the focus.
   *
   * @private
   * @param {KeyboardEvent} event
   */
  hear(event) {
    const { key, target, altKey, ctrlKey, metaKey, isComposing, repeat } = event
    const { question } = this
    const stem = question && question.querySelector('.yx-stem')
    const free = target === document.body && !this.loading && !altKey && !ctrlKey && !metaKey && !isComposing && !repeat
    if (free && stem instanceof HTMLElement && /^([1-9a-e]|enter)$/i.test(key) && this.isInSight) {
      stem.tabIndex = -1
      stem.focus({ preventScroll: true })
      const heard = stem.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      if (!heard) {
        event.preventDefault()
      }
    }
  }

  /** Whether the page is not under something else, as the search or a question of the page's own. @private */
  get isInSight() {
    return this.body.isConnected && !this.body.closest('[inert]') && !document.querySelector('[role$="dialog"]:not([hidden])')
  }

  /** @private */
  get guessing() {
    return 'unsure' in this.body.dataset
  }

  /** @private @param {boolean} guessing */
  setGuess(guessing) {
    this.body.toggleAttribute('data-unsure', guessing)
    this.guess.setAttribute('aria-pressed', `${guessing}`)
  }
}
