/**
 * What the widget knows about one kind of question. A kind is one file here with two exports:
 *
 * - its {@link Kind}, by the kind's name: what every page needs to ask and grade it, listed in index.js;
 * - its {@link StudyKind}, `…InStudy`: what only study pages need, listed in study-index.js.
 *
 * They are two so that a measure's page does not download the second. No other file names a kind: what a kind is asked
 * for, it is asked for through these two lists.
 *
 * What is pure (`complete`, `right`, `save`) can be tested without a browser.
 */

/**
 * @template Answer - what the reader has entered
 * @template Key - what is right
 * @typedef {object} Kind
 * @property {boolean} [oneTap] - choosing an option is the answer; there is nothing to submit
 * @property {boolean} [selfJudged] - the reader judges, once the answer is unfolded; there is nothing to read or grade
 * @property {(question: HTMLElement) => Key} key - reads what is right from the page
 * @property {(question: HTMLElement) => Answer} read - reads what the reader has entered so far
 * @property {(answer: Answer, question: HTMLElement) => boolean} complete - whether the answer can be graded
 * @property {(answer: Answer, key: Key) => boolean} right - grades a complete answer
 * @property {(question: HTMLElement, input: HTMLInputElement) => string | void} [touch] - updates the question after a
 *   tap on one of its inputs; returns words that say how far the reader is
 * @property {(question: HTMLElement, answer: Answer, key: Key) => void} mark - shows what is right and what was entered
 * @property {(question: HTMLElement, random: () => number) => void} [shuffle] - reorders what is not fixed
 * @property {(question: HTMLElement) => void} [clear] - undoes what `touch` has put beside the options
 * @property {string} [incomplete] - said when an incomplete answer is submitted, in place of the usual words
 * @property {{right: string, wrong: string}} [verdicts] - said when it is graded, in place of the usual words
 */

/**
 * What was entered, in a form that a session, the log and a backup can keep.
 *
 * @typedef {string | string[]} Draft
 */

/**
 * @template Answer
 * @typedef {object} StudyKind
 * @property {'one' | 'many'} [vote] - whether a room can vote on it, each for one option or for several
 * @property {(question: HTMLElement) => void} show - fills the right answer into an untouched question
 * @property {(question: HTMLElement) => string[]} lines - what stands between stem and answer, as lines of plain text
 * @property {(answer: Answer) => Draft} save - turns what {@link Kind} reads into a draft
 * @property {(question: HTMLElement, draft: Draft) => void} restore - enters a draft again; ignores what the question has
 *   no place for, since a draft comes from storage or from a backup
 */

export {}
