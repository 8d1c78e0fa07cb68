import { BasicLearningStepsStrategy, FSRSAlgorithm, Rating, State, generatorParameters } from 'ts-fsrs'

import { MINUTE, dayIn, startOf } from './days.js'
import { readHistory } from './history.js'
import { isAstray } from './log-order.js'

/** @import { Grade } from 'ts-fsrs' */
/** @import { Index } from './bank.js' */
/** @import { Answer, Entry } from './history.js' */

/**
 * How well a question is remembered.
 *
 * @typedef {object} Card
 * @property {number} due - ms since the epoch
 * @property {number} stability
 * @property {number} difficulty
 * @property {number} state - ts-fsrs's
 * @property {number} step - of learning or learning again
 * @property {number} last - when it was answered last
 * @property {number} day - the reader's day then
 * @property {number} reps
 */

// No fuzz: two phones with the same log must compute the same days.
const parameters = generatorParameters({ enable_fuzz: false })
const algorithm = new FSRSAlgorithm(parameters)

/**
 * When each question is due: FSRS with ts-fsrs's default parameters over the answers that count, in order.
 * Right is Good, right but unsure is Hard, wrong is Again.
 *
 * The same as `fsrs({ enable_fuzz: false }).next(card, at, grade).card` from `createEmptyCard()` on, one answer after the
 * other, but for whose days are counted: ts-fsrs counts those of UTC, and what is due in some days is due at the hour of the
 * answer. Here the days are the reader's, each answer's by its own clock, and what is due on a day is due from its beginning
 * on. What ts-fsrs would have back within minutes, first right or wrong, is due from the reader's next day on, see
 * {@link Schedule#dueAt}. It stands on ts-fsrs's formulas rather than on its scheduler, which works out all four grades of every answer,
 * when each would be due, and makes a dozen objects for each: too long for a year's answers on a phone. What is remembered
 * follows from the answers and their days alone, so only the last answer is asked for when it is due.
 */
export class Schedule {
  /**
   * @param {Map<string, Answer[]>} answers - by question, in order; may grow later
   * @param {number} here - the offset of today
   */
  constructor(answers, here) {
    this.answers = answers
    this.here = here
    /** @type {Map<string, {card: Card, seen: Answer | undefined}>} */
    this.cards = new Map()
  }

  /**
   * @param {string} question
   * @returns {Card | undefined} undefined where it has not been answered
   */
  card(question) {
    const answers = this.answers.get(question)
    if (!answers) {
      return undefined
    }
    let known = this.cards.get(question)
    // An earlier answer that was merged in from another phone invalidates the card.
    if (!known || answers[known.card.reps - 1] !== known.seen) {
      known = { card: { due: 0, stability: 0, difficulty: 0, state: State.New, step: 0, last: 0, day: 0, reps: 0 }, seen: undefined }
      this.cards.set(question, known)
    }
    while (known.card.reps < answers.length) {
      known.seen = answers[known.card.reps]
      review(known.card, known.seen, this.here, known.card.reps + 1 === answers.length)
    }
    return known.card
  }

  /**
   * @param {number} now
   * @returns {string[]} the questions that are due, the longest due first
   */
  due(now) {
    return Array.from(this.answers.keys())
      .filter((question) => this.isDue(question, now))
      .map((question) => ({ question, card: /** @type {Card} */ (this.card(question)) }))
      .sort(
        (one, other) =>
          this.dueAt(one.card) - this.dueAt(other.card) || one.card.last - other.card.last || (one.question < other.question ? -1 : 1)
      )
      .map(({ question }) => question)
  }

  /**
   * @param {string} question - one whose only answers are astray is due at once, since nobody knows for how long it was not
   * @param {number} now
   */
  isDue(question, now) {
    const card = this.card(question)
    return card !== undefined && (this.dueAt(card) <= now || isAstray(card.last, now))
  }

  /**
   * A day's list does not grow while one learns: what was answered today is for another day, and nobody who has just read the
   * answer learns from being asked at once.
   *
   * @param {Card} card
   */
  dueAt({ due, state, day }) {
    return state === State.Review ? due : Math.max(due, startOf(day + 1, this.here))
  }

  /**
   * @param {number} now
   * @returns {number | undefined} when the next question is due that is not due yet
   */
  nextDue(now) {
    let next
    for (const question of this.answers.keys()) {
      const due = this.dueAt(/** @type {Card} */ (this.card(question)))
      if (!this.isDue(question, now) && (next === undefined || due < next)) {
        next = due
      }
    }
    return next
  }
}

/**
 * @param {readonly Entry[]} entries
 * @param {Pick<Index, 'questions'>} index
 * @param {number} now
 * @param {number} here - the offset of today
 */
export function replay(entries, index, now, here) {
  return new Schedule(readHistory(entries, index, now).answers, here)
}

/**
 * @param {Answer} answer
 * @returns {Grade}
 */
function gradeOf({ result, sure }) {
  return result === 'wrong' ? Rating.Again : sure === false ? Rating.Hard : Rating.Good
}

/**
 * @param {Card} card - modified
 * @param {Answer} answer
 * @param {number} here
 * @param {boolean} last - whether it is asked when the card is due
 */
function review(card, answer, here, last) {
  const day = dayIn(answer, here)
  const grade = gradeOf(answer)
  // Never negative: who flies across the date line goes back a day, and so does a clock that was ahead.
  const days = card.state === State.New ? 0 : Math.max(0, day - card.day)
  card.last = answer.at
  card.day = day
  card.reps++
  if (card.state === State.Review && grade !== Rating.Again) {
    remember(card, days, grade, last, here)
  } else {
    learn(card, days, grade, here)
  }
}

/**
 * @param {Card} card
 * @param {number} days
 * @param {Grade} grade
 * @param {boolean} last
 * @param {number} here
 */
function remember(card, days, grade, last, here) {
  const retrievability = algorithm.forgetting_curve(days, card.stability)
  const memory = algorithm.next_state(card, days, grade, retrievability)
  if (!last) {
    settle(card, memory, 0, here)
    return
  }
  const own = algorithm.next_interval(memory.stability, days)
  // Good always comes later than Hard would have, and Hard never later than Good.
  const other = grade === Rating.Good ? Rating.Hard : Rating.Good
  const others = algorithm.next_interval(stabilityAfter(card, days, other, retrievability), days)
  settle(card, memory, grade === Rating.Good ? Math.max(own, Math.min(own, others) + 1) : Math.min(own, others), here)
}

/**
 * The stability that next_state() would compute, without the rest of its work.
 *
 * @param {Card} card
 * @param {number} days
 * @param {Grade} grade
 * @param {number} retrievability
 */
function stabilityAfter({ stability, difficulty }, days, grade, retrievability) {
  return days === 0
    ? algorithm.next_short_term_stability(stability, grade)
    : algorithm.next_recall_stability(difficulty, stability, retrievability, grade)
}

/**
 * Schedules by steps of minutes, until the steps are used up.
 *
 * @param {Card} card
 * @param {number} days
 * @param {Grade} grade
 * @param {number} here
 */
function learn(card, days, grade, here) {
  const memory = algorithm.next_state(card, days, grade)
  const step = stepsAt(card.state, card.step)[grade]
  if (!step) {
    settle(card, memory, algorithm.next_interval(memory.stability, days), here)
    return
  }
  card.stability = memory.stability
  card.difficulty = memory.difficulty
  card.state = card.state === State.New || card.state === State.Learning ? State.Learning : State.Relearning
  card.step = step.next_step
  card.due = card.last + step.scheduled_minutes * MINUTE
}

/** @type {ReturnType<typeof BasicLearningStepsStrategy>[]} */
const steps = []

/**
 * The steps that ts-fsrs parses from its parameters (`10m`), cached.
 *
 * @param {number} state
 * @param {number} step
 */
function stepsAt(state, step) {
  const key = 4 * step + state
  return (steps[key] = steps[key] || BasicLearningStepsStrategy(parameters, state, step))
}

/**
 * @param {Card} card
 * @param {{stability: number, difficulty: number}} memory
 * @param {number} days
 * @param {number} here
 */
function settle(card, memory, days, here) {
  card.stability = memory.stability
  card.difficulty = memory.difficulty
  card.state = State.Review
  card.step = 0
  card.due = startOf(card.day + days, here)
}
