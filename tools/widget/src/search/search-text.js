/** What search says. */

export const text = {
  hint: '可以搜任何字词、编号（二（一）三是）、拼音或首字母；几个词用空格隔开。',
  recent: '最近搜过',
  forget: '清除',
  looking: '还在找……',
  nothing: (/** @type {string} */ words) => `没有找到“${words}”。`,
  advice: '可以少写几个字，换一个说法，或者只写拼音首字母。',
  found: (/** @type {number} */ places, /** @type {number} */ pages) => `找到 ${places} 处，在 ${pages} 页`,
  near: (/** @type {string} */ words) => `没有找到“${words}”，相近的有：`,
  nearToo: '相近的还有：',
  most: (/** @type {number} */ shown) => `这里列出前 ${shown} 页，多写几个字可以少一些。`
}

/** @type {Record<import('./search-index.js').FieldName, string>} */
export const labels = {
  titles: '标题',
  headings: '标题',
  clauses: '原文',
  names: '术语',
  duties: '责任',
  points: '要点',
  notes: '编者注',
  definitions: '术语',
  stems: '题目',
  options: '选项',
  explanations: '解析'
}
