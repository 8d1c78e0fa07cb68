/**
 * Keeps what was typed and ticked for the way back. There Safari's engine sets every field whose autocomplete is off, or its form's, to what
 * it was at first, and tells nobody: an answer half typed was gone, and a list stayed filtered by words that were no longer there.
 */
export function keepTyped() {
  addEventListener('pagehide', () => {
    for (const field of document.querySelectorAll('input')) {
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.defaultChecked = field.checked
      } else if (field.type !== 'file') {
        field.defaultValue = field.value
      }
    }
  })
}
