/** Small banks and logs to test with. */

export const MINUTE = 60000
export const DAY = 1440 * MINUTE

/** A Monday, noon by Greenwich. */
export const MONDAY = Date.UTC(2026, 0, 5, 12)

/**
 * @param {Record<string, string>} questions - `version`, or `version kind level case`, by id; the provision follows from the id
 */
export function makeIndex(questions) {
  const index = { document: '2022', provisions: {}, questions: {}, order: Object.keys(questions), papers: [], retired: [] }
  for (const [id, words] of Object.entries(questions)) {
    const [v, k = 'single', l = 'remember', c] = words.split(' ')
    index.questions[id] = { v, k, p: id.replace(/-q\d+$/, ''), l, ...(c && { c: Number(c) }) }
  }
  return index
}

let born = 0

/** @param {string} question @param {number} at */
export function answer(question, at, result = 'right', more = {}) {
  const id = `e${String(++born).padStart(6, '0')}`
  return { id, type: 'answer', question, version: 'v1', at, result, ms: 4000, from: 'practice', ...more }
}

/** A bank as large as a plan's, with answers of a year. @param {() => number} random */
export function simulateYear(random, { questions = 320, days = 365, daily = 30 } = {}) {
  const bank = {}
  const kinds = ['single', 'multiple', 'judge', 'blank', 'order', 'match', 'recall']
  for (let at = 0; at < questions; at++) {
    const provision = `a${1 + (at % 6)}-m${1 + (Math.floor(at / 6) % 5)}`
    bank[`${provision}-q${String(Math.floor(at / 30) + 1).padStart(2, '0')}`] = `v1 ${kinds[at % 7]}`
  }
  const index = makeIndex(bank)
  const entries = []
  for (let day = 0; day < days; day++) {
    let at = MONDAY + day * DAY
    for (let count = 0; count < daily; count++) {
      at += Math.floor(random() * 20 * MINUTE)
      const lot = random()
      const question = index.order[Math.floor(random() * index.order.length)]
      const id = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
      const ms = Math.floor(random() * 30000)
      entries.push(answer(question, at, lot < 0.2 ? 'wrong' : 'right', { id, ms, ...(lot > 0.9 && { sure: false }) }))
    }
  }
  return { index, entries, end: MONDAY + days * DAY }
}

/** @param {string} name - a date, or a date and an hour, by Greenwich */
export function time(name) {
  return Date.parse(name.includes('T') ? `${name}:00Z` : `${name}T12:00:00Z`)
}
