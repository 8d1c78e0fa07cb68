/**
 * Loads the data files that the build wrote for study pages. They are classic scripts that each define one value, since a
 * site opened from a USB stick cannot use fetch().
 */

/** @import { Index, Provision } from '../../core/bank.js' */
/** @import { Question } from '../../question/yx-question.js' */

/**
 * @typedef {object} More
 * @property {Record<string, string>} kinds - the kinds' names, 单选 for single
 * @property {string} version - of all data of one build
 * @property {Record<string, Provision>} provisions
 * @typedef {Index & More} SiteIndex
 */

/**
 * For each provision its clauses, and each clause in pieces: the words and the step that hides them; 0 is never hidden.
 *
 * @typedef {Record<string, [string, number][][]>} Recitation
 */

/** The site's root, with a slash at its end. This script is in assets/. */
export const ROOT = new URL('..', /** @type {HTMLScriptElement} */ (document.currentScript).src).href

/** @type {Map<string, Promise<void>>} */
const scripts = new Map()

/** @type {Map<string, string>} questions as HTML, by id */
const fragments = new Map()

/** @returns {Promise<SiteIndex>} */
export async function loadIndex() {
  if (!window.yanxiIndex) {
    await loadScript('data/index.js')
  }
  return /** @type {SiteIndex} */ (window.yanxiIndex)
}

/** @returns {Promise<Recitation>} */
export async function loadRecitation() {
  if (!window.yanxiRecite) {
    await loadScript('data/recite.js')
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
  if (html === undefined) {
    throw new Error(`${id} is in the index and not in its provision's file`)
  }
  const question = toNode(html)
  const { k, p } = index.questions[id]
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
  return loadScript(`data/fragments/${index.questions[id].p}.js`)
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
export function studyAddress(name) {
  return `${ROOT}study/${name}${/\.html$/.test(location.pathname) ? '.html' : '/'}`
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
 * @param {string} path - from the site's root
 * @returns {Promise<void>}
 */
function loadScript(path) {
  // Files that the browser has cached of another build do not belong to this index.
  const version = window.yanxiIndex ? `?v=${/** @type {SiteIndex} */ (window.yanxiIndex).version}` : ''
  const known = scripts.get(path)
  if (known) {
    return known
  }
  /** @type {Promise<void>} */
  const loading = new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = ROOT + path + version
    script.onload = () => resolve()
    script.onerror = () => {
      // So that it can be requested again.
      scripts.delete(path)
      script.remove()
      reject(new Error(`${path} did not load`))
    }
    document.head.append(script)
  })
  scripts.set(path, loading)
  return loading
}
