/**
 * What a kind of question knows. One file a kind; `right` and what else is pure can be tested without a browser.
 *
 * @template Answer
 * @template Key
 * @typedef {object} Kind
 * @property {boolean} [oneTap] - choosing an option is the answer; there is nothing to submit
 * @property {(question: HTMLElement) => Key} key - what is right, as the page has it
 * @property {(question: HTMLElement) => Answer} read - what the reader has entered so far
 * @property {(answer: Answer, question: HTMLElement) => boolean} complete - whether it can be graded
 * @property {(answer: Answer, key: Key) => boolean} right
 * @property {(question: HTMLElement, input: HTMLInputElement) => string | void} [touch] - after a tap; the words say
 *   how far the reader is
 * @property {(question: HTMLElement, answer: Answer, key: Key) => void} mark - shows what is right and what was entered
 * @property {(question: HTMLElement, random: () => number) => void} [shuffle]
 */

export {}
