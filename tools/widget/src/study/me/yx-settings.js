import { TEXT_SIZES, changeSettings } from '../../store/settings.js'
import { fill, h } from '../../ui/hyperscript.js'
import { canSpeak } from '../../ui/speech.js'
import { keepPlace } from '../../ui/keep-place.js'
import { applyTextSize } from '../../ui/text-size.js'
import { StudyElement } from '../shared/study-element.js'
import { settingsText } from './settings-text.js'

/** @import { Settings as Values } from '../../store/settings.js' */
/** @import { App } from '../shared/app.js' */

/** The theme's name for it. */
const DARK = 'slate'

const LIMITS = [10, 20, 30, 50, 100, 200]

/** @type {('large' | 'autoNext' | 'shuffle' | 'readAloud')[]} */
const SWITCHES = ['large', 'autoNext', 'shuffle', 'readAloud']

/** The reader's settings. A change applies at once, and is stored on this device. */
export class Settings extends StudyElement {
  constructor() {
    super()
    this.said = h('p', { class: 'yx-said', role: 'status' })
  }

  /** @param {App} app */
  start(app) {
    document.addEventListener('yx-settings', () => this.draw(app))
    this.draw(app)
  }

  /** @private @param {App} app */
  draw(app) {
    const { settings } = app
    fill(
      this,
      h(
        'form',
        { autocomplete: 'off', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
        this.sizes(settings.textSize),
        SWITCHES.filter((name) => name !== 'readAloud' || canSpeak()).map((name) => this.switch(name, settings[name])),
        this.colours(),
        this.limit(settings.reviewLimit)
      ),
      this.said
    )
  }

  /** @private @param {number} present */
  sizes(present) {
    const change = (/** @type {Event} */ { target }) =>
      this.change({ textSize: /** @type {any} */ (Number(/** @type {HTMLInputElement} */ (target).value)) })
    return h(
      'fieldset',
      { class: 'yx-chips yx-sizes', onchange: change },
      h('legend', null, settingsText.textSize),
      TEXT_SIZES.map((size, at) =>
        h(
          'label',
          { class: 'yx-chip' },
          h('input', { type: 'radio', name: 'textSize', value: size, checked: size === present }),
          h('span', null, settingsText.sizes[at], sample(size))
        )
      )
    )
  }

  /**
   * @private
   * @param {'large' | 'autoNext' | 'shuffle' | 'readAloud'} name
   * @param {boolean} on
   */
  switch(name, on) {
    const input = h('input', { type: 'checkbox', name, checked: on, onchange: () => this.change({ [name]: input.checked }) })
    const hint = /** @type {Record<string, any>} */ (settingsText)[`${name}Hint`]
    return h('label', { class: 'yx-switch' }, input, h('span', null, settingsText[name], ' ', h('small', null, hint)))
  }

  /** Turns the header's own switch, which keeps it. @private */
  colours() {
    const options = /** @type {HTMLInputElement[]} */ (
      Array.from(document.querySelectorAll('[data-md-component="palette"] input'))
    )
    const isDark = () => document.body.dataset.mdColorScheme === DARK
    const turn = () => {
      const option = options.find(({ dataset }) => (dataset.mdColorScheme === DARK) === input.checked)
      if (option) {
        option.checked = true
        option.dispatchEvent(new Event('change', { bubbles: true }))
      }
    }
    const input = h('input', { type: 'checkbox', name: 'dark', checked: isDark(), onchange: turn })
    options.forEach((option) =>
      option.addEventListener('change', () => {
        input.checked = option.dataset.mdColorScheme === DARK
      })
    )
    return options.length > 0 && h('label', { class: 'yx-switch' }, input, h('span', null, settingsText.dark))
  }

  /** @private @param {number} present */
  limit(present) {
    const select = h(
      'select',
      { name: 'reviewLimit', onchange: () => this.change({ reviewLimit: Number(select.value) }) },
      [...new Set([...LIMITS, present])]
        .sort((one, other) => one - other)
        .map((count) => h('option', { value: count, selected: count === present }, settingsText.limit(count)))
    )
    return h('label', { class: 'yx-field' }, h('span', null, settingsText.reviewLimit), select)
  }

  /**
   * @private
   * @param {Partial<Values>} changes
   */
  change(changes) {
    const { local } = this.app
    const settings = changeSettings(local, changes)
    // What is tapped stays under the finger.
    keepPlace(() => applyTextSize(settings), document.activeElement)
    this.said.textContent = local.persistent ? settingsText.saved : settingsText.notKept
  }
}

/**
 * A sample character, scaled as the text would be.
 *
 * @param {number} size
 */
function sample(size) {
  const mark = h('span', { class: 'yx-sample', 'aria-hidden': 'true' }, settingsText.sample)
  mark.style.fontSize = `${size / 18}em`
  return mark
}
