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
 * The order of the log, which all pages share: by time, then by id, so that two phones order entries of one moment alike.
 * What is astray comes first. Nobody knows when it was, so it counts, and whatever has a time that can be has the last
 * word; else an answer of 2030 would have it until 2030.
 *
 * @param {number} now
 * @returns {(one: {at: number, id: string}, other: {at: number, id: string}) => number} as Array.sort() wants it
 */
export function orderAt(now) {
  return (one, other) =>
    Number(isAstray(other.at, now)) - Number(isAstray(one.at, now)) ||
    one.at - other.at ||
    Number(one.id > other.id) - Number(one.id < other.id)
}

/**
 * The last entry of each key: the last answer to each question, the last word on a star. The order of the entries does not
 * matter, and duplicates do no harm.
 *
 * @template {{at: number, id: string}} Entry
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
