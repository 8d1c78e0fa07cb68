/** The branch studies together, on a page of its own. yanxi.js is there before; of what it has, only the text size is used. */

import { offerCards } from './classroom-cards/offer-cards.js'
import { Classroom } from './study/classroom/yx-classroom.js'

// Before the classroom looks whether there are cards.
offerCards()
customElements.define('yx-classroom', Classroom)
