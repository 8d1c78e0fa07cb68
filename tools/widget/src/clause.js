/**
 * A clause that is tapped lights up and shows its number, until it or another is tapped.
 *
 * @param {Element} target
 */
export function touchClause(target) {
  const clause = target.closest('.clause')
  const selection = getSelection()
  if (!clause || target.closest('a') || (selection && !selection.isCollapsed)) {
    return
  }
  for (const lit of document.querySelectorAll('.yx-lit')) {
    if (lit !== clause) {
      lit.classList.remove('yx-lit')
    }
  }
  clause.classList.toggle('yx-lit')
}
