import { hasOwn } from './own.js'

/**
 * What is known of a question without its text.
 *
 * @typedef {object} Facts
 * @property {string} v - version of its meaning
 * @property {string} k - kind
 * @property {string} p - the provision it stands under now
 * @property {string} l - level
 * @property {number} [c] - the case it shares with the questions beside it
 */

/**
 * @typedef {object} Part
 * @property {string} title
 * @property {string[]} kinds
 * @property {string[]} areas - provisions, each with all below it; none means everywhere
 * @property {string[]} levels - none means all
 * @property {boolean} [cases] - takes cases whole, and no other part takes their questions
 * @property {number} count
 * @property {number} points - for each question, or each case
 */

/**
 * @typedef {object} Paper
 * @property {string} id
 * @property {string} title
 * @property {number} minutes
 * @property {number} pass - points needed
 * @property {string} seed
 * @property {Part[]} sections
 */

/**
 * @typedef {object} Provision
 * @property {string} label
 * @property {string} title
 * @property {string} name
 * @property {string} citation
 * @property {string} kind
 * @property {string | null} parent
 * @property {string} url
 */

/**
 * The bank as the site has it today.
 *
 * @typedef {object} Index
 * @property {string} document - its name
 * @property {Record<string, Provision>} provisions
 * @property {Record<string, Facts>} questions - that are asked, by id
 * @property {string[]} order - their ids as the plan goes
 * @property {Paper[]} papers
 * @property {string[]} retired
 */

/**
 * As much of an index as the reader's history needs.
 *
 * @typedef {{questions: Record<string, Pick<Facts, 'v' | 'p'>>}} Asked
 */

/**
 * @template Known
 * @param {{questions: Record<string, Known>}} index
 * @param {string} question - from a log or a link, so it may be `constructor`
 * @returns {Known | undefined} nothing of a question that is no longer asked
 */
export function factsOf(index, question) {
  return hasOwn(index.questions, question) ? index.questions[question] : undefined
}

/**
 * Whether something lies in a provision or below it.
 *
 * @param {string} id - of a provision, or of a question, whose id begins with its provision's
 * @param {string} scope - a provision's id, which stands for itself and all below it; empty for everything
 */
export function within(id, scope) {
  return scope === '' || id === scope || id.startsWith(`${scope}-`)
}

/**
 * The area, or section, a provision belongs to: a1 for a1-m3.
 *
 * @param {string} provision
 */
export function areaOf(provision) {
  return provision.split('-', 1)[0]
}

/**
 * How many questions there are of each provision, with those below it too, and of each kind. One pass, however many provisions are asked about.
 *
 * @param {Pick<Index, 'questions' | 'order'>} index
 * @returns {{own: Map<string, number>, below: Map<string, number>, kinds: Map<string, number>}} without what has none
 */
export function countQuestions({ questions, order }) {
  const own = new Map()
  const below = new Map()
  const kinds = new Map()
  const add = (/** @type {Map<string, number>} */ counts, /** @type {string} */ key, /** @type {number} */ count) =>
    counts.set(key, (counts.get(key) || 0) + count)
  for (const question of order) {
    const { p, k } = questions[question]
    add(own, p, 1)
    add(kinds, k, 1)
  }
  for (const [provision, count] of own) {
    // a1-m3 counts for a1 as well.
    for (let end = provision.length; end > 0; end = provision.lastIndexOf('-', end - 1)) {
      add(below, provision.slice(0, end), count)
    }
  }
  return { own, below, kinds }
}
