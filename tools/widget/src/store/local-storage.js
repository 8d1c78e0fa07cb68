/**
 * Small things that are not the log. What storage refuses lives as long as the page.
 *
 * @typedef {object} Local
 * @property {(key: string) => unknown} read - undefined where there is nothing that can be read
 * @property {(key: string, value: unknown) => void} write
 * @property {(key: string) => void} remove
 * @property {boolean} persistent - whether what was written will be there next time
 * @property {'full' | 'refused'} trouble - why not, where it will not
 */

/**
 * @param {() => Storage} [storage] - the browser's, or a test's; naming it is enough to be refused
 * @returns {Local}
 */
export function openLocal(storage = () => localStorage) {
  /** @type {Map<string, string | null>} what storage refused */
  const memory = new Map()
  let persistent = true
  /** @type {'full' | 'refused'} */
  let trouble = 'refused'

  /** @param {string} key @param {string | null} text */
  function put(key, text) {
    try {
      if (text === null) {
        storage().removeItem(key)
      } else {
        storage().setItem(key, text)
      }
      memory.delete(key)
      persistent = memory.size === 0
    } catch (/** @type {any} */ reason) {
      trouble = reason && reason.name === 'QuotaExceededError' ? 'full' : 'refused'
      memory.set(key, text)
      persistent = false
    }
  }

  return {
    read(key) {
      try {
        const kept = memory.get(key)
        return JSON.parse((kept === undefined ? storage().getItem(key) : kept) || 'null') || undefined
      } catch (_) {
        return undefined
      }
    },
    write(key, value) {
      put(key, JSON.stringify(value))
    },
    remove(key) {
      put(key, null)
    },
    get persistent() {
      return persistent
    },
    get trouble() {
      return trouble
    }
  }
}
