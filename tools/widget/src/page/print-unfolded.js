/** Opens what is folded while a page is printed: paper has nothing to tap. */
export function printUnfolded() {
  /** @type {Element[]} */
  let opened = []
  const open = () => {
    const folds = Array.from(document.querySelectorAll('article details:not([open])'))
    folds.forEach((fold) => fold.setAttribute('open', ''))
    opened = opened.concat(folds)
  }
  const close = () => {
    opened.forEach((fold) => fold.removeAttribute('open'))
    opened = []
  }
  addEventListener('beforeprint', open)
  addEventListener('afterprint', close)
  // Where printing is only tried, or tells nothing else.
  matchMedia('print').addEventListener?.('change', ({ matches }) => (matches ? open() : close()))
}
