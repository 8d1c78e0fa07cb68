/** Many records as one, since a year of them is read in a fifth of the time so; and answers in columns, since a column's words are read once. */

/** @import { Item } from './log.js' */

/**
 * Answers, field by field. `question`, `version`, `result` and `from` are places in `words`.
 *
 * @typedef {object} Columns
 * @property {string} ids - with spaces between
 * @property {string[]} words
 * @property {Uint16Array} question
 * @property {Uint16Array} version
 * @property {Uint16Array} result
 * @property {Uint16Array} from
 * @property {Float64Array} at
 * @property {Float64Array} ms
 * @property {string | (string | undefined)[]} [document] - what all of them have, or one for each
 * @property {number | (number | undefined)[]} [offset] - in the same way
 */

/** @typedef {Columns | Item[]} Pack */

/** From how many records on it is worth the trouble. Chrome keeps what is larger than 64 KB in a file of its own, which can be lost by itself. */
export const PACK = 250

const WORDS = /** @type {const} */ (['question', 'version', 'result', 'from'])
const NUMBERS = /** @type {const} */ (['at', 'ms'])
const FIELDS = 2 + WORDS.length + NUMBERS.length

/** What older answers have not, and most share. */
const SHARED = /** @type {const} */ (['document', 'offset'])

/**
 * @param {Item[]} items - each id once
 * @returns {Pack[]} out of which unpack() makes the same again, in another order
 */
export function pack(items) {
  const plain = items.filter(isPlain)
  const others = items.filter((item) => !isPlain(item))
  return [...chunks(plain).map(toColumns), ...chunks(others)]
}

/**
 * @param {Pack} pack
 * @returns {any[]} not checked; something empty for a pack that cannot be read
 */
export function unpack(pack) {
  if (Array.isArray(pack)) {
    return pack
  }
  try {
    const { words, question, version, result, from, at, ms } = pack
    return pack.ids.split(' ').map((id, n) => {
      /** @type {any} */
      const item = {
        id,
        type: 'answer',
        question: words[question[n]],
        version: words[version[n]],
        at: at[n],
        result: words[result[n]],
        ms: ms[n],
        from: words[from[n]]
      }
      for (const field of SHARED) {
        const column = pack[field]
        const value = Array.isArray(column) ? column[n] : column
        if (value !== undefined) {
          item[field] = value
        }
      }
      return item
    })
  } catch (_) {
    return [undefined]
  }
}

/** @param {any[]} values */
function toColumn(values) {
  return values.every((value) => value === values[0]) ? values[0] : values
}

/**
 * Whether it is an answer with the fields that every answer has, perhaps those of SHARED, and no other.
 *
 * @param {Item} item
 */
function isPlain(item) {
  return (
    item.type === 'answer' &&
    Object.keys(item).length === FIELDS + SHARED.filter((field) => field in item).length &&
    WORDS.every((field) => typeof item[field] === 'string') &&
    NUMBERS.every((field) => typeof item[field] === 'number') &&
    /string|undefined/.test(typeof item.document) &&
    /number|undefined/.test(typeof item.offset) &&
    !/ /.test(item.id)
  )
}

/**
 * @param {Item[]} items
 * @returns {Columns}
 */
function toColumns(items) {
  /** @type {Map<string, number>} */
  const places = new Map()
  const place = (/** @type {string} */ word) => {
    places.set(word, places.has(word) ? /** @type {number} */ (places.get(word)) : places.size)
    return /** @type {number} */ (places.get(word))
  }
  const [question, version, result, from] = WORDS.map((field) => Uint16Array.from(items, (item) => place(item[field])))
  const [at, ms] = NUMBERS.map((field) => Float64Array.from(items, (item) => item[field]))
  const [document, offset] = SHARED.map((field) => toColumn(items.map((item) => item[field])))
  const ids = items.map(({ id }) => id).join(' ')
  return { ids, words: [...places.keys()], question, version, result, from, at, ms, document, offset }
}

/**
 * @param {Item[]} items
 * @returns {Item[][]}
 */
function chunks(items) {
  const starts = Array.from({ length: Math.ceil(items.length / PACK) }, (_, at) => at * PACK)
  return starts.map((start) => items.slice(start, start + PACK))
}
