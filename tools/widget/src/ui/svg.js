const SPACE = 'http://www.w3.org/2000/svg'

/**
 * Makes an SVG element. Its colours come from the style sheet, so that drawings follow the light and the dark scheme.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children - words become text nodes
 * @returns {SVGElement}
 */
export function s(name, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SPACE, name))
  for (const key of Object.keys(attributes)) {
    element.setAttribute(key, `${attributes[key]}`)
  }
  element.append(...children)
  return element
}

/**
 * Makes an SVG image with a text alternative.
 *
 * @param {string} className
 * @param {number} width
 * @param {number} height
 * @param {string} words - the text alternative
 * @param {...(Node | string)} children
 */
export function drawing(className, width, height, words, ...children) {
  return s('svg', { class: className, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': words }, ...children)
}

let patterns = 0

/**
 * Makes a striped pattern: colour alone must not tell two areas apart.
 *
 * @returns {{id: string, pattern: SVGElement}} to be filled with `url(#id)`
 */
export function stripes() {
  const id = `yx-stripes-${++patterns}`
  const line = s('rect', { class: 'yx-stripe', width: 3, height: 6 })
  const pattern = s(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    line
  )
  return { id, pattern: s('defs', {}, pattern) }
}
