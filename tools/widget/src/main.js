import { idFrom } from './core/id.js'
import { latest } from './core/score.js'
import { afterPaint } from './dom.js'
import { showHistories } from './history.js'
import { catchUp, listen } from './listen.js'
import { showNotKept } from './notice.js'
import { onSettled } from './page.js'
import { Progress, showProgress } from './progress.js'
import { Question } from './question.js'
import { Score } from './score.js'
import { watchSight } from './sight.js'
import { openLog } from './store/log.js'

/** @import { Log } from './store/log.js' */

/** @type {Promise<Log> | undefined} */
let opened

function log() {
  return (opened = opened || openLog())
}

/** @param {Event} event */
function record(event) {
  const answered = /** @type {CustomEvent<import('./question.js').Answered>} */ (event).detail
  const at = Date.now()
  afterPaint(async () => {
    const { append } = await log()
    const id = idFrom(crypto.getRandomValues(new Uint8Array(16)))
    await append({ id, type: 'answer', ...answered, at, from: 'page' })
    await admitRefusal()
  })
}

async function admitRefusal() {
  if (!(await log()).persistent) {
    showNotKept()
  }
}

async function recallQuestions() {
  const questions = Array.from(document.querySelectorAll('yx-question'))
  watchSight(questions)
  if (questions.length) {
    const ids = questions.map((question) => question.id).sort()
    showHistories(questions, latest(await (await log()).between(ids[0], ids[ids.length - 1])))
  }
}

async function recallProgress() {
  if (document.querySelector('yx-progress, .yx-resume')) {
    showProgress(latest(await (await log()).all()))
  }
}

// Later than the questions only where this script is not where it belongs, in the head.
const late = document.querySelector('yx-question') !== null

document.documentElement.classList.add('yx-js')
customElements.define('yx-question', Question)
customElements.define('yx-score', Score)
customElements.define('yx-progress', Progress)
listen()
document.addEventListener('yx-answer', record)

if (late) {
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'))
  catchUp(!navigation || navigation.type === 'navigate')
}

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    recallProgress()
  }
})

onSettled(() => {
  catchUp(false)
  recallQuestions()
  recallProgress()
  if (document.querySelector('.yx-quiz, yx-progress')) {
    admitRefusal()
  }
})
