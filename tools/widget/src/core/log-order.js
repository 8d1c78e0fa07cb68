import { DAY } from './days.js'

/**
 * Whether a moment can only come from a clock gone wrong. Up to a week ahead it may be now that is wrong, set back by some
 * days, or the clock of another phone: then all stays in its order, and nothing changes for the reader.
 *
 * @param {number} at
 * @param {number} now
 */
export function isAstray(at, now) {
  return at > now + 7 * DAY
}

/**
 * @typedef {object} Placed - what an entry's place in the log follows from
 * @property {string} id
 * @property {number} at
 * @property {number} [turn] - the moment it counts as written at, where the clock had been set back before
 */

/** @param {Pick<Placed, 'at' | 'turn'>} entry */
export function turnOf({ at, turn = at }) {
  return turn
}

/** How many turns a device remembers. */
const MOST = 9

/**
 * The next turn on a device: now, but later than any it has seen, or a clock set back would give an older entry the last
 * word until it catches up. What is astray stays out of it.
 *
 * @param {number[]} seen - the last turns, each a week and more from the others: a clock can go back over a leap, too
 * @param {number} now
 * @returns {{turn: number, seen: number[]}} with what has been seen then
 */
export function nextTurn(seen, now) {
  const turn = seen.reduce((last, each) => (isAstray(each + 1, now) ? last : Math.max(last, each + 1)), now)
  const others = seen.filter((each) => isAstray(each, turn) || isAstray(turn, each))
  return { turn, seen: [...others, turn].slice(-MOST) }
}

/**
 * The order of the log, which all pages share: by turn, then by id, so that two phones order entries of one moment alike.
 * What is astray comes first. Nobody knows when it was, so it counts, and whatever has a time that can be has the last
 * word; else an answer of 2030 would have it until 2030.
 *
 * @param {number} now
 * @returns {(one: Placed, other: Placed) => number} as Array.sort() wants it
 */
export function orderAt(now) {
  return (one, other) => {
    const [turn, others] = [turnOf(one), turnOf(other)]
    return (
      Number(isAstray(others, now)) - Number(isAstray(turn, now)) ||
      turn - others ||
      Number(one.id > other.id) - Number(one.id < other.id)
    )
  }
}

/**
 * The last entry of each key: the last answer to each question, the last word on a star. The order of the entries does not
 * matter, and duplicates do no harm.
 *
 * @template {Placed} Entry
 * @param {Iterable<Entry>} entries
 * @param {(entry: Entry) => string} keyOf
 * @param {number} now
 * @returns {Map<string, Entry>}
 */
export function lastOf(entries, keyOf, now) {
  const order = orderAt(now)
  const last = new Map()
  for (const entry of entries) {
    const key = keyOf(entry)
    const known = last.get(key)
    if (!known || order(known, entry) < 0) {
      last.set(key, entry)
    }
  }
  return last
}
