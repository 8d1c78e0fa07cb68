/**
 * Counts the questions due today on the home page. Loaded after everything else, and only where something was ever
 * answered; where the count cannot be known, the link stays without one.
 */

import { review } from './core/review.js'
import { replay } from './core/schedule.js'
import { openLocal } from './store/local-storage.js'
import { isReadable } from './store/record.js'
import { recover } from './store/recover-pending.js'
import { readSettings } from './store/settings.js'
import { loadIndex } from './study/shared/site-data.js'
import { documentAt } from './ui/dom.js'
import { whenIdle } from './ui/page-ready.js'
import { dueCount } from './ui/text.js'

/** @import { LogRecord } from './store/record.js' */

async function count() {
  const link = document.querySelector('a.yx-due')
  if (link) {
    const { log } = window.yanxi
    const document = documentAt(link)
    recover(log)
    const records = (await log.records(document)).filter(isReadable)
    if (records.length) {
      link.textContent = dueCount(await dueOf(records, document))
    }
  }
}

/**
 * @param {LogRecord[]} records - of the document
 * @param {string} document
 */
async function dueOf(records, document) {
  const index = await loadIndex(document)
  const { reviewLimit } = readSettings(openLocal())
  const now = Date.now()
  const here = 0 - new Date().getTimezoneOffset()
  return review(replay(records, index, now, here), records, reviewLimit, now, here).questions.length
}

addEventListener('load', () => whenIdle(count))
