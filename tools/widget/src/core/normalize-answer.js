/**
 * Normalizes a typed answer for comparison: width, case, spaces and punctuation do not count.
 * A point or hyphen between two digits does: 1.5 is not 15, and 3-5 is not 35.
 *
 * @param {string} text
 * @returns {string} empty where nothing but such characters was typed
 */
export function normalizeAnswer(text) {
  const folded = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return folded.replace(/[^\p{L}\p{N}]/gu, (mark, at) =>
    /[.-]/.test(mark) && /^\d.\d/.test(folded.slice(at - 1, at + 2)) ? mark : ''
  )
}
