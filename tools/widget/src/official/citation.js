import { canCopy, copyOrShow } from '../ui/clipboard.js'
import { pageText } from '../ui/text.js'
import { actionsOf, highlight, officialOf } from './clauses.js'

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
  const place = placeOf(clause)
  if (place) {
    say(clause, await copy(place, place.dataset.cite || '', clause))
  }
}

/**
 * The same for a clause that a finger was held on. What it has selected stays: where the page may not copy by itself, nothing
 * is shown to be copied by hand, but where a tap does it.
 *
 * @param {Element} clause
 */
export async function citeHeld(clause) {
  const place = placeOf(clause)
  if (place) {
    highlight(clause)
    const copied = await canCopy(citation(place.dataset.cite || '', clause))
    say(clause, copied)
    tell(place, copied ? pageText.held : pageText.tapNumber)
  }
}

/**
 * @param {Element} clause
 * @returns {HTMLElement | null} what knows how its provision is cited: below the text on a measure's page, beside it where all
 *   of the text is
 */
function placeOf(clause) {
  const official = clause.closest('.yx-official, section')
  return official && (official.matches('section') ? official.querySelector('.yx-page') : actionsOf(official))
}

/**
 * @param {Element} clause
 * @param {boolean} copied
 */
function say(clause, copied) {
  const { classList } = /** @type {Element} */ (clause.querySelector('.yx-no'))
  classList.toggle('yx-copied', copied)
  setTimeout(() => classList.remove('yx-copied'), 2000)
}

/**
 * @param {HTMLElement} place - where it says that it has copied, or shows what is to be copied by hand
 * @param {string} at - the provision, as it is cited
 * @param {Element | null} clause
 */
async function copy(place, at, clause) {
  const copied = await copyOrShow(citation(at, clause), place)
  tell(place, copied ? pageText.copied : pageText.copyByHand)
  if (!copied) {
    place.scrollIntoView({ block: 'nearest' })
  }
  return copied
}

/**
 * @param {string} at
 * @param {Element | null} clause
 */
function citation(at, clause) {
  const plan = document.title.replace(/.* · /, '')
  const number = clause ? clause.id.replace(/.*c/, '') : ''
  const address = location.href.replace(/#.*/, '') + (clause ? `#${clause.id}` : '')
  return `${pageText.citation(plan, at, number, (clause && clause.textContent) || '')}\n${address}`
}

/**
 * @param {HTMLElement} place
 * @param {string} words
 */
function tell(place, words) {
  const output = place.querySelector('output')
  if (output) {
    output.textContent = words
  }
}
