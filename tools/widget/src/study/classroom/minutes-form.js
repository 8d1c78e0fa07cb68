import { recordOf } from '../../core/classroom-record.js'
import { LONGEST_ENTRY, toEntry } from '../../store/classroom-store.js'
import { copyAndSay } from '../../ui/clipboard.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { failure } from '../shared/failure.js'
import { FIELDS, roomText } from './classroom-text.js'
import { recordAsDocx } from './record-docx.js'
import { recordAsText } from './record-words.js'
import { nameOf, sheetsOf } from './slides.js'
import { peopleIn } from './vote-bars.js'

/** @import { Meeting } from '../../core/classroom-session.js' */
/** @import { Room } from './room.js' */
/** @import { Source } from './slides.js' */

/** The form that a branch keeps of a meeting, and all that was counted, to be copied or saved. */
export class MinutesForm {
  /**
   * @param {HTMLElement} host - whose children it replaces
   * @param {Room} room
   * @param {Source} source
   * @param {() => HTMLElement} end - the question whether to end
   */
  constructor(host, room, source, end) {
    this.room = room
    this.source = source
    this.fields = FIELDS.map(([key, , long]) => this.field(key, long))
    this.preview = h('pre', { class: 'yx-minutes', tabindex: '0', 'aria-label': roomText.minutes })
    this.said = h('div', { class: 'yx-copied' })
    fill(
      host,
      h(
        'div',
        { class: 'yx-record' },
        h('h2', { tabindex: '-1' }, roomText.minutes),
        h('p', null, roomText.minutesIntro),
        h(
          'form',
          {
            class: 'yx-record-form',
            autocomplete: 'off',
            onsubmit: (/** @type {Event} */ event) => event.preventDefault()
          },
          FIELDS.map(([, label], at) => h('label', { class: 'yx-field' }, h('span', null, label), this.fields[at]))
        ),
        h(
          'div',
          { class: 'yx-actions' },
          button('yx-start', roomText.copy, () => copyAndSay(this.text, this.said)),
          button('yx-resume', roomText.save, () => this.save())
        ),
        this.said,
        this.preview,
        h('div', { class: 'yx-actions' }, h('a', { class: 'yx-quiet', href: '#host' }, roomText.back), end())
      )
    )
  }

  close() {}

  tick() {}

  /** @param {Meeting} meeting */
  async show(meeting) {
    FIELDS.forEach(([key], at) => {
      const field = this.fields[at]
      if (field !== document.activeElement) {
        field.value = this.entry(meeting, key)
      }
    })
    try {
      const { index } = this.source
      this.known = await sheetsOf(meeting, index)
      this.preview.textContent = this.text
    } catch (reason) {
      fill(
        this.said,
        failure(() => this.show(meeting), reason)
      )
      throw reason
    }
  }

  /** @private @param {string} key @param {boolean} long */
  field(key, long) {
    const keep = () =>
      this.room.act((meeting) => ({ ...meeting, form: { ...meeting.form, [key]: toEntry(field.value) } }))
    /** @type {HTMLInputElement | HTMLTextAreaElement} */
    const field = long
      ? h('textarea', { rows: key === 'said' ? 6 : 2, maxlength: LONGEST_ENTRY, oninput: keep })
      : h('input', { type: 'text', maxlength: 100, autocomplete: 'off', oninput: keep })
    return field
  }

  /** What was typed; until then what is known without anybody. @private @param {Meeting} meeting @param {string} key */
  entry({ form, begun, read }, key) {
    const { index } = this.source
    if (form[key] !== undefined) {
      return form[key]
    }
    if (key === 'time') {
      return timeOf(new Date(begun))
    }
    if (key === 'content') {
      const { title } = /** @type {{title: string}} */ (index.documents.find(({ id }) => id === index.document))
      return toEntry(
        [`《${title.replace(/[《》]/g, '')}》`, read.map(({ id }) => nameOf(index, id)).join('；')]
          .filter(Boolean)
          .join('：')
      )
    }
    return ''
  }

  /** @private */
  get filled() {
    const meeting = /** @type {Meeting} */ (this.room.meeting)
    /** @type {Record<string, string>} */
    const form = {}
    FIELDS.forEach(([key]) => {
      form[key] = this.entry(meeting, key)
    })
    return {
      form,
      minutes: recordOf(meeting, this.known || [], peopleIn(meeting)),
      name: (/** @type {string} */ id) => nameOf(this.source.index, id)
    }
  }

  /** @private */
  get text() {
    const { form, minutes, name } = this.filled
    return recordAsText(form, minutes, name)
  }

  /** @private */
  save() {
    const { form, minutes, name } = this.filled
    const { begun } = /** @type {Meeting} */ (this.room.meeting)
    const file = new Blob([/** @type {BlobPart} */ (recordAsDocx(form, minutes, name))], {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    })
    const at = new Date(begun)
    const download = roomText.fileName(
      [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((each) => `${each}`.padStart(2, '0')).join('-')
    )
    const link = h('a', { href: URL.createObjectURL(file), download })
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(link.href), 60000)
    fill(this.said, h('p', { class: 'yx-said', role: 'status' }, roomText.saved(download)))
  }
}

/** @param {Date} at @returns {string} 2026年11月28日 14:30 */
function timeOf(at) {
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${`${at.getMinutes()}`.padStart(2, '0')}`
}
