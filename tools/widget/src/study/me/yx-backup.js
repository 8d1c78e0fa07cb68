import { LIMITS, newTo, readBackup, writeBackup, writeParts } from '../../core/backup.js'
import { MINUTE } from '../../core/days.js'
import { pack } from '../../store/pack.js'
import { nameOfReader } from '../../store/readers.js'
import { isRecord } from '../../store/record.js'
import { areSettings, KEY, toSettings } from '../../store/settings.js'
import { copyAndSay, copyOrShow } from '../../ui/clipboard.js'
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
    /** Parts that were pasted while others are missing. They are in the log already; this is to tell what is missing. */
    this.earlier = ''
  }

  start() {
    const name = nameOfReader(this.app.local)
    fill(
      this,
      h('p', null, backupText.warning),
      name && h('p', null, backupText.whose(name)),
      h(
        'div',
        { class: 'yx-actions' },
        button('yx-start', backupText.copy, () => this.copy()),
        button('yx-quiet', backupText.split, () => this.split()),
        !isWeChat() && button('yx-quiet', backupText.file, () => this.save())
      ),
      h('p', { class: 'yx-hint' }, backupText.splitHint),
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

  /**
   * The records to export, or a word on why there are none.
   *
   * @private
   */
  get offered() {
    const { records } = this
    if (!records.length) {
      fill(this.copied, h('p', { role: 'status' }, this.app.unread ? text.unread : backupText.empty))
    }
    return records
  }

  /** @private */
  async copy() {
    const records = this.offered
    if (records.length) {
      const words = writeBackup(records, this.app.settings)
      await copyAndSay(words, this.copied)
      this.copied.append(h('p', { class: 'yx-hint' }, backupText.copied(countAnswers(records), backupText.size(words.length))))
      this.copied.scrollIntoView({ block: 'nearest' })
    }
  }

  /** Offers the parts, each with a button that copies it. @private */
  split() {
    const records = this.offered
    if (records.length) {
      const parts = writeParts(records, this.app.settings)
      const place = h('div', null)
      fill(
        this.copied,
        h('p', { role: 'status' }, backupText.parts(countAnswers(records), parts.length)),
        h('div', { class: 'yx-actions yx-parts' }, parts.map((words, at) => copier(words, at + 1, place))),
        place
      )
      this.copied.scrollIntoView({ block: 'nearest' })
    }
  }

  /** @private */
  save() {
    const records = this.offered
    if (records.length) {
      const { now, here, settings } = this.app
      const address = URL.createObjectURL(new Blob([writeBackup(records, settings)], { type: 'text/plain' }))
      const name = backupText.fileName(new Date(now + here * MINUTE).toISOString().slice(0, 10))
      h('a', { href: address, download: name }).click()
      fill(this.copied, h('p', { role: 'status' }, backupText.saved(countAnswers(records), name)))
      this.copied.scrollIntoView({ block: 'nearest' })
      setTimeout(() => URL.revokeObjectURL(address), MINUTE)
    }
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
   * Merges a text into the log, as far as it is a valid backup. Existing records stay as they are.
   *
   * @private
   * @param {string} words
   * @param {boolean} [large] - too large to be read
   */
  async merge(words, large = false) {
    // Else nobody is told what has been said before.
    this.say('')
    const checks = { entry: isRecord, settings: areSettings }
    const alone = large ? 'large' : readBackup(words, checks)
    if (typeof alone === 'string') {
      this.say(!large && !words.trim() ? backupText.nothing : backupText.refused[alone])
      return
    }
    const together = `${this.earlier}\n${words}`
    const found = this.earlier ? readBackup(together, checks) : alone
    const all = typeof found === 'string' ? alone : found
    this.earlier = all.missing.length ? together : ''
    await this.join(all)
  }

  /**
   * @private
   * @param {Content} backup
   */
  async join({ entries, settings, missing, spoilt }) {
    const { app } = this
    const { fresh, known } = newTo(app.everything, /** @type {LogRecord[]} */ (entries))
    await app.log.append(fresh, pack)
    await app.refresh()
    // A device that has settings keeps them; one that has none takes those of the backup.
    if (settings && app.local.read(KEY) === undefined) {
      app.local.write(KEY, toSettings(settings))
      applyTextSize()
    }
    const answers = countAnswers(fresh)
    this.say(
      [
        entries.length > 0 && backupText.merged(answers, fresh.length - answers, known),
        ...missing.map(backupText.missing),
        spoilt && backupText.spoilt,
        app.log.trouble && backupText.notKept
      ]
        .filter(Boolean)
        .join('')
    )
    this.field.value = ''
  }

  /** @private @param {string} words */
  say(words) {
    this.said.textContent = words
    if (words) {
      this.said.scrollIntoView({ block: 'nearest' })
    }
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

/**
 * A button that copies one part, and says so.
 *
 * @param {string} words
 * @param {number} part
 * @param {HTMLElement} place - where they are shown, if the page may not copy
 */
function copier(words, part, place) {
  const copy = async () => {
    if (await copyOrShow(words, place)) {
      made.textContent = backupText.partCopied(part)
    }
  }
  const made = button('yx-quiet', backupText.part(part), copy)
  return made
}
