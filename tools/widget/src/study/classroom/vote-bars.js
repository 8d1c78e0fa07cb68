import { countsOf } from '../../core/classroom-session.js'
import { handsOf, outcome, tooMany } from '../../core/classroom-votes.js'
import { h } from '../../ui/hyperscript.js'
import { roomText } from './classroom-text.js'

/** @import { Counts, Meeting, Vote } from '../../core/classroom-session.js' */
/** @import { Outcome } from '../../core/classroom-votes.js' */
/** @import { Sheet } from './sheet.js' */

/** How many are in the room, as the form for the minutes says. @param {Meeting} meeting */
export function peopleIn({ form }) {
  const [digits = '0'] = /\d{1,3}/.exec(form.present || '') || []
  return Number(digits)
}

/**
 * How many hands were counted in a round; more than there are people is marked.
 *
 * @param {Vote} vote
 * @param {Counts} counts
 * @param {number} people - in the room; 0 where nobody has said
 * @returns {string | HTMLElement} nothing where hands say nothing of people
 */
export function handsWords(vote, counts, people) {
  const several = vote === 'many'
  const hands = handsOf(vote, counts)
  if (tooMany(vote, counts, people)) {
    return h('strong', { class: 'yx-too-many' }, roomText.tooMany(hands, people, several))
  }
  return several ? '' : roomText.counted(hands, people)
}

/** Both rounds of a question. @param {Meeting} meeting @param {Sheet} sheet @returns {Outcome[]} */
export function roundsOf(meeting, { id, vote, letters, right }) {
  return [0, 1].map((round) =>
    outcome(vote, countsOf(meeting, id, /** @type {0 | 1} */ (round)), letters, right, peopleIn(meeting))
  )
}

/**
 * The rounds of one option, a bar each: the first hatched, the second full.
 *
 * @param {Meeting} meeting
 * @param {Sheet} sheet
 * @param {string} letter
 * @returns {HTMLElement | false} nothing where nobody was counted
 */
export function optionBars(meeting, sheet, letter) {
  const rounds = roundsOf(meeting, sheet)
  const bars = rounds.map(({ of }, round) => {
    const hands = countsOf(meeting, sheet.id, /** @type {0 | 1} */ (round))[letter] || 0
    const bar = h('i', { class: round ? 'yx-bar-second' : 'yx-bar-first' })
    bar.style.width = `${of ? (100 * hands) / of : 0}%`
    return (
      of > 0 &&
      h(
        'span',
        { class: 'yx-hands' },
        h('span', { class: 'yx-unseen' }, roomText.rounds[round]),
        h('span', { class: 'yx-track' }, bar),
        h('b', null, hands)
      )
    )
  })
  return bars.some(Boolean) && h('span', { class: 'yx-bars' }, bars)
}

/**
 * What the rounds come to: 第一次 45% 对，讨论后 80% 对.
 *
 * @param {Meeting} meeting
 * @param {Sheet} sheet
 * @returns {HTMLElement | false}
 */
export function barsLegend(meeting, sheet) {
  const rounds = roundsOf(meeting, sheet)
  const said = rounds.map(
    ({ of, share }, round) =>
      of > 0 &&
      h(
        'span',
        null,
        h('i', { class: `yx-swatch ${round ? 'yx-bar-second' : 'yx-bar-first'}` }),
        share === undefined ? roomText.hands(round, of) : roomText.right(round, share, sheet.vote === 'many')
      )
  )
  return said.some(Boolean) && h('p', { class: 'yx-shares' }, said)
}
