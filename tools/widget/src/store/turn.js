/**
 * What an entry's turn needs to know of the entries before it, on this device and in all its tabs: see nextTurn(). The time
 * itself is written as the clock has it; whose day it was, and how long ago, follows from that alone.
 */

import { isAstray, nextTurn, turnOf } from '../core/log-order.js'
import { named } from './site.js'

const SEEN = named('turns')

/**
 * @param {number} now
 * @returns {number} how far entries of now are to be moved, ms; 0 where the clock can be believed
 */
export function takeTurn(now) {
  const { turn, seen } = nextTurn(readTurns(), now)
  keepTurns(seen)
  return turn - now
}

/**
 * Takes note of what lies ahead of the clock: written by an older build, or on another phone.
 *
 * @param {{at: number, turn?: number}[]} records
 * @param {number} now
 */
export function noteTurns(records, now) {
  const ahead = records.reduce((most, record) => {
    const turn = turnOf(record)
    return turn > most && !isAstray(turn, now) ? turn : most
  }, now)
  if (ahead > now) {
    keepTurns(nextTurn(readTurns(), ahead).seen)
  }
}

/** @returns {number[]} */
function readTurns() {
  try {
    const kept = JSON.parse(localStorage.getItem(SEEN) || '[]')
    return kept.filter((/** @type {unknown} */ turn) => Number.isFinite(turn))
  } catch (_) {
    return []
  }
}

/** @param {number[]} turns */
function keepTurns(turns) {
  try {
    localStorage.setItem(SEEN, JSON.stringify(turns))
  } catch (_) {
    // Then the clock has to be believed.
  }
}
