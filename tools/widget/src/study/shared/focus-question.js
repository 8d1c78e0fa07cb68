/**
 * Leads eyes, keys and ears to a question, without a jump where its beginning is in view.
 *
 * @param {Element} question
 * @param {Element} body - what is scrolled to where it is not
 */
export function focusQuestion(question, body) {
  const stem = /** @type {HTMLElement | null} */ (question.querySelector('.yx-stem'))
  if (stem) {
    stem.tabIndex = -1
    stem.focus({ preventScroll: true })
  }
  if (body.getBoundingClientRect().top < 0) {
    body.scrollIntoView()
  }
}
