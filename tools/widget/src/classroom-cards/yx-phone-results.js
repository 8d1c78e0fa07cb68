import { readResult } from '../core/room-result.js'
import { button, fill, h } from '../ui/hyperscript.js'
import { PictureSource } from './picture-source.js'
import { readWith } from './start-reader.js'
import { phonesText as text } from './vote-text.js'

/**
 * @typedef {object} Collection
 * @property {string} code - of the set that is collected
 * @property {number} count - of its questions
 * @property {(phone: string, signs: string) => boolean} add - whether this phone is new
 */

/** Collects what members' phones show at the end. */
export class PhoneResults extends HTMLElement {
  constructor() {
    super()
    this.collection = /** @type {Collection} */ (/** @type {unknown} */ (undefined))
  }

  connectedCallback() {
    if (!this.source) {
      this.source = new PictureSource((image, live) => this.look(image, live))
      fill(this, h('p', { class: 'yx-hint' }, text.how), this.source.body, button('yx-quiet', text.close, () => this.remove()))
    }
  }

  disconnectedCallback() {
    this.source?.stop()
  }

  /**
   * @private
   * @param {ImageData} image
   * @param {boolean} live
   */
  async look(image, live) {
    const { code, count, add } = this.collection
    const found = readResult(await readWith('code-reader', image), code, count)
    if (!found) {
      return live ? undefined : text.none
    }
    if (found === 'other') {
      return text.other
    }
    const fresh = add(found.phone, found.signs)
    // A camera sees the same phone again and again.
    const same = this.last === found.phone
    this.last = found.phone
    return fresh ? text.added : live && same ? undefined : text.known
  }
}
