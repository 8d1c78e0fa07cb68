/** @import { Grey } from './grey.js' */

const TILE = 4
/** The least difference between light and dark that may be an edge. */
const FAINTEST = 18

/**
 * What is dark beside something light near it: where all is alike, nothing is.
 *
 * A pixel is compared with the lightest and the darkest within two tiles or so, therefore uneven light does no harm.
 *
 * @param {Grey} grey
 * @returns {Uint8Array} 1 where dark, else 0; with a frame of zeros, so that it is two wider and two higher
 */
export function darkParts({ width, height, data }) {
  const [wide, high] = [Math.ceil(width / TILE), Math.ceil(height / TILE)]
  const lowest = new Uint8Array(wide * high).fill(255)
  const highest = new Uint8Array(wide * high)
  for (let y = 0, at = 0; y < height; y++) {
    const row = (y >> 2) * wide
    for (let x = 0; x < width; x++) {
      const value = data[at++]
      const tile = row + (x >> 2)
      if (value < lowest[tile]) {
        lowest[tile] = value
      }
      if (value > highest[tile]) {
        highest[tile] = value
      }
    }
  }
  const least = Math.max(FAINTEST, 1.6 * noiseOf(lowest, highest))
  const threshold = thresholds(lowest, highest, wide, high, least)
  const dark = new Uint8Array((width + 2) * (height + 2))
  for (let y = 0, at = 0; y < height; y++) {
    const row = (y >> 2) * wide
    let to = (y + 1) * (width + 2) + 1
    for (let x = 0; x < width; x++) {
      dark[to++] = data[at++] < threshold[row + (x >> 2)] ? 1 : 0
    }
  }
  return dark
}

/**
 * @param {Uint8Array} lowest
 * @param {Uint8Array} highest
 * @returns {number} how far pixels of one tile lie apart in most of the picture, where there are no edges
 */
function noiseOf(lowest, highest) {
  const counts = new Uint32Array(256)
  for (let at = 0; at < lowest.length; at++) {
    counts[highest[at] - lowest[at]]++
  }
  let [range, below] = [0, 0]
  while (below + counts[range] < lowest.length * 0.4) {
    below += counts[range++]
  }
  return range
}

/**
 * @param {Uint8Array} lowest
 * @param {Uint8Array} highest
 * @param {number} wide
 * @param {number} high
 * @param {number} least
 * @returns {Uint8Array} for each tile what a dark pixel is below; 0 where the tile and those around it are alike
 */
function thresholds(lowest, highest, wide, high, least) {
  const made = new Uint8Array(lowest.length)
  for (let y = 0; y < high; y++) {
    const [above, below] = [Math.max(0, y - 1) * wide, Math.min(high - 1, y + 1) * wide]
    for (let x = 0; x < wide; x++) {
      const [left, right] = [Math.max(0, x - 1), Math.min(wide - 1, x + 1)]
      let [low, top] = [255, 0]
      for (let row = above; row <= below; row += wide) {
        for (let tile = row + left; tile <= row + right; tile++) {
          if (lowest[tile] < low) {
            low = lowest[tile]
          }
          if (highest[tile] > top) {
            top = highest[tile]
          }
        }
      }
      made[y * wide + x] = top - low < least ? 0 : (low + top + 1) >> 1
    }
  }
  return made
}
