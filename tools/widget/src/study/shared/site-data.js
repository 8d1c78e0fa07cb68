/**
 * Loads the data files that the build wrote for study pages. They are classic scripts that each define one value, since a
 * site opened from a USB stick cannot use fetch().
 */

import { wantedDocument } from '../../core/document.js'

/** @import { Index, Provision } from '../../core/bank.js' */
/** @import { Question } from '../../question/yx-question.js' */

/**
 * @typedef {object} More
 * @property {Record<string, string>} kinds - the kinds' names, 单选 for single
 * @property {string} version - of all data of this document in one build
 * @property {{id: string, title: string, short: string, version: string}[]} documents - all there are, the current first
 * @property {Record<string, Provision>} provisions
 * @typedef {Index & More} SiteIndex
 */

/**
 * For each provision its clauses, and each clause in pieces: the words and the step that hides them; 0 is never hidden.
 *
 * @typedef {Record<string, [string, number][][]>} Recitation
 */

/** Says that the site was renewed since the page was opened, so that what it knows and what there is do not go together. */
export class SiteRenewed extends Error {}

/** The site's root, with a slash at its end. This script is in assets/. */
export const ROOT = new URL('..', /** @type {HTMLScriptElement} */ (document.currentScript).src).href

/** @type {Map<string, Promise<void>>} */
const scripts = new Map()

/** @type {Map<string, string>} questions as HTML, by id */
const fragments = new Map()

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
 * The index of the document that this page's address asks for. The page itself loads the current document's, since that
 * is wanted nearly always.
 *
 * @returns {Promise<SiteIndex>}
 */
export async function loadWantedIndex() {
  const own = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[src*="data/"][src*="/index.js"]'))
  if (!window.yanxiIndex && own) {
    await loadScript(own.src)
  }
  return loadIndex(wantedDocument(location.search, /** @type {SiteIndex} */ (window.yanxiIndex).documents).id)
}

/**
 * @param {SiteIndex} index
 * @returns {Promise<Recitation>}
 */
export async function loadRecitation(index) {
  if (!window.yanxiRecite) {
    await loadData(index, 'recite.js')
  }
  return /** @type {Recitation} */ (window.yanxiRecite)
}

/**
 * Makes a new `<yx-question>`, with its links resolved for this page. Loads its provision's questions first if needed.
 *
 * @param {SiteIndex} index
 * @param {string} id - of a question in the index
 * @returns {Promise<Question>}
 */
export async function loadQuestion(index, id) {
  await preload(index, id)
  const html = fragments.get(id)
  const question = html && toNode(html)
  const { k, p, v } = index.questions[id]
  if (!question || question.dataset.version !== v) {
    throw new SiteRenewed(`${id} is not in its provision's file as the index has it`)
  }
  const meta = question.querySelector('.yx-meta')
  if (meta) {
    meta.textContent = [index.kinds[k], index.provisions[p].citation].filter(Boolean).join(' · ')
  }
  return question
}

/**
 * Preloads the questions of a question's provision.
 *
 * @param {SiteIndex} index
 * @param {string} id
 */
export function preload(index, id) {
  window.yanxiFragments = window.yanxiFragments || keepFragments
  return loadData(index, `fragments/${index.questions[id].p}.js`)
}

/**
 * @param {SiteIndex} index
 * @param {string} file
 * @returns {Promise<void>} rejects with {@link SiteRenewed} where not the network is to blame
 */
async function loadData(index, file) {
  try {
    await loadScript(addressIn(index.document, file, index.version))
  } catch (reason) {
    throw (await isRenewed(index)) ? new SiteRenewed(file) : reason
  }
}

/** @param {SiteIndex} index */
async function isRenewed({ document, version }) {
  const known = window.yanxiIndex
  try {
    await loadScript(addressIn(document, 'index.js', `${Date.now()}`))
    return !window.yanxiIndex || window.yanxiIndex.version !== version
  } catch (_) {
    return false
  } finally {
    window.yanxiIndex = known
  }
}

/** Resolves when every requested script has loaded or failed. */
export async function scriptsSettled() {
  await Promise.all(Array.from(scripts.values(), (script) => script.catch(() => {})))
}

/**
 * The address of a page, or of one clause.
 *
 * @param {SiteIndex} index
 * @param {string} provision
 * @param {string} [clause]
 */
export function addressOf(index, provision, clause) {
  return ROOT + index.provisions[provision].url + (clause ? `#${clause}` : '')
}

/**
 * The address of another study page, in the form that this page's address has: study/me/ or study/me.html.
 *
 * @param {string} name - practice, review, mistakes, cards, recite, exam, me
 */
export function studyPage(name) {
  return `${ROOT}study/${name}${/\.html$/.test(location.pathname) ? '.html' : '/'}`
}

/**
 * The same with what keeps it to this page's document.
 *
 * @param {SiteIndex} index
 * @param {string} name
 */
export function studyAddress(index, name) {
  return studyPage(name) + documentQuery(index)
}

/**
 * @param {SiteIndex} index
 * @returns {string} nothing for the current document
 */
function documentQuery({ document, documents }) {
  return document === documents[0].id ? '' : `?document=${encodeURIComponent(document)}`
}

/**
 * Keeps the page's own links to other pages for study (the bar, the navigation) to its document, and the bar's way to read
 * as well.
 *
 * @param {SiteIndex} index
 */
export function keepDocument(index) {
  const query = documentQuery(index)
  if (!query) {
    return
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href]'))) {
    if (link.href.startsWith(`${ROOT}study/`)) {
      link.search = link.search || query
    } else if (link.closest('.yx-bar')) {
      link.href = addressOf(index, Object.keys(index.provisions)[0])
    }
  }
}

/**
 * @param {string} document
 * @param {string} file - of its data
 * @param {string} [version] - what the browser has kept of another build does not go with this index
 */
function addressIn(document, file, version) {
  return `${ROOT}data/${encodeURIComponent(document)}/${file}${version ? `?v=${version}` : ''}`
}

/** @param {Record<string, string>} more */
function keepFragments(more) {
  Object.keys(more).forEach((id) => fragments.set(id, more[id]))
}

/**
 * Parses HTML that the build rendered. This is the one place where text becomes HTML.
 *
 * @param {string} html
 * @returns {Question}
 */
function toNode(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  for (const link of template.content.querySelectorAll('a')) {
    link.href = new URL(link.getAttribute('href') || '', ROOT).href
  }
  // Imported, since custom elements of the template's own document are not upgraded.
  return /** @type {Question} */ (document.importNode(template.content, true).firstElementChild)
}

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
function loadScript(address) {
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
