import { isSpeaking, speak, stopSpeaking } from '../ui/speech.js'
import { pageText } from '../ui/text.js'
import { highlight, officialOf } from './clauses.js'

/**
 * Reads the official text above aloud, one clause at a time, and highlights the clause being read; pressed again, stops.
 *
 * @param {HTMLElement} button
 */
export function readAloud(button) {
  if (isSpeaking(button)) {
    stopSpeaking()
    return
  }
  const clauses = Array.from(officialOf(button).querySelectorAll('.clause'))
  const said = /** @type {HTMLElement} */ (button.parentElement).querySelector('output')
  const words = clauses.map((clause) => clause.textContent || '')
  speak(button, words, end, (at) => highlight(clauses[at]))
  // Where it could not even begin it has ended already.
  button.setAttribute('aria-pressed', `${isSpeaking(button)}`)

  /** @param {boolean} unheard */
  function end(unheard) {
    button.setAttribute('aria-pressed', 'false')
    highlight()
    if (said) {
      said.textContent = unheard ? pageText.unheard : ''
    }
  }
}
