/**
 * What pages do beyond asking: the reader's history and progress, scores, citations, reading aloud, the box for search. It comes after all that
 * the first answer needs, on every page, and writes no answer.
 */

import { listenForActions } from './page/actions.js'
import { watchArrivals } from './page/arrival.js'
import { offerDutyFilter } from './page/duty-filter.js'
import { offerFilter } from './page/glossary-filter.js'
import { showHistories } from './page/last-answer.js'
import { keepReadingPlace } from './page/reading-place.js'
import { listenForHolds } from './official/hold.js'
import { offerTerms } from './official/terms.js'
import { offerColours } from './page/colours.js'
import { markContents } from './page/contents-mark.js'
import { offerDisplay } from './page/display.js'
import { offerMarks } from './page/drawer-marks.js'
import { nameIndexes } from './page/file-links.js'
import { keepTyped } from './page/keep-typed.js'
import { noteReading } from './page/note-reading.js'
import { keepOffline } from './page/offline.js'
import { printUnfolded } from './page/print-unfolded.js'
import { showProgress } from './page/progress-bars.js'
import { read } from './page/reading.js'
import { showReader } from './page/reader-name.js'
import { sayRenewed } from './page/site-renewed.js'
import { Score } from './page/yx-score.js'
import { pageIndex } from './page/page-index.js'
import { readHistory } from './core/history.js'
import { isReadable } from './store/record.js'
import { noteTurns } from './store/turn.js'
import { documentAt } from './ui/dom.js'
import { arrived, onSettled } from './ui/page-ready.js'
import { offerSearch } from './ui/search-box.js'
import { showTrouble } from './ui/storage-notice.js'

/** @import { Question } from './question/yx-question.js' */

// Known only while the script runs.
const { offline } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset

async function recall() {
  // Practice shows its questions itself, and knows what was answered.
  const questions = /** @type {Question[]} */ (Array.from(document.querySelectorAll('.yx-quiz yx-question')))
  // What the home page tells, home.js does.
  const part = document.querySelector('.yx-part[data-document]')
  const place = questions[0] || part
  if (place) {
    const { log } = window.yanxi
    log.onBack = recall
    const records = (await log.records(documentAt(place))).filter(isReadable)
    const index = pageIndex(questions)
    noteTurns(records, Date.now())
    const history = readHistory(records, index, Date.now())
    showHistories(questions, history)
    if (part) {
      showProgress(await read(documentAt(part)))
    }
    showTrouble(log)
  }
}

customElements.define('yx-score', Score)
listenForActions()
showReader()
keepOffline(offline !== undefined)
offerDisplay()
offerColours()
printUnfolded()
offerTerms()
listenForHolds()
offerMarks()
nameIndexes()
keepReadingPlace()
noteReading()
keepTyped()
watchArrivals()
offerSearch()
onSettled(recall)
offerFilter()
markContents()
offerDutyFilter()
arrived()
sayRenewed()

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    recall()
  }
})
