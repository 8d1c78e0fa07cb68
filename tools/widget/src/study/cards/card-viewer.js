import { button, fill, h } from '../../ui/hyperscript.js'
import { focusQuestion } from '../shared/focus-question.js'
import { RunHeader } from '../shared/run-header.js'
import { showAnswer } from '../shared/show-answer.js'
import { loadQuestion, preload } from '../shared/site-data.js'
import { failure } from '../shared/failure.js'
import { setRunning } from '../shared/study-element.js'
import { text } from '../shared/study-text.js'

/** @import { App } from '../shared/app.js' */

/** How far a finger must move sideways to turn to another card, px. */
const SWIPE = 50

/**
 * Shows a list of questions with their answers, turned by buttons, arrow keys or swipes.
 *
 * @typedef {object} Pile
 * @property {string[]} questions
 * @property {number} position
 * @property {() => void} keep - stores the place; called after each change
 * @property {() => void} leave
 * @property {() => void} end - called after the last question
 */
export class CardViewer {
  /**
   * @param {App} app
   * @param {HTMLElement} host - whose children it replaces
   * @param {Pile} pile
   */
  constructor(app, host, pile) {
    this.app = app
    this.pile = pile
    this.head = new RunHeader(app, () => pile.leave())
    this.place = h('div', { class: 'yx-place yx-card' })
    this.back = button('yx-quiet', text.run.back, () => this.move(-1))
    this.next = button('yx-quiet yx-go', '', () => this.move(1))
    this.body = h(
      'div',
      { class: 'yx-run', ontouchstart: this.down.bind(this), ontouchend: this.up.bind(this) },
      this.head.body,
      this.place,
      h('div', { class: 'yx-foot' }, this.back, this.next)
    )
    this.press = (/** @type {KeyboardEvent} */ event) => this.turn(event)
    document.addEventListener('keydown', this.press)
    fill(host, this.body)
    setRunning(true)
  }

  /** @param {boolean} [focus] */
  async show(focus = false) {
    const { questions, position } = this.pile
    try {
      const question = showAnswer(await loadQuestion(this.app.index, questions[position]))
      if (this.pile.position === position && this.body.isConnected) {
        const last = position + 1 === questions.length
        fill(this.place, question)
        this.head.show(questions, position, position + 1)
        this.back.hidden = position === 0
        this.next.textContent = last ? text.run.finish : text.run.next
        if (focus) {
          focusQuestion(question, this.body)
        }
        if (!last) {
          preload(this.app.index, questions[position + 1]).catch(() => {})
        }
        question.dispatchEvent(new CustomEvent('yx-shown', { bubbles: true }))
      }
    } catch (reason) {
      fill(this.place, failure(() => this.show(focus), reason))
      throw reason
    }
  }

  close() {
    document.removeEventListener('keydown', this.press)
    setRunning(false)
  }

  /** @private @param {1 | -1} step */
  move(step) {
    const { pile } = this
    const position = pile.position + step
    if (position >= 0) {
      pile.position = position
      pile.keep()
      if (position === pile.questions.length) {
        pile.end()
      } else {
        this.show(true)
      }
    }
  }

  /** @private @param {KeyboardEvent} event */
  turn(event) {
    const { altKey, ctrlKey, metaKey, shiftKey, key, target } = event
    const typing = target instanceof Element && target.closest('input, textarea, select, [role=dialog]')
    if ((key === 'ArrowLeft' || key === 'ArrowRight') && !(altKey || ctrlKey || metaKey || shiftKey || typing)) {
      event.preventDefault()
      this.move(key === 'ArrowRight' ? 1 : -1)
    }
  }

  /** @private @param {TouchEvent} event */
  down({ touches }) {
    const [{ clientX: x, clientY: y }] = touches
    /** @private @type {{x: number, y: number} | undefined} two fingers zoom */
    this.start = touches.length === 1 ? { x, y } : undefined
  }

  /** @private @param {TouchEvent} event */
  up({ changedTouches: [{ clientX, clientY }] }) {
    const { start } = this
    this.start = undefined
    const across = start ? clientX - start.x : 0
    if (start && Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(clientY - start.y)) {
      this.move(across < 0 ? 1 : -1)
    }
  }
}
