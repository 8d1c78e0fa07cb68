/**
 * Registers every way to study. yanxi.js is always there before: it has `<yx-question>` and the log.
 *
 * The order of the imports is that of the built file. A library stands first and what is alike close together: so the
 * file is smallest when compressed (`npm run build` prints it).
 */

import './core/backup.js'

import { offerQuestionAloud } from './study/shared/question-aloud.js'
import { Practice } from './study/practice/yx-practice.js'
import { Readers } from './study/me/yx-readers.js'
import { Settings } from './study/me/yx-settings.js'
import { Backup } from './study/me/yx-backup.js'
import { Mistakes } from './study/mistakes/yx-mistakes.js'
import { Cards } from './study/cards/yx-cards.js'
import { Review } from './study/review/yx-review.js'
import { Me } from './study/me/yx-me.js'
import { Recite } from './study/recite/yx-recite.js'
import { Exam } from './study/exam/yx-exam.js'

// First on its page, where the documents are offered.
customElements.define('yx-me', Me)
customElements.define('yx-backup', Backup)
customElements.define('yx-cards', Cards)
customElements.define('yx-exam', Exam)
customElements.define('yx-mistakes', Mistakes)
customElements.define('yx-practice', Practice)
customElements.define('yx-readers', Readers)
customElements.define('yx-recite', Recite)
customElements.define('yx-review', Review)
customElements.define('yx-settings', Settings)
offerQuestionAloud()
