/**
 * Whether a record has a key of its own. A key that comes from storage, the log or a link may be `constructor`.
 *
 * @param {object} record
 * @param {string} key
 */
export function hasOwn(record, key) {
  return Object.prototype.hasOwnProperty.call(record, key)
}
