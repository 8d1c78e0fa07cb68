/**
 * Scrolls a question that was just graded no further than it takes to see the verdict and the first line of the explanation,
 * neither behind what sticks at the bottom.
 *
 * @param {Element} question
 * @param {Element} edge - of what covers the bottom of the screen
 */
export function showVerdict(question, edge) {
  const verdict = question.querySelector('output')
  const explanation = question.querySelector('.yx-explain')
  if (verdict && explanation) {
    const { top } = verdict.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(explanation)
    const [line = explanation.getBoundingClientRect()] = range.getClientRects()
    const end = Math.min(edge.getBoundingClientRect().top, innerHeight)
    // Where both do not fit, the verdict.
    const distance = top < 0 ? top : Math.max(0, Math.min(line.bottom - end, top))
    scrollBy(0, distance)
  }
}
