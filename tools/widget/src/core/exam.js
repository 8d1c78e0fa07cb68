import { areaOf, factsOf, within } from './bank.js'
import { seeded } from './shuffle.js'
import { storableText } from './storable-text.js'

/** @import { Facts, Index, Paper, Part } from './bank.js' */

/**
 * A question's place in a paper.
 *
 * @typedef {object} Item
 * @property {string} question
 * @property {string} version - of its meaning when the paper was made
 * @property {number} part - of the recipe, from 0
 * @property {number} points
 */

/**
 * @typedef {object} Sum
 * @property {number} right - questions
 * @property {number} total
 * @property {number} points
 * @property {number} of - points
 */

/**
 * @typedef {Sum & {passed: boolean, parts: Sum[], areas: Map<string, Sum>, kinds: Map<string, Sum>}} Result
 */

/**
 * Fills a recipe. The same seed and bank give the same paper, and a question more in the bank leaves most of it as it
 * was. No question stands twice; provisions take turns as far as the recipe lets them.
 *
 * @param {Paper} paper
 * @param {Pick<Index, 'questions' | 'order'>} index
 * @param {string} seed
 * @returns {Item[] | undefined} undefined where the bank cannot fill it, which the build rules out
 */
export function assemble(paper, index, seed) {
  const drawn = draw(index, seed)
  const blocks = blocksOf(index)
  const pools = paper.sections.map((part) =>
    drawn.filter((question) => {
      const block = blocks.get(question)
      return block && block.every((each) => fits(part, index.questions[each]))
    })
  )
  const taken = new Places(pools, index)
  for (let part = 0; part < paper.sections.length; part++) {
    for (let count = 0; count < paper.sections[part].count; count++) {
      if (!taken.add(part)) {
        return undefined
      }
    }
  }
  /** @type {Item[]} */
  const items = []
  paper.sections.forEach(({ points }, part) => {
    for (const first of taken.of(part)) {
      const block = blocks.get(first) || []
      const upTo = (/** @type {number} */ at) => Math.floor((points * at) / block.length)
      block.forEach((question, at) =>
        items.push({ question, version: index.questions[question].v, part, points: upTo(at + 1) - upTo(at) })
      )
    }
  })
  return items
}

/**
 * What a paper takes or leaves as one: a question, or all questions of a case.
 *
 * @param {Pick<Index, 'questions' | 'order'>} index
 * @returns {Map<string, string[]>} by the first question
 */
function blocksOf({ questions, order }) {
  const blocks = new Map()
  const first = new Map()
  for (const question of order) {
    const { c } = questions[question] || {}
    if (first.has(c)) {
      blocks.get(first.get(c)).push(question)
    } else {
      blocks.set(question, [question])
      if (c) {
        first.set(c, question)
      }
    }
  }
  return blocks
}

/**
 * The items of a paper that can still be asked. A question that was retired or changed its meaning since the paper was
 * assembled is left out, and neither earns nor costs points.
 *
 * @param {Item[]} items
 * @param {Pick<Index, 'questions'>} index
 */
export function standing(items, index) {
  return items.filter(({ question, version }) => (factsOf(index, question) || { v: undefined }).v === version)
}

/**
 * @param {Part} part
 * @param {Facts} facts
 */
function fits({ kinds, areas, levels, cases = false }, { k, p, l, c }) {
  return (
    cases === (c !== undefined) &&
    kinds.includes(k) && (!areas.length || areas.some((area) => within(p, area))) && (!levels.length || levels.includes(l))
  )
}

/**
 * Shuffles the questions, each by a random number of its own.
 *
 * @param {Pick<Index, 'questions' | 'order'>} index
 * @param {string} seed
 */
function draw({ questions, order }, seed) {
  const lots = order
    .filter((question) => factsOf({ questions }, question))
    .map((question) => ({ question, lot: seeded(`${seed} ${question}`)() }))
  lots.sort((one, other) => one.lot - other.lot || (one.question < other.question ? -1 : 1))
  return lots.map(({ question }) => question)
}

/** Assigns questions to the parts of a paper: a bipartite matching, so that no part takes what another one needs. */
class Places {
  /**
   * @param {string[][]} pools - what fits each part, as drawn
   * @param {Pick<Index, 'questions'>} index
   */
  constructor(pools, index) {
    this.pools = pools
    this.index = index
    /** @type {Map<string, number>} */
    this.partOf = new Map()
    /** @type {Map<string, number>} by provision */
    this.used = new Map()
  }

  /** @param {number} part */
  of(part) {
    return this.pools[part].filter((question) => this.partOf.get(question) === part)
  }

  /**
   * Assigns one more question to a part, if necessary by reassigning questions of other parts (an augmenting path).
   *
   * @param {number} part
   * @returns {boolean} false where no assignment is possible
   */
  add(part) {
    const reached = new Map([[part, { from: -1, question: '' }]])
    const parts = [part]
    for (const each of parts) {
      const free = this.freest(each)
      if (free) {
        this.hand(free, each, reached)
        return true
      }
      for (const question of this.pools[each]) {
        const holder = /** @type {number} */ (this.partOf.get(question))
        if (!reached.has(holder)) {
          reached.set(holder, { from: each, question })
          parts.push(holder)
        }
      }
    }
    return false
  }

  /**
   * @private
   * @param {number} part
   * @returns {string | undefined} the first drawn of the provisions that were used least
   */
  freest(part) {
    let found
    let least = Infinity
    for (const question of this.pools[part]) {
      const used = this.used.get(this.index.questions[question].p) || 0
      if (used < least && !this.partOf.has(question)) {
        found = question
        least = used
      }
    }
    return found
  }

  /**
   * @private
   * @param {string} question
   * @param {number} part
   * @param {Map<number, {from: number, question: string}>} reached
   */
  hand(question, part, reached) {
    const { p } = this.index.questions[question]
    this.used.set(p, (this.used.get(p) || 0) + 1)
    let step = { from: part, question }
    let holder = part
    while (holder >= 0) {
      this.partOf.set(step.question, holder)
      step = /** @type {{from: number, question: string}} */ (reached.get(holder))
      holder = step.from
    }
  }
}

/**
 * @param {Paper} paper
 * @param {Item[]} items
 * @param {Pick<Index, 'questions'>} index
 * @param {ReadonlySet<string>} right - the questions answered rightly; all others earn nothing
 * @returns {Result}
 */
export function mark(paper, items, index, right) {
  const all = empty()
  const parts = paper.sections.map(empty)
  const areas = new Map()
  const kinds = new Map()
  for (const { question, part, points } of standing(items, index)) {
    const { k, p } = index.questions[question]
    for (const sum of [all, parts[part], at(areas, areaOf(p)), at(kinds, k)]) {
      sum.total++
      sum.of += points
      if (right.has(question)) {
        sum.right++
        sum.points += points
      }
    }
  }
  return { ...all, passed: all.points >= paper.pass, parts, areas, kinds }
}

/**
 * Whether nothing was entered.
 *
 * @param {string | string[] | undefined} answer
 */
export function isBlank(answer) {
  return !answer || !(typeof answer === 'string' ? answer : answer.join('')).trim()
}

/**
 * What goes into the log when an exam is handed in: the exam, and an answer for each question that was answered. What was
 * left blank earns nothing and is no answer; the exam names it among its questions. All ids follow from the exam's: handing in twice, in two tabs or
 * after a crash, writes the same entries, and so counts once.
 *
 * @param {object} exam
 * @param {string} exam.id
 * @param {string} exam.paper
 * @param {string} exam.seed
 * @param {number} exam.start
 * @param {number} exam.end
 * @param {Record<string, string | string[]>} exam.answers - what the reader chose or wrote, by question
 * @param {Record<string, number>} [exam.ms] - how long each took
 * @param {Item[]} items
 * @param {Pick<Index, 'questions'>} index
 * @param {Result} result
 * @param {ReadonlySet<string>} right
 */
export function handIn({ id, paper, seed, start, end, answers, ms = {} }, items, index, result, right) {
  const asked = standing(items, index)
  return [
    {
      id,
      type: 'exam',
      paper,
      seed,
      at: start,
      end,
      questions: asked.map(({ question }) => question),
      answers: storable(answers),
      points: result.points,
      of: result.of,
      passed: result.passed
    },
    ...asked.filter(({ question }) => !isBlank(answers[question])).map(({ question, version }) => ({
      id: `${id}-${question}`,
      type: 'answer',
      question,
      version,
      at: end,
      result: right.has(question) ? 'right' : 'wrong',
      ms: ms[question] || 0,
      from: 'exam',
      exam: id
    }))
  ]
}

/** @param {Record<string, string | string[]>} answers */
function storable(answers) {
  /** @type {Record<string, string | string[]>} */
  const safe = {}
  for (const [question, answer] of Object.entries(answers)) {
    safe[question] = typeof answer === 'string' ? storableText(answer) : answer.map(storableText)
  }
  return safe
}

/** @returns {Sum} */
function empty() {
  return { right: 0, total: 0, points: 0, of: 0 }
}

/**
 * @param {Map<string, Sum>} sums
 * @param {string} key
 * @returns {Sum}
 */
function at(sums, key) {
  const sum = sums.get(key) || empty()
  sums.set(key, sum)
  return sum
}
