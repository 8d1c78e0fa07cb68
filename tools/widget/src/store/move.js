/**
 * What phones hold from the days when storage had no site's name, and the site one document. It is copied once under this
 * site's names, and stays where it was: another site of the host may want it too, and a tab that was open while the site
 * was renewed goes on writing there. What such a tab adds is copied at the next visit. It is the first reader's: there was no
 * other then.
 */

import { FIRST } from '../core/document.js'
import { PACKS, STORE } from './migrate.js'
import { unpack } from './pack.js'
import { readStore } from './read-store.js'
import { READER, named } from './site.js'

/** @import { Database, openDatabase } from './database.js' */

/** What of the old storage has been copied, as {@link oldState} tells it. */
const MOVED = named('moved')

/**
 * Copies settings and sessions, before the page reads a setting, and what was on its way into the log. That may be copied
 * again until the log is, since it counts once in the end.
 */
export function moveLocal() {
  try {
    const moved = READER ? oldState() : localStorage.getItem(MOVED)
    if (moved === null) {
      copyLocal(/^yanxi\.(settings|session)\b/)
      localStorage.setItem(MOVED, '')
    }
    if (moved !== oldState()) {
      copyLocal(/^yanxi\.new\./)
    }
  } catch (_) {
    // Then there is nothing to be read either.
  }
}

/** @param {RegExp} wanted */
function copyLocal(wanted) {
  for (const key of Object.keys(localStorage).filter((each) => wanted.test(each))) {
    const name = named(key.slice(6)) + (/session/.test(key) ? ` ${FIRST}` : '')
    if (localStorage.getItem(name) === null) {
      localStorage.setItem(name, localStorage.getItem(key) || '')
    }
  }
}

/** Changes with whatever an old tab adds: it names the last entry of the old log, and what was on its way into it. */
function oldState() {
  const waiting = Object.keys(localStorage).filter((key) => /^yanxi\.new\./.test(key))
  return `${localStorage.getItem('yanxi.news')} ${waiting.sort()}`
}

/**
 * Copies the old log, as it is: its records name no document, and so are the first one's.
 *
 * @param {Database} db - the new one
 * @param {typeof openDatabase} open
 * @returns {Promise<any[]>} records that found no room in the new one, so that they can be read all the same
 */
export async function moveLog(db, open) {
  const state = oldState()
  if (READER || localStorage.getItem(MOVED) === state) {
    return []
  }
  const [singles, packs] = await readOld(open)
  try {
    // Only what is on the disk counts as copied.
    const transaction = db.transaction([STORE, PACKS], 'readwrite', { durability: 'strict' })
    await Promise.all([
      transaction.done,
      ...singles.map((item) => transaction.objectStore(STORE).put(item)),
      // Its own packs are numbered from 1. Copying again writes the same ones.
      ...packs.map((pack, at) => transaction.objectStore(PACKS).put(pack, -1 - at))
    ])
  } catch (_) {
    return singles.concat(...packs.map(unpack))
  }
  localStorage.setItem(MOVED, state)
  return []
}

/**
 * @param {typeof openDatabase} open
 * @returns {Promise<any[][]>} single entries, and packs
 */
async function readOld(open) {
  let missing
  try {
    const old = await open('yanxi', undefined, {
      upgrade(_db, _from, transaction) {
        missing = true
        transaction.abort()
      }
    })
    const stores = [STORE, PACKS].map((name) => (old.stores.includes(name) ? readStore(old, name) : []))
    const found = await Promise.all(stores)
    old.close()
    return found.map((records) => records.filter(Boolean))
  } catch (reason) {
    if (missing) {
      return [[], []]
    }
    throw reason
  }
}
