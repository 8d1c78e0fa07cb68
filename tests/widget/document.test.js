import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'

import { documentOf, ofDocument, wantedDocument } from '../../tools/widget/src/core/document.js'
import { readHistory } from '../../tools/widget/src/core/history.js'
import { openLog } from '../../tools/widget/src/store/log.js'
import { pack } from '../../tools/widget/src/store/pack.js'
import { DAY, MONDAY, answer, makeIndex } from './bank.js'
import { newDevice } from './indexeddb.js'
import { library } from './libraries.js'

const fc = library('fast-check')
const documents = [{ id: '2023' }, { id: '2022' }, { id: '廉政方案' }]
const wanted = (query) => wantedDocument(query, documents).id

beforeEach(newDevice)

test('the address says which document a page is about; what it does not know is the current one', () => {
  for (const [query, document] of Object.entries({
    '': '2023',
    '?document=2022': '2022',
    '?document=%E5%BB%89%E6%94%BF%E6%96%B9%E6%A1%88': '廉政方案',
    '?document=1999': '2023',
    '?document=': '2023',
    '?document=__proto__': '2023',
    '?scope=a1&document=2022': '2022',
    '?at=2022/a1-m3': '2022',
    '?at=2022%2Fa1-m3': '2022',
    '?at=a1-m3': '2023',
    '?at=1999/a1-m3': '2023',
    '?document=2023&at=2022/a1-m3': '2023',
    '?document=2023&paper=mid': '2023',
    // A link of the days when there was but one document.
    '?paper=mid&seed=1': '2022'
  })) {
    assert.equal(wanted(query), document, query)
  }
  assert.equal(wantedDocument('?paper=mid', [{ id: '2024' }]).id, '2024')
})

const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1' })
const record = fc.record({
  document: fc.constantFrom('2022', '2023', undefined),
  question: fc.constantFrom(...index.order),
  version: fc.constantFrom('v1', 'v2'),
  result: fc.constantFrom('right', 'wrong'),
  day: fc.nat(5)
})

test('whatever is answered in one document, singly or packed, the other knows nothing of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 30 }), fc.boolean(), async (made, packed) => {
      newDevice()
      const log = openLog(undefined, () => {})
      const entries = made.map(({ document, question, day, ...more }) =>
        answer(question, MONDAY + day * DAY, more.result, { ...more, ...(document && { document, offset: 480 }) })
      )
      const others = packed ? Array.from({ length: 250 }, () => answer('a1-m1-q01', MONDAY, 'wrong', { document: '2024' })) : []
      await log.append([...entries, ...others], pack)
      const all = await log.records()
      assert.equal(all.length, entries.length + others.length)
      for (const document of ['2022', '2023']) {
        const own = entries.filter((entry) => documentOf(entry) === document)
        const found = await log.records(document)
        assert.deepEqual(found.map(({ id }) => id).sort(), own.map(({ id }) => id).sort())
        assert.deepEqual(ofDocument(all, document), found)
        const { answers, changed } = readHistory(found, index, MONDAY + 9 * DAY)
        assert.ok([...answers.values()].flat().every((each) => documentOf(each) === document))
        assert.ok([...changed.keys()].every((question) => own.some((entry) => entry.question === question)))
      }
    }),
    { numRuns: 60 }
  )
})
