import { speak, stopSpeaking } from '../ui/speech.js'
import { highlight } from './clauses.js'

/** @type {HTMLElement | undefined} the pressed button */
let speaking

/**
 * Reads the official text above aloud, one clause at a time, and highlights the clause being read; pressed again, stops.
 *
 * @param {HTMLElement} button
 */
export function readAloud(button) {
  const begun = speaking !== button
  stop()
  if (begun) {
    speaking = button
    button.setAttribute('aria-pressed', 'true')
    const clauses = Array.from(officialOf(button).querySelectorAll('.clause'))
    const words = clauses.map((clause) => clause.textContent || '')
    // A cancelled text also reports its end, and by then another button may have been pressed.
    speak(words, () => speaking === button && stop(), (at) => highlight(clauses[at]))
  }
}

function stop() {
  stopSpeaking()
  if (speaking) {
    speaking.setAttribute('aria-pressed', 'false')
    speaking = undefined
    highlight()
  }
}

/**
 * The official text that a row of actions stands below.
 *
 * @param {HTMLElement} button
 */
export function officialOf(button) {
  const row = /** @type {HTMLElement} */ (button.parentElement)
  return /** @type {HTMLElement} */ (row.previousElementSibling)
}
