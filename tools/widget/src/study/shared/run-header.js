import { button, fill, h } from '../../ui/hyperscript.js'
import { text } from './study-text.js'

/** @import { App } from './app.js' */

/** The line above a question: a way out, the place in the list, 收藏. */
export class RunHeader {
  /**
   * @param {App} app
   * @param {(() => void) | undefined} leave
   */
  constructor(app, leave) {
    this.app = app
    this.id = ''
    this.count = h('span', { class: 'yx-count' })
    this.done = h('span', null)
    this.star = button('yx-star', '', () => this.toggle())
    this.body = h(
      'div',
      { class: 'yx-head' },
      leave && button('yx-quiet yx-leave', text.run.leave, leave),
      this.count,
      this.star,
      h('span', { class: 'yx-meter', 'aria-hidden': 'true' }, this.done)
    )
  }

  /**
   * @param {string[]} questions
   * @param {number} position
   * @param {number} done - how many
   */
  show(questions, position, done) {
    this.id = questions[position]
    fill(
      this.count,
      h('span', { 'aria-hidden': 'true' }, text.run.count(position + 1, questions.length)),
      h('span', { class: 'yx-unseen' }, text.run.spoken(position + 1, questions.length))
    )
    this.done.style.width = `${(100 * done) / questions.length}%`
    this.showStar(this.app.stars.has(this.id))
  }

  /** @private */
  toggle() {
    const on = !this.app.stars.has(this.id)
    this.app.star(this.id, on)
    this.showStar(on)
  }

  /** @private @param {boolean} on */
  showStar(on) {
    fill(this.star, h('span', { 'aria-hidden': 'true' }, on ? '★ ' : '☆ '), on ? text.run.starred : text.run.star)
  }
}
