import { LIMITS, newTo, readBackup, writeBackup } from '../../core/backup.js'
import { MINUTE } from '../../core/days.js'
import { pack } from '../../store/pack.js'
import { isRecord } from '../../store/record.js'
import { areSettings, KEY, toSettings } from '../../store/settings.js'
import { copyAndSay } from '../../ui/clipboard.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { applyTextSize } from '../../ui/text-size.js'
import { isWeChat } from '../../ui/wechat.js'
import { text } from '../../ui/text.js'
import { StudyElement } from '../shared/study-element.js'
import { backupText } from './backup-text.js'

/** @import { Backup as Content } from '../../core/backup.js' */
/** @import { LogRecord } from '../../store/record.js' */

/** Bytes; a larger file is refused unread. Nearly all characters of a backup take one byte. */
const LARGEST = LIMITS.text + 4096

/** Exports the log as text, and merges an exported one into it. */
export class Backup extends StudyElement {
  constructor() {
    super()
    this.copied = h('div', { class: 'yx-copied' })
    this.field = h('textarea', { class: 'yx-report', rows: 5, spellcheck: 'false', autocomplete: 'off' })
    this.said = h('p', { class: 'yx-merged', role: 'status' })
  }

  start() {
    fill(
      this,
      h('p', null, backupText.warning),
      h(
        'div',
        { class: 'yx-actions' },
        button('yx-start', backupText.copy, () => this.copy()),
        !isWeChat() && button('yx-quiet', backupText.file, () => this.save())
      ),
      this.copied,
      h('label', { class: 'yx-field' }, h('span', null, backupText.paste), this.field),
      h('p', { class: 'yx-hint' }, backupText.pasteHint),
      h(
        'div',
        { class: 'yx-actions' },
        button('yx-resume', backupText.merge, () => this.merge(this.field.value)),
        !isWeChat() && this.chooser()
      ),
      this.said
    )
  }

  /**
   * The records of all documents to export: valid ones, without duplicates.
   *
   * @private
   * @returns {LogRecord[]}
   */
  get records() {
    const ids = new Set()
    return this.app.everything.filter((record) => isRecord(record) && !ids.has(record.id) && ids.add(record.id))
  }

  /** @private */
  write() {
    const { app, records } = this
    return records.length ? writeBackup(records, app.settings, app.now) : ''
  }

  /** @private */
  async copy() {
    const words = this.write()
    if (!words) {
      fill(this.copied, h('p', { role: 'status' }, this.app.unread ? text.unread : backupText.empty))
      return
    }
    await copyAndSay(words, this.copied)
    this.copied.append(h('p', { class: 'yx-hint' }, backupText.copied(countAnswers(this.records), backupText.size(words.length))))
  }

  /** @private */
  save() {
    const words = this.write()
    if (!words) {
      fill(this.copied, h('p', { role: 'status' }, this.app.unread ? text.unread : backupText.empty))
      return
    }
    const { now, here } = this.app
    const address = URL.createObjectURL(new Blob([words], { type: 'text/plain' }))
    const date = new Date(now + here * MINUTE).toISOString().slice(0, 10)
    h('a', { href: address, download: backupText.fileName(date) }).click()
    setTimeout(() => URL.revokeObjectURL(address), MINUTE)
  }

  /** @private */
  chooser() {
    const input = h('input', { type: 'file', accept: '.txt,text/plain', onchange: () => this.take(input) })
    return h('label', { class: 'yx-quiet yx-file' }, h('span', null, backupText.choose), input)
  }

  /**
   * @private
   * @param {HTMLInputElement} input
   */
  async take(input) {
    const file = input.files && input.files[0]
    if (file) {
      try {
        await (file.size > LARGEST ? this.merge('', true) : this.merge(await readFile(file)))
      } catch (_) {
        this.say(backupText.unreadable)
      }
      // Otherwise choosing the same file again would fire no event.
      input.value = ''
    }
  }

  /**
   * Merges a text into the log, if it is a valid backup. Existing records stay as they are.
   *
   * @private
   * @param {string} words
   * @param {boolean} [large] - too large to be read
   */
  async merge(words, large = false) {
    const found = large ? 'large' : readBackup(words, { entry: isRecord, settings: areSettings })
    if (typeof found === 'string') {
      this.say(!large && !words.trim() ? backupText.nothing : backupText.refused[found])
      return
    }
    await this.join(found)
  }

  /**
   * @private
   * @param {Content} backup
   */
  async join({ entries, settings }) {
    const { app } = this
    const { fresh, known } = newTo(app.everything, /** @type {LogRecord[]} */ (entries))
    await app.log.append(fresh, pack)
    await app.refresh()
    // A device that has settings keeps them; one that has none takes those of the backup.
    if (app.local.read(KEY) === undefined) {
      app.local.write(KEY, toSettings(settings))
      applyTextSize()
    }
    const answers = countAnswers(fresh)
    const words = backupText.merged(answers, fresh.length - answers, known)
    this.say(!app.log.trouble ? words : `${words}${backupText.notKept}`)
    this.field.value = ''
  }

  /** @private @param {string} words */
  say(words) {
    this.said.textContent = words
  }
}

/** @param {{type: string}[]} records */
function countAnswers(records) {
  return records.filter(({ type }) => type === 'answer').length
}

/** @param {File} file @returns {Promise<string>} */
function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(`${reader.result}`)
    reader.onerror = () => reject(reader.error)
    reader.readAsText(file)
  })
}
