import { button, fill, h } from '../../ui/hyperscript.js'
import { settle } from './settle.js'

/**
 * A button that asks before it does what cannot easily be taken back. It stays under the finger, where a second tap does
 * nothing more; what it asks unfolds below, and comes into sight.
 */
export class Confirmation {
  /**
   * @param {{button: string, keep: string, act: string}} words - on its button, and on those below the question
   * @param {() => string} question - what is asked; empty where there is nothing to ask
   * @param {() => void} act
   */
  constructor(words, question, act) {
    this.words = words
    this.question = question
    this.act = act
    this.button = button('yx-quiet', words.button, () => this.ask())
    /** Belongs below the button, in the same element. */
    this.asked = h('div', { class: 'yx-asked', role: 'alertdialog', hidden: true })
  }

  /** @private */
  ask() {
    const { asked, words } = this
    const question = asked.hidden && this.question()
    if (!question) {
      return
    }
    const keep = button('yx-quiet', words.keep, () => {
      this.close()
      this.button.focus({ preventScroll: true })
    })
    const act = button('yx-quiet yx-clear', words.act, () => {
      this.close()
      this.act()
    })
    const said = h('p', null, question)
    fill(asked, said, h('div', { class: 'yx-actions' }, keep, act))
    asked.setAttribute('aria-label', question)
    asked.hidden = false
    // What comes into sight may come under the finger.
    settle(/** @type {Element} */ (asked.parentElement))
    keep.focus({ preventScroll: true })
    asked.scrollIntoView({ block: 'nearest' })
    said.scrollIntoView({ block: 'nearest' })
  }

  /** Asks no longer. */
  close() {
    this.asked.hidden = true
  }
}
