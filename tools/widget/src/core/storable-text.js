/** The longest text that log and backup take. */
const LONGEST = 500

/**
 * Sanitizes a typed text for session, log and backup, which refuse `<` and control characters. To the reader a full-width
 * ＜ says the same, and so it does to normalizeAnswer().
 *
 * @param {string} typed
 * @returns {string}
 */
export function storableText(typed) {
  return typed.replace(/</g, '＜').replace(/[\u0000-\u001f]/g, '').slice(0, LONGEST)
}
