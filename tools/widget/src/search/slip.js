/** Words with one character wrong, missing or too many. One half of them is right then, and leads to the rest. */

/** From how many characters on a slip is forgiven: in fewer, any word would be like any other. */
export const LONG_ENOUGH = 4

/** Between two texts; no word leads across it. */
export const BREAK = '\n'

/**
 * @param {string} text
 * @param {string} words - at least LONG_ENOUGH; they are like themselves
 * @param {(start: number, end: number) => number} visit - called with each place where something like them stands; gives the
 *   place where to go on
 */
export function slips(text, words, visit) {
  const half = words.length >> 1
  const before = words.slice(0, half)
  const after = words.slice(half)
  for (let at = text.indexOf(before); at >= 0; ) {
    const length = like(after, (place) => text[at + half + place])
    at = text.indexOf(before, Math.max(at + 1, length && visit(at, at + half + length)))
  }
  const backwards = Array.from({ length: half }, (_, place) => before[half - 1 - place]).join('')
  for (let at = text.indexOf(after); at >= 0; ) {
    const length = like(backwards, (place) => text[at - 1 - place])
    at = text.indexOf(after, Math.max(at + 1, length && visit(at - length, at + after.length)))
  }
}

/**
 * How many characters are like some words but for one slip.
 *
 * @param {string} words
 * @param {(place: number) => string | undefined} characterAt
 * @returns {number} 0 where they are not, or have more than one
 */
function like(words, characterAt) {
  let same = 0
  while (same < words.length && characterAt(same) === words[same]) {
    same++
  }
  const other = characterAt(same)
  /** @type {(from: number, at: number) => boolean} */
  const goesOn = (from, at) => {
    for (let place = from; place < words.length; place++) {
      if (characterAt(at + place - from) !== words[place]) {
        return false
      }
    }
    return true
  }
  const inside = other !== undefined && other !== BREAK
  if (inside && goesOn(same + 1, same + 1)) {
    return words.length
  }
  if (inside && goesOn(same, same + 1)) {
    return words.length + 1
  }
  // The words without one of theirs; of a single character nothing would be left.
  return words.length > 1 && goesOn(same + 1, same) ? words.length - 1 : 0
}

/**
 * Whether all of one word is another but for one slip.
 *
 * @param {string} word
 * @param {string} other
 */
export function isOneSlip(word, other) {
  let same = 0
  while (same < word.length && word[same] === other[same]) {
    same++
  }
  return [
    [1, 1],
    [1, 0],
    [0, 1]
  ].some(([skip, skipOther]) => word.slice(same + skip) === other.slice(same + skipOther))
}
