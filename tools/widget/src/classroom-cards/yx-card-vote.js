import { button, fill, h } from '../ui/hyperscript.js'
import { CardRound } from './card-round.js'
import { CODES } from './codes.js'
import { PictureSource } from './picture-source.js'
import { readWith } from './start-reader.js'
import { voteText as text } from './vote-text.js'

/** @import { Counts } from './card-round.js' */
/** @import { Read } from './read-cards.js' */

/**
 * @typedef {object} Vote
 * @property {HTMLElement} place - where the panel comes, in place of what is there
 * @property {string} letters - of the options
 * @property {0 | 1} [round] - the first, or that after a discussion
 * @property {(counts: Counts) => void} setCounts - called when the result is to be seen, not before
 */

/** A vote by cards: who has been read is shown, and what they hold up only when it is asked for. */
export class CardVote extends HTMLElement {
  constructor() {
    super()
    this.vote = /** @type {Vote} */ (/** @type {unknown} */ (undefined))
    this.round = new CardRound()
  }

  connectedCallback() {
    if (this.source) {
      return
    }
    this.source = new PictureSource((image, live) => this.look(image, live))
    this.status = h('p', { role: 'status', class: 'yx-cards-read' })
    this.cells = CODES.map((_, at) => h('li', null, at + 1))
    fill(
      this,
      h('h3', null, text.title),
      h('p', { class: 'yx-hint' }, text.how),
      this.source.body,
      this.status,
      h('ol', { class: 'yx-cards-numbers', 'aria-label': text.numbers }, this.cells),
      h(
        'div',
        { class: 'yx-tools' },
        button('yx-start', text.reveal, () => this.reveal()),
        button('yx-quiet', text.again, () => this.clear()),
        button('yx-quiet', text.close, () => this.remove())
      ),
      h('p', { class: 'yx-hint' }, text.forgotten)
    )
    this.show()
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
    const { round } = this
    /** @type {Read[]} */
    const reads = await readWith('card-reader', image)
    if (live) {
      round.look(reads)
    } else {
      round.add(reads)
    }
    this.show()
    return live ? undefined : text.foundIn(reads.length)
  }

  /** @private */
  clear() {
    this.round = new CardRound()
    this.source?.say('')
    this.show()
  }

  /** @private */
  reveal() {
    const { counts, others } = this.round.outcome(this.vote.letters)
    this.source?.stop()
    this.vote.setCounts(counts)
    const told = text.outcome(/** @type {[string, number][]} */ (Object.entries(counts)))
    fill(
      this,
      h('p', { role: 'status', class: 'yx-cards-read' }, told),
      others.length > 0 && h('p', { class: 'yx-hint' }, text.others(others))
    )
  }

  /** @private */
  show() {
    const { numbers } = this.round
    const { cells = [], status } = this
    cells.forEach((cell, at) => cell.classList.toggle('yx-cards-seen', numbers.includes(at + 1)))
    if (status && status.textContent !== text.read(numbers.length)) {
      status.textContent = text.read(numbers.length)
    }
  }
}
