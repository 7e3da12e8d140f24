// A record as Akoma Ntoso (OASIS, 1.0, namespace 3.0): the XML in which parliaments keep their debates. A statement is a speech by a person
// as an office, a question a question, and all else is described. The entries come already limited to what the reader may read.

import { dayInFigures } from '#format/clock-time'
import { type Section, sectionsOf } from '#simulation/reading/sections'
import type { Paragraph } from '#simulation/reading/transcript'
import { delegationsIn } from '#ui/delegations.ts'
import { type EntryWords, entryWords, partsOf, type TranscriptContext } from './entry-words'
import { sectionHead, sourceWords } from './transcript-words'

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

type DebateHead = {
  forWhom: string
  title: string
  lines: readonly string[]
  fingerprint: string
  /** When the record begins, in milliseconds since 1970. */
  from: number
}

export function transcriptAkn(entries: readonly Paragraph[], head: DebateHead, about: TranscriptContext): string {
  const cast = castOf(entries, about)
  const numbers = new Set(entries.map(({ no }) => no))
  const sections = sectionsOf(entries).map((section, place) => sectionXml(section, place, { about, cast, numbers }))
  const sources = sourceWords(about.words.t, about.plan).map(({ work, url }) =>
    xml('p', {}, text(work), ...(url ? [text(' '), xml('ref', { href: url }, text(url))] : [])),
  )
  const preface = [
    xml('p', {}, text(head.forWhom)),
    xml('p', {}, xml('docTitle', {}, text(head.title))),
    ...[...head.lines, about.words.t('markdown.foot')].map((line) => xml('p', {}, text(line))),
    ...sources,
  ]
  const debate = xml(
    'debate',
    { name: 'simulation' },
    metaXml(head, cast, about),
    xml('preface', {}, ...preface),
    // The schema asks for one section at least.
    xml('debateBody', {}, ...(sections.length > 0 ? sections : [xml('debateSection', { name: 'empty', eId: 's0' })])),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml('akomaNtoso', { xmlns: NAMESPACE }, debate)}\n`
}

/** Who speaks and as what, by the words of the file: ids of the record stay out of it. */
type Cast = Readonly<{ people: ReadonlyMap<string, string>; offices: ReadonlyMap<string, string> }>

const speaks = (entry: Paragraph): entry is Extract<Paragraph, { kind: 'statement' | 'turn' }> =>
  entry.kind === 'statement' || entry.kind === 'turn'

const officeOf = (entry: Paragraph, about: TranscriptContext): string => partsOf(entry, about).office ?? ''
/** Where a file names offices alone, the office speaks. */
const speakerOf = (entry: Paragraph, about: TranscriptContext): string =>
  partsOf(entry, about).speaker ?? officeOf(entry, about)

function castOf(entries: readonly Paragraph[], about: TranscriptContext): Cast {
  const said = entries.filter(speaks)
  const numbered = (words: readonly string[], letter: string) =>
    new Map([...new Set(words)].map((each, place) => [each, `${letter}${place + 1}`]))
  return {
    people: numbered(
      said.map((entry) => speakerOf(entry, about)),
      'person',
    ),
    offices: numbered(
      said.map((entry) => officeOf(entry, about)),
      'office',
    ),
  }
}

function metaXml({ from, fingerprint }: DebateHead, { people, offices }: Cast, { plan, timeZone }: TranscriptContext) {
  const day = dayInFigures(from, timeZone)
  const work = `/akn/xx/debateRecord/${day}/${fingerprint}`
  const level = (name: string, ending: string, ...more: readonly string[]) =>
    xml(
      name,
      {},
      xml('FRBRthis', { value: `${work}${ending}/!main` }),
      xml('FRBRuri', { value: `${work}${ending}` }),
      xml('FRBRdate', { date: day, name: 'debate' }),
      xml('FRBRauthor', { href: '#program' }),
      ...more,
    )
  const refers = (name: string, eId: string, path: string, showAs: string) =>
    xml(name, { eId, href: `/ontology/${path}`, showAs })
  return xml(
    'meta',
    {},
    xml(
      'identification',
      { source: '#program' },
      // No country of the list held it; students write in several languages.
      level('FRBRWork', '', xml('FRBRcountry', { value: 'xx' })),
      level('FRBRExpression', '/mul@', xml('FRBRlanguage', { language: 'mul' })),
      level('FRBRManifestation', '/mul@.xml'),
    ),
    xml(
      'references',
      { source: '#program' },
      refers('TLCOrganization', 'program', 'organization/program', 'Track Two'),
      ...delegationsIn(plan).map(({ id, name }) =>
        refers('TLCOrganization', `delegation-${id}`, `organization/${id}`, name),
      ),
      ...[...people].map(([words, eId]) => refers('TLCPerson', eId, `person/${eId}`, words)),
      ...[...offices].map(([words, eId]) => refers('TLCRole', eId, `role/${eId}`, words)),
    ),
  )
}

type Writing = Readonly<{ about: TranscriptContext; cast: Cast; numbers: ReadonlySet<string> }>

function sectionXml(section: Section, place: number, writing: Writing): string {
  const { t, record } = writing.about.words
  const name = writing.about.plan.phases[section.phase]?.kind ?? 'before'
  const heading = sectionHead(t, record, writing.about.plan, section).join(' · ')
  return xml(
    'debateSection',
    { name, eId: `s${place + 1}` },
    xml('heading', {}, text(heading)),
    ...section.entries.map((entry) => entryXml(entry, writing)),
  )
}

function entryXml(entry: Paragraph, { about, cast, numbers }: Writing): string {
  const words = entryWords(entry, about)
  const meta = words.meta.flatMap(({ text: line, to }, place) => [
    ...(place > 0 ? [text(' · ')] : []),
    to !== null && numbers.has(String(to)) ? xml('ref', { href: `#e${to}` }, text(line)) : text(line),
  ])
  const blocks = [
    ...linesOf(words),
    ...words.under.map(({ bold, text: line, numbered }) =>
      xml('p', {}, text([numbered && `${numbered}.`, bold, line].filter((part) => part).join(' '))),
    ),
    ...(meta.length > 0 ? [xml('p', { class: 'meta' }, ...meta)] : []),
  ]
  const eId = `e${entry.no}`
  const num = xml('num', {}, text(entry.no))
  if (!speaks(entry))
    return xml('other', { eId, class: entry.kind }, ...(words.lead ? [xml('p', {}, text(words.lead))] : []), ...blocks)
  const isQuestion = entry.kind === 'statement' && entry.intent === 'question'
  return xml(
    isQuestion ? 'question' : 'speech',
    {
      ...{
        eId,
        by: `#${cast.people.get(speakerOf(entry, about))}`,
        as: `#${cast.offices.get(officeOf(entry, about))}`,
      },
      ...{ startTime: instant(entry.at - entry.seconds * 1000), endTime: instant(entry.at) },
      ...(entry.kind === 'statement' && entry.to ? { to: `#delegation-${entry.to}` } : {}),
    },
    num,
    xml('from', {}, text(words.lead ?? officeOf(entry, about))),
    ...(blocks.length > 0 ? blocks : [xml('p', {})]),
  )
}

/** The words, a paragraph a line; an empty line is only a distance. */
const linesOf = ({ text: said }: EntryWords): string[] =>
  said.split('\n').flatMap((line) => (line.trim() === '' ? [] : [xml('p', {}, text(line))]))

const instant = (at: number): string => new Date(Math.round(at / 1000) * 1000).toISOString().replace('.000', '')

/** An element; its parts are XML already. */
const xml = (name: string, attributes: Readonly<Record<string, string>>, ...parts: readonly string[]): string => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(value).replaceAll('"', '&quot;')}"`)
  return parts.length === 0 ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${parts.join('')}</${name}>`
}

/** Words as character data. Characters that XML 1.0 forbids (section 2.2) are dropped, else no reader would open the file. */
const text = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
