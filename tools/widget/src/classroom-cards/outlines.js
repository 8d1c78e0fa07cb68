/**
 * The lines between dark and light, followed pixel by pixel.
 *
 * A line runs between pixels, from corner to corner, with the dark on its right; it comes back to where it began.
 */

/** Right, down, left, up. */
const DX = [1, 0, -1, 0]
const DY = [0, 1, 0, -1]
const UP = 3
const PASSED = 2

/**
 * @param {Uint8Array} dark - with its frame, see `darkParts()`; pixels whose left edge has been passed become 2
 * @param {number} wide - of the frame
 * @param {number} shortest - outlines of fewer steps are left out
 * @param {(points: Int16Array, count: number) => void} each - called with x and y of every step, which are only lent; 0, 0 is the
 *   picture's corner
 */
export function eachOutline(dark, wide, shortest, each) {
  // What lies ahead on either side of one who stands at the upper left corner of a pixel.
  const left = [-wide, 0, -1, -wide - 1]
  const right = [0, -1, -wide - 1, -wide]
  const step = [1, wide, -1, -wide]
  let points = new Int16Array(4096)
  const last = dark.length - wide
  for (let start = wide; start < last; start++) {
    // The left edge of something dark: along it the dark lies on the right of one who goes up.
    if (dark[start] !== 1 || dark[start - 1]) {
      continue
    }
    let x = (start % wide) - 1
    let y = (start - x - 1) / wide
    const begin = start + wide
    let at = begin
    let direction = UP
    let count = 0
    do {
      if (2 * count === points.length) {
        const more = new Int16Array(points.length * 2)
        more.set(points)
        points = more
      }
      points[2 * count] = x
      points[2 * count + 1] = y
      count++
      if (direction === UP) {
        dark[at - wide] = PASSED
      }
      x += DX[direction]
      y += DY[direction]
      at += step[direction]
      // Dark pixels that touch at their corners alone are apart.
      if (!dark[at + right[direction]]) {
        direction = (direction + 1) & 3
      } else if (dark[at + left[direction]]) {
        direction = (direction + 3) & 3
      }
    } while (at !== begin || direction !== UP)
    if (count >= shortest) {
      each(points, count)
    }
  }
}
