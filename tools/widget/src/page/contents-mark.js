/** Marks in the contents beside a wide page what is being read. */
export function markContents() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.md-nav--secondary a'))
  const parts = Array.from(links, (link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  if (!parts.length || !matchMedia('(min-width: 60em)').matches) {
    return
  }
  let waiting = false
  const mark = () => {
    waiting = false
    // The last one whose heading has come to the upper third.
    const passed = parts.filter(({ heading }) => heading && heading.getBoundingClientRect().top < innerHeight / 3)
    const here = passed[passed.length - 1]
    for (const { link } of parts) {
      if (here && here.link === link) {
        link.setAttribute('aria-current', 'true')
      } else {
        link.removeAttribute('aria-current')
      }
    }
  }
  const wait = () => {
    if (!waiting) {
      waiting = true
      requestAnimationFrame(mark)
    }
  }
  addEventListener('scroll', wait, { passive: true })
  wait()
}
