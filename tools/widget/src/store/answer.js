/**
 * One line of the answer log. Entries are never changed; whatever else is wanted is computed from them.
 *
 * @typedef {object} Entry
 * @property {string} id - unique on all devices, so that joining two logs is a union
 * @property {'answer'} type
 * @property {string} [document] - the first one where it names none
 * @property {string} question
 * @property {string} version - of the question's meaning
 * @property {number} at - ms since the epoch
 * @property {number} [turn] - see nextTurn()
 * @property {number} [offset] - of the reader's clock then, minutes east of UTC: 480 in Beijing
 * @property {'right' | 'wrong'} result
 * @property {number} ms - from first sight, or 重做, to the answer
 * @property {string} from - where it was answered: page, practice, review, mistakes, cards, recite, exam
 * @property {boolean} [sure] - false: answered, but guessed
 * @property {string} [exam] - its id
 */

/**
 * Whether a record can be read. What cannot may be from a later version of this site: it is left where it is.
 *
 * @param {any} record
 * @returns {record is Entry}
 */
export function isEntry(record) {
  return (
    !!record &&
    record.type === 'answer' &&
    isWord(record.id) &&
    isWord(record.question) &&
    isWord(record.version) &&
    isWord(record.from) &&
    isAmount(record.at) &&
    (record.turn === undefined || isAmount(record.turn)) &&
    isAmount(record.ms) &&
    (record.result === 'right' || record.result === 'wrong')
  )
}

/** @param {unknown} value */
function isWord(value) {
  return typeof value === 'string' && value !== ''
}

/** @param {unknown} value */
function isAmount(value) {
  return typeof value === 'number' && value >= 0 && value < Infinity
}
