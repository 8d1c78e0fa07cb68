import { make, makeStatus } from '../ui/dom.js'

/**
 * A box to type in, and below it how many are left of what it looks through.
 *
 * @param {string} name
 * @param {(typed: string) => number} filter - leaves only what has the words typed, and counts it
 * @param {(found: number) => string} tell
 */
export function findBox(name, filter, tell) {
  const label = make('label', 'yx-find', name)
  const field = make('input', '')
  const said = makeStatus('yx-said')
  field.type = 'search'
  field.autocomplete = 'off'
  field.addEventListener('input', () => {
    const typed = field.value.trim()
    const found = filter(typed)
    said.textContent = typed && tell(found)
  })
  label.append(field)
  return [label, said]
}
