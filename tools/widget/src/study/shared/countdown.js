import { button, h } from '../../ui/hyperscript.js'
import { text } from './study-text.js'

/** Seconds that a right answer stays before the next question. */
const SECONDS = 4

const STOPPERS = ['pointerdown', 'keydown', 'wheel', 'touchstart']

/** Goes on by itself after some seconds, in the reader's sight; any touch or key outside the bar stops it. */
export class Countdown {
  /** @param {{over: () => void, changed: () => void}} told */
  constructor({ over, changed }) {
    this.told = { over, changed }
    this.left = 0
    this.words = h('span', { 'aria-hidden': 'true' })
    this.status = h('p', { class: 'yx-unseen', role: 'status' })
    this.button = button('yx-quiet', text.run.stay, () => this.stop())
    this.button.append(this.words)
    this.button.hidden = true
    this.stopper = (/** @type {Event} */ { target }) => {
      if (!(target instanceof Element && target.closest('.yx-foot'))) {
        this.stop()
      }
    }
  }

  get running() {
    return this.left > 0
  }

  start() {
    this.left = SECONDS
    this.status.textContent = text.run.goingOn(SECONDS)
    STOPPERS.forEach((type) => document.addEventListener(type, this.stopper, true))
    this.beat = setInterval(() => this.tick(), 1000)
    this.show()
  }

  stop() {
    if (!this.running) {
      return
    }
    this.left = 0
    clearInterval(this.beat)
    this.status.textContent = ''
    STOPPERS.forEach((type) => document.removeEventListener(type, this.stopper, true))
    this.show()
  }

  /** @private */
  tick() {
    this.left--
    if (this.running) {
      this.show()
    } else {
      this.stop()
      this.told.over()
    }
  }

  /** @private */
  show() {
    this.words.textContent = `（${this.left}）`
    this.button.hidden = !this.running
    this.told.changed()
  }
}
