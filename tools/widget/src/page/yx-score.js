import { afterPaint, make, makeButton } from '../ui/dom.js'
import { pageText } from '../ui/text.js'

/** @import { Question } from '../question/yx-question.js' */

/** The end of a quiz: counts the right answers, and offers to practise the wrong ones again. */
export class Score extends HTMLElement {
  constructor() {
    super()
    // No status: after an answer the verdict alone is read out.
    this.status = make('p', 'yx-total')
    this.buttons = make('div', 'yx-tools')
    /** @type {Question[]} */
    this.all = []
  }

  connectedCallback() {
    this.quiz = this.closest('.yx-quiz')
    if (this.quiz) {
      // It stands after them. Looked for once: a thousand, looked for after every answer, would be felt.
      this.all = Array.from(this.quiz.querySelectorAll('yx-question'))
      const changed = () => afterPaint(() => this.update())
      this.append(this.status, this.buttons)
      this.quiz.addEventListener('yx-answer', changed)
      this.quiz.addEventListener('yx-redo', changed)
      // The first questions may have been answered before this script came.
      this.update()
    }
  }

  update() {
    const all = this.questions().length
    const right = this.questions('right').length
    const wrong = this.questions('wrong').length
    const answered = right + wrong
    const say = this.practising ? pageText.scoreAgain : pageText.score
    this.status.textContent = answered || this.practising ? say(answered, right, all - answered) : ''
    this.offer(wrong > 0 && (!this.practising || answered === all))
  }

  /**
   * Hides all questions but the wrong ones, and resets those.
   *
   * @param {string} seed
   */
  practiseWrong(seed) {
    const wrong = this.questions('wrong')
    this.showEverything()
    wrong.forEach((question) => {
      question.redo(`${question.id} ${seed}`)
      question.setAttribute('data-again', '')
    })
    if (this.quiz && wrong.length) {
      this.quiz.setAttribute('data-again', '')
      wrong[0].begin()
    }
    this.update()
  }

  showEverything() {
    this.all.forEach((question) => question.removeAttribute('data-again'))
    if (this.quiz) {
      this.quiz.removeAttribute('data-again')
    }
    this.update()
  }

  /** @private */
  get practising() {
    return !!this.quiz && this.quiz.hasAttribute('data-again')
  }

  /**
   * The questions that count now: the whole quiz, or those practised again.
   *
   * @private
   * @param {'right' | 'wrong'} [result] - of those alone that have it
   */
  questions(result) {
    const counted = this.practising ? this.all.filter((question) => question.hasAttribute('data-again')) : this.all
    return result ? counted.filter((question) => question.getAttribute('data-result') === result) : counted
  }

  /**
   * @private
   * @param {boolean} again
   */
  offer(again) {
    const actions = ['again', 'everything'].filter((_, at) => (at ? this.practising : again))
    const shown = Array.from(this.buttons.children, (button) => /** @type {HTMLElement} */ (button).dataset.yx)
    // Buttons that stay are not replaced, so that they keep the focus.
    if (actions.join() !== shown.join()) {
      this.buttons.textContent = ''
      this.buttons.append(...actions.map((action) => makeButton(action, action === 'again' ? pageText.again : pageText.everything)))
    }
  }
}

/** @param {Element} button */
export const again = (button) => scoreOf(button).practiseWrong(`${Date.now()}`)

/** @param {Element} button */
export const everything = (button) => scoreOf(button).showEverything()

/** @param {Element} button @returns {Score} */
const scoreOf = (button) => /** @type {Score} */ (button.closest('yx-score'))
