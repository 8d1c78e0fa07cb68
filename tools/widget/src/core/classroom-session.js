/**
 * A meeting as it goes: a line of stops with a place in it, and what was counted, noted and awarded on the way. Every function
 * takes a meeting and gives the next one; all windows draw from it alone.
 */

import { storableText } from './storable-text.js'

/** @import { Phones } from './room-result.js' */

/**
 * How a question is voted on: each takes one option, or several; or it is worked out aloud, and hands are counted after the
 * answer has been shown.
 *
 * @typedef {'one' | 'many' | 'after'} Vote
 */

/** @typedef {Record<string, number>} Counts - hands, by the letter of the option */

/**
 * @typedef {object} Asked
 * @property {string} id
 * @property {string} version - of its meaning when the meeting began
 * @property {Vote} vote
 */

/**
 * @typedef {object} Team
 * @property {string} name
 * @property {number} points
 */

/**
 * @typedef {object} Timer
 * @property {number} length - ms
 * @property {number} left - ms, when it was started or paused last
 * @property {number} since - ms since the epoch; 0 while it is paused
 */

/**
 * @typedef {object} Meeting
 * @property {string} id
 * @property {number} turn - one more with every change: the newest is right, whichever window made it
 * @property {string} document
 * @property {string} code - of its set
 * @property {number} begun - ms since the epoch
 * @property {{id: string, clauses: number}[]} read
 * @property {Asked[]} asked
 * @property {boolean} twice - whether each question is asked again after a discussion
 * @property {number} at - of the stops
 * @property {number[]} visited
 * @property {boolean} black
 * @property {boolean} dark
 * @property {boolean} board - whether the teams' points stand on the screen
 * @property {number} size - of the type, from -2 to 2
 * @property {Timer | null} timer
 * @property {Record<string, Counts[]>} counts - the first round and the second, by question
 * @property {Team[]} teams
 * @property {{team: number, points: number}[]} awards - what can be taken back
 * @property {Record<string, string>} form - what was typed for the minutes
 * @property {Phones} phones - what members' phones have shown, because they wanted to
 */

/**
 * @typedef {object} Stop
 * @property {'start' | 'read' | 'ask' | 'discuss' | 'again' | 'answer' | 'close'} kind
 * @property {string} id - of a provision or question; empty otherwise
 * @property {number} n - of the clause, from 0; of the question, from 0
 */

export const MOST_TEAMS = 8
export const LONGEST_NAME = 12
export const MOST_HANDS = 999
const MOST_AWARDS = 500
export const SIZES = [-2, -1, 0, 1, 2]

/**
 * @param {Pick<Meeting, 'id' | 'document' | 'code' | 'begun' | 'read' | 'asked' | 'twice'>} facts
 * @returns {Meeting}
 */
export function beginMeeting(facts) {
  const nothing = { turn: 0, at: 0, visited: [0], black: false, dark: false, board: false, size: 0, timer: null }
  return { ...facts, ...nothing, counts: {}, teams: [], awards: [], form: {}, phones: {} }
}

/**
 * @param {Pick<Meeting, 'read' | 'asked' | 'twice'>} meeting
 * @returns {Stop[]} at least two
 */
export function stopsOf({ read, asked, twice }) {
  /** @type {Stop[]} */
  const stops = [{ kind: 'start', id: '', n: 0 }]
  for (const { id, clauses } of read) {
    for (let n = 0; n < clauses; n++) {
      stops.push({ kind: 'read', id, n })
    }
  }
  asked.forEach(({ id, vote }, n) => {
    const kinds = /** @type {Stop['kind'][]} */ (
      twice && vote !== 'after' ? ['ask', 'discuss', 'again', 'answer'] : ['ask', 'answer']
    )
    stops.push(...kinds.map((kind) => ({ kind, id, n })))
  })
  return [...stops, { kind: 'close', id: '', n: 0 }]
}

/** @param {Meeting} meeting @returns {Stop} */
export function stopOf(meeting) {
  return stopsOf(meeting)[meeting.at]
}

/** @param {Meeting} meeting @returns {Set<string>} the questions whose answer was shown */
export function answeredIn(meeting) {
  const stops = stopsOf(meeting)
  const seen = meeting.visited.map((at) => stops[at])
  return new Set(seen.filter((stop) => stop && stop.kind === 'answer').map(({ id }) => id))
}

/**
 * One stop on or back. A black screen is lit again first: what the room has not seen, nobody passes over by accident.
 *
 * @param {Meeting} meeting
 * @param {1 | -1} step
 */
export function move(meeting, step) {
  return meeting.black ? { ...meeting, black: false } : goTo(meeting, meeting.at + step)
}

/** @param {Meeting} meeting @param {number} at - beyond the ends it is the end */
export function goTo(meeting, at) {
  const place = Math.max(0, Math.min(stopsOf(meeting).length - 1, at))
  const visited = meeting.visited.includes(place) ? meeting.visited : [...meeting.visited, place]
  return place === meeting.at ? meeting : { ...meeting, at: place, visited, black: false, board: false, timer: null }
}

/** To the answer of the question on the screen, without asking again. @param {Meeting} meeting */
export function toAnswer(meeting) {
  const { id } = stopOf(meeting)
  const at = stopsOf(meeting).findIndex((stop) => stop.kind === 'answer' && stop.id === id)
  return id && at > meeting.at ? goTo(meeting, at) : meeting
}

/**
 * The round that hands are counted for at a stop.
 *
 * @param {Meeting} meeting
 * @param {Stop} stop
 * @returns {0 | 1 | undefined} nothing where no hands are counted
 */
export function roundAt({ asked }, { kind, n }) {
  if (kind === 'ask' || kind === 'answer') {
    return (asked[n].vote === 'after') === (kind === 'answer') ? 0 : undefined
  }
  return kind === 'again' ? 1 : undefined
}

/**
 * @param {Meeting} meeting
 * @param {string} question
 * @param {0 | 1} round
 * @returns {Counts}
 */
export function countsOf({ counts }, question, round) {
  return (counts[question] && counts[question][round]) || {}
}

/**
 * @param {Meeting} meeting
 * @param {string} question
 * @param {0 | 1} round
 * @param {Counts} counts - all of this round; what is no number of hands is left out
 * @returns {Meeting}
 */
export function setCounts(meeting, question, round, counts) {
  if (!meeting.asked.some(({ id }) => id === question)) {
    return meeting
  }
  /** @type {Counts} */
  const safe = {}
  for (const letter of Object.keys(counts).filter(isLetter)) {
    const hands = Math.min(MOST_HANDS, Math.max(0, Math.round(counts[letter]) || 0))
    if (hands) {
      safe[letter] = hands
    }
  }
  const rounds = [0, 1].map((each) =>
    each === round ? safe : countsOf(meeting, question, /** @type {0 | 1} */ (each))
  )
  return { ...meeting, counts: { ...meeting.counts, [question]: rounds } }
}

/**
 * @param {Meeting} meeting
 * @param {string} question
 * @param {0 | 1} round
 * @param {string} letter
 * @param {number} hands - more, or fewer
 */
export function addHands(meeting, question, round, letter, hands) {
  const counts = countsOf(meeting, question, round)
  return setCounts(meeting, question, round, { ...counts, [letter]: (counts[letter] || 0) + hands })
}

/** @param {string} letter */
export function isLetter(letter) {
  return /^[A-J]$/.test(letter)
}

/** @param {Meeting} meeting @param {string} name */
export function addTeam(meeting, name) {
  const { teams } = meeting
  return teams.length < MOST_TEAMS ? { ...meeting, teams: [...teams, { name: toName(name), points: 0 }] } : meeting
}

/** @param {Meeting} meeting @param {number} team @param {string} name */
export function nameTeam(meeting, team, name) {
  const teams = meeting.teams.map((each, at) => (at === team ? { ...each, name: toName(name) } : each))
  return { ...meeting, teams }
}

/** @param {string} typed */
function toName(typed) {
  return storableText(typed).slice(0, LONGEST_NAME)
}

/** Takes a team away, and what could be taken back. @param {Meeting} meeting @param {number} team */
export function removeTeam(meeting, team) {
  return { ...meeting, teams: meeting.teams.filter((_, at) => at !== team), awards: [] }
}

/** @param {Meeting} meeting @param {number} team @param {number} points */
export function award(meeting, team, points) {
  return meeting.teams[team]
    ? { ...addPoints(meeting, team, points), awards: [...meeting.awards, { team, points }].slice(-MOST_AWARDS) }
    : meeting
}

/** Takes the last award back. @param {Meeting} meeting */
export function takeBack(meeting) {
  const last = meeting.awards[meeting.awards.length - 1]
  return last ? { ...addPoints(meeting, last.team, -last.points), awards: meeting.awards.slice(0, -1) } : meeting
}

/** @param {Meeting} meeting @param {number} team @param {number} points @returns {Meeting} */
function addPoints(meeting, team, points) {
  return {
    ...meeting,
    teams: meeting.teams.map((each, at) => (at === team ? { ...each, points: each.points + points } : each))
  }
}

/** @param {Meeting} meeting @param {number} length - ms; it waits to be started */
export function setTimer(meeting, length) {
  return { ...meeting, timer: length ? { length, left: length, since: 0 } : null }
}

/** Starts the timer, or pauses it. @param {Meeting} meeting @param {number} now @returns {Meeting} */
export function toggleTimer(meeting, now) {
  const { timer } = meeting
  return timer
    ? { ...meeting, timer: timer.since ? { ...timer, left: leftOf(timer, now), since: 0 } : { ...timer, since: now } }
    : meeting
}

/** @param {Timer} timer @param {number} now @returns {number} ms, never negative, and never more than there were */
export function leftOf({ left, since }, now) {
  return since ? Math.min(left, Math.max(0, left - (now - since))) : left
}

/** No window ticks more seldom than this while the machine is awake. */
export const ASLEEP = 90000

/**
 * Pauses the timer where it stopped when the machine fell asleep, or was switched off.
 *
 * @param {Meeting} meeting
 * @param {number} seen - ms since the epoch, the last moment that a window was awake
 * @param {number} now
 */
export function wake(meeting, seen, now) {
  const { timer } = meeting
  return timer && timer.since && now - seen > ASLEEP
    ? { ...meeting, timer: { ...timer, left: leftOf(timer, Math.max(seen, timer.since)), since: 0 } }
    : meeting
}
