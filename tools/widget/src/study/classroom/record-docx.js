/**
 * The minutes as a Word document. The template below is all that a document needs: Word, WPS and LibreOffice open it, and an
 * office that keeps another form changes it there. All that is filled in is escaped.
 */

import { strToU8, zipSync } from 'fflate'

import { askedWords, filledFields, hardWords, phoneLines, recordText, roundCell } from './record-words.js'

/** @import { Minutes } from '../../core/classroom-record.js' */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const TYPES = [
  `${XML}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`
].join('')
const RELATIONS = relation('officeDocument', 'word/document.xml')
const OWN_RELATIONS = relation('styles', 'styles.xml')

const fonts = (/** @type {string} */ name) =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}"/>`
/** @param {string} id @param {string} name @param {string} paragraph - its properties @param {string} run - those of its words */
const style = (id, name, paragraph, run) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

/** As official documents are set: 仿宋 for the text, 黑体 for 一、. */
const STYLES = [
  `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}<w:sz w:val="24"/>`,
  '<w:szCs w:val="24"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>',
  '<w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:style>',
  style('Title', 'Title', '<w:jc w:val="center"/><w:spacing w:after="240"/>', `${fonts('黑体')}<w:sz w:val="36"/>`),
  style('Heading1', 'heading 1', '<w:keepNext/><w:spacing w:before="240"/>', `${fonts('黑体')}<w:sz w:val="28"/>`),
  style('Signed', 'Signed', '<w:keepNext/><w:spacing w:before="720"/>', ''),
  style('Day', 'Day', '<w:jc w:val="right"/>', ''),
  style('Cell', 'Cell', '<w:spacing w:line="300" w:lineRule="auto"/>', '<w:sz w:val="21"/>'),
  '</w:styles>'
].join('')

/** A sheet of A4. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1304" w:bottom="1304" w:left="1304" ' +
  'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
const WIDTH = 9298

/**
 * @param {Record<string, string>} form
 * @param {Minutes} minutes
 * @param {(provision: string) => string} nameOf
 * @returns {Uint8Array} a .docx
 */
export function recordAsDocx(form, minutes, nameOf) {
  const { read, questions, hardest, teams } = minutes
  const phones = phoneLines(minutes)
  const list = (/** @type {string[]} */ lines) =>
    (lines.length ? lines : [recordText.none]).map((line) => paragraph(line)).join('')
  const body = [
    paragraph(recordText.title, 'Title'),
    table([1900, WIDTH - 1900], filledFields(form)),
    paragraph(recordText.read, 'Heading1'),
    list(read.map((id, at) => `${at + 1}．${nameOf(id)}`)),
    paragraph(recordText.asked, 'Heading1'),
    questions.length
      ? table(
          [500, 2698, 1700, 2200, 2200],
          [
            recordText.heads,
            ...questions.map((question) => {
              const { number, known, answered } = question
              return [
                `${number}`,
                askedWords(question),
                answered ? known.key : '',
                roundCell(question, 0),
                roundCell(question, 1)
              ]
            })
          ],
          true
        )
      : list([]),
    paragraph(recordText.hardest, 'Heading1'),
    list(hardest.map(hardWords)),
    teams.length
      ? paragraph(recordText.teams, 'Heading1') + list(teams.map(({ name, points }) => `${name}：${points} 分`))
      : '',
    phones.length ? paragraph(recordText.phones, 'Heading1') + list(phones) : '',
    paragraph(recordText.signed.join('　　　　　　　　　　'), 'Signed'),
    paragraph(recordText.day, 'Day')
  ].join('')
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/_rels/document.xml.rels': strToU8(OWN_RELATIONS),
    'word/document.xml': strToU8(`${XML}<w:document xmlns:w="${WORD}"><w:body>${body}${PAGE}</w:body></w:document>`),
    'word/styles.xml': strToU8(STYLES)
  })
}

/** @param {string} words - a line each @param {string} [name] - of a style */
function paragraph(words, name = 'Normal') {
  const runs = words.split('\n').map((line) => `<w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r>`)
  return `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr>${runs.join('<w:r><w:br/></w:r>')}</w:p>`
}

/**
 * @param {number[]} widths - of the columns, in twentieths of a point
 * @param {readonly (readonly string[])[]} rows
 * @param {boolean} [headed] - whether the first row stands again on every sheet
 */
function table(widths, rows, headed = false) {
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  const cell = (/** @type {string} */ words, /** @type {number} */ at) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(words, 'Cell')}</w:tc>`
  const row = (/** @type {readonly string[]} */ cells, /** @type {number} */ at) =>
    `<w:tr><w:trPr><w:cantSplit/>${headed && at === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map(cell).join('')}</w:tr>`
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`
  )
}

/** A part's one relation to another. @param {string} type @param {string} target */
function relation(type, target) {
  const one = `<Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/>`
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${one}</Relationships>`
}

/** @param {string} words - what XML cannot hold at all is left out */
function escape(words) {
  return words
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] || '')
}
