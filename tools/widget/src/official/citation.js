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
  await copy(row, row.dataset.cite || '', officialOf(button).querySelector('.yx-lit, :target'))
}

/**
 * Copies the citation of one clause and the link to it.
 *
 * @param {HTMLElement} number - the clause's, which says that it was copied
 */
export async function citeClause(number) {
  const clause = /** @type {Element} */ (number.closest('.clause'))
  const official = clause.closest('.yx-official, section')
  // Below the text on a measure's page; beside it where all of the text is.
  const place = official && (official.matches('section') ? official.querySelector('.yx-page') : official.nextElementSibling)
  if (place instanceof HTMLElement) {
    const copied = await copy(place, place.dataset.cite || '', clause)
    number.classList.toggle('yx-copied', copied)
    setTimeout(() => number.classList.remove('yx-copied'), 2000)
  }
}

/**
 * @param {HTMLElement} place - where it says that it has copied, or shows what is to be copied by hand
 * @param {string} at - the provision, as it is cited
 * @param {Element | null} clause
 */
async function copy(place, at, clause) {
  const plan = document.title.replace(/.* · /, '')
  const number = clause ? clause.id.replace(/.*c/, '') : ''
  const address = location.href.replace(/#.*/, '') + (clause ? `#${clause.id}` : '')
  const words = pageText.citation(plan, at, number, (clause && clause.textContent) || '')
  const copied = await copyOrShow(`${words}\n${address}`, place)
  const output = place.querySelector('output')
  if (output) {
    output.textContent = copied ? pageText.copied : pageText.copyByHand
  }
  if (!copied) {
    place.scrollIntoView({ block: 'nearest' })
  }
  return copied
}
