import { fill, h } from '../../ui/hyperscript.js'

import { text } from './study-text.js'

/** @import { Child } from '../../ui/hyperscript.js' */

/**
 * @param {string} words - about those that were answered
 * @param {number} answered
 * @param {number} skipped
 * @returns {string} the words of a summary
 */
export function sumUp(words, answered, skipped) {
  if (!skipped) {
    return words
  }
  return answered ? `${words.replace(/。$/, '')}，${text.run.skipped(skipped)}` : text.run.allSkipped(skipped)
}

/**
 * Shows a summary with what can be done next, and moves the focus to it.
 *
 * @param {Element} place - whose children it replaces
 * @param {string} words
 * @param {Child} more - said below, or nothing
 * @param {...Child} actions - a `.yx-start` is put where the thumb has pressed before
 */
export function showSummary(place, words, more, ...actions) {
  const sum = h('p', { class: 'yx-sum', tabindex: '-1' }, words)
  const main = actions.find((action) => action instanceof Element && action.classList.contains('yx-start'))
  const others = actions.filter((action) => action && action !== main)
  fill(
    place,
    h(
      'section',
      { class: 'yx-end' },
      h('div', { class: 'yx-told' }, sum, h('div', null, more), others.length > 0 && h('div', { class: 'yx-actions' }, ...others)),
      main && h('div', { class: 'yx-foot' }, main)
    )
  )
  sum.focus({ preventScroll: true })
  sum.scrollIntoView({ block: 'nearest' })
}
