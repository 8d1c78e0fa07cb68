import { drawing, s } from '../../ui/svg.js'
import { meText } from './me-text.js'

/** @import { Day } from '../../core/calendar.js' */

const CELL = 18
const MOST = 15

/** The numbers of answers from which a day's square is larger. */
const LEVELS = [1, 10, 30]

/**
 * Draws days as squares, a column for each week: the more was answered, the larger.
 *
 * @param {Day[]} days - whole weeks, Monday first; the last one may be incomplete
 */
export function dayGrid(days) {
  const weeks = Math.ceil(days.length / 7)
  const squares = days.map(({ date, weekday, answers }, at) => {
    const level = LEVELS.filter((least) => answers >= least).length
    const size = level ? (MOST * (level + 1)) / (LEVELS.length + 1) : 3
    const centre = (/** @type {number} */ place) => place * CELL + (CELL - size) / 2
    return s(
      'rect',
      { class: level ? 'yx-day' : 'yx-day-off', x: centre(Math.floor(at / 7)), y: centre(weekday), width: size, height: size },
      s('title', {}, meText.day(date, answers))
    )
  })
  const practised = days.filter(({ answers }) => answers)
  const words = [meText.days(practised.length, weeks), ...practised.slice(-7).map((day) => meText.day(day.date, day.answers))]
  const grid = drawing('yx-calendar', weeks * CELL, 7 * CELL, words.join('；'), ...squares)
  grid.style.width = `${(weeks * CELL) / 20}rem`
  return grid
}
