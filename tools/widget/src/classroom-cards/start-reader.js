import { ROOT, loadScript } from '../ui/site-index.js'

/** @typedef {(image: ImageData) => Promise<any>} Reader */

// Of the same version as this script.
const { search } = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src)

/** @type {Map<string, Promise<Reader>>} */
const readers = new Map()

/**
 * Reads a picture beside the page, so that the page does not stand still meanwhile.
 *
 * @param {'card-reader' | 'code-reader'} name - of the script among the assets, which is loaded the first time
 * @param {ImageData} image
 * @returns {Promise<any>} what it finds
 */
export async function readWith(name, image) {
  const reader = readers.get(name) || startReader(name)
  readers.set(name, reader)
  // What did not load is loaded again the next time.
  reader.catch(() => readers.delete(name))
  return (await reader)(image)
}

/**
 * A worker is given the address of its script. From a folder that is refused: there it is given the text. Where both are, the
 * page reads.
 *
 * @param {string} name
 * @returns {Promise<Reader>}
 */
async function startReader(name) {
  const script = `${ROOT}assets/${name}.js${search}`
  try {
    return await inWorker(script)
  } catch (_) {
    await loadScript(script)
  }
  const { source, read } = window.yanxiReaders[name]
  const address = URL.createObjectURL(new Blob([`(${source})()`], { type: 'text/javascript' }))
  try {
    return await inWorker(address)
  } catch (_) {
    return async (image) => read(image)
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
    /** @type {Map<number, {resolve: (found: unknown) => void, reject: (reason: unknown) => void}>} */
    const jobs = new Map()
    let last = 0
    worker.onerror = (event) => {
      event.preventDefault()
      const reason = new Error(event.message || `${address} did not run`)
      jobs.forEach((job) => job.reject(reason))
      jobs.clear()
      reject(reason)
    }
    worker.onmessage = ({ data: { job, found } }) => {
      const waiting = jobs.get(job)
      if (waiting) {
        jobs.delete(job)
        waiting.resolve(found)
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
