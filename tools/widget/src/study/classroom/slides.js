import { answeredIn, countsOf, roundAt, stopsOf } from '../../core/classroom-session.js'
import { hardest, sum } from '../../core/classroom-votes.js'
import { h } from '../../ui/hyperscript.js'
import { phaseOf, roomText } from './classroom-text.js'
import { phoneCode } from './phone-code.js'
import { copied, readSheet } from './sheet.js'
import { barsLegend, handsWords, optionBars, peopleIn, roundsOf } from './vote-bars.js'

/** @import { Meeting, Stop } from '../../core/classroom-session.js' */
/** @import { Clause } from '../shared/recitation.js' */
/** @import { SiteIndex } from '../shared/site-data.js' */
/** @import { Row, Sheet } from './sheet.js' */

/**
 * What slides are made from.
 *
 * @typedef {object} Source
 * @property {SiteIndex} index
 * @property {(provision: string) => Clause[]} clauses
 */

/**
 * One big thing at a time.
 *
 * @param {Meeting} meeting
 * @param {Stop} stop
 * @param {Source} source
 * @returns {Promise<HTMLElement>}
 */
export async function makeSlide(meeting, stop, source) {
  if (stop.kind === 'start') {
    return startSlide(meeting, source)
  }
  if (stop.kind === 'read') {
    return readSlide(stop, source)
  }
  return stop.kind === 'close' ? closeSlide(meeting, source) : questionSlide(meeting, stop, source)
}

/** @param {SiteIndex} index @param {string} provision @returns {string} 二（一）三是 加强监督 */
export function nameOf({ provisions }, provision) {
  const { label, citation, name } = provisions[provision]
  return label ? `${citation} ${name}` : name
}

/** The words below a slide that tell where one is. @param {Meeting} meeting @param {Stop} stop */
export function placeOf(meeting, { kind, id, n }) {
  if (kind === 'read') {
    const { clauses = 1 } = meeting.read.find((each) => each.id === id) || {}
    return roomText.clause(n + 1, clauses)
  }
  return kind === 'start' || kind === 'close' ? '' : roomText.question(n + 1, meeting.asked.length)
}

/** @param {Meeting} meeting @param {Source} source */
async function startSlide(meeting, { index }) {
  const { read, asked } = meeting
  return h(
    'div',
    { class: 'yx-slide yx-slide-start' },
    titleOf(meeting, index),
    h(
      'ul',
      null,
      read.length > 0 && h('li', null, roomText.toRead(read.map(({ id }) => nameOf(index, id)))),
      asked.length > 0 && h('li', null, roomText.toAsk(asked.length))
    ),
    await phoneCode(meeting, index)
  )
}

/** @param {Meeting} meeting @param {SiteIndex} index */
function titleOf({ form }, index) {
  const { title } = /** @type {{title: string}} */ (index.documents.find(({ id }) => id === index.document))
  return [h('p', { class: 'yx-over' }, form.party || roomText.meeting), h('h2', null, form.topic || title)]
}

/**
 * What stays when nothing is kept any more.
 *
 * @param {Meeting} meeting - that has ended
 * @param {SiteIndex} index
 * @param {HTMLElement} way - on from there
 */
export function endSlide(meeting, index, way) {
  return h(
    'div',
    { class: 'yx-slide yx-slide-start' },
    titleOf(meeting, index),
    h('p', null, h('b', null, roomText.ended)),
    h('p', { class: 'yx-over' }, roomText.over),
    way
  )
}

/** The whole provision, one clause of it lit. @param {Stop} stop @param {Source} source */
function readSlide({ id, n }, { index, clauses }) {
  return h(
    'div',
    { class: 'yx-slide yx-slide-read' },
    h('h2', { class: 'yx-over' }, nameOf(index, id)),
    h(
      'p',
      null,
      clauses(id).map(({ pieces }, at) =>
        h(
          'span',
          { class: at === n ? 'yx-clause yx-now' : 'yx-clause', 'aria-current': at === n && 'true' },
          pieces.map(([words]) => words).join('')
        )
      )
    )
  )
}

/** @param {Meeting} meeting @param {Stop} stop @param {Source} source */
async function questionSlide(meeting, stop, { index }) {
  const asked = meeting.asked[stop.n]
  const facts = index.questions[asked.id]
  if (!facts || facts.v !== asked.version) {
    return h('div', { class: 'yx-slide' }, h('h2', null, roomText.gone))
  }
  const sheet = await readSheet(index, asked.id)
  const answered = stop.kind === 'answer'
  return h(
    'div',
    { class: `yx-slide yx-slide-ask ${answered ? 'yx-answered' : ''}`, 'data-material': sheet.material.length > 0 },
    h(
      'p',
      { class: 'yx-over' },
      h('b', null, phaseOf(stop, sheet.vote !== 'after')),
      ` ${sheet.at} · ${sheet.kind}`,
      sheet.vote === 'many' && !answered && ` · ${roomText.several}`
    ),
    sheet.material.length > 0 && !answered && h('aside', { class: 'yx-material' }, copied(sheet.material)),
    h(
      'div',
      { class: 'yx-put' },
      h('h2', null, copied(answered ? sheet.answeredStem : sheet.stem)),
      rowsOf(meeting, sheet, answered),
      answered && barsLegend(meeting, sheet)
    ),
    answered && explanation(sheet)
  )
}

/** @param {Meeting} meeting @param {Sheet} sheet @param {boolean} answered */
function rowsOf(meeting, sheet, answered) {
  const lists = answered ? sheet.answeredRows : sheet.rows
  const hands = sheet.vote !== 'after'
  const line = (/** @type {Row} */ { sign, words, right }) =>
    h(
      'li',
      { class: answered && hands ? (right ? 'yx-right' : 'yx-not') : undefined },
      sign && h('b', null, sign),
      h('span', null, copied(words)),
      answered && hands && right && h('em', null, '✓'),
      answered && hands && optionBars(meeting, sheet, sign)
    )
  return h(
    'div',
    { class: `yx-lists ${lists.length > 1 ? 'yx-two' : ''}` },
    lists.map((list) => h('ul', { class: list.some(({ sign }) => sign) ? 'yx-signed' : '' }, list.map(line)))
  )
}

/** @param {Sheet} sheet */
function explanation({ vote, key, answeredRows, explain, sources }) {
  return h(
    'div',
    { class: 'yx-solution' },
    // What is put in its order, or in pairs, has been said.
    vote === 'after' && !answeredRows.length && h('p', null, h('b', null, roomText.answer), key),
    h('p', null, copied(explain)),
    sources.map(({ at, words }) => h('blockquote', null, at && h('cite', null, `${roomText.source}（${at}）：`), words))
  )
}

/** @param {Meeting} meeting @param {Source} source */
async function closeSlide(meeting, { index }) {
  const stops = stopsOf(meeting)
  const read = meeting.visited.map((at) => stops[at]).filter((stop) => stop && stop.kind === 'read')
  const answered = answeredIn(meeting)
  const sheets = await sheetsOf(meeting, index)
  const results = sheets
    .filter(({ id }) => answered.has(id))
    .map((sheet) => ({ sheet, rounds: roundsOf(meeting, sheet) }))
    .filter(({ rounds }) => rounds.some(({ of }) => of))
  const worst = hardest(results)
  const tally = [roomText.didRead(new Set(read.map(({ id }) => id)).size), roomText.didAsk(answered.size), overall(results)]
  return h(
    'div',
    { class: 'yx-slide yx-slide-close' },
    h('p', { class: 'yx-over' }, meeting.form.topic || roomText.meeting),
    h('h2', null, roomText.done),
    h(
      'div',
      null,
      h(
        'ul',
        { class: 'yx-tally' },
        tally.map((words) => words && h('li', null, words))
      ),
      meeting.teams.length > 0 && h('h3', null, roomText.teams),
      meeting.teams.length > 0 && scores(meeting)
    ),
    worst.length > 0 &&
      h(
        'div',
        null,
        h('h3', null, roomText.hardest),
        h(
          'ol',
          null,
          worst.map(({ sheet }) => h('li', null, sheet.text, barsLegend(meeting, sheet)))
        )
      )
  )
}

/** @param {Meeting} meeting */
export function scores({ teams }) {
  return h(
    'ul',
    { class: 'yx-scores' },
    teams.map(({ name, points }) => h('li', null, h('span', null, name), h('b', null, roomText.points(points))))
  )
}

/**
 * The mean share of what was asked twice, or else of what was asked once; only of what is a share of people.
 *
 * @param {{sheet: Sheet, rounds: {share: number | undefined}[]}[]} all
 */
function overall(all) {
  const results = all.filter(({ sheet }) => sheet.vote !== 'many')
  const mean = (/** @type {(number | undefined)[]} */ shares) =>
    shares.reduce((/** @type {number} */ all, share) => all + (share || 0), 0) / shares.length
  const both = results.filter(({ rounds }) => rounds.every(({ share }) => share !== undefined))
  const any = results
    .map(({ rounds }) => rounds.map(({ share }) => share).find((share) => share !== undefined))
    .filter((share) => share !== undefined)
  if (both.length) {
    return roomText.overall(
      .../** @type {[number, number]} */ ([0, 1].map((round) => mean(both.map(({ rounds }) => rounds[round].share))))
    )
  }
  return any.length ? roomText.overallOne(mean(any)) : ''
}

/**
 * @param {Meeting} meeting
 * @param {SiteIndex} index
 * @returns {Promise<Sheet[]>} its questions, as far as they are still asked
 */
export async function sheetsOf({ asked }, index) {
  const there = asked.filter(({ id, version }) => index.questions[id] && index.questions[id].v === version)
  return Promise.all(there.map(({ id }) => readSheet(index, id)))
}

/**
 * How many hands have been counted at a stop; what they say is for later.
 *
 * @param {Meeting} meeting
 * @param {Stop} stop
 * @returns {string | HTMLElement}
 */
export function handsAt(meeting, stop) {
  const round = roundAt(meeting, stop)
  const { vote = 'one' } = meeting.asked.find(({ id }) => id === stop.id) || {}
  const counts = round === undefined ? {} : countsOf(meeting, stop.id, round)
  return sum(counts) ? handsWords(vote, counts, peopleIn(meeting)) : ''
}
