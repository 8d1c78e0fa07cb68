/** Names by the sound of their characters: all of a syllable, its initial, or the character itself, in any mixture. */

/** @typedef {{character: string, readings: string[]}[]} Sounds */

/**
 * @param {string} name - folded
 * @param {Map<string, string[]>} readings - by character
 * @returns {Sounds}
 */
export function soundsOf(name, readings) {
  return Array.from(name, (character) => ({ character, readings: readings.get(character) || [] }))
}

/**
 * Whether a query spells some of a name: `ygsz`, `yigangsh` and `一岗sz` spell 一岗双责.
 *
 * @param {string} query - folded
 * @param {Sounds} sounds
 * @returns {{start: number, end: number} | undefined} the characters that it spells, from as far to the front as there are
 */
export function spelt(query, sounds) {
  for (let start = 0; start < sounds.length; start++) {
    const end = endOf(query, 0, sounds, start, new Set())
    if (end) {
      return { start, end }
    }
  }
  return undefined
}

/**
 * @param {string} query
 * @param {number} from
 * @param {Sounds} sounds
 * @param {number} place
 * @param {Set<number>} failed - where it is known to lead nowhere
 * @returns {number} the place behind the last character that is spelt; 0 where what is left of the query spells none
 */
function endOf(query, from, sounds, place, failed) {
  if (from === query.length) {
    return place
  }
  const key = from * sounds.length + place
  if (place === sounds.length || failed.has(key)) {
    return 0
  }
  const left = query.slice(from)
  const { character, readings } = sounds[place]
  for (const way of [character, ...readings]) {
    if (way.startsWith(left)) {
      return place + 1
    }
  }
  for (const way of [character, ...readings]) {
    for (const part of [way, ...initialsOf(way)]) {
      const end = left.startsWith(part) && endOf(query, from + part.length, sounds, place + 1, failed)
      if (end) {
        return end
      }
    }
  }
  failed.add(key)
  return 0
}

/** @param {string} reading */
function initialsOf(reading) {
  return /^[zcs]h/.test(reading) ? [reading.slice(0, 2), reading[0]] : [reading[0]]
}
