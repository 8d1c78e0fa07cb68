import { named } from './site.js'
import { everyOf, isAmount, isAnswers, isName, isNames, isObject, isResult, isText, isWord } from './validate.js'

/** @import { Check } from './validate.js' */
/** @import { Local } from './local-storage.js' */

/**
 * Where the reader stopped. Only the questions and the place are always there.
 *
 * @typedef {object} Session
 * @property {string[]} questions
 * @property {number} position - in questions; their number when all are done
 * @property {string} [seed]
 * @property {string} [scope]
 * @property {string[]} [kinds]
 * @property {string} [manner]
 * @property {string} [from] - the starred ones, the mistakes
 * @property {Record<string, 'right' | 'wrong'>} [results]
 * @property {string} [set] - which questions, where there are ten and more of them follow
 * @property {string} [room] - the code of the set that a room does together
 * @property {number} [begun] - ms since the epoch
 * @property {string} [exam] - the exam's id, from which all ids of its entries follow
 * @property {string} [paper]
 * @property {{question: string, version: string, part: number, points: number}[]} [items]
 * @property {{start: number, minutes: number, seen: number}} [clock]
 * @property {Record<string, string | string[]>} [answers]
 * @property {Record<string, number>} [ms]
 * @property {string[]} [flags]
 */

/** @type {Record<keyof Session, Check>} */
const CHECKS = {
  questions: isNames,
  position: isCount,
  seed: isText,
  scope: isText,
  kinds: isNames,
  manner: isText,
  from: isText,
  results: (value) => isObject(value) && everyOf(value, isResult),
  set: isText,
  room: isText,
  begun: isAmount,
  exam: isWord,
  paper: isText,
  items: (value) => Array.isArray(value) && value.every(isItem),
  clock: (value) => isObject(value) && [value.start, value.minutes, value.seen].every(isAmount),
  answers: isAnswers,
  ms: (value) => isObject(value) && everyOf(value, isAmount),
  flags: isNames
}

const FIELDS = /** @type {(keyof Session)[]} */ (Object.keys(CHECKS))

/**
 * The sessions of one document, each by the name of a way to study: practice, cards, exam …
 *
 * @typedef {object} Sessions
 * @property {(name: string) => Session | undefined} read - nothing where nothing was left, or something that cannot be read
 * @property {(name: string, session: Session) => void} keep
 * @property {(name: string) => void} end
 */

/**
 * @param {Local} local
 * @param {string} document
 * @returns {Sessions}
 */
export function openSessions(local, document) {
  const keyOf = (/** @type {string} */ name) => named(`session.${name} ${document}`)
  return {
    read(name) {
      const value = local.read(keyOf(name))
      return isSession(value) ? value : undefined
    },
    keep(name, session) {
      local.write(keyOf(name), session)
    },
    end(name) {
      local.remove(keyOf(name))
    }
  }
}

/**
 * @param {any} value
 * @returns {value is Session}
 */
function isSession(value) {
  return (
    isObject(value) &&
    isNames(value.questions) &&
    isCount(value.position) &&
    value.position <= value.questions.length &&
    FIELDS.every((field) => value[field] === undefined || CHECKS[field](value[field]))
  )
}

/** @param {any} value */
function isCount(value) {
  return Number.isInteger(value) && isAmount(value)
}

/** @param {any} item */
function isItem(item) {
  return isObject(item) && isName(item.question) && isWord(item.version) && isCount(item.part) && isAmount(item.points)
}
