import { fill } from '../../ui/hyperscript.js'
import { showTrouble } from '../../ui/storage-notice.js'
import { beginApp } from './app.js'
import { offerDocuments } from './document-chooser.js'
import { failure } from './failure.js'
import { shareScreen } from './screen-share.js'

/** @import { App } from './app.js' */

/** Base class of the ways to study. Starts once, when the index and the log have loaded. */
export class StudyElement extends HTMLElement {
  constructor() {
    super()
    /** Undefined before start(). */
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
   * Renders for the first time.
   *
   * @abstract
   * @param {App} _app
   */
  start(_app) {}

  /**
   * Renders what takes no knowledge of the log, which takes longer to read than the rest of the page: a year of answers.
   *
   * @abstract
   * @param {App} _app
   */
  preview(_app) {}

  /** @private */
  async enter() {
    try {
      const app = await beginApp()
      this.dataset.document = app.document
      offerDocuments(app, this)
      this.preview(app)
      await app.ready
      this.app = app
      await this.start(app)
      showTrouble(app.log)
    } catch (reason) {
      this.fail(() => this.enter(), reason)
      throw reason
    }
  }

  /**
   * Shows that something did not load, with a button to try again.
   *
   * @param {() => void} again
   * @param {unknown} [reason]
   */
  fail(again, reason) {
    fill(this, failure(again, reason))
  }
}

let unshare = () => {}

/**
 * Gives the screen to a question: hides title and introduction, and limits what sticks to the edges.
 *
 * @param {boolean} running - whether one is shown, in a `.yx-run` on the page
 */
export function setRunning(running) {
  const body = /** @type {HTMLElement | null} */ (document.querySelector('.yx-run'))
  document.documentElement.classList.toggle('yx-running', running)
  unshare()
  unshare = running && body ? shareScreen(body) : () => {}
}
