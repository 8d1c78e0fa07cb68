import assert from 'node:assert/strict'
import test from 'node:test'

import { recordOf } from '../../tools/widget/src/core/classroom-record.js'
import { beginMeeting, goTo, setCounts, stopsOf } from '../../tools/widget/src/core/classroom-session.js'
import { hardest, outcome, tooMany } from '../../tools/widget/src/core/classroom-votes.js'
import { recordAsDocx } from '../../tools/widget/src/study/classroom/record-docx.js'
import { recordAsText } from '../../tools/widget/src/study/classroom/record-words.js'
import { library } from './libraries.js'

const fc = library('fast-check')
const { strFromU8, unzipSync } = library('fflate')

const known = (number, vote, right, names) => ({
  id: `a1-m1-q0${number}`,
  at: '二（一）一是',
  kind: { one: '单选', many: '多选', after: '填空' }[vote],
  text: `第${number}问？`,
  key: right,
  vote,
  letters: 'ABCD'.slice(0, names.length),
  right,
  names
})
const KNOWN = [
  known(1, 'one', 'C', ['每月', '每季度', '每半年', '每年']),
  known(2, 'many', 'AC', ['甲', '乙', '丙', '丁']),
  known(3, 'after', 'A', ['答对了', '没答对']),
  known(4, 'one', 'A', ['对', '错'])
]

/** All of it seen, three questions counted. */
function held() {
  let meeting = beginMeeting({
    id: 'm1',
    document: '2022',
    code: 'c',
    begun: 0,
    read: [
      { id: 'a1-m1', clauses: 2 },
      { id: 'a1-m2', clauses: 1 }
    ],
    asked: KNOWN.map(({ id, vote }) => ({ id, version: 'v1', vote })),
    twice: true
  })
  meeting = setCounts(meeting, KNOWN[0].id, 0, { A: 5, B: 2, C: 9, D: 4 })
  meeting = setCounts(meeting, KNOWN[0].id, 1, { B: 1, C: 19 })
  meeting = setCounts(meeting, KNOWN[1].id, 0, { A: 20, B: 5, C: 15 })
  meeting = setCounts(meeting, KNOWN[2].id, 0, { A: 18, B: 2 })
  meeting = {
    ...meeting,
    teams: [
      { name: '第一组', points: 3 },
      { name: 'A & <B>', points: -1 }
    ]
  }
  return stopsOf(meeting)
    .filter(({ id }) => id !== 'a1-m2')
    .reduce(
      (now, stop) =>
        goTo(
          now,
          stopsOf(now).findIndex((each) => each.kind === stop.kind && each.id === stop.id && each.n === stop.n)
        ),
      meeting
    )
}

const FORM = {
  party: '某校党支部',
  topic: '学"方案" & <讨论>',
  due: '22',
  present: '20',
  absent: '张三：病假\n李四：出差',
  said: '王五：结合<岗位>谈',
  hours: '2'
}
const nameOf = (id) => `${id} 的标题`

test('the text of the minutes holds the form, what was read, every count and every share', () => {
  assert.equal(
    recordAsText(FORM, recordOf(held(), KNOWN, 20), nameOf),
    `支部学习会议记录

党组织名称：某校党支部
会议主题：学"方案" & <讨论>
时间：
地点：
主持人：
记录人：
应到：22
实到：20
缺席及原因：张三：病假
李四：出差
学习内容：
发言要点：王五：结合<岗位>谈
学时：2

一、一起读的原文
1．a1-m1 的标题

二、答题和讨论
1．第1问？（二（一）一是，单选）
答案：C
第一次：A 5 人，B 2 人，C 9 人，D 4 人；对 9／20 人，45%
讨论后：A 0 人，B 1 人，C 19 人，D 0 人；对 19／20 人，95%
2．第2问？（二（一）一是，多选）
答案：AC
第一次：A 20 人，B 5 人，C 15 人，D 0 人；在场 20 人，各项判断对的平均 88%
3．第3问？（二（一）一是，填空）
答案：A
看过答案以后数：答对了 18 人，没答对 2 人；对 18／20 人，90%
4．第4问？（二（一）一是，单选）
答案：A

三、最难的几道题
第 1 题（第一次 45%，讨论后 95%）：第1问？
第 3 题（第一次 90%）：第3问？

四、各组得分
第一组：3 分
A & <B>：-1 分
`
  )
})

test('a document holds the same, and nothing that is typed becomes markup', () => {
  const parts = unzipSync(recordAsDocx(FORM, recordOf(held(), KNOWN, 20), nameOf))
  const xml = strFromU8(parts['word/document.xml'])
  assert.deepEqual(Object.keys(parts).sort(), [
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/styles.xml'
  ])
  for (const words of [
    '学&quot;方案&quot; &amp; &lt;讨论&gt;',
    'A 5 人\u3000B 2 人',
    'C 9 人\u3000D 4 人',
    '19／20',
    '95%',
    '88%',
    '18／20',
    'A &amp; &lt;B&gt;：-1 分',
    '张三：病假',
    '王五：结合&lt;岗位&gt;谈',
    '主持人（签字）：',
    '记录人（签字）：'
  ]) {
    assert.ok(xml.includes(words), words)
  }
})

test('what was not shown is in no minutes', () => {
  const { read, questions } = recordOf({ ...held(), visited: [0] }, KNOWN, 20)
  assert.deepEqual([read, questions], [[], []])
})

test('a question whose answer was not shown is marked, and never among the hardest', () => {
  const meeting = held()
  const stops = stopsOf(meeting)
  const visited = meeting.visited.filter((at) => stops[at].kind !== 'answer' || stops[at].n > 0)
  const minutes = recordOf({ ...meeting, visited }, KNOWN, 20)
  assert.deepEqual(
    minutes.questions.map(({ answered }) => answered),
    [false, true, true, true]
  )
  assert.deepEqual(
    minutes.hardest.map(({ number }) => number),
    [3]
  )
  const text = recordAsText(FORM, minutes, nameOf)
  assert.ok(text.includes('1．第1问？（二（一）一是，单选）（没有看答案）\n第一次：A 5 人'))
  const xml = strFromU8(unzipSync(recordAsDocx(FORM, minutes, nameOf))['word/document.xml'])
  assert.equal(xml.split('没有看答案').length, 2)
})

test('more hands than people are noticed: of all options, or where one may raise several, of one', () => {
  assert.ok(tooMany('one', { A: 13, B: 12 }, 12))
  assert.ok(tooMany('after', { A: 7, B: 6 }, 12))
  assert.ok(tooMany('many', { A: 13 }, 12))
  assert.ok(!tooMany('one', { A: 6, B: 6 }, 12))
  assert.ok(!tooMany('many', { A: 12, B: 12, C: 12 }, 12))
  assert.ok(!tooMany('one', { A: 13 }, 0))
  // The minutes do not say that more were there.
  const text = recordAsText(FORM, recordOf(held(), KNOWN, 12), nameOf)
  assert.ok(text.includes('按 20 人算，各项判断对的平均 88%（票数比在场的人多）'), text)
})

test('whatever is typed, the document is XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const xml = strFromU8(
        unzipSync(recordAsDocx({ topic: typed }, recordOf(held(), KNOWN, 20), nameOf))['word/document.xml']
      )
      assert.ok(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
      assert.ok(!/&(?!amp;|lt;|gt;|quot;)/.test(xml))
      assert.equal(xml.split('<').length, xml.split('>').length)
    }),
    { numRuns: 20 }
  )
})

test('shares lie between none and all', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('one', 'many', 'after'),
      fc.dictionary(fc.constantFrom(...'ABCD'), fc.nat(40)),
      fc.constantFrom('A', 'AC', 'ABCD'),
      fc.nat(40),
      (vote, counts, key, people) => {
        const { share, of, right } = outcome(vote, counts, 'ABCD', vote === 'many' ? key : 'A', people)
        assert.ok(share === undefined || (share >= 0 && share <= 1))
        assert.ok(right === undefined || right <= of)
      }
    )
  )
})

test('of several hands nothing is said about people whom nobody has counted', () => {
  assert.deepEqual(outcome('many', { A: 3 }, 'ABCD', 'A', 0), { of: 3, right: undefined, share: undefined })
  assert.deepEqual(outcome('one', {}, 'ABCD', 'A', 20), { of: 0, right: undefined, share: undefined })
})

test('the hardest come first, and none that everybody knew', () => {
  const of = (...shares) => ({ rounds: shares.map((share) => ({ right: share && 1, share })) })
  const [easy, hard, harder, second, none] = [
    of(1, 1),
    of(0.5, 0.9),
    of(0.2, 1),
    of(undefined, 0.3),
    of(undefined, undefined)
  ]
  assert.deepEqual(hardest([easy, hard, harder, second, none]), [harder, second, hard])
  // Of several hands the share is one of decisions, not of people.
  assert.deepEqual(hardest([hard, { rounds: [{ right: undefined, share: 0.1 }] }]), [hard])
})
