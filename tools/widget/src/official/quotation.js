/** Words of the official text that are lit because somebody quoted them. The characters stay as they are. */

/**
 * Lights exactly these words, whatever paragraphs and clauses they run through.
 *
 * @param {Element} official
 * @param {string} words - spaces and line ends apart, as they stand there
 * @returns {HTMLElement[]} what is lit, in order; nothing where the words are not there
 */
export function lightWords(official, words) {
  /** @type {{ node: Text, at: number }[]} */
  const places = []
  let text = ''
  const walker = document.createTreeWalker(official, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode)
    for (let at = 0; at < node.data.length; at++) {
      if (/\S/.test(node.data[at])) {
        text += node.data[at]
        places.push({ node, at })
      }
    }
  }
  const wanted = words.replace(/\s/g, '')
  const start = wanted ? text.indexOf(wanted) : -1
  const found = start < 0 ? [] : places.slice(start, start + wanted.length)
  const nodes = Array.from(new Set(found.map(({ node }) => node)))
  return nodes.map((node) => {
    const within = found.filter((place) => place.node === node)
    return wrap(node, within[0].at, within[within.length - 1].at + 1)
  })
}

/** Takes the light away. */
export function darkenWords() {
  for (const mark of document.querySelectorAll('mark.yx-quote')) {
    const parent = /** @type {Element} */ (mark.parentElement)
    mark.replaceWith(...mark.childNodes)
    parent.normalize()
  }
}

/**
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 */
function wrap(node, start, end) {
  const mark = document.createElement('mark')
  const range = document.createRange()
  mark.className = 'yx-quote'
  range.setStart(node, start)
  range.setEnd(node, end)
  range.surroundContents(mark)
  return mark
}
