/**
 * Loads the index of a document, which the build wrote: every provision and question by its id. Data files are classic
 * scripts that each define one value, since a site opened from a USB stick cannot use fetch().
 */

/** @import { Index, Provision } from '../core/bank.js' */

/**
 * @typedef {object} More
 * @property {Record<string, string>} kinds - the kinds' names, 单选 for single
 * @property {string} version - of all data of this document in one build
 * @property {{id: string, title: string, short: string, version: string}[]} documents - all there are, the current first
 * @property {Record<string, Provision>} provisions
 * @typedef {Index & More} SiteIndex
 */

const own = /** @type {HTMLScriptElement} */ (document.currentScript).src

/** The site's root, with a slash at its end. This script is in assets/, or in assets.1a2b3c4d/. */
export const ROOT = new URL('..', own).href

/** Whether versions stand in paths: an object store takes no notice of what stands behind a question mark. */
const IN_PATHS = /\/assets\.\w+\/[^/]*$/.test(own)

/** @type {Map<string, Promise<void>>} */
const scripts = new Map()

/**
 * @param {string} document
 * @returns {Promise<SiteIndex>}
 */
export async function loadIndex(document) {
  const known = window.yanxiIndex && window.yanxiIndex.documents.find(({ id }) => id === document)
  if (!window.yanxiIndex || window.yanxiIndex.document !== document) {
    await loadScript(addressIn(document, 'index.js', known && known.version))
  }
  return /** @type {SiteIndex} */ (window.yanxiIndex)
}

/**
 * The address of a provision's page, or of a clause or question on it.
 *
 * @param {SiteIndex} index
 * @param {string} provision
 * @param {string} [anchor]
 */
export function addressOf(index, provision, anchor) {
  return ROOT + index.provisions[provision].url + (anchor ? `#${anchor}` : '')
}

/**
 * The address of a study page, in the form that the site's addresses have: study/me/ or study/me.html.
 *
 * @param {string} name - practice, review, mistakes, cards, recite, exam, classroom, me
 */
export function studyPage(name) {
  const files = document.querySelector('.yx-bar a[href*=".html"]')
  return `${ROOT}study/${name}${files ? '.html' : '/'}`
}

/** The address of the home page; on a stick that of its file. */
export function homePage() {
  return ROOT + (location.protocol === 'file:' ? 'index.html' : '')
}

/**
 * @param {string} document
 * @param {string} file - of its data
 * @param {string} [version] - what the browser has kept of another build does not go with this index
 */
export function addressIn(document, file, version) {
  return dataAddress(`${encodeURIComponent(document)}/${file}`, version)
}

/**
 * @param {string} path - below data/
 * @param {string} [version]
 */
export function dataAddress(path, version) {
  return version && IN_PATHS ? `${ROOT}data.${version}/${path}` : `${ROOT}data/${path}${version ? `?v=${version}` : ''}`
}

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
export function loadScript(address) {
  const known = scripts.get(address)
  if (known) {
    return known
  }
  /** @type {Promise<void>} */
  const loading = new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => resolve()
    script.onerror = () => {
      // So that it can be requested again.
      scripts.delete(address)
      script.remove()
      reject(new Error(`${address} did not load`))
    }
    document.head.append(script)
  })
  scripts.set(address, loading)
  return loading
}
