/** The document of all that names none: what phones and links hold from the days when there was but one. */
export const FIRST = '2022'

/**
 * @param {any} record - of the log; nothing where it could not be read
 * @returns {string} the document it is about
 */
export function documentOf(record) {
  return (record && record.document) || FIRST
}

/**
 * The one door through which a document's records go: beyond it ids are short, and mean this document's questions. What
 * could not be read stays, so that it can be counted.
 *
 * @template Record
 * @param {Record[]} records
 * @param {string} [document] - without it, all of them
 * @returns {Record[]}
 */
export function ofDocument(records, document) {
  return document ? records.filter((record) => !record || documentOf(record) === document) : records
}

/**
 * The document that a study page's address asks for: `?document=2023`, `?at=2023/a1-m3`, or an exam's link of the days
 * when links named none.
 *
 * @template {{id: string}} Known
 * @param {string} query - from anyone
 * @param {Known[]} documents - of the site, the current one first
 * @returns {Known} the current one where the address names none of ours
 */
export function wantedDocument(query, documents) {
  const parameters = new URLSearchParams(query)
  const [before, after] = (parameters.get('at') || '').split('/')
  const asked = [parameters.get('document'), after && before, parameters.has('paper') && FIRST].find(Boolean)
  return documents.find(({ id }) => id === asked) || documents[0]
}
