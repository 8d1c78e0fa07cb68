/** Light and dark: by the theme's own switch, and kept as it keeps it. Before that the page itself has seen to the first paint. */

const KEY = '__palette'

export function offerColours() {
  const form = document.querySelector('[data-md-component="palette"]')
  if (!form) {
    return
  }
  const options = Array.from(form.querySelectorAll('input'))
  const dark = matchMedia('(prefers-color-scheme: dark)')

  /** @param {string} scheme */
  function show(scheme) {
    document.body.dataset.mdColorScheme = scheme
    for (const option of options) {
      option.checked = option.dataset.mdColorScheme === scheme
      // The label behind an option leads to the other one.
      const { nextElementSibling: label } = option
      label?.toggleAttribute('hidden', !option.checked)
    }
  }

  form.addEventListener('change', ({ target }) => {
    const { mdColorScheme: scheme = '', mdColorMedia: media } = /** @type {HTMLElement} */ (target).dataset
    show(scheme)
    window.__md_set?.(KEY, {
      index: options.indexOf(/** @type {HTMLInputElement} */ (target)),
      color: { media, scheme, primary: 'custom', accent: 'custom' }
    })
  })
  // Until the reader has chosen, the device has.
  dark.addEventListener?.('change', () => window.__md_get?.(KEY) || show(dark.matches ? 'slate' : 'default'))
  show(document.body.dataset.mdColorScheme || '')
}
