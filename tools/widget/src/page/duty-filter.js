import { pageText } from '../ui/text.js'
import { findBox } from './find-box.js'

/** Offers a box above the groups of duties that leaves only those with all of the words typed, unfolded. */
export function offerDutyFilter() {
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
      group.open = words.length > 0
      found += number ? 0 : left
    }
  })
  return found
}
