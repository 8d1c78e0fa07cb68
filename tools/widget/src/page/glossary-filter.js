import { pageText } from '../ui/text.js'
import { findBox } from './find-box.js'

/** Offers a box above the terms that leaves only those with the words typed, or with such a sound: 三不腐, sbf, sanbufu. */
export function offerFilter() {
  const place = document.querySelector('.yx-glossary-page')
  if (!place || place.querySelector('.yx-find')) {
    return
  }
  place.prepend(...findBox(pageText.findTerm, (typed) => filter(place, typed), pageText.foundTerms))
  addEventListener('hashchange', openTerm)
  openTerm()
}

/**
 * @param {Element} place
 * @param {string} typed
 * @returns {number} how many terms are left
 */
function filter(place, typed) {
  const wanted = typed.replace(/\s/g, '').toLowerCase()
  let found = 0
  for (const letter of place.querySelectorAll('.yx-letter')) {
    let left = 0
    for (const term of /** @type {NodeListOf<HTMLElement>} */ (letter.querySelectorAll('.yx-term'))) {
      const has = `${term.dataset.sound} ${term.textContent}`.toLowerCase().includes(wanted)
      term.hidden = !has
      left += Number(has)
    }
    letter.toggleAttribute('hidden', !left)
    found += left
  }
  for (const other of place.querySelectorAll('.yx-letters, .yx-by-area')) {
    other.toggleAttribute('hidden', !!wanted)
  }
  return found
}

/** Unfolds the term that the address names; one that the words typed leave out is wanted more than they are. */
function openTerm() {
  const term = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!(term instanceof HTMLDetailsElement)) {
    return
  }
  term.open = true
  const field = document.querySelector('.yx-find > input')
  if (term.hidden && field instanceof HTMLInputElement) {
    field.value = ''
    field.dispatchEvent(new Event('input'))
    term.scrollIntoView()
  }
}
