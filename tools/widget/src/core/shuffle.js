/**
 * A pseudorandom generator: the same seed gives the same numbers (FNV-1a into mulberry32).
 *
 * @param {string} seed
 * @returns {() => number} numbers from 0 up to, not including, 1
 */
export function seeded(seed) {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) {
    state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Shuffles items. An order that is refused is rotated until it is not, or until all rotations have been tried.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {() => number} random
 * @param {(order: Item[]) => boolean} [refused]
 * @returns {Item[]}
 */
export function shuffle(items, random, refused = () => false) {
  let order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other], order[last]]
  }
  for (let turn = 1; turn < order.length && refused(order); turn++) {
    order = [...order.slice(1), order[0]]
  }
  return order
}
