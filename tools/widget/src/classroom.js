/** The branch studies together, on a page of its own. yanxi.js is there before; of what it has, only the text size is used. */

import { Classroom } from './study/classroom/yx-classroom.js'

customElements.define('yx-classroom', Classroom)
