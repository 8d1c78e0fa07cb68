import { eachOutline } from './outlines.js'

/** @typedef {{x: number, y: number}} Point */
/** @typedef {[Point, Point, Point, Point]} Quad - corners, clockwise */
/** @typedef {{x: number, y: number, dx: number, dy: number, from: Point, to: Point, length: number}} Edge - a straight part of an outline, its middle and its direction */

/** Pixels; the black of a card has to be eight cells wide, and a cell two pixels. */
const SHORTEST_SIDE = 14
const SHORTEST_EDGE = 5
/** How many edges of an outline may lie, together with the four of a card, where something hides a part of it. */
const REACH = 7

/**
 * What may be the black square of a card: four straight edges of one outline that turn right four times.
 *
 * They need not follow each other, nor reach the corners: a finger over a corner or a side leaves enough of them.
 *
 * @param {Uint8Array} dark - see `darkParts()`; it is used up
 * @param {number} width - of the picture
 * @returns {Quad[]} the corners where the edges meet, 0, 0 being the picture's corner
 */
export function quadsIn(dark, width) {
  /** @type {Quad[]} */
  const quads = []
  eachOutline(dark, width + 2, 3 * SHORTEST_SIDE, (points, count) => {
    const edges = edgesOf(points, count)
    if (edges.length >= 4) {
      quadsOf(edges, quads)
    }
  })
  return quads
}

/**
 * @param {Int16Array} points - x and y of an outline's steps
 * @param {number} count
 * @returns {Edge[]} its straight parts in order, those too short left out
 */
function edgesOf(points, count) {
  const corners = cornersOf(points, count)
  /** @type {Edge[]} */
  const edges = []
  for (let n = 0; n < corners.length; n++) {
    const from = corners[n]
    const to = n + 1 < corners.length ? corners[n + 1] : corners[0] + count
    const span = to - from
    if (span < SHORTEST_EDGE) {
      continue
    }
    const edge = fitted(points, count, from, to)
    if (edge.length >= SHORTEST_EDGE) {
      edges.push(edge)
    }
  }
  return edges
}

/**
 * The line through the steps between two corners; those beside the corners are rounded.
 *
 * @param {Int16Array} points
 * @param {number} count
 * @param {number} from
 * @param {number} to
 * @returns {Edge}
 */
function fitted(points, count, from, to) {
  const rounded = Math.min(3, (to - from) >> 3)
  let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0]
  const some = to - from + 1 - 2 * rounded
  for (let n = from + rounded; n <= to - rounded; n++) {
    const at = 2 * (n % count)
    const [x, y] = [points[at], points[at + 1]]
    sx += x
    sy += y
    sxx += x * x
    sxy += x * y
    syy += y * y
  }
  const [x, y] = [sx / some, sy / some]
  const angle = 0.5 * Math.atan2(2 * (sxy / some - x * y), sxx / some - x * x - (syy / some - y * y))
  const [a, b] = [2 * (from % count), 2 * (to % count)]
  const way = { x: points[b] - points[a], y: points[b + 1] - points[a + 1] }
  let [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  if (dx * way.x + dy * way.y < 0) {
    ;[dx, dy] = [-dx, -dy]
  }
  return {
    x,
    y,
    dx,
    dy,
    from: { x: points[a], y: points[a + 1] },
    to: { x: points[b], y: points[b + 1] },
    length: Math.hypot(way.x, way.y)
  }
}

/**
 * Douglas and Peucker's way, for a line that ends where it begins.
 *
 * @param {Int16Array} points
 * @param {number} count
 * @returns {number[]} which of the points are corners
 */
function cornersOf(points, count) {
  let [far, farthest] = [0, -1]
  for (let n = 0; n < count; n++) {
    const [dx, dy] = [points[2 * n] - points[0], points[2 * n + 1] - points[1]]
    const away = dx * dx + dy * dy
    if (away > farthest) {
      farthest = away
      far = n
    }
  }
  const tolerance = Math.min(3.5, 1.4 + Math.sqrt(farthest) * 0.008)
  const corners = [0, far]
  const open = [0, far, far, count]
  while (open.length) {
    const to = /** @type {number} */ (open.pop())
    const from = /** @type {number} */ (open.pop())
    const [ax, ay] = [points[2 * from], points[2 * from + 1]]
    const end = 2 * (to % count)
    const [dx, dy] = [points[end] - ax, points[end + 1] - ay]
    const length = Math.hypot(dx, dy) || 1
    let [most, at] = [tolerance * length, -1]
    for (let n = from + 1; n < to; n++) {
      const off = Math.abs((points[2 * n] - ax) * dy - (points[2 * n + 1] - ay) * dx)
      if (off > most) {
        most = off
        at = n
      }
    }
    if (at >= 0) {
      corners.push(at)
      open.push(from, at, at, to)
    }
  }
  return corners.sort((one, other) => one - other)
}

/**
 * @param {Edge[]} edges - of one outline
 * @param {Quad[]} quads - to which those found are added
 */
function quadsOf(edges, quads) {
  const some = edges.length
  // With few edges each set of four is met once, beginning with its first.
  const wraps = some > REACH
  for (let a = 0; a < some; a++) {
    const end = wraps ? a + REACH : some
    for (let b = a + 1; b < end; b++) {
      if (!turns(edges[a], edges[b % some])) {
        continue
      }
      for (let c = b + 1; c < end; c++) {
        if (!turns(edges[b % some], edges[c % some])) {
          continue
        }
        for (let d = c + 1; d < end; d++) {
          if (turns(edges[c % some], edges[d % some]) && turns(edges[d % some], edges[a])) {
            const quad = closed([edges[a], edges[b % some], edges[c % some], edges[d % some]])
            if (quad && !quads.some((other) => alike(quad, other))) {
              quads.push(quad)
            }
          }
        }
      }
    }
  }
}

/**
 * Whether one edge turns right into another, by 30° to 150°.
 *
 * @param {Edge} one
 * @param {Edge} next
 */
function turns(one, next) {
  return one.dx * next.dy - one.dy * next.dx > 0.5
}

/**
 * @param {Edge[]} edges - four
 * @returns {Quad | undefined} where they meet, unless too little of its sides is there
 */
function closed(edges) {
  const corners = /** @type {Quad} */ (edges.map((edge, at) => meeting(edges[(at + 3) & 3], edge)))
  let shown = 0
  for (let at = 0; at < 4; at++) {
    const [p, q] = [corners[at], corners[(at + 1) & 3]]
    const { from, to } = edges[at]
    const [dx, dy] = [q.x - p.x, q.y - p.y]
    const length = Math.hypot(dx, dy)
    if (length < SHORTEST_SIDE || dx * edges[at].dx + dy * edges[at].dy < 0) {
      return undefined
    }
    const begins = ((from.x - p.x) * dx + (from.y - p.y) * dy) / (length * length)
    const ends = ((to.x - p.x) * dx + (to.y - p.y) * dy) / (length * length)
    const loose = 0.06 + 3 / length
    const part = ends - begins
    if (begins < -loose || ends > 1 + loose || part < 0.15) {
      return undefined
    }
    shown += Math.min(1, part)
  }
  return shown > 2.3 && isSquarish(corners) ? corners : undefined
}

/**
 * @param {Edge} one
 * @param {Edge} other
 * @returns {Point}
 */
function meeting(one, other) {
  const across = one.dx * other.dy - one.dy * other.dx
  const along = ((other.x - one.x) * other.dy - (other.y - one.y) * other.dx) / across
  return { x: one.x + along * one.dx, y: one.y + along * one.dy }
}

/**
 * A card that can be read at all is not seen from its edge.
 *
 * @param {Quad} corners
 */
function isSquarish(corners) {
  const sides = corners.map((p, at) => Math.hypot(corners[(at + 1) & 3].x - p.x, corners[(at + 1) & 3].y - p.y))
  return Math.max(...sides) < 4 * Math.min(...sides)
}

/**
 * @param {Quad} quad
 * @param {Quad} other
 */
function alike(quad, other) {
  // Which corner comes first depends on where the outline began.
  return quad.every((p) => other.some((q) => Math.abs(p.x - q.x) + Math.abs(p.y - q.y) < 2))
}
