import { h } from '../../ui/hyperscript.js'
import { text } from './study-text.js'

/** @import { App } from './app.js' */

/**
 * Offers the site's other documents above what is drawn first on a page, where there are any. A choice is an address, so
 * the phone's own back key takes it back.
 *
 * @param {App} app
 * @param {Element} element
 */
export function offerDocuments({ index }, element) {
  if (index.documents.length > 1 && !document.querySelector('.yx-documents')) {
    const select = h(
      'select',
      { autocomplete: 'off', onchange: () => location.assign(`?document=${encodeURIComponent(select.value)}`) },
      index.documents.map(({ id, short }) => h('option', { value: id, selected: id === index.document }, short))
    )
    element.before(h('label', { class: 'yx-field yx-documents' }, h('span', null, text.document), select))
  }
}
