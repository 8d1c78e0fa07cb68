import { fill, h } from '../../ui/hyperscript.js'

/** @import { Child } from '../../ui/hyperscript.js' */

/**
 * Shows a summary with what can be done next, and moves the focus to it.
 *
 * @param {Element} place - whose children it replaces
 * @param {string} words
 * @param {string} more - said below, or nothing
 * @param {...Child} actions
 */
export function showSummary(place, words, more, ...actions) {
  const sum = h('p', { class: 'yx-sum', tabindex: '-1' }, words)
  fill(place, h('section', { class: 'yx-end' }, sum, more && h('p', null, more), h('div', { class: 'yx-actions' }, ...actions)))
  sum.focus({ preventScroll: true })
  if (sum.getBoundingClientRect().top < 0) {
    place.scrollIntoView()
  }
}
