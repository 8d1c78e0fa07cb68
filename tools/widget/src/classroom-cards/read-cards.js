import { CODES, CELLS, MOST_WRONG, cellsOf } from './codes.js'
import { darkParts } from './dark.js'
import { brightness, greyOf, halved } from './grey.js'
import { quadsIn } from './quads.js'

/** @import { Grey } from './grey.js' */
/** @import { Point, Quad } from './quads.js' */

/** @typedef {'A' | 'B' | 'C' | 'D'} Letter */
/** @typedef {{number: number, letter: Letter}} Read */
/** @typedef {{number: number, letter: Letter | undefined}} Sighting - without letter where it is not clear which is at the top */
/** @typedef {(x: number, y: number) => Point} Projection */

const LETTERS = /** @type {const} */ (['A', 'B', 'C', 'D'])
/** Pictures are read at every half of their size down to this many pixels. */
const SMALLEST = 240
/** Cells of the square with its black frame, and with a frame of white around that. */
const SQUARE = CELLS + 2
const GRID = SQUARE + 2
const FAINTEST = 6

/** @type {{number: number, turns: number, cells: number[]}[]} every code in each of its four turns to the right */
const TURNED = []
CODES.forEach((code, at) => {
  let cells = cellsOf(code)
  for (let turns = 0; turns < 4; turns++) {
    TURNED.push({ number: at + 1, turns, cells })
    cells = cells.map((_, n) => cells[(CELLS - 1 - (n % CELLS)) * CELLS + Math.floor(n / CELLS)])
  }
})

/**
 * Reads the cards in a picture. A card is left out rather than read wrong.
 *
 * @param {{width: number, height: number, data: Uint8ClampedArray}} image
 * @returns {Read[]} by number, each number once
 */
export function readCards(image) {
  /** @type {Sighting[]} */
  const sightings = []
  for (let grey = greyOf(image); ; grey = halved(grey)) {
    for (const quad of quadsIn(darkParts(grey), grey.width)) {
      const sighting = readQuad(grey, quad)
      if (sighting) {
        sightings.push(sighting)
      }
    }
    if (Math.min(grey.width, grey.height) < 2 * SMALLEST) {
      return agreed(sightings)
    }
  }
}

/**
 * @param {Sighting[]} sightings
 * @returns {Read[]} the cards about which all sightings agree
 */
function agreed(sightings) {
  /** @type {Map<number, Letter | undefined>} */
  const letters = new Map()
  for (const { number, letter } of sightings) {
    letters.set(number, letters.has(number) && letters.get(number) !== letter ? undefined : letter)
  }
  /** @type {Read[]} */
  const reads = []
  letters.forEach((letter, number) => letter && reads.push({ number, letter }))
  return reads.sort((one, other) => one.number - other.number)
}

/**
 * @param {Grey} grey
 * @param {Quad} quad
 * @returns {Sighting | undefined}
 */
function readQuad(grey, quad) {
  if (!isFramed(grey, projection(quad))) {
    return undefined
  }
  const project = projection(refined(grey, quad))
  const cells = sample(grey, project)
  const found = cells && decode(cells)
  if (!found) {
    return undefined
  }
  return { number: found.number, letter: letterAtTop(project, found.turns) }
}

/**
 * From the unit square to a quad.
 *
 * @param {Quad} quad
 * @returns {Projection}
 */
function projection([p, q, r, s]) {
  const [dx1, dx2, dx3] = [q.x - r.x, s.x - r.x, p.x - q.x + r.x - s.x]
  const [dy1, dy2, dy3] = [q.y - r.y, s.y - r.y, p.y - q.y + r.y - s.y]
  const by = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / by
  const h = (dx1 * dy3 - dx3 * dy1) / by
  const [a, b] = [q.x - p.x + g * q.x, s.x - p.x + h * s.x]
  const [d, e] = [q.y - p.y + g * q.y, s.y - p.y + h * s.y]
  return (x, y) => {
    const w = g * x + h * y + 1
    return { x: (a * x + b * y + p.x) / w, y: (d * x + e * y + p.y) / w }
  }
}

/**
 * Whether most of a quad's edge is dark within and light without: most quads are no cards, and this is soon seen.
 *
 * @param {Grey} grey
 * @param {Projection} project
 */
function isFramed(grey, project) {
  const off = 0.5 / SQUARE
  let right = 0
  for (let n = 0; n < 20; n++) {
    const [side, along] = [n & 3, ((n >> 2) + 0.5) / 5]
    const inside = brightnessAt(grey, project, side, along, off)
    const outside = brightnessAt(grey, project, side, along, -off)
    right += outside - inside > FAINTEST ? 1 : 0
  }
  return right >= 13
}

/**
 * @param {Grey} grey
 * @param {Projection} project
 * @param {number} side - 0 is the top, then clockwise
 * @param {number} along
 * @param {number} inwards
 */
function brightnessAt(grey, project, side, along, inwards) {
  const [x, y] = [[along, inwards], [1 - inwards, along], [along, 1 - inwards], [inwards, along]][side]
  const point = project(x, y)
  return brightness(grey, point.x, point.y)
}

/**
 * Moves the sides of a quad to where the brightness changes most.
 *
 * @param {Grey} grey
 * @param {Quad} quad
 * @returns {Quad}
 */
function refined(grey, quad) {
  const lines = quad.map((p, at) => edgeNear(grey, p, quad[(at + 1) & 3]))
  return /** @type {Quad} */ (
    lines.map((line, at) => {
      const before = lines[(at + 3) & 3]
      const across = before.a * line.b - line.a * before.b
      return Math.abs(across) < 1e-6
        ? quad[at]
        : { x: (before.c * line.b - line.c * before.b) / across, y: (before.a * line.c - line.a * before.c) / across }
    })
  )
}

/**
 * @param {Grey} grey
 * @param {Point} p
 * @param {Point} q
 * @returns {{a: number, b: number, c: number}} a line near that from p to q: ax + by = c
 */
function edgeNear(grey, p, q) {
  const length = Math.hypot(q.x - p.x, q.y - p.y)
  const [dx, dy] = [(q.x - p.x) / length, (q.y - p.y) / length]
  // Clockwise, with y downwards, the outside lies on the left.
  const [nx, ny] = [dy, -dx]
  const reach = Math.min(4, Math.max(1.5, (0.45 * length) / SQUARE))
  const some = Math.min(24, Math.max(8, Math.round(length / 3)))
  const steps = Math.ceil(2 * reach)
  /** @type {{along: number, off: number, weight: number}[]} */
  const found = []
  for (let n = 0; n < some; n++) {
    const along = (0.06 + (0.88 * (n + 0.5)) / some) * length
    const [x, y] = [p.x + along * dx, p.y + along * dy]
    let [sum, weight, most] = [0, 0, 0]
    for (let step = -steps; step <= steps; step++) {
      const off = (step / steps) * reach
      const slope =
        brightness(grey, x + (off + 0.75) * nx, y + (off + 0.75) * ny) -
        brightness(grey, x + (off - 0.75) * nx, y + (off - 0.75) * ny)
      if (slope > 0) {
        sum += slope * slope * off
        weight += slope * slope
        most = Math.max(most, slope)
      }
    }
    if (most > FAINTEST) {
      found.push({ along, off: sum / weight, weight: most })
    }
  }
  let line = straight(found)
  for (let again = 0; again < 2 && line; again++) {
    const { start, slope } = line
    line = straight(found.filter(({ along, off }) => Math.abs(off - start - slope * along) < (again ? 0.7 : 1.2)), line)
  }
  const { start, slope } = line || { start: 0, slope: 0 }
  const ends = [0, length].map((along) => {
    const off = start + slope * along
    return { x: p.x + along * dx + off * nx, y: p.y + along * dy + off * ny }
  })
  const [a, b] = [ends[1].y - ends[0].y, ends[0].x - ends[1].x]
  return { a, b, c: a * ends[0].x + b * ends[0].y }
}

/**
 * @param {{along: number, off: number, weight: number}[]} found
 * @param {{start: number, slope: number}} [otherwise] - where there are too few
 * @returns {{start: number, slope: number} | undefined} off = start + slope × along
 */
function straight(found, otherwise) {
  let [w, x, y, xx, xy] = [0, 0, 0, 0, 0]
  for (const { along, off, weight } of found) {
    w += weight
    x += weight * along
    y += weight * off
    xx += weight * along * along
    xy += weight * along * off
  }
  const spread = w * xx - x * x
  if (found.length < 4 || spread < 1e-6) {
    return otherwise
  }
  const slope = (w * xy - x * y) / spread
  return { start: (y - slope * x) / w, slope }
}

/**
 * How light the cells are, by what is white and black beside and on this card.
 *
 * @param {Grey} grey
 * @param {Projection} project
 * @returns {number[] | undefined} row by row, with a frame of the white around; -1 is black and 1 white. undefined where there
 *   is hardly a difference
 */
function sample(grey, project) {
  const seen = Array.from({ length: GRID * GRID }, (_, at) => {
    const [column, row] = [(at % GRID) - 0.5, Math.floor(at / GRID) - 0.5]
    let sum = 0
    for (let part = 0; part < 9; part++) {
      const { x, y } = project((column + ((part % 3) - 1) * 0.22) / SQUARE, (row + (Math.floor(part / 3) - 1) * 0.22) / SQUARE)
      sum += brightness(grey, x, y)
    }
    return sum / 9
  })
  const white = plane(seen, (ring) => ring === 0)
  const black = plane(seen, (ring) => ring === 1)
  const made = seen.map((value, at) => {
    const [light, dark] = [white(at), black(at)]
    return light - dark < FAINTEST ? NaN : (2 * value - light - dark) / (light - dark)
  })
  return made.some(Number.isNaN) ? undefined : made.map((value) => Math.min(1.5, Math.max(-1.5, value)))
}

/** @param {number} at - a cell of the grid; its ring, 0 being the outermost */
function ringOf(at) {
  const [column, row] = [at % GRID, Math.floor(at / GRID)]
  return Math.min(column, row, GRID - 1 - column, GRID - 1 - row)
}

/**
 * An even slope through the cells of one ring, those apart that lie far from it: a finger, a letter.
 *
 * @param {number[]} seen
 * @param {(ring: number) => boolean} wanted
 * @returns {(at: number) => number}
 */
function plane(seen, wanted) {
  let cells = seen.map((_, at) => at).filter((at) => wanted(ringOf(at)))
  let [level, across, down] = [0, 0, 0]
  const value = (/** @type {number} */ at) => level + across * ((at % GRID) - 4.5) + down * (Math.floor(at / GRID) - 4.5)
  const middle = cells.map((at) => seen[at]).sort((one, other) => one - other)[cells.length >> 1]
  const range = Math.max(...seen) - Math.min(...seen)
  level = middle
  for (let again = 0; again < 3; again++) {
    const near = cells.filter((at) => Math.abs(seen[at] - value(at)) < range * (again ? 0.2 : 0.35))
    if (near.length < 8) {
      break
    }
    let [n, x, y, z, xx, xy, yy, xz, yz] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (const at of near) {
      const [u, v] = [(at % GRID) - 4.5, Math.floor(at / GRID) - 4.5]
      n++
      x += u
      y += v
      z += seen[at]
      xx += u * u
      xy += u * v
      yy += v * v
      xz += u * seen[at]
      yz += v * seen[at]
    }
    const [mxx, mxy, myy] = [xx - (x * x) / n, xy - (x * y) / n, yy - (y * y) / n]
    const [mxz, myz] = [xz - (x * z) / n, yz - (y * z) / n]
    const by = mxx * myy - mxy * mxy
    if (by < 1e-6) {
      break
    }
    across = (mxz * myy - myz * mxy) / by
    down = (myz * mxx - mxz * mxy) / by
    level = (z - across * x - down * y) / n
  }
  return value
}

/**
 * @param {number[]} cells - see `sample()`
 * @returns {{number: number, turns: number} | undefined}
 */
function decode(cells) {
  let [frame, around] = [0, 0]
  cells.forEach((value, at) => {
    const ring = ringOf(at)
    frame += ring === 1 && value > 0 ? 1 : 0
    around += ring === 0 && value < 0 ? 1 : 0
  })
  if (around > 12) {
    return undefined
  }
  // What hides a part of the frame may hide some of the code; a code that is whole needs no whole frame.
  const mostWrong = Math.min(MOST_WRONG, (10 - frame) >> 1)
  // A cell takes something of its neighbours: that is taken out again.
  const inner = Array.from({ length: CELLS * CELLS }, (_, n) => {
    const at = (Math.floor(n / CELLS) + 2) * GRID + (n % CELLS) + 2
    return cells[at] + 0.4 * (cells[at] - (cells[at - 1] + cells[at + 1] + cells[at - GRID] + cells[at + GRID]) / 4)
  })
  let sum = 0
  for (const value of inner) {
    sum += Math.abs(value)
  }
  for (const { number, turns, cells: code } of TURNED) {
    let [wrong, against] = [0, 0]
    for (let at = 0; at < inner.length && wrong <= mostWrong; at++) {
      if (inner[at] * code[at] <= 0) {
        wrong++
        against += Math.abs(inner[at])
      }
    }
    if (wrong <= mostWrong && against < 0.1 * sum) {
      return { number, turns }
    }
  }
  return undefined
}

/**
 * @param {Projection} project
 * @param {number} turns
 * @returns {Letter | undefined} undefined where two sides are as high as each other
 */
function letterAtTop(project, turns) {
  const centre = project(0.5, 0.5)
  const heights = [project(0.5, 0), project(1, 0.5), project(0.5, 1), project(0, 0.5)].map(
    ({ x, y }) => (centre.y - y) / Math.hypot(x - centre.x, y - centre.y)
  )
  const [highest, next] = heights.slice().sort((one, other) => other - one)
  return highest - next < 0.1 ? undefined : LETTERS[(heights.indexOf(highest) - turns + 4) & 3]
}
