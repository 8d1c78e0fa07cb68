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
