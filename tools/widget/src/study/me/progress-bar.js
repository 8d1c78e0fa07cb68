import { drawing, s, stripes } from '../../ui/svg.js'
import { meText } from './me-text.js'

/** @import { Progress } from '../../core/progress.js' */

/**
 * Draws the progress of one part: mastered, right and seen questions.
 *
 * @param {string} name
 * @param {Progress} progress
 */
export function progressBar(name, progress) {
  const { total, seen, right, mastered } = progress
  const { id, pattern } = stripes()
  const width = (/** @type {number} */ count) => (total ? (300 * count) / total : 0)
  const strip = (/** @type {string} */ kind, /** @type {number} */ count) =>
    s('rect', { class: kind, width: width(count), height: 14 })
  const part = strip('yx-bar-part', Math.max(right, mastered))
  part.setAttribute('fill', `url(#${id})`)
  return drawing(
    'yx-progress-bar',
    300,
    14,
    meText.bar(name, progress),
    pattern,
    strip('yx-bar-seen', seen),
    part,
    strip('yx-bar-all', mastered),
    s('rect', { class: 'yx-bar-edge', x: 0.5, y: 0.5, width: 299, height: 13 })
  )
}
