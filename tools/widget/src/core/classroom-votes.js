/** What hands say: how many, which share was right, and what was hardest. */

/** @import { Counts, Vote } from './classroom-session.js' */

/**
 * @typedef {object} Outcome
 * @property {number} of - the hands, or where one may raise it several times the people
 * @property {number | undefined} right - hands for what is right; where there may be several, nothing can be said
 * @property {number | undefined} share - of what was decided rightly, from 0 to 1; nothing where nobody was counted
 */

/** @param {Counts} counts */
export function sum(counts) {
  return Object.values(counts).reduce((total, hands) => total + hands, 0)
}

/**
 * @param {Vote} vote
 * @param {Counts} counts - of one round
 * @returns {number} the hands that cannot be fewer people: all, or, where one may raise a hand several times, those for one option
 */
export function handsOf(vote, counts) {
  return vote === 'many' ? Math.max(0, ...Object.values(counts)) : sum(counts)
}

/**
 * @param {Vote} vote
 * @param {Counts} counts - of one round
 * @param {number} people - in the room; 0 where nobody has said
 * @returns {boolean} whether more hands were counted than there are people
 */
export function tooMany(vote, counts, people) {
  return people > 0 && handsOf(vote, counts) > people
}

/**
 * Where one may raise a hand for several options, only the options can be held against the key, not the people: the share
 * is that of all decisions, for or against each option, that were right.
 *
 * @param {Vote} vote
 * @param {Counts} counts
 * @param {string} letters - of all options
 * @param {string} key - the letters that are right
 * @param {number} people - in the room; 0 where nobody has said
 * @returns {Outcome}
 */
export function outcome(vote, counts, letters, key, people) {
  const hands = Array.from(letters, (letter) => counts[letter] || 0)
  const total = hands.reduce((one, other) => one + other, 0)
  if (!total) {
    return { of: 0, right: undefined, share: undefined }
  }
  if (vote !== 'many') {
    const right = hands[letters.indexOf(key)] || 0
    return { of: total, right, share: right / total }
  }
  const of = Math.max(people, ...hands)
  const fair = Array.from(letters).reduce(
    (done, letter, at) => done + (key.includes(letter) ? hands[at] : of - hands[at]),
    0
  )
  return { of, right: undefined, share: people ? fair / (of * letters.length) : undefined }
}

/**
 * The three questions that fewest had right before the discussion; the second round stands in where nobody was counted in
 * the first. Where one may raise a hand several times, no share of people is known, and none is ranked with the others.
 *
 * @template {{rounds: Pick<Outcome, 'right' | 'share'>[]}} Question
 * @param {Question[]} questions - as they were asked
 * @param {number} [most]
 * @returns {Question[]} the hardest first; none that everybody had right
 */
export function hardest(questions, most = 3) {
  const shareOf = (/** @type {Question} */ { rounds }) => {
    const counted = rounds.map(({ right, share }) => (right === undefined ? right : share))
    const known = counted.filter((share) => share !== undefined)
    return known.length ? known[0] : 1
  }
  return questions
    .map((question, place) => ({ question, place, share: shareOf(question) }))
    .filter(({ share }) => share < 1)
    .sort((one, other) => one.share - other.share || one.place - other.place)
    .slice(0, most)
    .map(({ question }) => question)
}

/** @param {number} share */
export function percent(share) {
  return Math.round(share * 100)
}
