import { copyOrShow } from '../ui/clipboard.js'
import { pageText } from '../ui/text.js'
import { officialOf } from './read-aloud.js'

/**
 * Copies the citation of the official text above, with the wording of the highlighted clause if there is one.
 *
 * @param {HTMLElement} button
 */
export async function cite(button) {
  const row = /** @type {HTMLElement} */ (button.parentElement)
  const output = /** @type {HTMLElement} */ (row.querySelector('output'))
  const clause = officialOf(button).querySelector('.yx-lit, :target')
  const plan = document.title.replace(/.* · /, '')
  const address = location.href.replace(/#.*/, '') + (clause ? `#${clause.id}` : '')
  const words = pageText.citation(plan, row.dataset.cite || '', (clause && clause.textContent) || '')
  output.textContent = (await copyOrShow(`${words}\n${address}`, row)) ? pageText.copied : pageText.copyByHand
}
