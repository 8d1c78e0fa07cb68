/** What was done without a name: how much that is, and taking it along under one. */

import { openDatabase } from './database.js'
import { PACKS, STEPS, STORE, upgrade } from './migrate.js'
import { pack, unpack } from './pack.js'
import { readStore } from './read-store.js'
import { READER, named, ownerOf } from './site.js'

/** @import { Item } from './log.js' */

/** What else goes along: settings, what is half done, and the page read last. What was looked for does not. */
const KEPT = ['settings', 'session.', 'read ']

/**
 * Copies a log to a reader who has none yet, and what is kept of this page's reader besides. It stays where it was.
 *
 * @param {Item[]} items - each id once
 * @param {string} reader - to whom
 * @returns {Promise<void>} rejects where the device does not take all of it: then the reader has nothing
 */
export async function takeAlong(items, reader) {
  const db = await openDatabase(named('log', ownerOf(reader)), STEPS.length, { upgrade })
  try {
    // Only what is on the disk counts as copied.
    const transaction = db.transaction([STORE, PACKS], 'readwrite', { durability: 'strict' })
    await Promise.all([transaction.done, ...pack(items).map((each) => transaction.objectStore(PACKS).add(each))])
  } finally {
    db.close()
  }
  const [own, theirs] = [named('', ownerOf(READER)), named('', ownerOf(reader))]
  for (const key of Object.keys(localStorage).filter((each) => KEPT.some((name) => each.startsWith(own + name)))) {
    localStorage.setItem(theirs + key.slice(own.length), localStorage.getItem(key) || '')
  }
}

/**
 * @param {any[]} records - of a log
 * @returns {number} how many questions were answered in them
 */
export function countAnswered(records) {
  const answers = records.filter((record) => record && record.type === 'answer')
  return new Set(answers.map(({ document, question }) => `${document} ${question}`)).size
}

/** @returns {Promise<number>} how many questions were answered without a name on this device; 0 where that cannot be read */
export async function answeredWithoutName() {
  try {
    const db = await openDatabase(named('log', ownerOf('')), undefined, {
      // There is none, and none is to be made.
      upgrade: (_db, _from, transaction) => transaction.abort()
    })
    try {
      const [singles, packs] = await Promise.all([STORE, PACKS].map((name) => readStore(db, name)))
      return countAnswered(singles.concat(...packs.map(unpack)))
    } finally {
      db.close()
    }
  } catch (_) {
    return 0
  }
}
