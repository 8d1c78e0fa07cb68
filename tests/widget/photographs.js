/**
 * Photographs of rooms full of cards, made up: perspective, tilt, blur, noise, uneven light, JPEG, fingers on the cards and heads
 * before them. The same seed makes the same photograph.
 */

import { CODES, cellsOf } from '../../tools/widget/src/classroom-cards/codes.js'

/** @typedef {{number: number, letter: string, hidden: number, side: number}} Held - how much of the black square is hidden; its side in pixels */

const LETTERS = 'ABCD'
/** Cells from the middle of a card to its edge: half the black square, and the white around it. */
const HALF = 5.5

/**
 * @param {number} seed
 * @returns {() => number} mulberry32: evenly between 0 and 1
 */
export function chance(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * @param {number} seed
 * @param {object} [given]
 * @param {number} [given.width]
 * @param {number} [given.height]
 * @param {number} [given.count] - cards
 * @param {number} [given.hard] - 0 for a good camera in a bright room, 1 for a poor one in a dim room
 * @returns {{width: number, height: number, data: Uint8ClampedArray, cards: Held[]}}
 */
export function photograph(seed, { width = 1920, height = 1080, count, hard } = {}) {
  const random = chance(seed)
  const between = (low, high) => low + (high - low) * random()
  const some = count === undefined ? Math.round(between(5, 40)) : count
  const difficulty = hard === undefined ? random() : hard
  const room = new Float32Array(width * height)
  furnish(room, width, height, random)

  const numbers = shuffled(CODES.map((_, at) => at + 1), random).slice(0, some)
  const columns = Math.max(1, Math.ceil(Math.sqrt((some * width) / height)))
  const rows = Math.max(1, Math.ceil(some / columns))
  const [cellWide, cellHigh] = [width / columns, height / rows]
  const largest = Math.min(cellWide, cellHigh) * 0.98
  const seats = shuffled([...Array(columns * rows).keys()], random).slice(0, some)
  const cards = numbers.map((number, at) => {
    const turn = Math.floor(random() * 4)
    // Of a card as large as its seat allows, down to a far one.
    const size = Math.min(largest, Math.max(largest * between(0.45, 0.8), 62 + 30 * difficulty))
    const tilt = between(-28, 28)
    // The letter at the top is the answer: B stands at the right, so the card is turned by a quarter to the left for it.
    const pose = project((-turn * 90 + tilt) * (Math.PI / 180), between(-0.7, 0.7), between(-0.6, 0.6), size)
    const seat = seats[at]
    const spare = Math.max(0, cellWide - size), spareHigh = Math.max(0, cellHigh - size)
    const x = (seat % columns) * cellWide + cellWide / 2 + between(-0.4, 0.4) * spare
    const y = Math.floor(seat / columns) * cellHigh + cellHigh / 2 + between(-0.4, 0.4) * spareHigh
    const card = { number, letter: LETTERS[turn], x, y, pose, size, white: between(0.8, 0.95), black: between(0.05, 0.14) }
    drawCard(room, width, height, card)
    return card
  })
  const held = cards.map((card) => {
    const hidden = hide(room, width, height, card, random)
    return { number: card.number, letter: card.letter, hidden, side: Math.round((card.size * 8) / (2 * HALF)), x: card.x, y: card.y }
  })
  light(room, width, height, random, difficulty)
  const blurred = blur(room, width, height, between(0.3, 0.7 + 0.9 * difficulty), random() < 0.3 ? between(0, 1 + 4 * difficulty) : 0, random)
  const noise = (1 + 9 * difficulty * random()) / 255
  for (let at = 0; at < blurred.length; at++) {
    blurred[at] += noise * (random() + random() + random() + random() - 2) * 1.73
  }
  jpeg(blurred, width, height, between(92 - 50 * difficulty, 95))
  const data = new Uint8ClampedArray(width * height * 4)
  const tint = [between(0.96, 1.04), 1, between(0.92, 1.02)]
  for (let at = 0; at < blurred.length; at++) {
    const value = blurred[at] * 255
    data[4 * at] = value * tint[0]
    data[4 * at + 1] = value
    data[4 * at + 2] = value * tint[2]
    data[4 * at + 3] = 255
  }
  return { width, height, data, cards: held }
}

function shuffled(list, random) {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other], list[at]]
  }
  return list
}

/** Walls, windows, tables, people in dark clothes, and lines of writing. */
function furnish(room, width, height, random) {
  const between = (low, high) => low + (high - low) * random()
  const base = between(0.25, 0.75), across = between(-0.2, 0.2), down = between(-0.2, 0.2)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      room[y * width + x] = base + across * (x / width - 0.5) + down * (y / height - 0.5)
    }
  }
  for (let n = 0; n < 60; n++) {
    const shade = between(0.03, 0.97), angle = between(0, Math.PI), [cx, cy] = [between(0, width), between(0, height)]
    const [a, b] = [between(8, width / 9), between(8, height / 6)]
    const round = random() < 0.4, [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const reach = Math.hypot(a, b)
    const stripes = random() < 0.25 ? between(4, 14) : 0
    paint(room, width, height, cx, cy, reach, (x, y, old) => {
      const [u, v] = [(x * cos + y * sin) / a, (y * cos - x * sin) / b]
      const inside = round ? u * u + v * v < 1 : Math.abs(u) < 1 && Math.abs(v) < 1
      return inside ? (stripes && Math.floor((u * a) / stripes) & 1 ? 1 - shade : shade) : old
    })
  }
}

function paint(room, width, height, cx, cy, reach, shade) {
  for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(height, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(width, cx + reach); x++) {
      room[y * width + x] = shade(x + 0.5 - cx, y + 0.5 - cy, room[y * width + x])
    }
  }
}

/** How a card turned by `roll` in its plane, then about an upright and a level axis, falls on the picture: a homography and its inverse. */
function project(roll, yaw, pitch, size) {
  const [cr, sr, cy, sy, cp, sp] = [roll, roll, yaw, yaw, pitch, pitch].map((angle, at) => (at % 2 ? Math.sin(angle) : Math.cos(angle)))
  // Columns of the rotation that a flat card needs; the camera stands eight half-cards away.
  const ux = [cr * cy, cr * sy * sp + sr * cp, -cr * sy * cp + sr * sp]
  const uy = [-sr * cy, -sr * sy * sp + cr * cp, sr * sy * cp + cr * sp]
  const distance = 8 * HALF, scale = size / (2 * HALF)
  const forward = [
    ux[0] * scale * distance, uy[0] * scale * distance, 0,
    ux[1] * scale * distance, uy[1] * scale * distance, 0,
    ux[2], uy[2], distance
  ]
  return { forward, inverse: inverted(forward) }
}

function inverted([a, b, c, d, e, f, g, h, i]) {
  const A = e * i - f * h, B = f * g - d * i, C = d * h - e * g
  const by = 1 / (a * A + b * B + c * C)
  return [A, c * h - b * i, b * f - c * e, B, a * i - c * g, c * d - a * f, C, b * g - a * h, a * e - b * d].map((value) => value * by)
}

function drawCard(room, width, height, { number, x, y, pose, size, white, black }) {
  const code = cellsOf(CODES[number - 1]), m = pose.inverse
  paint(room, width, height, x, y, size, (dx, dy, old) => {
    let sum = 0
    for (let sample = 0; sample < 9; sample++) {
      const px = dx + (sample % 3) / 3 - 1 / 3, py = dy + Math.floor(sample / 3) / 3 - 1 / 3
      const w = m[6] * px + m[7] * py + m[8]
      const u = (m[0] * px + m[1] * py + m[2]) / w, v = (m[3] * px + m[4] * py + m[5]) / w
      sum += ink(code, u, v, old, white, black)
    }
    return sum / 9
  })
}

function ink(code, u, v, old, white, black) {
  const far = Math.max(Math.abs(u), Math.abs(v))
  if (far > HALF) {
    return old
  }
  if (far > 4) {
    // The letters at the sides, small and pale.
    return far > 4.65 && far < 5.1 && Math.min(Math.abs(u), Math.abs(v)) < 0.2 ? white * 0.6 : white
  }
  return far < 3 && code[Math.floor(v + 3) * 6 + Math.floor(u + 3)] > 0 ? white : black
}

/** Fingers on the white of a card, which hide nothing; or something before it. @returns {number} how much of the black square is hidden */
function hide(room, width, height, { x, y, pose, size }, random) {
  const between = (low, high) => low + (high - low) * random()
  const kind = random()
  if (kind > 0.4) {
    return 0
  }
  const cell = size / (2 * HALF)
  // The fingers' ends stay within the white of the nearest edge; a head comes in from a side.
  const fingers = kind > 0.1
  const shade = fingers ? between(0.4, 0.65) : between(0.05, 0.9)
  const edge = Math.floor(random() * 4), along = between(-4, 4)
  const inwards = fingers ? between(4.35, 5) : between(-1, 3.4)
  const thick = fingers ? between(0.5, 0.9) : between(1.5, 5)
  let hidden = 0
  const m = pose.inverse
  paint(room, width, height, x, y, size * 1.2, (dx, dy, old) => {
    const w = m[6] * dx + m[7] * dy + m[8]
    const u = (m[0] * dx + m[1] * dy + m[2]) / w, v = (m[3] * dx + m[4] * dy + m[5]) / w
    const [out, beside] = [[v, u], [u, v], [-v, u], [-u, v]][edge]
    const inside = out > inwards + thick ? Math.abs(beside - along) < thick : Math.hypot(out - inwards - thick, beside - along) < thick
    if (!inside || out > 8) {
      return old
    }
    if (Math.max(Math.abs(u), Math.abs(v)) < 4) {
      hidden++
    }
    return shade
  })
  return hidden / (cell * cell * 64)
}

/** A window at one side, a lamp, and the shadow of something. */
function light(room, width, height, random, difficulty) {
  const between = (low, high) => low + (high - low) * random()
  const angle = between(0, 2 * Math.PI), strength = between(0, 0.25 + 0.4 * difficulty)
  const [lx, ly] = [between(0, width), between(0, height)], lamp = between(-0.3, 0.5) * difficulty
  const reach = between(0.15, 0.5) * width
  const [sx, sy, sa] = [between(0, width), between(0, height), between(0, 6.3)], dark = random() < 0.5 ? between(0, 0.5) * difficulty : 0
  const exposure = between(0.6 - 0.15 * difficulty, 1)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const along = ((x / width - 0.5) * Math.cos(angle) + (y / height - 0.5) * Math.sin(angle)) * 2 * strength
      const near = lamp * Math.exp(-((x - lx) ** 2 + (y - ly) ** 2) / (2 * reach * reach))
      const shadow = (x - sx) * Math.cos(sa) + (y - sy) * Math.sin(sa) > 0 ? 1 - dark : 1
      room[y * width + x] = Math.min(1, 0.02 + room[y * width + x] * exposure * (1 - strength / 2 + along + near) * shadow)
    }
  }
}

function blur(room, width, height, sigma, motion, random) {
  const radius = Math.ceil(sigma * 2.5)
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, at) => Math.exp(-((at - radius) ** 2) / (2 * sigma * sigma)))
  let out = along(along(room, width, height, kernel, 1, 0), width, height, kernel, 0, 1)
  if (motion > 1) {
    const angle = random() * Math.PI, steps = Math.ceil(motion)
    const moved = new Float32Array(out.length)
    for (let step = 0; step <= steps; step++) {
      const part = motion * (step / steps - 0.5)
      const dx = Math.round(part * Math.cos(angle)), dy = Math.round(part * Math.sin(angle))
      for (let y = 0; y < height; y++) {
        const row = Math.min(height - 1, Math.max(0, y + dy)) * width
        for (let x = 0; x < width; x++) {
          moved[y * width + x] += out[row + Math.min(width - 1, Math.max(0, x + dx))] / (steps + 1)
        }
      }
    }
    out = moved
  }
  return out
}

function along(from, width, height, kernel, dx, dy) {
  const out = new Float32Array(from.length), radius = (kernel.length - 1) / 2
  const total = kernel.reduce((sum, weight) => sum + weight, 0)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let at = -radius; at <= radius; at++) {
        const px = Math.min(width - 1, Math.max(0, x + at * dx)), py = Math.min(height - 1, Math.max(0, y + at * dy))
        sum += from[py * width + px] * kernel[at + radius]
      }
      out[y * width + x] = sum / total
    }
  }
  return out
}

const QUANTA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100,
  103, 99
]
const COSINES = Float32Array.from({ length: 64 }, (_, at) => {
  const [frequency, x] = [at >> 3, at & 7]
  return (frequency ? 0.5 : Math.SQRT1_2 / 2) * Math.cos(((2 * x + 1) * frequency * Math.PI) / 16)
})

/** What JPEG loses of the brightness: every block of eight by eight, its frequencies rounded. */
function jpeg(room, width, height, quality) {
  const scale = quality < 50 ? 50 / quality : 2 - quality / 50
  const quanta = QUANTA.map((each) => Math.max(1, Math.round(each * scale)) / 255)
  const block = new Float32Array(64), half = new Float32Array(64)
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      for (let at = 0; at < 64; at++) {
        block[at] = room[(top + (at >> 3)) * width + left + (at & 7)]
      }
      transform(block, half, false)
      for (let at = 0; at < 64; at++) {
        block[at] = Math.round(block[at] / quanta[at]) * quanta[at]
      }
      transform(block, half, true)
      for (let at = 0; at < 64; at++) {
        room[(top + (at >> 3)) * width + left + (at & 7)] = block[at]
      }
    }
  }
}

function transform(block, half, back) {
  for (let row = 0; row < 8; row++) {
    for (let k = 0; k < 8; k++) {
      let sum = 0
      for (let x = 0; x < 8; x++) {
        sum += block[8 * row + x] * (back ? COSINES[8 * x + k] : COSINES[8 * k + x])
      }
      half[8 * row + k] = sum
    }
  }
  for (let column = 0; column < 8; column++) {
    for (let k = 0; k < 8; k++) {
      let sum = 0
      for (let y = 0; y < 8; y++) {
        sum += half[8 * y + column] * (back ? COSINES[8 * y + k] : COSINES[8 * k + y])
      }
      block[8 * k + column] = sum
    }
  }
}
