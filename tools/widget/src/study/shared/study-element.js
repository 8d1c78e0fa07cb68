import { afterPaint } from '../../ui/dom.js'
import { fill, h } from '../../ui/hyperscript.js'
import { showNotKept } from '../../ui/storage-notice.js'
import { openApp } from './app.js'
import { settled } from './site-data.js'
import { text } from './study-text.js'

/** @import { App } from './app.js' */

/** One way to study, as an element of a page. It begins once, when the bank and the log are there. */
export class StudyElement extends HTMLElement {
  constructor() {
    super()
    /** Not there before start(). */
    this.app = /** @type {App} */ (/** @type {unknown} */ (undefined))
  }

  connectedCallback() {
    if (!this.begun) {
      this.begun = true
      this.classList.add('yx-study')
      this.enter()
    }
  }

  /**
   * Draws itself for the first time.
   *
   * @abstract
   * @param {App} _app
   */
  start(_app) {}

  /** @private */
  async enter() {
    try {
      const app = (this.app = await openApp())
      await this.start(app)
      if (!app.log.persistent) {
        showNotKept()
      }
    } catch (reason) {
      this.fail(() => this.enter())
      throw reason
    } finally {
      // The theme's script takes as long as the drawing of the page, so it comes after that.
      settled().then(() => afterPaint(() => window.yanxi.bringTheme?.()))
    }
  }

  /**
   * Says that something did not come, and what to do.
   *
   * @param {() => void} again
   */
  fail(again) {
    fill(this, failure(again))
  }
}

/** @param {() => void} again */
export function failure(again) {
  return h(
    'div',
    { class: 'yx-notice', role: 'alert' },
    h('p', null, text.notLoaded),
    h('button', { type: 'button', class: 'yx-quiet', onclick: again }, text.again)
  )
}

/**
 * Whether a question stands on the page now: then title and introduction give way to it.
 *
 * @param {boolean} running
 */
export function setRunning(running) {
  document.documentElement.classList.toggle('yx-running', running)
}
