import { button, fill, h } from '../ui/hyperscript.js'
import { cameras, frameOf, mayAsk, openCamera, photographOf } from './camera.js'
import { CardRound } from './card-round.js'
import { voteText as text } from './vote-text.js'
import { CODES } from './codes.js'

/** @import { Counts } from './card-round.js' */

/**
 * @typedef {object} Vote
 * @property {HTMLElement} place - where the panel comes, in place of what is there
 * @property {string} letters - of the options
 * @property {0 | 1} [round] - the first, or that after a discussion
 * @property {(counts: Counts) => void} setCounts - called when the result is to be seen, not before
 */

/** Milliseconds between two looks of the camera; a look takes as long again. */
const PAUSE = 120

/** A vote by cards: who has been read is shown, and what they hold up only when it is asked for. */
export class CardVote extends HTMLElement {
  constructor() {
    super()
    this.vote = /** @type {Vote} */ (/** @type {unknown} */ (undefined))
    this.round = new CardRound()
    this.close = () => {}
    this.camera = 0
  }

  connectedCallback() {
    if (this.status) {
      return
    }
    this.status = h('p', { role: 'status', class: 'yx-cards-read' })
    this.said = h('p', { role: 'status', class: 'yx-hint' })
    this.video = h('video', { muted: true, playsinline: true, hidden: true, class: 'yx-cards-video' })
    // The attribute alone does not silence a video that a script has made.
    this.video.muted = true
    this.cells = CODES.map((_, at) => h('li', null, at + 1))
    this.tools = h('div', { class: 'yx-tools' })
    this.file = h('input', { type: 'file', accept: 'image/*', capture: 'environment', multiple: true, onchange: () => this.choose() })
    fill(
      this,
      h('h3', null, text.title),
      h('p', { class: 'yx-hint' }, text.how),
      this.video,
      this.tools,
      this.said,
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
    this.offer()
    this.show()
  }

  disconnectedCallback() {
    this.stop()
  }

  /** @private */
  offer() {
    const { file } = this
    const asking = mayAsk()
    fill(
      /** @type {HTMLElement} */ (this.tools),
      asking && button('yx-quiet', this.running ? text.closeCamera : text.camera, () => (this.running ? this.stop() : this.start())),
      this.running && this.several && button('yx-quiet', text.otherCamera, () => this.start(true)),
      h('label', { class: 'yx-quiet yx-cards-file' }, text.photograph, file)
    )
    if (!asking) {
      this.say(text.noAsking)
    }
  }

  /**
   * @private
   * @param {boolean} [other] - whether the next of several cameras
   */
  async start(other) {
    this.stop()
    const video = /** @type {HTMLVideoElement} */ (this.video)
    const opened = (this.running = {})
    try {
      const found = await cameras()
      this.several = found.length > 1
      this.camera = other ? (this.camera + 1) % found.length : this.camera
      const close = await openCamera(video, other ? found[this.camera] : undefined)
      if (this.running !== opened) {
        close()
        return
      }
      this.close = close
      // Names and ids of cameras are told only to those who may use one.
      this.several = (await cameras()).length > 1
    } catch (_) {
      this.stop()
      this.say(text.noCamera)
      return
    }
    video.hidden = false
    this.say('')
    this.offer()
    while (this.running === opened) {
      const image = frameOf(video)
      if (image) {
        await this.read(image, (reads) => this.running === opened && this.round.look(reads))
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }

  /** @private */
  stop() {
    this.running = undefined
    this.close()
    this.close = () => {}
    if (this.video) {
      this.video.hidden = true
      this.offer()
    }
  }

  /** @private */
  async choose() {
    const { file } = this
    const files = Array.from((file && file.files) || [])
    for (const each of files) {
      this.say(text.looking)
      let image
      try {
        image = await photographOf(each)
      } catch (_) {
        this.say(text.noPicture)
        continue
      }
      await this.read(image, (reads) => {
        this.round.add(reads)
        this.say(text.foundIn(reads.length))
      })
    }
    if (file) {
      file.value = ''
    }
  }

  /**
   * @private
   * @param {ImageData} image
   * @param {(reads: import('./read-cards.js').Read[]) => void} take
   */
  async read(image, take) {
    try {
      take(await /** @type {NonNullable<typeof window.yanxi.readCards>} */ (window.yanxi.readCards)(image))
    } catch (_) {
      this.stop()
      this.say(text.notLoaded)
    }
    this.show()
  }

  /** @private */
  clear() {
    this.round = new CardRound()
    this.say('')
    this.show()
  }

  /** @private */
  reveal() {
    const { counts, others } = this.round.outcome(this.vote.letters)
    this.stop()
    this.vote.setCounts(counts)
    fill(
      this,
      h(
        'p',
        { role: 'status', class: 'yx-cards-read' },
        text.outcome(/** @type {[string, number][]} */ (Object.entries(counts)))
      ),
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

  /**
   * @private
   * @param {string} words
   */
  say(words) {
    if (this.said) {
      this.said.textContent = words
    }
  }
}
