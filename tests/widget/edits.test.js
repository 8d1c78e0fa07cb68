import assert from 'node:assert/strict'
import test from 'node:test'

import { questionsIn, readHistory } from '../../tools/widget/src/core/history.js'
import { choose } from '../../tools/widget/src/core/pick.js'
import { seeded, shuffle } from '../../tools/widget/src/core/shuffle.js'
import { DAY, MONDAY, answer } from './bank.js'

const PROVISIONS = ['a1-m1', 'a1-m2', 'a2-m1', 'a10-m1', 'g-m1']

/**
 * A bank under an editor's hands, and beside it what a reader would say of every question: which answers are hers, to the
 * question as it stands.
 */
class Years {
  constructor(seed) {
    this.random = seeded(seed)
    this.index = { questions: {}, order: [] }
    this.entries = []
    /** @type {Map<string, string[]>} ids of the answers that count, by question */
    this.hers = new Map()
    this.now = MONDAY
    this.born = 0
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)]
  }

  edits = {
    insert: () => {
      const p = this.pick(PROVISIONS)
      const id = `${p}-q${String(++this.born).padStart(3, '0')}`
      this.index.questions[id] = { v: `v${this.born}`, k: 'single', p, l: 'remember' }
      this.index.order.splice(Math.floor(this.random() * (this.index.order.length + 1)), 0, id)
      this.hers.set(id, [])
    },
    move: (id) => {
      this.index.questions[id] = { ...this.index.questions[id], p: this.pick(PROVISIONS) }
      this.index.order = shuffle(this.index.order, this.random)
    },
    // Stem and explanation are no part of the version, and not of the index either.
    reword: () => {},
    rekey: (id) => {
      this.index.questions[id] = { ...this.index.questions[id], v: `v${++this.born}` }
      this.hers.set(id, [])
    },
    retire: (id) => {
      const { [id]: _, ...others } = this.index.questions
      this.index = { questions: others, order: this.index.order.filter((each) => each !== id) }
      this.hers.delete(id)
    }
  }

  edit(kind) {
    const id = this.pick(this.index.order)
    if (id || kind === 'insert') {
      this.edits[kind](id)
    }
  }

  study() {
    for (const question of this.index.order) {
      if (this.random() < 0.5) {
        this.now += Math.floor(this.random() * 60000)
        const given = answer(question, this.now, this.pick(['right', 'wrong']), { version: this.index.questions[question].v })
        this.entries.push(given)
        this.hers.get(question).push(given.id)
      }
    }
    this.now += DAY
  }

  reset() {
    const scope = this.pick(['a1', 'a2', 'a1-m2', 'g', ''])
    const questions = questionsIn(this.index, scope)
    this.entries.push({ id: `r${++this.born}`, type: 'reset', scope, questions, at: this.now++ })
    questions.forEach((question) => this.hers.set(question, []))
  }

  check(what) {
    const { answers, changed } = readHistory(shuffle(this.entries, this.random), this.index, this.now)
    assert.deepEqual(new Set(choose(this.index, {})), new Set(this.hers.keys()), what)
    for (const [question, ids] of this.hers) {
      assert.deepEqual((answers.get(question) || []).map(({ id }) => id), ids, `${what}: ${question}`)
      assert.ok(!(changed.has(question) && ids.length), `${what}: ${question} is asked again although it was answered`)
    }
    assert.ok([...answers.keys()].every((question) => this.hers.has(question)), what)
  }
}

const KINDS = ['insert', 'insert', 'move', 'reword', 'rekey', 'retire']

for (let run = 1; run <= 10; run++) {
  test(`100 edits at random leave every question its own history, run ${run}`, () => {
    const years = new Years(`edits ${run}`)
    for (let count = 0; count < 20; count++) {
      years.edit('insert')
    }
    years.study()
    for (let count = 1; count <= 100; count++) {
      const kind = years.pick(KINDS)
      years.edit(kind)
      years.check(`edit ${count}, ${kind}`)
      if (count % 5 === 0) {
        years.study()
      }
      if (count % 23 === 0) {
        years.reset()
      }
      years.check(`after edit ${count}`)
    }
  })
}

test('a question that was changed and changed back has its old answers again', () => {
  const index = (v) => ({ questions: { 'a1-m1-q01': { v, k: 'single', p: 'a1-m1', l: 'apply' } } })
  const entries = [answer('a1-m1-q01', MONDAY)]
  assert.equal(readHistory(entries, index('v2'), MONDAY).answers.size, 0)
  assert.equal(readHistory(entries, index('v1'), MONDAY).answers.size, 1)
})
