import { pageText } from '../ui/text.js'
import { findBox } from './find-box.js'

/** Offers a box above the groups of duties that leaves only those with all of the words typed, unfolded and counted. */
export function offerDutyFilter() {
  printOne()
  const head = document.querySelector('.yx-duty-head')
  if (!head || document.querySelector('.yx-find')) {
    return
  }
  head.after(...findBox(pageText.findDuty, filter, pageText.foundDuties))
}

/**
 * @param {string} typed
 * @returns {number} how many duties are left; each stands in every view once
 */
function filter(typed) {
  const words = typed.split(/\s+/).filter(Boolean)
  let found = 0
  document.querySelectorAll('.yx-duty-groups').forEach((view, number) => {
    for (const group of /** @type {NodeListOf<HTMLDetailsElement>} */ (view.querySelectorAll('.yx-group'))) {
      let left = 0
      for (const duty of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll('.yx-duty'))) {
        const text = duty.textContent || ''
        duty.hidden = !words.every((word) => text.includes(word))
        left += Number(!duty.hidden)
      }
      group.hidden = !left
      for (const count of group.querySelectorAll('summary > small')) {
        count.textContent = pageText.duties(left)
      }
      group.open = words.length > 0
      found += number ? 0 : left
    }
  })
  return found
}

/** Leaves on paper, of the views that all have the same duties, the first one unfolded, or else the first. */
function printOne() {
  const views = Array.from(document.querySelectorAll('.yx-duty-groups'))
  const choose = () => {
    const chosen = views.find((view) => view.querySelector('.yx-group[open]:not([hidden])')) || views[0]
    views.forEach((view) => {
      for (const part of partsOf(view)) {
        part.classList.toggle('yx-unprinted', view !== chosen)
      }
    })
  }
  choose()
  // A fold that is opened for the printer tells so later, when the paper is made.
  views.forEach((view) => view.addEventListener('click', () => setTimeout(choose)))
}

/**
 * @param {Element} view
 * @returns {Element[]} it, its heading and what stands between them
 */
function partsOf(view) {
  const parts = [view]
  let part = view.previousElementSibling
  while (part && !part.matches('.yx-duty-groups, h1, div')) {
    parts.push(part)
    part = part.matches('h2, h3') ? null : part.previousElementSibling
  }
  return parts
}
