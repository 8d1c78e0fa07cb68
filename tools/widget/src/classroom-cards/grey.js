/** @typedef {{width: number, height: number, data: Uint8Array}} Grey - brightness, row by row */

/**
 * @param {{width: number, height: number, data: Uint8ClampedArray}} image - red, green, blue and opacity, as a canvas gives them
 * @returns {Grey}
 */
export function greyOf({ width, height, data }) {
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    grey[at] = (77 * data[from] + 150 * data[from + 1] + 29 * data[from + 2]) >> 8
  }
  return { width, height, data: grey }
}

/**
 * The same at half the size, with half the noise.
 *
 * @param {Grey} grey
 * @returns {Grey}
 */
export function halved({ width, height, data }) {
  const [wide, high] = [width >> 1, height >> 1]
  const half = new Uint8Array(wide * high)
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0, from = 2 * y * width; x < wide; x++, from += 2) {
      half[at++] = (data[from] + data[from + 1] + data[from + width] + data[from + width + 1] + 2) >> 2
    }
  }
  return { width: wide, height: high, data: half }
}

/**
 * @param {Grey} grey
 * @param {number} x - 0.5 is the middle of the first pixel
 * @param {number} y
 * @returns {number} the brightness there, between those of the four nearest pixels; that of the edge beyond it
 */
export function brightness({ width, height, data }, x, y) {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x - 0.5)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(y - 0.5)))
  const across = Math.min(1, Math.max(0, x - 0.5 - left))
  const down = Math.min(1, Math.max(0, y - 0.5 - top))
  const at = top * width + left
  const above = data[at] + (data[at + 1] - data[at]) * across
  const below = data[at + width] + (data[at + width + 1] - data[at + width]) * across
  return above + (below - above) * down
}
