import { light } from './clauses.js'

/** @type {HTMLElement | undefined} */
let speaking

/**
 * Reads the official words above aloud, a clause at a time, and lights up where it is; pressed again, it stops.
 *
 * @param {HTMLElement} button
 */
export function hear(button) {
  const begun = speaking !== button
  hush()
  if (begun) {
    speaking = button
    button.setAttribute('aria-pressed', 'true')
    const clauses = officialOf(button).querySelectorAll('.clause')
    clauses.forEach((clause, at) => {
      const utterance = new SpeechSynthesisUtterance(clause.textContent || '')
      utterance.lang = 'zh-CN'
      utterance.onstart = () => light(clause)
      // Those that were called off end too.
      utterance.onend = () => at === clauses.length - 1 && speaking === button && hush()
      speechSynthesis.speak(utterance)
    })
  }
}

function hush() {
  speechSynthesis.cancel()
  if (speaking) {
    speaking.setAttribute('aria-pressed', 'false')
    speaking = undefined
    light()
  }
}

/**
 * The official words a row of actions stands below.
 *
 * @param {HTMLElement} button
 */
export function officialOf(button) {
  const row = /** @type {HTMLElement} */ (button.parentElement)
  return /** @type {HTMLElement} */ (row.previousElementSibling)
}
