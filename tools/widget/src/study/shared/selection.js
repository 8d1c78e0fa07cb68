import { countQuestions, within } from '../../core/bank.js'
import { mistakes } from '../../core/mistakes.js'
import { hasOwn } from '../../core/own.js'
import { arrange, choose } from '../../core/pick.js'
import { text } from './study-text.js'

/** @import { Manner } from '../../core/pick.js' */
/** @import { App } from './app.js' */
/** @import { SiteIndex } from './site-data.js' */

/**
 * Which questions the reader wants, and in which order.
 *
 * @typedef {object} Choice
 * @property {string} scope - a provision's id; empty for everything
 * @property {string[]} kinds - none means all
 * @property {string} from - all, starred, mistakes
 * @property {Manner} manner
 */

/**
 * Sanitizes a choice that comes from storage or a link; drops what the index no longer has.
 *
 * @param {SiteIndex} index
 * @param {{scope?: string, kinds?: string[], from?: string, manner?: string}} [kept]
 * @returns {Choice}
 */
export function toChoice(index, { scope = '', kinds = [], from = '', manner = '' } = {}) {
  return {
    scope: hasOwn(index.provisions, scope) ? scope : '',
    kinds: kinds.filter((kind) => hasOwn(index.kinds, kind)),
    from: from === 'starred' || from === 'mistakes' ? from : 'all',
    manner: manner === 'mixed' || manner === 'order' ? manner : 'new'
  }
}

/**
 * @param {App} app
 * @param {Choice} choice
 * @returns {string[]} as the plan goes
 */
export function chosen(app, { scope, kinds, from }) {
  return choose(app.index, { scope, kinds, among: among(app, from) })
}

/**
 * @param {App} app
 * @param {Choice} choice
 * @param {string} seed
 */
export function inOrder(app, choice, seed) {
  return arrange(app.index, chosen(app, choice), choice.manner, app.history.answers, seed)
}

/**
 * @param {App} app
 * @param {Choice} choice
 * @returns {string} 政治建设 · 单选、判断
 */
export function describe({ index }, { scope, kinds, from }) {
  const parts = [
    scope ? index.provisions[scope].name : from === 'all' && text.choice.all,
    from !== 'all' && text.choice.sources[from],
    kinds.map((kind) => index.kinds[kind]).join('、')
  ]
  return parts.filter(Boolean).join(' · ')
}

/**
 * @param {App} app
 * @param {string} from
 * @returns {Iterable<string> | undefined} undefined for no limit
 */
function among(app, from) {
  if (from === 'starred') {
    return app.stars
  }
  return from === 'mistakes' ? mistakes(app.history.answers, app.here).map(({ question }) => question) : undefined
}

/**
 * The top-level provisions that have questions, each with the provisions below it that have some.
 *
 * @param {SiteIndex} index
 * @param {Map<string, unknown>} asked - the provisions that have questions themselves
 * @returns {{id: string, below: string[]}[]}
 */
export function partsOf(index, asked = countQuestions(index).own) {
  const ids = Object.keys(index.provisions)
  const parts = ids.filter((id) => !ids.some((other) => other !== id && within(id, other)))
  return parts
    .map((id) => ({ id, below: ids.filter((other) => within(other, id) && asked.has(other)) }))
    .filter(({ below }) => below.length)
}
