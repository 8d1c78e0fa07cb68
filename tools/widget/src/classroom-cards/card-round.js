/** Who has held up what in one round. */

/** @import { Letter, Read } from './read-cards.js' */

/** @typedef {Partial<Record<Letter, number>>} Counts */

export class CardRound {
  constructor() {
    /** @type {Map<number, Letter>} what stands, by number */
    this.letters = new Map()
    /** @type {Map<number, Letter>} what was seen in the last look of a camera */
    this.before = new Map()
  }

  /**
   * Adds what was read in a photograph. Of a number that was read before the new letter stands.
   *
   * @param {Read[]} reads
   */
  add(reads) {
    for (const { number, letter } of reads) {
      this.letters.set(number, letter)
    }
  }

  /**
   * Adds what a camera sees. One look is not enough: a card may just be being turned.
   *
   * @param {Read[]} reads
   */
  look(reads) {
    const { before } = this
    this.add(reads.filter(({ number, letter }) => before.get(number) === letter))
    this.before = new Map(reads.map(({ number, letter }) => [number, letter]))
  }

  /** @returns {number[]} who has been read, in order */
  get numbers() {
    return Array.from(this.letters.keys()).sort((one, other) => one - other)
  }

  /**
   * @param {string} letters - of the options
   * @returns {{counts: Counts, others: number[]}} how many hold up each, and the numbers that hold up what is no option
   */
  outcome(letters) {
    /** @type {Counts} */
    const counts = {}
    for (const letter of letters) {
      counts[/** @type {Letter} */ (letter)] = 0
    }
    /** @type {number[]} */
    const others = []
    for (const number of this.numbers) {
      const letter = /** @type {Letter} */ (this.letters.get(number))
      if (letters.includes(letter)) {
        counts[letter] = (counts[letter] || 0) + 1
      } else {
        others.push(number)
      }
    }
    return { counts, others }
  }
}
