import { bringIntoSight } from '../../question/in-sight.js'

/**
 * Brings the first option on a small screen, with the stem.
 *
 * @param {Element} question
 */
export function showFirstOption(question) {
  const [stem, option] = ['.yx-stem', '.yx-option > span'].map((part) => question.querySelector(part))
  if (stem && option && document.documentElement.matches('.yx-fold-bar')) {
    bringIntoSight(stem, option)
  }
}

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
    showFirstOption(question)
  }
}
