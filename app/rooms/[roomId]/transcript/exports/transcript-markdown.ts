// A record as Markdown, worded as on the page. The entries come already limited to what the reader may read. Text that people wrote is
// escaped, so that it becomes no heading, list or table, and no line of it can be mistaken for the start of an entry.

import { entryTime } from '#record/entries/said-at.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { sectionsOf } from '#simulation/reading/record/sections'
import { type EntryWords, entryWords, type TranscriptContext, type UnderLine } from '../entries/entry-words'
import { inline, lines } from './markdown-words'
import { sectionHead, sourceWords } from './transcript-words'

/** `head` gives the audience, the title and the lines under it; a course's title is user text, so all are escaped. */
export function transcriptMarkdown(
  entries: readonly Paragraph[],
  head: { forWhom: string; title: string; lines: readonly string[] },
  about: TranscriptContext,
): string {
  const { t, record } = about.words
  const blocks = [`*${inline(head.forWhom)}*`, `# ${inline(head.title)}`, ...head.lines.map(inline)]
  for (const section of sectionsOf(entries)) {
    blocks.push(`## ${sectionHead(t, record, about.plan, section).map(inline).join(' · ')}`)
    blocks.push(...section.entries.map((entry) => entryMarkdown(entry, about)))
  }
  blocks.push(...sourceWords(t, about.plan).map(sourceMarkdown))
  return `${[...blocks, `*${inline(t('markdown.foot'))}*`].join('\n\n')}\n`
}

/** An address in angle brackets is a link; a bracket or a space inside would end it. */
const sourceMarkdown = ({ work, url }: ReturnType<typeof sourceWords>[number]): string =>
  url ? `${inline(work)} <${url.replace(/[<>\s]/g, encodeURIComponent)}>` : inline(work)

function entryMarkdown(entry: Paragraph, about: TranscriptContext): string {
  const words = entryWords(entry, about)
  const mark = `**${entry.id}** ${entryTime(about.locale, about.plan, entry.at, about.timeZone)} ·`
  const meta = words.meta.length === 0 ? null : `*${inline(words.meta.map(({ text }) => text).join(' · '))}*`
  const { front, quote, list } = saidMarkdown(words)
  const first = [mark, ...front].join(' ')
  if (quote === null && list === null) return meta === null ? first : `${first}  \n${meta}`
  return [first, quote, list, meta].filter((part) => part !== null).join('\n\n')
}

/** The entry's own line, and what is beneath it as a quotation or a list. */
type MarkdownParts = { front: readonly string[]; quote: string | null; list: string | null }

function saidMarkdown({ source, lead, text, look, under }: EntryWords): MarkdownParts {
  const marked = (words: string) => (look === 'procedure' ? `*${words}*` : look === 'replaced' ? `~~${words}~~` : words)
  const front = [source && `*${inline(source)}*`, lead && `**${inline(lead)}**`].flatMap((part) => part || [])
  const said = lines(text)
  const list = under.length === 0 ? null : listMarkdown(under)
  // Text of several lines becomes a quotation: otherwise its later lines would look like entries.
  if (said.length > 1) return { front, quote: quoted(said, marked), list }
  return { front: [...front, ...said.map(marked)], quote: null, list }
}

const quoted = (said: readonly string[], marked: (words: string) => string): string =>
  said
    .map((line, place) => {
      if (line === '') return '>'
      const goesOn = (said[place + 1] ?? '') !== ''
      return `> ${marked(line)}${goesOn ? '  ' : ''}`
    })
    .join('\n')

const listMarkdown = (under: readonly UnderLine[]): string =>
  under
    .map(({ bold, text, numbered, depth }, place) => {
      const mark = numbered === null ? (depth === 2 ? '   -' : '-') : `${numbered}.`
      const line = [mark, bold && `**${inline(bold)}**`, inline(text)].filter((part) => part).join(' ')
      return numbered !== null && place > 0 ? `\n${line}` : line
    })
    .join('\n')
