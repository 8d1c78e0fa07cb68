import { lastOf } from '../../core/log-order.js'

/** @import { Recite } from '../../store/record.js' */
/** @import { App } from './app.js' */
/** @import { Recitation, SiteIndex } from './site-data.js' */

/**
 * A clause of a provision: its id on the provision's page, and its words in pieces, each with the step that hides it.
 *
 * @typedef {{id: string, pieces: [string, number][]}} Clause
 */

/**
 * The clauses to be recited: all except a provision's heading.
 *
 * @param {SiteIndex} index
 * @param {Recitation} recitation
 * @param {string} provision
 * @returns {Clause[]}
 */
export function clausesOf(index, recitation, provision) {
  const first = index.provisions[provision].label ? 2 : 1
  return recitation[provision].map((pieces, at) => ({ id: `c${at + first}`, pieces }))
}

export const LAST_STEP = 4

/**
 * @param {Clause} clause
 * @param {number} step
 */
export function hides({ pieces }, step) {
  return pieces.some(([, each]) => each > 0 && each <= step)
}

/**
 * The lowest step that hides something in most of the clauses where anything can be hidden: one begins with little, and adds.
 *
 * @param {Clause[]} clauses
 */
export function firstStep(clauses) {
  const all = recitable(clauses).length
  const steps = [1, 2, 3, LAST_STEP]
  return steps.find((step) => 2 * clauses.filter((clause) => hides(clause, step)).length > all) || LAST_STEP
}

/**
 * Those that some step hides words of: the others can be read, and not be remembered.
 *
 * @param {Clause[]} clauses
 */
export function recitable(clauses) {
  return clauses.filter((clause) => hides(clause, LAST_STEP))
}

/**
 * The last recitation of each clause, by `provision clause`.
 *
 * @param {App} app
 * @returns {Map<string, Recite>}
 */
export function lastRecited(app) {
  const recited = /** @type {Recite[]} */ (app.records.filter(({ type }) => type === 'recite'))
  return lastOf(recited, ({ provision, clause }) => `${provision} ${clause}`, app.now)
}

/**
 * @param {Map<string, Recite>} last
 * @param {string} provision
 * @param {Clause[]} clauses
 * @returns {number} how many were remembered the last time
 */
export function knownOf(last, provision, clauses) {
  return clauses.filter(({ id }) => {
    const record = last.get(`${provision} ${id}`)
    return record && record.result === 'right'
  }).length
}
