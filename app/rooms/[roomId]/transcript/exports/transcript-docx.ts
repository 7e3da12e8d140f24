// A record as a DOCX file, with entry numbers in the margin and page numbers. The entries come already limited to what the reader may
// read. Words become text nodes and never markup.
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  CarriageReturn,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { phaseName } from '#record/entries/phase-name.ts'
import { entryTime } from '#record/entries/said-at.ts'
import type { EntryDetail } from '#record/entry-details.ts'
import type { Paragraph as RecordParagraph } from '#simulation/reading/log/transcript'
import { type Section, sectionsOf } from '#simulation/reading/record/sections'
import { entryWords, type TranscriptContext, type UnderLine } from '../entries/entry-words'
import { rangeWords, sourceWords } from './transcript-words'

/** In twentieths of a point. */
const MARGIN = 1080
/** Where the words begin, behind number and time; a debate over days has the day there as well. */
const gutterOf = ({ plan }: TranscriptContext): number => (plan.kind === 'homework' ? 1750 : 1300)
const INNER = 9746
const QUIET = '555555'
const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', eastAsia: 'Noto Serif CJK JP', cs: 'Georgia' }
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Noto Sans CJK JP', cs: 'Calibri' }

type DocumentHead = { forWhom: string; title: string; lines: readonly string[]; foot: string }

export async function transcriptDocx(
  entries: readonly RecordParagraph[],
  head: DocumentHead,
  about: TranscriptContext,
): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = about.words
  const sections = sectionsOf(entries)
  const numbers = new Set(entries.map(({ no }) => no))
  const body = sections.flatMap((section, place) => [
    ...headings(section, sections[place - 1], about),
    ...section.entries.flatMap((entry) => entryParagraphs(entry, about, numbers)),
  ])
  const page = {
    size: { width: 11906, height: 16838 },
    margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
  }
  const document = new Document({
    title: head.title,
    creator: 'Track Two',
    styles: {
      default: {
        document: {
          run: { font: SERIF, size: 21, language: { value: about.locale } },
          paragraph: { spacing: { line: 290, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { font: SERIF, size: 44, color: '000000' } },
        heading1: { run: { font: SERIF, size: 30, bold: true, color: '000000' } },
        heading2: { run: { font: SERIF, size: 24, bold: true, color: '000000' } },
      },
    },
    sections: [
      {
        properties: { page },
        footers: { default: foot(head.foot) },
        children: [
          ...titleParagraphs(head),
          ...body,
          ...sourceWords(t, about.plan).map(source),
          ending(t('markdown.foot')),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

type Look = Omit<IRunOptions, 'text' | 'children'>

/** For spelling and for the look of shared characters: Japanese where there is kana, else Chinese; nothing for words in Latin letters alone. */
function languageOf(text: string): Look {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return {}
  return { language: { eastAsia: /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja-JP' : 'zh-CN' } }
}

/** In DOCX, line breaks and tabs are elements; characters that XML forbids are dropped, else the file would not open. */
const run = (text: string, look: Look = {}): TextRun =>
  new TextRun({
    ...look,
    ...languageOf(text),
    children: text.split(/(\n|\t)/).flatMap((part) => {
      if (part === '') return []
      if (part === '\n') return new CarriageReturn()
      return part === '\t' ? new Tab() : part.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    }),
  })

function titleParagraphs({ forWhom, title, lines }: DocumentHead): Paragraph[] {
  return [
    new Paragraph({ spacing: { after: 160 }, children: [run(forWhom, { bold: true, font: SANS, size: 20 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, spacing: { after: 80 }, children: [run(title)] }),
    ...lines.map(
      (line) =>
        new Paragraph({ spacing: { after: 20 }, children: [run(line, { font: SANS, size: 18, color: QUIET })] }),
    ),
    new Paragraph({
      border: { top: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, color: '000000', space: 1 } },
      children: [],
    }),
  ]
}

/**
 * The heading of a round at its first phase, then the phase with its range of entry numbers; a phase outside of rounds gets a heading of
 * a round's level.
 */
function headings(section: Section, before: Section | undefined, { plan, words }: TranscriptContext): Paragraph[] {
  const { t, record } = words
  const planned = plan.phases[section.phase]
  const round = plan.rounds.find(({ key }) => key === planned?.round)
  const phase = planned ? phaseName(record, plan, planned.kind) : t('section.before')
  const range = rangeWords(t, section.range)
  if (!round) return [heading(HeadingLevel.HEADING_1, phase, range)]
  const begins = plan.phases[before?.phase ?? -1]?.round !== round.key
  const title = `${t('section.round', { number: plan.rounds.indexOf(round) + 1 })} · ${round.title}`
  return [
    ...(begins ? [heading(HeadingLevel.HEADING_1, title, undefined)] : []),
    heading(HeadingLevel.HEADING_2, phase, range),
  ]
}

function heading(level: 'Heading1' | 'Heading2', title: string, range: string | undefined): Paragraph {
  const isRound = level === HeadingLevel.HEADING_1
  return new Paragraph({
    heading: level,
    keepNext: true,
    spacing: { before: isRound ? 400 : 240, after: 100 },
    border: { bottom: { style: BorderStyle.SINGLE, size: isRound ? 8 : 4, color: '000000', space: 2 } },
    tabStops: [{ type: TabStopType.RIGHT, position: INNER }],
    children: [run(title), ...(range ? [run(`\t${range}`, { bold: false, size: 18, font: SANS, color: QUIET })] : [])],
  })
}

/** `numbers` are those of the entries in the file: what names one of them leads there. */
function entryParagraphs(entry: RecordParagraph, about: TranscriptContext, numbers: ReadonlySet<string>): Paragraph[] {
  const { lead, source, text, look, under, meta } = entryWords(entry, about)
  const last = under.length === 0 && meta.length === 0
  const gutter = gutterOf(about)
  const first = new Paragraph({
    ...setIn(gutter),
    keepLines: true,
    keepNext: !last,
    spacing: { before: 100, after: last ? 60 : 0 },
    children: [
      new Bookmark({ id: placeOf(entry.id), children: [run(entry.id, { bold: true, size: 18, font: SANS })] }),
      run(`  ${entryTime(about.locale, about.plan, entry.at, about.timeZone)}\t`, {
        size: 16,
        font: SANS,
        color: QUIET,
      }),
      ...(source ? [run(`${source} `, { italics: true, color: QUIET })] : []),
      ...(lead ? [run(`${lead} `, { bold: true })] : []),
      run(text, { italics: look === 'procedure', strike: look === 'replaced' }),
    ],
  })
  const aside = new Paragraph({
    indent: { left: gutter },
    spacing: { after: 60 },
    children: meta.flatMap((detail, place) => [...(place > 0 ? [run(' · ', SMALL)] : []), detailRun(detail, numbers)]),
  })
  return [first, ...under.map((line) => underParagraph(line, gutter)), ...(meta.length > 0 ? [aside] : [])]
}

const SMALL: Look = { size: 17, font: SANS, color: QUIET }
/** What an entry's place in the file is called: a bookmark begins with a letter, and holds letters, digits and underscores alone. */
const placeOf = (no: string | number): string => `e${no}`.replaceAll('-', '_').replaceAll('.', '__')

function detailRun({ text, to }: EntryDetail, numbers: ReadonlySet<string>): TextRun | InternalHyperlink {
  const words = run(text, SMALL)
  return to !== null && numbers.has(String(to))
    ? new InternalHyperlink({ anchor: placeOf(to), children: [words] })
    : words
}

const setIn = (gutter: number): IParagraphOptions => ({
  indent: { left: gutter, hanging: gutter },
  tabStops: [{ type: TabStopType.LEFT, position: gutter }],
})

function underParagraph({ bold, text, numbered, depth }: UnderLine, gutter: number): Paragraph {
  const left = gutter + (depth === 1 ? 360 : 720)
  return new Paragraph({
    indent: { left, hanging: 360 },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    keepLines: true,
    spacing: { before: 40, after: 40 },
    children: [
      run(`${numbered === null ? '–' : `${numbered}.`}\t`),
      ...(bold ? [run(`${bold} `, { bold: true })] : []),
      run(text, depth === 2 ? { italics: true } : {}),
    ],
  })
}

function source({ work, url }: ReturnType<typeof sourceWords>[number]): Paragraph {
  const look = { size: 18, font: SANS, color: QUIET }
  const link = url ? [run(' ', look), new ExternalHyperlink({ link: url, children: [run(url, look)] })] : []
  return new Paragraph({ spacing: { before: 240 }, children: [run(work, look), ...link] })
}

const ending = (words: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 480 },
    children: [run(words, { italics: true, size: 18, color: QUIET })],
  })

function foot(words: string): Footer {
  const look = { size: 16, font: SANS, color: QUIET }
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: INNER }],
        children: [
          run(`${words}\t`, look),
          new TextRun({ ...look, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}
