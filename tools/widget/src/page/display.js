import { openLocal } from '../store/local-storage.js'
import { changeSettings, readSettings } from '../store/settings.js'
import { keepPlace } from '../ui/keep-place.js'
import { pageText } from '../ui/text.js'
import { applyTextSize } from '../ui/text-size.js'

/** Lets the reader choose how large everything is from the header of every page, which stays where it is. */
export function offerDisplay() {
  const display = /** @type {HTMLDetailsElement | null} */ (document.querySelector('.yx-display'))
  if (!display) {
    return
  }
  const local = openLocal()
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (display.querySelectorAll('[name="yx-text-size"], [name="yx-large"]'))

  function fill() {
    const { textSize, large } = readSettings(local)
    inputs.forEach((input) => {
      input.checked = input.type === 'radio' ? Number(input.value) === textSize : large
    })
  }

  /** @param {Event} event */
  function change({ target }) {
    const input = /** @type {HTMLInputElement} */ (target)
    if (Array.from(inputs).includes(input)) {
      const settings = changeSettings(
        local,
        input.type === 'radio' ? { textSize: /** @type {any} */ (Number(input.value)) } : { large: input.checked }
      )
      keepPlace(() => applyTextSize(settings))
      if (!local.persistent) {
        const said = /** @type {HTMLElement} */ (display?.querySelector('output'))
        said.textContent = pageText.notKept
      }
      // Settings stand on a page of their own too.
      document.dispatchEvent(new Event('yx-settings'))
    }
  }

  display.addEventListener('toggle', fill)
  display.addEventListener('change', change)
  document.addEventListener('click', ({ target }) => {
    if (display.open && !display.contains(/** @type {Node} */ (target))) {
      display.open = false
    }
  })
  display.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && display.open) {
      display.open = false
      display.querySelector('summary')?.focus()
    }
  })
  fill()
}
