/** What a meeting leaves for the minutes, in figures: words and paper are made of it elsewhere. */

import { answeredIn, countsOf, stopsOf } from './classroom-session.js'
import { hardest, outcome, sum, tooMany } from './classroom-votes.js'
import { tallyPhones } from './room-result.js'

/** @import { Meeting, Vote } from './classroom-session.js' */
/** @import { Outcome } from './classroom-votes.js' */
/** @import { PhoneTally } from './room-result.js' */

/**
 * What is known of a question besides what happened.
 *
 * @typedef {object} Known
 * @property {string} id
 * @property {string} at - 二（一）三是
 * @property {string} kind - 单选
 * @property {string} text
 * @property {string} key - the answer in words
 * @property {Vote} vote
 * @property {string} letters
 * @property {string} right
 * @property {string[]} names - what the letters stand for
 */

/**
 * @typedef {object} Round
 * @property {number} round - 0 or 1
 * @property {[string, number][]} hands - by what was chosen, in the order of the screen
 * @property {Outcome} outcome
 * @property {boolean} over - whether more hands were counted than there are people
 */

/**
 * @typedef {object} RecordedQuestion
 * @property {number} number - from 1, as it was asked
 * @property {Known} known
 * @property {boolean} answered - whether the answer was shown
 * @property {Round[]} counted - the rounds in which hands were counted
 * @property {Pick<Outcome, 'right' | 'share'>[]} rounds
 */

/**
 * @typedef {object} Minutes
 * @property {string[]} read - provisions of which something was read
 * @property {RecordedQuestion[]} questions - that were shown
 * @property {RecordedQuestion[]} hardest - of those that were answered
 * @property {{name: string, points: number}[]} teams
 * @property {PhoneTally} phones - of all questions, as they were drawn
 */

/**
 * @param {Meeting} meeting
 * @param {Known[]} known - its questions, as far as they are still asked
 * @param {number} people - in the room; 0 where nobody has said
 * @returns {Minutes}
 */
export function recordOf(meeting, known, people) {
  const stops = stopsOf(meeting)
  const seen = meeting.visited.map((at) => stops[at]).filter(Boolean)
  const read = meeting.read
    .map(({ id }) => id)
    .filter((id) => seen.some((stop) => stop.kind === 'read' && stop.id === id))
  const answered = answeredIn(meeting)
  const questions = meeting.asked
    .map(({ id }, at) => ({
      number: at + 1,
      known: /** @type {Known} */ (known.find((each) => each.id === id)),
      answered: answered.has(id)
    }))
    .filter(({ known: each }) => each && seen.some(({ id }) => id === each.id))
    .map((each) => ({ ...each, ...roundsOf(meeting, each.known, people) }))
  return {
    read,
    questions,
    hardest: hardest(questions.filter((each) => each.answered)),
    teams: meeting.teams,
    phones: tallyPhones(meeting.phones, meeting.asked.length)
  }
}

/**
 * @param {Meeting} meeting
 * @param {Known} known
 * @param {number} people
 * @returns {Pick<RecordedQuestion, 'counted' | 'rounds'>}
 */
function roundsOf(meeting, { id, vote, letters, right, names }, people) {
  const all = /** @type {(0 | 1)[]} */ ([0, 1]).map((round) => {
    const counts = countsOf(meeting, id, round)
    const hands = Array.from(
      letters,
      (letter, at) => /** @type {[string, number]} */ ([vote === 'after' ? names[at] : letter, counts[letter] || 0])
    )
    return { round, counts, hands, outcome: outcome(vote, counts, letters, right, people) }
  })
  return {
    counted: all
      .filter(({ counts }) => sum(counts) > 0)
      .map(({ round, counts, hands, outcome: what }) => ({
        round,
        hands,
        outcome: what,
        over: tooMany(vote, counts, people)
      })),
    rounds: all.map(({ outcome: { right, share } }) => ({ right, share }))
  }
}
