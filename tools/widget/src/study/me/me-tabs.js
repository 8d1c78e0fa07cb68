import { h } from '../../ui/hyperscript.js'
import { meText } from './me-text.js'

/**
 * Shows one of 进度, 备份 and 设置 at a time, as the address says: each but the first has a heading on the page, and below it
 * its element.
 *
 * @param {HTMLElement} progress - the first
 */
export function offerTabs(progress) {
  const headings = Array.from(document.querySelectorAll('article h2[id]'))
  const parts = [
    { id: '', name: meText.progress, elements: [progress] },
    ...headings.map((heading) => ({ id: heading.id, name: heading.textContent || '', elements: [heading, heading.nextElementSibling] }))
  ]
  const links = parts.map(({ id, name }) =>
    h('a', { href: `#${id}`, onclick: (/** @type {Event} */ event) => go(event, id) }, name)
  )
  const tabs = h('nav', { class: 'yx-tabs', 'aria-label': meText.tabs }, links)
  // Above what introduces the page, so that they are in sight at the largest type.
  const title = document.querySelector('article h1')
  if (title) {
    title.after(tabs)
  } else {
    progress.before(tabs)
  }
  addEventListener('hashchange', show)
  show()

  /**
   * @param {Event} event
   * @param {string} id
   */
  function go(event, id) {
    // The browser would scroll the tabs away.
    event.preventDefault()
    history.replaceState(null, '', `#${id}`)
    show()
  }

  function show() {
    const wanted = decodeURIComponent(location.hash.slice(1))
    const present = parts.find(({ id }) => id === wanted) || parts[0]
    parts.forEach((part, at) => {
      part.elements.forEach((element) => element && element.toggleAttribute('hidden', part !== present))
      links[at].setAttribute('aria-current', `${part === present}`)
    })
  }
}
