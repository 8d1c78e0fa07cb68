/**
 * Moves the focus to a question's stem, and scrolls where its beginning is above the screen, or its end below.
 *
 * @param {Element} question
 * @param {Element} body - what is scrolled to then
 */
export function focusQuestion(question, body) {
  const stem = /** @type {HTMLElement | null} */ (question.querySelector('.yx-stem'))
  if (stem) {
    stem.tabIndex = -1
    stem.focus({ preventScroll: true })
  }
  if (body.getBoundingClientRect().top < 0 || body.getBoundingClientRect().bottom > innerHeight) {
    body.scrollIntoView()
  }
}
