/** What does not matter when two texts are compared: width, case, accents, spaces, punctuation, what does not print. */

/** All but the characters that stand for themselves, which nearly all are. */
const OTHERS = /[^\u4e00-\u9fff0-9a-z]+/g

/** @type {Map<string, string>} */
const known = new Map()

/**
 * @param {string} text
 * @returns {string} its letters and figures
 */
export function fold(text) {
  return text.replace(OTHERS, (run) => Array.from(run, foldCharacter).join(''))
}

/**
 * @param {string} text
 * @returns {{folded: string, at: number[]}} folded, and where in the text each unit of that comes from
 */
export function foldWithPlaces(text) {
  let folded = ''
  /** @type {number[]} */
  const at = []
  let place = 0
  for (const character of text) {
    const made = fold(character)
    folded += made
    for (let unit = 0; unit < made.length; unit++) {
      at.push(place)
    }
    place += character.length
  }
  return { folded, at }
}

/** @param {string} character */
function foldCharacter(character) {
  let made = known.get(character)
  if (made === undefined) {
    made = character.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    known.set(character, made)
  }
  return made
}
