/**
 * The home page: what to do first, the plan towards a test, and how far the reader is. It begins before the page has loaded,
 * since nothing else there is waited for.
 */

import { MINUTE, dateOfDay, dayOf } from './core/days.js'
import { tick, timeLeft } from './core/exam-clock.js'
import { hasOwn } from './core/own.js'
import { whereToGoOn } from './core/pick.js'
import { planFor } from './core/plan.js'
import { progressOf } from './core/progress.js'
import { review } from './core/review.js'
import { Schedule } from './core/schedule.js'
import { showProgress } from './page/progress-bars.js'
import { read } from './page/reading.js'
import { lastRead } from './store/last-read.js'
import { openLocal } from './store/local-storage.js'
import { recover } from './store/recover-pending.js'
import { openSessions } from './store/sessions.js'
import { changeSettings, readSettings } from './store/settings.js'
import { readExamSession } from './study/shared/exam-session.js'
import { documentAt } from './ui/dom.js'
import { addressOf, studyPage } from './ui/site-index.js'
import { showTrouble } from './ui/storage-notice.js'
import { homeText } from './ui/text.js'

/** @import { Reading } from './page/reading.js' */

/** @typedef {{href: string, words: string, note: string}} Step */

const home = /** @type {HTMLElement} */ (document.querySelector('.yx-home'))
const list = /** @type {HTMLElement} */ (home.querySelector('.yx-steps'))
const links = /** @type {HTMLAnchorElement[]} */ (Array.from(list.querySelectorAll('a')))
const local = openLocal()
const { log } = window.yanxi

/** @type {Step[]} what the page says to one who is new */
const first = links.map(({ href, children: [words, note] }) => ({
  href,
  words: words.textContent || '',
  note: note.textContent || ''
}))

/** Reads the log and shows all that follows from it. Where it or the index cannot be had, the page stays as it was built. */
async function draw() {
  try {
    const reading = await read(documentAt(home))
    showSteps(stepsOf(reading))
    showProgress(reading)
    showPlan(reading)
  } finally {
    list.dataset.decided = ''
    showTrouble(log)
  }
}

/**
 * What can be done, the most pressing first.
 *
 * @param {Reading} reading
 * @returns {Step[]}
 */
function stepsOf({ index, records, history, now, here }) {
  const study = (/** @type {string} */ name, /** @type {readonly string[]} */ [words, note]) => ({ href: studyPage(name), words, note })
  const [begin, ask, ...others] = first
  // Who has answered nothing yet does not go on.
  const ten = { ...(history.answers.size ? study('practice', homeText.ten) : ask), href: `${studyPage('practice')}?set=new` }
  /** @type {Step[]} */
  const steps = []
  const exam = readExamSession({ sessions: openSessions(local, index.document), records, local })
  const paper = exam && index.papers.find(({ id }) => id === exam.paper)
  if (exam && paper) {
    const left = Math.ceil(timeLeft(tick(exam.clock, now, 0)) / MINUTE)
    steps.push({ href: `${studyPage('exam')}#run`, words: homeText.exam, note: homeText.examNote(paper.title, left) })
  }
  const due = review(new Schedule(history.answers, here), records, readSettings(local).reviewLimit, now, here).questions.length
  if (due) {
    steps.push(study('review', homeText.due(due)))
  }
  const read = lastRead(local, index.document)
  const next = whereToGoOn(index, history, read && hasOwn(index.provisions, read.provision) ? read : undefined)
  if (next) {
    const [words, note] = homeText.goOn(index.provisions[next.provision])
    steps.push({ href: addressOf(index, next.provision, next.question), words, note })
  } else if (!history.answers.size) {
    return [...steps, begin, ten, ...others]
  }
  const isNew = index.order.some((question) => !history.answers.has(question))
  const mock = study('exam', isNew ? homeText.mock : homeText.allDone)
  const rest = isNew ? [ten, mock] : [mock, study('practice', homeText.practice)]
  return [...steps, ...rest, study('mistakes', homeText.mistakes)]
}

/** @param {Step[]} steps */
function showSteps(steps) {
  links.forEach((link, at) => {
    const { href, words, note } = steps[at]
    link.href = href
    link.children[0].textContent = words
    link.children[1].textContent = note
  })
}

/** @param {Reading} reading */
function showPlan({ index, history, now, here }) {
  const day = /** @type {HTMLInputElement} */ (home.querySelector('.yx-plan input'))
  const said = /** @type {HTMLElement} */ (home.querySelector('.yx-plan output'))
  const { total, seen } = progressOf('', history, index, here)
  const say = () => {
    const { testDay } = readSettings(local)
    const plan = testDay && planFor(testDay, dateOfDay(dayOf(now, here)), total - seen)
    said.textContent = plan ? homeText.plan(plan.days, plan.daily) : homeText.noPlan
  }
  day.value = readSettings(local).testDay
  day.onchange = () => {
    changeSettings(local, { testDay: day.value })
    say()
  }
  say()
}

addEventListener('pageshow', ({ persisted }) => persisted && draw())
log.onBack = draw
recover(log)
draw()
