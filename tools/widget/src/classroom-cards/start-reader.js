import { ROOT, loadScript } from '../ui/site-index.js'

/** @import { Read } from './read-cards.js' */

/** @typedef {(image: ImageData) => Promise<Read[]>} Reader */

// Of the same version as this script.
const { search } = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src)
const ADDRESS = `${ROOT}assets/card-reader.js${search}`

/**
 * Reading takes as long as a page may be still, or longer, so it is done beside the page.
 *
 * A worker is given the address of its script. From a folder that is refused: there it is given the text. Where both are, the
 * page reads.
 *
 * @returns {Promise<Reader>}
 */
export async function startReader() {
  try {
    return await inWorker(ADDRESS)
  } catch (_) {
    await loadScript(ADDRESS)
  }
  const address = URL.createObjectURL(new Blob([`(${window.yanxiCardReader})()`], { type: 'text/javascript' }))
  try {
    return await inWorker(address)
  } catch (_) {
    return async (image) => window.yanxiReadCards(image)
  } finally {
    URL.revokeObjectURL(address)
  }
}

/**
 * @param {string} address
 * @returns {Promise<Reader>}
 */
function inWorker(address) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address)
    /** @type {Map<number, {resolve: (reads: Read[]) => void, reject: (reason: unknown) => void}>} */
    const jobs = new Map()
    let last = 0
    worker.onerror = (event) => {
      event.preventDefault()
      const reason = new Error(event.message || `${address} did not run`)
      jobs.forEach((job) => job.reject(reason))
      jobs.clear()
      reject(reason)
    }
    worker.onmessage = ({ data: { job, reads } }) => {
      const waiting = jobs.get(job)
      if (waiting) {
        jobs.delete(job)
        waiting.resolve(reads)
      } else {
        resolve(
          (image) =>
            new Promise((done, failed) => {
              jobs.set(++last, { resolve: done, reject: failed })
              worker.postMessage({ job: last, image: { width: image.width, height: image.height, data: image.data } })
            })
        )
      }
    }
  })
}
