/** The longest text that log and backup take, in code units. */
const LONGEST = 500

/** The first half of a character that was cut in two. */
const HALF = /[\uD800-\uDBFF]$/

/**
 * Sanitizes a typed text for session, log and backup, which refuse `<` and control characters. To the reader a full-width
 * ＜ says the same, and so it does to normalizeAnswer().
 *
 * @param {string} typed
 * @returns {string}
 */
export function storableText(typed) {
  return typed.replace(/</g, '＜').replace(/[\u0000-\u001f]/g, '').slice(0, LONGEST).replace(HALF, '')
}
