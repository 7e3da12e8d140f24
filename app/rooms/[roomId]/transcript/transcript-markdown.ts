// A record as Markdown: the same entries in the same words as the page, for whoever reads or quotes it elsewhere.
// It is given what the reader may hear; what people wrote is escaped, so that it stays their words and nothing more.
import type { Paragraph } from '#simulation/transcript'
import { timeOfDay } from '../../_record/time-of-day'
import { type EntryWords, entryWords, type UnderLine, type WordsAbout } from './entry-words'
import { sectionsOf } from './transcript-sections'
import { sectionHead } from './transcript-words'

/** `head` is the title and the lines under it; they are our own words or a course's and are escaped like any. */
export function transcriptMarkdown(
  entries: readonly Paragraph[],
  head: { title: string; lines: readonly string[] },
  about: WordsAbout,
): string {
  const { t, record } = about.words
  const blocks = [`# ${escaped(head.title)}`, ...head.lines.map(escaped)]
  for (const section of sectionsOf(entries)) {
    blocks.push(`## ${sectionHead(t, record, about.plan, section).map(escaped).join(' · ')}`)
    blocks.push(...section.entries.map((entry) => entryMarkdown(entry, about)))
  }
  return `${[...blocks, `*${escaped(t('markdown.foot'))}*`].join('\n\n')}\n`
}

function entryMarkdown(entry: Paragraph, about: WordsAbout): string {
  const words = entryWords(entry, about)
  const mark = `**${entry.no}** ${timeOfDay(entry.at, { timeZone: about.timeZone })}`
  const beneath = words.meta.length === 0 ? [] : [`*${escaped(words.meta.join(' · '))}*`]
  return [`${mark} · ${saidMarkdown(words)}`, ...beneath].join('  \n')
}

function saidMarkdown({ source, lead, text, look, under }: EntryWords): string {
  const words = escaped(text)
  const front = [source && `*${escaped(source)}*`, lead && `**${escaped(lead)}**`].filter((part) => part)
  const body = [...front, look === 'procedure' ? `*${words}*` : look === 'struck' ? `~~${words}~~` : words].join(' ')
  if (under.length === 0) return body
  const numbered = under.some((line) => line.numbered !== null)
  return numbered ? `${body}\n\n${listMarkdown(under)}` : `${body}\n${listMarkdown(under)}`
}

const listMarkdown = (lines: readonly UnderLine[]): string =>
  lines
    .map(({ bold, text, numbered, depth }, place) => {
      const mark = numbered === null ? (depth === 2 ? '   -' : '-') : `${numbered}.`
      const line = [mark, bold && `**${escaped(bold)}**`, escaped(text)].filter((part) => part).join(' ')
      return numbered !== null && place > 0 ? `\n${line}` : line
    })
    .join('\n')

/** Words as they are: what Markdown or HTML would read as a sign is escaped, and line breaks stay line breaks. */
export function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, (_, space: string, sign: string) => `${space}\\${sign}`)
    .replace(/\r?\n/g, '  \n')
}
