/** The style sheets as they are published, in browsers years old: in WeChat an iPhone's is as old as its system. */

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import test from 'node:test'

const FOLDER = new URL('../../docs/assets/', import.meta.url)

const sheets = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
// What stands before a brace, and what within.
const rules = sheets.flatMap((sheet) => [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, head, body]) => ({ head, body })))
const said = rules.flatMap(({ body }) => body.split(';').map((each) => each.trim()))

test('all four sides are said one by one, for Safari before 14.1', () => {
  assert.ok(said.includes('top:0'))
  assert.deepEqual(said.filter((each) => each.startsWith('inset:')), [])
})

test('so is how a line under words looks, for Safari before 26.2', () => {
  assert.ok(said.includes('text-decoration-style:dotted'))
  assert.deepEqual(said.filter((each) => /^text-decoration:.*[\s)]/.test(each)), [])
})

test('where a height is a share of what a phone shows, one of the window stands before it', () => {
  const shares = rules.filter(({ body }) => /\ddvh/.test(body))
  assert.ok(shares.length)
  for (const { head, body } of shares) {
    assert.match(body, /([\w-]+):[^;]*\dvh[^;]*;\1:[^;]*\ddvh/, head)
  }
})

test('a selector that asks :has() stands alone, or one that does not goes with it where that is not known', () => {
  const mixed = rules.filter(({ head }) => head.includes(':has(') && !head.split(/,(?![^(]*\))/).every((each) => each.includes(':has(')))
  assert.deepEqual(mixed, [])
})

test('kerning is left to the browser: asked for by name, it halves Chinese commas in Firefox', () => {
  const set = rules.filter(({ head, body }) => head.split(',').includes('body') && /font-feature-settings:normal/.test(body))
  assert.equal(set.length, 1)
})
