/**
 * @param {Element} question
 * @returns {string} the stem as plain text: a gap as `____`, without what grading added
 */
export function stemOf(question) {
  const stem = question.querySelector('.yx-stem')
  if (!stem) {
    return ''
  }
  const copy = /** @type {Element} */ (stem.cloneNode(true))
  copy.querySelectorAll('.yx-fill').forEach((fill) => fill.remove())
  copy.querySelectorAll('input').forEach((input) => input.replaceWith('____'))
  return (copy.textContent || '').trim()
}
