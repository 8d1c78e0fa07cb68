/**
 * A clause that is tapped lights up and shows its number, until it or another is tapped.
 *
 * @param {Element} target
 */
export function touchClause(target) {
  const clause = target.closest('.clause')
  const selection = getSelection()
  if (clause && !target.closest('a') && (!selection || selection.isCollapsed)) {
    light(clause.matches('.yx-lit') ? undefined : clause)
  }
}

/** @param {Element} [clause] - all others go out */
export function light(clause) {
  document.querySelectorAll('.yx-lit').forEach((lit) => lit.classList.remove('yx-lit'))
  if (clause) {
    clause.classList.add('yx-lit')
  }
}
