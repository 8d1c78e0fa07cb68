// Runs before the page does: taps the first option the moment it can be hit, and again every frame until it is graded.
;({ option, question }) => {
  const bench = (window.bench = { seen: 0, graded: 0 })
  if (!option) return

  function poll() {
    const first = document.querySelector(option)
    const hit = first && elementAt(first)
    if (hit) {
      bench.seen = bench.seen || performance.now()
      hit.click()
      if (first.closest(question).hasAttribute('data-result')) {
        bench.graded = performance.now()
        return
      }
    }
    requestAnimationFrame(poll)
  }

  /** What a finger on the middle of the option would hit, if that is the option. */
  function elementAt(element) {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = width && height && document.elementFromPoint(left + width / 2, top + height / 2)
    return hit && element.contains(hit) ? hit : null
  }

  requestAnimationFrame(poll)
}
