import { button, fill, h } from '../../ui/hyperscript.js'
import { focusQuestion } from './focus-question.js'
import { RunHeader } from './run-header.js'
import { showAnswer } from './show-answer.js'
import { loadQuestion, preload } from './site-data.js'
import { failure, setRunning } from './study-element.js'
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

/** How long a right answer stays before the next question, ms; any touch or key cancels it. */
const PAUSE = 1500

const STOPPERS = ['pointerdown', 'keydown', 'wheel', 'touchstart']

/**
 * Asks one question after the other. It goes on by itself after a right answer; after a wrong one the reader goes on.
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
    this.status = h('p', { class: 'yx-going', role: 'status' })
    this.back = button('yx-quiet', text.run.back, () => this.move(-1))
    this.guess = button('yx-quiet yx-guess', text.run.unsure, () => this.setGuess(!this.guessing))
    this.next = button('yx-quiet yx-go', '', () => this.move(1))
    this.guess.hidden = !course.guess
    this.body = h(
      'div',
      { class: 'yx-run', 'data-from': course.from, onkeydown: (/** @type {KeyboardEvent} */ event) => this.press(event) },
      this.head.body,
      this.note,
      this.place,
      h('div', { class: 'yx-foot' }, this.status, this.back, this.guess, this.next)
    )
    this.body.addEventListener('yx-answered', (event) => this.answered(/** @type {CustomEvent} */ (event).detail))
    this.body.addEventListener('yx-redo', () => this.begunAnew())
    this.stop = () => this.stopPause()
    /** @private @type {Question | undefined} */
    this.question = undefined
    fill(host, this.body)
    setRunning(true)
  }

  /** Shows the current question. @param {boolean} [focus] - whether to move the focus to it */
  async show(focus = false) {
    const { questions, position, results } = this.course
    const id = questions[position]
    this.stopPause()
    this.setGuess(false)
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
    }
  }

  /** Cancels the timer. */
  close() {
    this.stopPause()
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
    const last = position + 1 === questions.length
    const answered = this.isAnswered
    this.head.show(questions, position, position + Number(answered))
    this.back.hidden = position === 0
    this.guess.hidden = !this.course.guess || answered
    this.next.textContent = !answered ? text.run.skip : last ? text.run.finish : text.run.next
    this.next.toggleAttribute('data-ready', answered)
  }

  /** @private */
  get isAnswered() {
    return !!this.question && (this.question.graded || this.question.hasAttribute('data-look'))
  }

  /**
   * @private
   * @param {{question: string, result: 'right' | 'wrong'}} answer
   */
  answered({ question, result }) {
    this.course.results[question] = result
    this.course.keep()
    this.update()
    if (result === 'right' && this.app.settings.autoNext) {
      this.startPause()
    }
  }

  /** @private */
  begunAnew() {
    this.stopPause()
    this.update()
  }

  /** @private */
  startPause() {
    this.status.textContent = text.run.goingOn
    this.pause = setTimeout(() => this.move(1), PAUSE)
    STOPPERS.forEach((type) => document.addEventListener(type, this.stop, true))
  }

  /** @private */
  stopPause() {
    this.status.textContent = ''
    clearTimeout(this.pause)
    STOPPERS.forEach((type) => document.removeEventListener(type, this.stop, true))
  }

  /**
   * @private
   * @param {1 | -1} step
   */
  move(step) {
    const { course } = this
    this.stopPause()
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
   * Enter goes on once the question is answered, except on elements that use Enter themselves.
   *
   * @private
   * @param {KeyboardEvent} event
   */
  press(event) {
    const own = event.target instanceof Element && event.target.closest('a, button, summary, textarea')
    if (event.key === 'Enter' && !event.repeat && !own && this.isAnswered) {
      event.preventDefault()
      event.stopPropagation()
      this.move(1)
    }
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
