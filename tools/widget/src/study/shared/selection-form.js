import { countQuestions } from '../../core/bank.js'
import { h } from '../../ui/hyperscript.js'
import { chosen, partsOf } from './selection.js'
import { text } from './study-text.js'

/** @import { App } from './app.js' */
/** @import { Choice } from './selection.js' */

/**
 * Renders a form that selects questions: scope, kinds, source, order.
 *
 * @param {App} app
 * @param {Choice} choice - selected at first
 * @param {{sources?: string[], manners?: string[]}} offer - what can be chosen besides scope and kinds
 * @param {(choice: Choice) => void} changed
 * @returns {HTMLFormElement}
 */
export function selectionForm(app, choice, { sources = [], manners = [] }, changed) {
  const counts = countQuestions(app.index)
  const form = h(
    'form',
    { class: 'yx-chooser', autocomplete: 'off', onchange: () => changed(read()), onsubmit: stop },
    scopes(app, choice.scope, counts),
    chips('checkbox', 'kind', text.choice.kinds, kindsOf(app, counts), choice.kinds),
    sources.length > 0 && chips('radio', 'from', text.choice.from, sources.map(source), [choice.from]),
    manners.length > 0 && chips('radio', 'manner', text.choice.manner, manners.map(manner), [choice.manner])
  )

  /** @returns {Choice} */
  function read() {
    const data = new FormData(form)
    return /** @type {Choice} */ ({
      scope: data.get('scope') || '',
      kinds: data.getAll('kind'),
      from: data.get('from') || choice.from,
      manner: data.get('manner') || choice.manner
    })
  }

  /** @param {string} from @returns {[string, string]} */
  function source(from) {
    return [from, text.choice.source(from, chosen(app, { ...choice, scope: '', kinds: [], from }).length)]
  }

  return form
}

/** @param {string} name @returns {[string, string]} */
function manner(name) {
  return [name, text.choice.manners[name]]
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault()
}

/**
 * @param {App} app
 * @param {string} scope
 * @param {ReturnType<countQuestions>} counts
 */
function scopes({ index }, scope, counts) {
  const count = (/** @type {string} */ id) => counts.below.get(id) || 0
  const option = (/** @type {string} */ id, /** @type {string} */ words) =>
    h('option', { value: id, selected: id === scope }, words)
  return h(
    'label',
    { class: 'yx-field' },
    h('span', null, text.choice.scope),
    h(
      'select',
      { name: 'scope' },
      option('', text.choice.everything(index.order.length)),
      partsOf(index, counts.own).map(({ id, below }) => {
        const { label, name } = index.provisions[id]
        const title = `${label}${name}`
        return below.length === 1 && below[0] === id
          ? option(id, text.choice.provision(label, name, count(id)))
          : h(
              'optgroup',
              { label: title },
              option(id, text.choice.whole(title, count(id))),
              below
                .filter((each) => each !== id)
                .map((each) => option(each, text.choice.provision(index.provisions[each].label, index.provisions[each].name, count(each))))
            )
      })
    )
  )
}

/**
 * @param {App} app
 * @param {ReturnType<countQuestions>} counts
 * @returns {[string, string][]} the kinds there are questions of
 */
function kindsOf({ index }, { kinds: used }) {
  return Object.keys(index.kinds)
    .filter((kind) => used.has(kind))
    .map((kind) => [kind, index.kinds[kind]])
}

/**
 * @param {'checkbox' | 'radio'} type
 * @param {string} name
 * @param {string} legend
 * @param {[string, string][]} values - with their words
 * @param {string[]} checked
 */
function chips(type, name, legend, values, checked) {
  return h(
    'fieldset',
    { class: 'yx-chips' },
    h('legend', null, legend),
    values.map(([value, words]) =>
      h(
        'label',
        { class: 'yx-chip' },
        h('input', { type, name, value, checked: checked.includes(value) }),
        h('span', null, words)
      )
    )
  )
}
