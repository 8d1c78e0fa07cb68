import assert from 'node:assert/strict'
import { test } from 'node:test'

import { excerpt, marksIn } from '../../tools/widget/src/search/excerpt.js'
import { find, MOST_CHARACTERS } from '../../tools/widget/src/search/find.js'
import { fold, foldWithPlaces } from '../../tools/widget/src/search/fold.js'
import { addExplanations, prepare, unpack } from '../../tools/widget/src/search/search-index.js'
import { slips } from '../../tools/widget/src/search/slip.js'
import { library } from './libraries.js'

const fc = library('fast-check')

/** A document of four pages, as the build writes it. */
const data = {
  pages: [
    {
      url: 'd/',
      title: '导语',
      at: '导语',
      provisions: [
        [1, 'pre', '导语', ''],
        [2, 's2', '二', '重点工作']
      ],
      clauses: ['为落实责任，制定本方案。', '二、重点工作']
    },
    {
      url: 'd/a1/m1/',
      title: '压实两个责任',
      at: '二（一）一是',
      provisions: [[1, 'a1-m1', '二（一）一是', '']],
      clauses: ['一是压实两个责任。', '各支部要认真履行“一岗双责”，每月学习一次；', '对违纪的持零容忍的态度。'],
      duties: [[2, '各支部 · 每月 · 学习一次']],
      points: [[2, '每月学习']],
      notes: [[3, '原文如此。']],
      questions: [['-q01', '各支部多久学习一次？', '每月；每半年；每年']]
    },
    {
      url: 'd/a1/m2/',
      title: '廉政谈话',
      at: '二（一）二是',
      provisions: [[1, 'a1-m2', '二（一）二是', '']],
      clauses: ['二是廉政谈话。', '党委书记每年至少与党支部负责人进行一次谈话。'],
      questions: [['a1-m2-q01', '廉政谈话由谁进行？', '党委书记；各支部']]
    },
    {
      url: 'd/glossary/',
      title: '术语',
      terms: [
        ['K01', ['一岗双责'], '既抓业务，又抓党建。'],
        ['K02', ['不敢腐、不能腐、不想腐（“三不腐”）', '三不腐'], '三者同时推进。'],
        ['K03', ['重视', '长期重视'], '看重。']
      ]
    }
  ],
  pinyin: {
    bu: '不',
    chang: '长',
    chong: '重',
    dian: '点',
    fu: '腐',
    gang: '岗',
    gong: '工',
    hua: '话',
    lian: '廉',
    qi: '期',
    san: '三',
    shi: '视实',
    shuang: '双',
    tan: '谈',
    yi: '一',
    ze: '责',
    zhang: '长',
    zheng: '政',
    zhong: '重',
    zuo: '作'
  }
}
const explanations = ['原文写明每月，每年没有写到。', '写明是党委书记。']
const index = prepare(data)
addExplanations(index, explanations)

/** @param {string} query */
const urls = (query) => find(index, query).groups.map(({ page }) => page.url)

/** @param {string} query */
function firstLine(query) {
  const [{ page, title, hits }] = find(index, query).groups
  return page.url + (title || !hits.length ? '' : `#${hits[0].entry.anchor}`)
}

const TEXTS = data.pages.flatMap(({ url, title, clauses = [], duties = [], points = [], notes = [], questions = [] }) =>
  [title, clauses.join(''), ...[...duties, ...points, ...notes].map(([, text]) => text), ...questions.flatMap(([, ...texts]) => texts)].map(
    (text) => ({ url, text })
  )
)

test('any run of characters in any text is found, on its page among others', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.nat(), fc.integer({ min: 1, max: 8 }), ({ url, text }, start, length) => {
      const run = text.slice(start % text.length, (start % text.length) + length)
      assert.ok(!run.trim() || urls(run).includes(url), run)
    })
  )
})

const first = {
  'a title comes before the text': ['廉政谈话', 'd/a1/m2/'],
  'a term under its whole name comes before the text': ['一岗双责', 'd/glossary/#K01'],
  'the text comes before duties, points and questions': ['每月', 'd/a1/m1/#c2'],
  'the clause in which a run begins is the one': ['次；对违', 'd/a1/m1/#c2'],
  'a heading that is no title leads to its clause': ['重点工作', 'd/#c2'],
  'width, quotation marks, spaces and what does not print do not matter': ['一岗 “双\u200b責”'.replace('責', '责'), 'd/glossary/#K01'],
  'a term is found by another name': ['三不腐', 'd/glossary/#K02'],
  'by initials': ['ygsz', 'd/glossary/#K01'],
  'by its sound': ['yigangshuangze', 'd/glossary/#K01'],
  'by a sound that is not yet finished': ['yigangsh', 'd/glossary/#K01'],
  'with apostrophes, as while it is being written': ["yi'gang'shuang", 'd/glossary/#K01'],
  'with accents': ['yīgǎng', 'd/glossary/#K01'],
  'in a mixture': ['一岗sz', 'd/glossary/#K01'],
  'by one reading of a character': ['zhongshi', 'd/glossary/#K03'],
  'by another': ['chongshi', 'd/glossary/#K03'],
  'and the other name by each': ['zhangqichongshi', 'd/glossary/#K03'],
  'by the initials of a title': ['lzth', 'd/a1/m2/'],
  'by those of a heading that is no title': ['zdgz', 'd/#c2'],
  'by where it stands': ['二（一）二是', 'd/a1/m2/'],
  'in other brackets': ['二(一)二是', 'd/a1/m2/'],
  'by its id': ['a1-m2', 'd/a1/m2/'],
  'a clause by its number': ['二（一）一是第3句', 'd/a1/m1/#c3'],
  'a question by its id': ['a1-m1-q01', 'd/a1/m1/#a1-m1-q01'],
  'all of several words, in one place before in two': ['谈话 每年', 'd/a1/m2/#c2'],
  'what is nothing but punctuation': ['“', 'd/a1/m1/#c2']
}
for (const [name, [query, line]] of Object.entries(first)) {
  test(`first: ${name}`, () => assert.equal(firstLine(query), line))
}

test('several words mean all of them', () => {
  assert.deepEqual(urls('廉政 支部负责人'), ['d/a1/m2/'])
  assert.deepEqual(urls('廉政 零容忍'), [])
})

test('sounds lead to the pages that have the name too', () => {
  assert.deepEqual(urls('ygsz'), ['d/glossary/', 'd/a1/m1/'])
})

test('one character wrong, missing or too many is forgiven in four or more, below what is there exactly', () => {
  for (const slip of ['零容任的态度', '零容的态度', '零容忍的的态度', '另容忍的态度', '零容忍的态', '零容忍的态肚', '党委书及']) {
    const { groups, near } = find(index, slip)
    assert.ok([...groups, ...near].length, slip)
  }
  assert.deepEqual(find(index, '零容任的态肚').near, [])
  assert.deepEqual(find(index, '零荣忍').near, [])
  const both = find(index, '每月学习')
  assert.equal(both.groups[0].page.url, 'd/a1/m1/')
  assert.ok(both.near.every(({ page }) => !both.groups.some((group) => group.page === page)))
})

test('a term with a slip is explained before the text that has it', () => {
  for (const slip of ['一港双责', '一岗双则', '一一岗双责', '一岗双责制', '不敢腐不能腐想腐三不腐']) {
    const { groups, near } = find(index, slip)
    assert.equal([...groups, ...near][0].page.url, 'd/glossary/', slip)
  }
  assert.equal(find(index, '廉证谈话').near[0].page.url, 'd/a1/m2/')
})

test('a figure with a slip is another figure', () => {
  assert.deepEqual(find(prepare({ ...data, pages: [{ url: 'x', title: '2020' }] }), '2022').near, [])
})

test('a slip is found wherever it is, and what is alike is one change away', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 4, maxLength: 8 })
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('change', 'drop', 'add'), (words, at, kind) => {
      const place = at % words.length
      const slip = words.slice(0, place) + { change: '戊', drop: '', add: `戊${words[place]}` }[kind] + words.slice(place + 1)
      let found = false
      if (slip.length >= 4) {
        slips(`前文\n${words}\n后文`, slip, (start, end) => {
          found = true
          return end
        })
        assert.ok(found, `${words} ${slip}`)
      }
    })
  )
})

test('a place counts once, and a page has at most three lines', () => {
  const { count, groups } = find(index, '每月')
  assert.equal(count, 2)
  assert.deepEqual(groups[0].hits.map(({ entry }) => entry.anchor), ['c2', 'a1-m1-q01'])
  const many = prepare({ ...data, pages: [{ url: 'x', title: '甲', clauses: Array(9).fill('同样的话。') }] })
  assert.equal(find(many, '同样').count, 9)
  assert.equal(find(many, '同样').groups[0].hits.length, 3)
})

test('anything at all may be asked, and how often does not matter', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('<img src=x onerror=alert(1)>', '\ud800', '责\udc00任', '\u202e责任', ' ', '责'.repeat(10000), '__proto__')
  )
  fc.assert(
    fc.property(strange, (query) => {
      const once = find(index, query)
      assert.deepEqual(find(index, query), once)
      for (const { page, title, hits } of once.groups) {
        marksIn(page.title, title || [])
        hits.forEach(({ entry, needles }) => excerpt(entry.text, needles))
      }
    })
  )
})

test('what is pasted is cut', () => {
  assert.deepEqual(find(index, `${'责'.repeat(MOST_CHARACTERS)}甲`), find(index, '责'.repeat(MOST_CHARACTERS)))
})

test('folding twice is folding once, and knows where each unit comes from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { folded, at } = foldWithPlaces(text)
      assert.equal(folded, fold(text))
      assert.equal(fold(folded), folded)
      assert.equal(at.length, folded.length)
      assert.ok(at.every((place, unit) => place < text.length && (!unit || place >= at[unit - 1])))
    })
  )
})

test('marks cover what matches, whatever stands between', () => {
  assert.deepEqual(marksIn('履行“一岗双责”和一 岗双责', ['一岗双责']), [
    [3, 7],
    [9, 14]
  ])
  assert.deepEqual(marksIn('谈话每年，每年', ['每年', '话每']), [
    [1, 4],
    [5, 7]
  ])
  assert.deepEqual(marksIn('走到句末', ['句末下一句']), [[2, 4]])
  assert.deepEqual(marksIn('用《和《', ['《']), [
    [1, 2],
    [3, 4]
  ])
})

test('an excerpt shows the first match, and its marks are where they were', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('甲', '乙，', '𠀀', '丙'), { maxLength: 150 }), fc.constantFrom('甲', '𠀀', '乙丙'), (parts, needle) => {
      const text = parts.join('')
      const shown = excerpt(text, [needle])
      assert.ok(shown.text.length <= 63)
      assert.ok(text.includes(shown.text.replace(/^…|…$/g, '')))
      assert.equal(shown.marks.length > 0, marksIn(text, [needle]).length > 0)
      for (const [from, to] of shown.marks) {
        assert.ok(needle.startsWith(fold(shown.text.slice(from, to))) || fold(shown.text.slice(from, to)).includes(needle))
      }
      assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(shown.text.replace(/^…|…$/g, '')))
    })
  )
})

test('explanations come later, and lead to their questions', () => {
  const early = prepare(data)
  assert.deepEqual(find(early, '没有写到').groups, [])
  addExplanations(early, explanations)
  const [{ page, hits }] = find(early, '没有写到').groups
  assert.deepEqual([page.url, hits.map(({ entry }) => [entry.anchor, entry.label])], ['d/a1/m1/', [['a1-m1-q01', '解析']]])
})

test('what is packed is unpacked', () => {
  const alphabet = Array.from(new Set(JSON.stringify(data))).join('')
  const packed = Array.from(JSON.stringify(data), (character) => String.fromCharCode(35 + alphabet.indexOf(character))).join('')
  assert.deepEqual(unpack(alphabet, packed), data)
})

test('to look through ten thousand questions on three hundred pages takes 25 ms at most, and so 100 on a slow phone', () => {
  const [, measure] = data.pages
  const pages = Array.from({ length: 300 }, (_, page) => ({
    ...measure,
    url: `d/p${page}/`,
    questions: Array.from({ length: 34 }, (_, place) => {
      const id = `p${page}-q${place}`
      return [id, `${id}里，各支部多久学习一次主体责任的规定？`, '每月；每半年；每年']
    })
  }))
  const large = prepare({ ...data, pages: [...pages, ...data.pages.slice(2)] })
  addExplanations(
    large,
    large.fields.stems.entries.map(({ anchor }) => `${anchor}：原文写明每月，每年没有写到，主体责任要压实。`)
  )
  const asked = ['的', '责任', '主体责任', '主题责任', '每月 责任', 'ygsz', '廉政谈话', 'p299q33', '没有这样的话', '党委书及']
  const before = process.cpuUsage()
  for (const query of asked) {
    assert.equal(find(large, query).groups.length + find(large, query).near.length > 0, query !== '没有这样的话', query)
  }
  const { user, system } = process.cpuUsage(before)
  const each = (user + system) / 1000 / asked.length / 2
  assert.ok(each < 25, `${each} ms a query`)
})
