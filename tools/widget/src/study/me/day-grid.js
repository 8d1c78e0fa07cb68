import { drawing, s } from '../../ui/svg.js'
import { meText } from './me-text.js'

/** @import { Day } from '../../core/calendar.js' */

const CELL = 24
const MOST = 20

/** Where the squares begin: right of the weekdays, below the months. */
const LEFT = 24
const TOP = 24

/** How far a line of words stands below the upper edge of its cell. */
const BASELINE = 17

/** The numbers of answers from which a day's square is larger. */
const LEVELS = [1, 10, 30]

/**
 * Draws days as squares, a column for each week: the more was answered, the larger. The last one is today.
 *
 * @param {Day[]} days - whole weeks, Monday first; the last one may be incomplete
 */
export function dayGrid(days) {
  const weeks = Math.ceil(days.length / 7)
  const squares = days.map(({ date, weekday, answers }, at) => {
    const level = LEVELS.filter((least) => answers >= least).length
    const size = level ? (MOST * (level + 1)) / (LEVELS.length + 1) : 3
    const place = square(level ? 'yx-day' : 'yx-day-off', Math.floor(at / 7), weekday, size)
    place.append(s('title', {}, meText.day(date, answers)))
    return place
  })
  const today = square('yx-day-today', weeks - 1, days[days.length - 1].weekday, CELL - 2)
  const practised = days.filter(({ answers }) => answers)
  const words = [meText.days(practised.length, weeks), ...practised.slice(-7).map((day) => meText.day(day.date, day.answers))]
  const [width, height] = [LEFT + weeks * CELL, TOP + 7 * CELL]
  return drawing('yx-calendar', width, height, words.join('；'), ...weekdays(), ...months(days), ...squares, today)
}

function weekdays() {
  return meText.weekdays.map((name, row) => s('text', { x: 0, y: TOP + row * CELL + BASELINE }, name))
}

/**
 * A month's name stands over the week in which it begins; the first one's too, where the second leaves it room.
 *
 * @param {Day[]} days
 */
function months(days) {
  const begins = days.map(({ date }, at) => ({ column: Math.floor(at / 7), date })).filter(({ date }) => date.endsWith('-01'))
  const names = begins.length && begins[0].column < 2 ? begins : [{ column: 0, date: days[0].date }, ...begins]
  return names.map(({ column, date }) =>
    s('text', { x: LEFT + column * CELL, y: BASELINE - 1 }, meText.month(Number(date.slice(5, 7))))
  )
}

/**
 * @param {string} kind
 * @param {number} column
 * @param {number} row
 * @param {number} size
 */
function square(kind, column, row, size) {
  const inset = (CELL - size) / 2
  return s('rect', { class: kind, x: LEFT + column * CELL + inset, y: TOP + row * CELL + inset, width: size, height: size, rx: 2 })
}
