/** Loads the data files that study pages need beside the index, and turns their HTML into questions. */

import { wantedDocument } from '../../core/document.js'
import { ROOT, addressIn, addressOf, loadIndex, loadScript, studyPage } from '../../ui/site-index.js'

/** @import { Question } from '../../question/yx-question.js' */

/** @typedef {import('../../ui/site-index.js').SiteIndex} SiteIndex */

export { addressOf, loadIndex, studyPage } from '../../ui/site-index.js'

/**
 * For each provision its clauses, and each clause in pieces: the words and the step that hides them; 0 is never hidden.
 *
 * @typedef {Record<string, [string, number][][]>} Recitation
 */

/** Says that the site was renewed since the page was opened, so that what it knows and what there is do not go together. */
export class SiteRenewed extends Error {}

/** @type {Map<string, string>} questions as HTML, by id */
const fragments = new Map()

/**
 * The index of the document that this page's address asks for. The page itself loads the current document's, since that
 * is wanted nearly always.
 *
 * @returns {Promise<SiteIndex>}
 */
export async function loadWantedIndex() {
  const own = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[src*="data"][src*="/index.js"]'))
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
    await loadScript(`${addressIn(document, 'index.js')}?v=${Date.now()}`)
    return !window.yanxiIndex || window.yanxiIndex.version !== version
  } catch (_) {
    return false
  } finally {
    window.yanxiIndex = known
  }
}

/**
 * The address of another study page, with what keeps it to this page's document.
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
