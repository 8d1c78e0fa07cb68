/**
 * Highlights a tapped clause, which then shows its number, until it or another is tapped.
 *
 * @param {Element} target
 */
export function toggleClause(target) {
  const clause = target.closest('.clause')
  const selection = getSelection()
  if (clause && !target.closest('a') && (!selection || selection.isCollapsed)) {
    highlight(clause.matches('.yx-lit') ? undefined : clause)
  }
}

/** @param {Element} [clause] - in place of the one that is highlighted */
export function highlight(clause) {
  document.querySelectorAll('.yx-lit').forEach((lit) => lit.classList.remove('yx-lit'))
  if (clause) {
    clause.classList.add('yx-lit')
  }
}

/**
 * The official text that a row of actions stands below. What leads back to a question may stand between.
 *
 * @param {HTMLElement} button - in the row
 */
export function officialOf(button) {
  let above = button.parentElement
  while (above && !above.matches('.yx-official')) {
    above = /** @type {HTMLElement | null} */ (above.previousElementSibling)
  }
  return /** @type {HTMLElement} */ (above)
}

/**
 * The row of actions below an official text.
 *
 * @param {Element} official
 */
export function actionsOf(official) {
  let below = official.nextElementSibling
  while (below && !below.matches('.yx-acts')) {
    below = below.nextElementSibling
  }
  return /** @type {HTMLElement | null} */ (below)
}
