/** @import { Grey } from './grey.js' */

const TILE = 4
/** The least difference between light and dark that may be an edge. */
const FAINTEST = 10

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
    let tile = Math.floor(y / TILE) * wide
    for (let x = 0; x < width; x += TILE, tile++) {
      let [low, top] = [lowest[tile], highest[tile]]
      for (const end = at + Math.min(TILE, width - x); at < end; at++) {
        const value = data[at]
        low = value < low ? value : low
        top = value > top ? value : top
      }
      lowest[tile] = low
      highest[tile] = top
    }
  }
  const threshold = thresholds(lowest, highest, wide, high)
  const dark = new Uint8Array((width + 2) * (height + 2))
  for (let y = 0; y < height; y++) {
    let tile = Math.floor(y / TILE) * wide
    for (let x = 0; x < width; x += TILE, tile++) {
      const below = threshold[tile]
      if (below) {
        let [at, to] = [y * width + x, (y + 1) * (width + 2) + x + 1]
        for (const end = at + Math.min(TILE, width - x); at < end; at++, to++) {
          dark[to] = data[at] < below ? 1 : 0
        }
      }
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
 * @returns {Uint8Array} for each tile what a dark pixel is below; 0 where the tile and those around it are alike
 */
function thresholds(lowest, highest, wide, high) {
  const least = Math.max(FAINTEST, 1.6 * noiseOf(lowest, highest))
  const darkness = lowest.map((value) => 255 - value)
  const [low, top] = [mostAround(darkness, wide, high), mostAround(highest, wide, high)]
  return low.map((value, at) => (top[at] + value - 255 < least ? 0 : (256 - value + top[at]) >> 1))
}

/**
 * @param {Uint8Array} tiles
 * @param {number} wide
 * @param {number} high
 * @returns {Uint8Array} for each tile the greatest of it and of those around it
 */
function mostAround(tiles, wide, high) {
  const rows = new Uint8Array(tiles.length)
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++, at++) {
      const [own, left, right] = [tiles[at], x ? tiles[at - 1] : 0, x + 1 < wide ? tiles[at + 1] : 0]
      const most = own > left ? own : left
      rows[at] = most > right ? most : right
    }
  }
  const made = new Uint8Array(tiles.length)
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++, at++) {
      const [own, above, below] = [rows[at], y ? rows[at - wide] : 0, y + 1 < high ? rows[at + wide] : 0]
      const most = own > above ? own : above
      made[at] = most > below ? most : below
    }
  }
  return made
}
