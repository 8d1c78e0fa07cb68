/** Registers every way to study. yanxi.js is always there before: it has `<yx-question>` and the log. */

import { offerAloud } from './study/aloud.js'
import { Backup } from './study/backup.js'
import { Cards } from './study/cards.js'
import { Exam } from './study/exam.js'
import { Me } from './study/me.js'
import { Mistakes } from './study/mistakes.js'
import { Practice } from './study/practice.js'
import { Recite } from './study/recite.js'
import { Review } from './study/review.js'
import { Settings } from './study/settings.js'

customElements.define('yx-backup', Backup)
customElements.define('yx-cards', Cards)
customElements.define('yx-exam', Exam)
customElements.define('yx-me', Me)
customElements.define('yx-mistakes', Mistakes)
customElements.define('yx-practice', Practice)
customElements.define('yx-recite', Recite)
customElements.define('yx-review', Review)
customElements.define('yx-settings', Settings)
offerAloud()
