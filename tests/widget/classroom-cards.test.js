/**
 * Cards are read in photographs that are made up, see `photographs.js`: nearly every card, and never as another.
 *
 * YANXI_PHOTOGRAPHS=500 takes that many in place of a few, from YANXI_SEED on, and prints how many cards were read.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CardRound } from '../../tools/widget/src/classroom-cards/card-round.js'
import { CELLS, CODES, MOST_WRONG, cellsOf } from '../../tools/widget/src/classroom-cards/codes.js'
import { readCards } from '../../tools/widget/src/classroom-cards/read-cards.js'
import { chance, photograph } from './photographs.js'

const MANY = Number(process.env.YANXI_PHOTOGRAPHS || 0)
const SEED = Number(process.env.YANXI_SEED || 1)

const turned = (cells) => cells.map((_, n) => cells[(CELLS - 1 - (n % CELLS)) * CELLS + Math.floor(n / CELLS)])
const mirrored = (cells) => cells.map((_, n) => cells[n - (n % CELLS) + CELLS - 1 - (n % CELLS)])
const turns = (cells) => [cells, turned(cells), turned(turned(cells)), turned(turned(turned(cells)))]
const distance = (one, other) => one.filter((cell, at) => cell !== other[at]).length

test('no card looks like another, however it is turned, nor like one in a mirror', () => {
  const all = CODES.map(cellsOf)
  assert.equal(CODES.length, 40)
  all.forEach((cells, number) => {
    all.slice(0, number + 1).forEach((other, before) => {
      const others = number === before ? turns(other).slice(1) : turns(other)
      assert.ok(Math.min(...others.map((each) => distance(cells, each))) >= 14, `${number} and ${before}`)
      assert.ok(Math.min(...turns(mirrored(other)).map((each) => distance(cells, each))) >= 8, `${number} and ${before} in a mirror`)
    })
  })
  assert.ok(2 * MOST_WRONG < 8)
})

/** Reads photographs; a card of which nothing is hidden counts. */
function readAll(photographs) {
  const result = { shown: 0, read: 0, wrong: [], missed: [] }
  for (const { seed, cards, ...image } of photographs) {
    const letters = new Map(readCards(image).map(({ number, letter }) => [number, letter]))
    for (const { number, letter, hidden } of cards) {
      const read = letters.get(number)
      letters.delete(number)
      if (read && read !== letter) {
        result.wrong.push(`photograph ${seed}: ${number} shows ${letter}, read as ${read}`)
      }
      if (!hidden) {
        result.shown++
        result.read += read ? 1 : 0
      }
    }
    letters.forEach((letter, number) => result.wrong.push(`photograph ${seed}: no ${number} there, read as ${letter}`))
  }
  return result
}

function* scenes(settings) {
  for (const [at, setting] of settings.entries()) {
    const seed = SEED + at
    yield { seed, ...photograph(seed, setting) }
  }
}

test('cards are read in photographs of rooms, good and poor', () => {
  const few = [
    { width: 1280, height: 720, count: 12, hard: 0.2 },
    { width: 1280, height: 720, count: 24, hard: 0.8 },
    { width: 1920, height: 1080, count: 40, hard: 0.5 }
  ]
  const { shown, read, wrong } = readAll(scenes(MANY ? Array(MANY).fill({}) : few))
  if (MANY) {
    console.log(`${read} of ${shown} read in ${MANY} photographs, ${(100 * read) / shown} %`)
  }
  assert.deepEqual(wrong, [])
  assert.ok(read >= 0.98 * shown, `${read} of ${shown}`)
})

test('nothing is read in a room without cards, nor in noise', () => {
  const { wrong } = readAll(scenes([{ width: 640, height: 480, count: 0 }, { width: 800, height: 600, count: 0, hard: 1 }]))
  assert.deepEqual(wrong, [])
  const random = chance(SEED)
  const data = Uint8ClampedArray.from({ length: 4 * 400 * 400 }, () => 256 * random())
  assert.deepEqual(readCards({ width: 400, height: 400, data }), [])
})

test('a picture smaller than a card is no trouble', () => {
  for (const [width, height] of [[1, 1], [2, 1], [3, 5], [16, 16]]) {
    assert.deepEqual(readCards({ width, height, data: new Uint8ClampedArray(4 * width * height) }), [])
  }
})

test('of a number that is read again the latest letter stands', () => {
  const round = new CardRound()
  round.add([{ number: 7, letter: 'A' }, { number: 3, letter: 'B' }])
  round.add([{ number: 7, letter: 'C' }])
  assert.deepEqual(round.numbers, [3, 7])
  assert.deepEqual(round.outcome('ABC'), { counts: { A: 0, B: 1, C: 1 }, others: [] })
})

test('a camera counts what it sees twice, and not what is being turned', () => {
  const round = new CardRound()
  round.look([{ number: 7, letter: 'A' }])
  assert.deepEqual(round.numbers, [])
  round.look([{ number: 7, letter: 'B' }])
  assert.deepEqual(round.numbers, [])
  round.look([{ number: 7, letter: 'B' }])
  assert.deepEqual(round.outcome('AB').counts, { A: 0, B: 1 })
})

test('who holds up what is no option is named and not counted', () => {
  const round = new CardRound()
  round.add([{ number: 1, letter: 'A' }, { number: 2, letter: 'D' }])
  assert.deepEqual(round.outcome('AB'), { counts: { A: 1, B: 0 }, others: [2] })
})
