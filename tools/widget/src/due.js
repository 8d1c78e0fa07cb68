/**
 * The front page's count of what is due: loaded after everything else, and only where something was ever answered. It says
 * nothing rather than something that may be wrong.
 */

import { review } from './core/review.js'
import { replay } from './core/schedule.js'
import { whenIdle } from './page.js'
import { openLocal } from './store/local.js'
import { isReadable } from './store/record.js'
import { readSettings } from './store/settings.js'
import { loadIndex } from './study/data.js'
import { dueCount } from './study/text.js'

async function count() {
  const link = document.querySelector('a.yx-due')
  const records = link ? (await (await window.yanxi.log()).records()).filter(isReadable) : []
  if (link && records.length) {
    const index = await loadIndex()
    const { reviewLimit } = readSettings(openLocal())
    const now = Date.now()
    const { questions } = review(replay(records, index, now), records, reviewLimit, now, new Date().getTimezoneOffset())
    link.textContent = dueCount(questions.length)
  }
}

addEventListener('load', () => whenIdle(count))
