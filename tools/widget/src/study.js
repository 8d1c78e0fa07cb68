/** Registers every way to study. yanxi.js is always there before: it has `<yx-question>` and the log. */

import { Cards } from './study/cards/yx-cards.js'
import { Exam } from './study/exam/yx-exam.js'
import { Backup } from './study/me/yx-backup.js'
import { Me } from './study/me/yx-me.js'
import { Settings } from './study/me/yx-settings.js'
import { Mistakes } from './study/mistakes/yx-mistakes.js'
import { Practice } from './study/practice/yx-practice.js'
import { Recite } from './study/recite/yx-recite.js'
import { Review } from './study/review/yx-review.js'
import { offerQuestionAloud } from './study/shared/question-aloud.js'

customElements.define('yx-backup', Backup)
customElements.define('yx-cards', Cards)
customElements.define('yx-exam', Exam)
customElements.define('yx-me', Me)
customElements.define('yx-mistakes', Mistakes)
customElements.define('yx-practice', Practice)
customElements.define('yx-recite', Recite)
customElements.define('yx-review', Review)
customElements.define('yx-settings', Settings)
offerQuestionAloud()
