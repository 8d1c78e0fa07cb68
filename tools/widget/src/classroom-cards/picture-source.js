import { button, fill, h } from '../ui/hyperscript.js'
import { cameras, frameOf, mayAsk, openCamera, photographOf } from './camera.js'
import { pictureText as text } from './vote-text.js'

/** Milliseconds between two looks of the camera; a look takes as long again. */
const PAUSE = 120

/**
 * Pictures from a camera that is opened, or from photographs that are chosen, one after another.
 */
export class PictureSource {
  /**
   * @param {(image: ImageData, live: boolean) => Promise<string | undefined>} look - what is done with a picture, and gives what is
   *   to be said of it, if anything; `live` is a camera's, of which many follow
   */
  constructor(look) {
    this.look = look
    this.close = () => {}
    this.camera = 0
    this.said = h('p', { role: 'status', class: 'yx-hint' }, mayAsk() ? '' : text.noAsking)
    this.video = h('video', { muted: true, playsinline: true, hidden: true, class: 'yx-cards-video' })
    // The attribute alone does not silence a video that a script has made.
    this.video.muted = true
    this.file = h('input', {
      type: 'file',
      accept: 'image/*',
      capture: 'environment',
      multiple: true,
      onchange: () => this.choose()
    })
    this.tools = h('div', { class: 'yx-tools' })
    this.body = h('div', null, this.video, this.tools, this.said)
    this.offer()
  }

  /** Closes the camera. */
  stop() {
    this.running = undefined
    this.close()
    this.close = () => {}
    this.video.hidden = true
    this.offer()
  }

  /** @param {string} words */
  say(words) {
    if (this.said.textContent !== words) {
      this.said.textContent = words
    }
  }

  /** @private */
  offer() {
    const { running } = this
    fill(
      this.tools,
      mayAsk() && button('yx-quiet', running ? text.closeCamera : text.camera, () => (running ? this.stop() : this.start())),
      running && this.several && button('yx-quiet', text.otherCamera, () => this.start(true)),
      h('label', { class: 'yx-quiet yx-cards-file' }, text.photograph, this.file)
    )
  }

  /**
   * @private
   * @param {boolean} [other] - whether the next of several cameras
   */
  async start(other) {
    const { video } = this
    this.stop()
    const opened = (this.running = {})
    try {
      const found = await cameras()
      this.camera = other ? (this.camera + 1) % found.length : this.camera
      const close = await openCamera(video, other ? found[this.camera] : undefined)
      if (this.running !== opened) {
        close()
        return
      }
      this.close = close
      // How many there are is told only to those who may use one.
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
        await this.see(image, true)
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }

  /** @private */
  async choose() {
    for (const file of Array.from(this.file.files || [])) {
      this.say(text.looking)
      let image
      try {
        image = await photographOf(file)
      } catch (_) {
        this.say(text.noPicture)
        continue
      }
      await this.see(image, false)
    }
    this.file.value = ''
  }

  /**
   * @private
   * @param {ImageData} image
   * @param {boolean} live
   */
  async see(image, live) {
    try {
      const words = await this.look(image, live)
      if (words !== undefined) {
        this.say(words)
      }
    } catch (_) {
      this.stop()
      this.say(text.notLoaded)
    }
  }
}
