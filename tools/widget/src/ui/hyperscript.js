/** @typedef {Node | string | number | false | null | undefined} Leaf */
/** @typedef {Leaf | Leaf[]} Child - words become text nodes, never HTML; what is false, null or undefined is left out */

/**
 * Makes an element: `h('button', { type: 'button', class: 'yx-quiet', onclick: go }, '下一题')`.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown> | null} [props] - a function listens (`onclick`), true sets an attribute, false and
 *   undefined leave it out, anything else is its value
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, props, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(props || {})) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), /** @type {EventListener} */ (value))
    } else if (value !== false && value !== undefined) {
      element.setAttribute(key, value === true ? '' : `${value}`)
    }
  }
  return add(element, children)
}

/**
 * Replaces all children of an element.
 *
 * @template {Element} Place
 * @param {Place} element
 * @param {...Child} children
 * @returns {Place}
 */
export function fill(element, ...children) {
  element.textContent = ''
  return add(element, children)
}

/**
 * @template {Element} Place
 * @param {Place} element
 * @param {Child[]} children
 * @returns {Place}
 */
function add(element, children) {
  for (const child of /** @type {Leaf[]} */ ([]).concat(...children)) {
    if (child !== false && child !== null && child !== undefined) {
      element.append(typeof child === 'number' ? `${child}` : child)
    }
  }
  return element
}

/**
 * @param {string} className
 * @param {string} words
 * @param {() => void} act
 */
export function button(className, words, act) {
  return h('button', { type: 'button', class: className, onclick: act }, words)
}
