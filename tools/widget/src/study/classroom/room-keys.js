import { move, setTimer, toAnswer, toggleTimer } from '../../core/classroom-session.js'
import { countByKey } from './vote-counter.js'

/** A discussion, where nobody has said how long. */
const THREE_MINUTES = 180000

/** @import { Room } from './room.js' */

/** What a key, or a presenter's clicker, says. @type {Record<string, 1 | -1>} */
const STEPS = { PageDown: 1, ArrowRight: 1, ArrowDown: 1, ' ': 1, PageUp: -1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * Keys that every window of a meeting knows.
 *
 * @param {KeyboardEvent} event
 * @param {Room} room
 * @param {object} ways
 * @param {(step: 1 | -1) => void} ways.step
 * @param {boolean} [ways.scrolls] - whether the arrows up and down are the page's own
 * @param {() => string} ways.letters - of the options on the screen
 * @param {() => boolean} ways.counting - whether letters are options now
 * @param {() => void} [ways.counted] - called when a key was one for hands
 * @param {Record<string, () => void>} ways.more - what only this window does, by key
 */
export function pressKey(event, room, { step, scrolls = false, letters, counting, counted = () => {}, more }) {
  const { key, code, target, altKey, ctrlKey, metaKey, shiftKey, isComposing, repeat } = event
  const element = target instanceof Element ? target : document.body
  const typing = element.closest('textarea, select, input:not([type=checkbox]):not([type=radio]), [role=alertdialog]')
  // A clicker has its way while a number is being typed.
  const passes = element instanceof HTMLInputElement && ['PageDown', 'PageUp', 'Escape'].includes(key)
  if (!room.meeting || altKey || ctrlKey || metaKey || isComposing || repeat || (typing && !passes)) {
    return
  }
  const pressing = key === ' ' && element.closest('button, summary, a, input')
  const scrolling = scrolls && (key === 'ArrowUp' || key === 'ArrowDown')
  // With shift, the key of a digit is a sign.
  const digit = /^Digit[1-9]$/.test(code) ? code.slice(5) : key
  const letter = key.toLowerCase()
  if (STEPS[key] && !pressing && !scrolling) {
    step(STEPS[key])
  } else if (countByKey(room, digit, shiftKey, counting(), letters())) {
    counted()
  } else if (letter === 'b' || key === '.') {
    room.act((meeting) => ({ ...meeting, black: !meeting.black }))
  } else if (letter === 'r') {
    room.act(toAnswer)
  } else if (letter === 't') {
    room.act((meeting) => toggleTimer(meeting.timer ? meeting : setTimer(meeting, THREE_MINUTES), Date.now()))
  } else if (letter === 'd') {
    room.act((meeting) => ({ ...meeting, dark: !meeting.dark }))
  } else if (more[letter]) {
    more[letter]()
  } else {
    return
  }
  event.preventDefault()
}

/** @param {Room} room @param {1 | -1} step */
export function moveRoom(room, step) {
  room.act((meeting) => move(meeting, step))
}
