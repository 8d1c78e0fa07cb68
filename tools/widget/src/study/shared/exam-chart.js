import { drawing, s, stripes } from '../../ui/svg.js'
import { text } from './study-text.js'

/** @import { Exam } from '../../store/record.js' */

const BAR = 20
const STEP = 30
const HEIGHT = 100

/**
 * Draws exams as bars: the share of points reached, whatever the paper.
 *
 * @param {Exam[]} exams - the oldest first
 */
export function examChart(exams) {
  const { id, pattern } = stripes()
  const bars = exams.map(({ points, of, passed }, at) => {
    const percent = of ? Math.round((100 * points) / of) : 0
    const x = at * STEP + (STEP - BAR) / 2
    const bar = s('rect', { class: 'yx-bar-all', x, y: 20 + HEIGHT - percent, width: BAR, height: Math.max(percent, 1) })
    if (!passed) {
      bar.setAttribute('fill', `url(#${id})`)
      bar.setAttribute('class', 'yx-bar-part')
    }
    return s('g', {}, bar, s('text', { x: x + BAR / 2, y: 14 + HEIGHT - percent, 'text-anchor': 'middle' }, `${percent}`))
  })
  const base = s('line', { class: 'yx-axis', x1: 0, y1: 20 + HEIGHT, x2: exams.length * STEP, y2: 20 + HEIGHT })
  const words = `${text.exams.chart(exams.length)}：${exams.map(({ points, of }) => text.exams.points(points, of)).join('，')}`
  const chart = drawing('yx-chart', exams.length * STEP, HEIGHT + 24, words, pattern, ...bars, base)
  // Few bars are not stretched to the width of the page.
  chart.style.width = `${(exams.length * STEP) / 20}rem`
  return chart
}
