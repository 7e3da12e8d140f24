// One entry of a record as the plain text of a file, from which every export format is made: the parts of entry-parts.ts, and in full what
// the entry opens. The entries come already limited to what the reader may read.

import type { Translate } from '#format/translate'
import type { EntryDetail } from '#record/entry-details.ts'
import { anchorText, type EntryParts, entryParts, keyOf, standWords } from '#record/entry-parts.ts'
import { sideLines, sideWords } from '#record/home-words.ts'
import { cameFrom, guessWords, standingWords } from '#record/position-words.ts'
import { dashed, textInFile } from '#record/words/off-words.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import type { ReadClause } from '#simulation/questions/ballots'
import { changesThrough, differences } from '#simulation/reading/log/differences'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { ShownThread } from '#simulation/reading/record/annotations'
import { clauseOutcome } from '#simulation/reading/text/issued-text'
import type { JudgedSide } from '#simulation/shapes/ratification'
import type { DisplayNames } from '#simulation/wire/protocol'
import { type Delegation, delegationIn, delegationsIn } from '#ui/words/delegations.ts'

export type TranscriptContext = {
  plan: RoomPlan
  displayNames: DisplayNames
  timeZone: string
  locale: string
  /** What people wrote beside the entries. */
  threads?: readonly ShownThread[]
  /** The translators of the namespaces `transcript` and `record`. */
  words: { t: Translate<'transcript'>; record: Translate<'record'> }
}

/** A line under an entry: its bold start, text, number and level of indentation. */
export type UnderLine = { bold: string | null; text: string; numbered: number | null; depth: 1 | 2 }

export type EntryWords = {
  /** The speaker or the subject, set in bold before the words. */
  lead: string | null
  /** The origin of the words, set less prominently than a lead. */
  source: string | null
  text: string
  /** `replaced` are words in whose place others stand now. */
  look: 'said' | 'replaced' | 'procedure'
  under: readonly UnderLine[]
  /** Name, intent, length and anchors, in small print beneath. */
  meta: readonly EntryDetail[]
}

export function entryWords(entry: Paragraph, about: TranscriptContext): EntryWords {
  const { plan, locale, timeZone, words } = about
  const { source, office, heading, text, look, speaker, details, checks, anchors } = partsOf(entry, about)
  const off = { record: words.record, plan, locale, timeZone }
  const shown = (written: string, taken: Paragraph['off']) => textInFile(withoutEmptyLines(written), taken, off)
  const plain = (line: string | null) => (line === null ? [] : [{ text: line, to: null }])
  const meta = [...plain(speaker), ...details, ...checks, ...anchors.map(anchorText).flatMap(plain)]
  // A headline stands where another entry names its office.
  const [lead, front] = office === null ? [heading, null] : [`${letterOf(entry, plan)}${office}.`, heading]
  return {
    lead: lead === null ? null : dashed(lead),
    source: source === null ? null : `${dashed(source)}${entry.kind === 'statement' ? '.' : ''}`,
    text: shown(front === null ? text : `${front} ${text}`, entry.off),
    look,
    under: [...underOf(entry, about), ...beneath(entry, about)].map((line) => ({
      ...line,
      text: shown(line.text, []),
    })),
    meta: meta.map(({ text: line, to }) => ({ text: dashed(line), to })),
  }
}

/** The parts of an entry in the words of a file. */
export const partsOf = (entry: Paragraph, about: TranscriptContext): EntryParts =>
  entryParts(entry, about, { record: about.words.record, locale: about.locale })

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/

/** With one empty line in a row at most: old records hold texts with hundreds, and a document needs an object for each line. */
function withoutEmptyLines(text: string): string {
  const lines = text.split(LINE_END).map((line) => ({ line, empty: line.trim() === '' }))
  const kept = lines.filter(({ empty }, place) => !empty || lines[place - 1]?.empty !== true)
  return kept.length === lines.length ? text : kept.map(({ line }) => line).join('\n')
}

/** What people wrote beside it, the answers under what they answer. */
function beneath(entry: Paragraph, { threads = [], words: { t } }: TranscriptContext): UnderLine[] {
  return threads.flatMap(({ entry: no, span, tags, comments }): UnderLine[] => {
    if (no !== entry.id) return []
    const about = [...tags.map((tag) => `#${tag}`), ...(span ? [`“${span.quote}”`] : [])].join(' ')
    return comments.map(({ name, isStaff, text }, place) => ({
      bold: t(place === 0 ? 'annotated.by' : 'annotated.answer', {
        name: name ?? t(isStaff ? 'annotated.staff' : 'annotated.someone'),
      }),
      text: place === 0 && about !== '' ? `${about}: ${text}` : (text ?? ''),
      numbered: null,
      depth: place === 0 ? 1 : 2,
    }))
  })
}

/** What an entry opens, in full. */
function underOf(entry: Paragraph, about: TranscriptContext): UnderLine[] {
  if (entry.kind === 'reveal') return delegationsIn(about.plan).flatMap((each) => stand(entry, each, about))
  if (entry.kind === 'version')
    return entry.before === null ? [] : [changeLine('changes', entry.before, entry.text, about)]
  if (entry.kind === 'statement' && entry.revised && entry.withdrawnBy === null)
    return changesThrough(entry.revised, entry.text).map(({ before, after }) =>
      changeLine('revised', before, after, about),
    )
  if (entry.kind === 'ratification') return entry.sides.flatMap((side) => homeLines(side, about))
  return entry.kind === 'issued' ? entry.clauses.flatMap((clause, place) => clauseLines(clause, place + 1, about)) : []
}

/** Word by word what a version changes of the one that it came from, or a post of what it said before: what goes in square brackets with a minus, what comes with a plus. */
const changeLine = (
  label: 'changes' | 'revised',
  before: string,
  after: string,
  { words }: TranscriptContext,
): UnderLine => ({
  bold: words.t(label),
  text: differences(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'gone' ? '−' : '+'}${text.trim()}] `))
    .join('')
    .trim(),
  numbered: null,
  depth: 1,
})

/** A position as its card shows it: words, red line, anchors, then how it came to stand and where its words came from, and what was believed. */
function stand(
  entry: Extract<Paragraph, { kind: 'reveal' }>,
  of: Delegation,
  { plan, locale, timeZone, words }: TranscriptContext,
): UnderLine[] {
  const { t, record } = words
  const stands = entry.positions[of.id]
  const sheet = entry.sheets?.find(({ delegation }) => delegation === of.id)
  const bold = standWords(stands, of.name, record)
  if (!stands) return [{ bold, text: '', numbered: null, depth: 1 }]
  const { position } = stands
  const redLine = position.redLine === '' ? '' : `${t('markdown.redLine')} ${position.redLine}`
  const parts = [position.text, redLine, position.anchors.map(keyOf).map(anchorText).join(', ')]
  const about = { record, locale, plan, timeZone }
  const stood = sheet?.[entry.stage]
  const beneath = !(sheet && stood)
    ? []
    : [
        [cameFrom(stood, record), ...standingWords(stood, about)],
        [guessWords(sheet, about).join('; ')].map((said) => said && `${record('card.guesses')}: ${said}`),
      ]
        .map((line) => line.filter((part) => part).join(' · '))
        .filter((line) => line !== '')
  return [
    { bold: `${bold}.`, text: parts.filter((part) => part !== '').join(' '), numbered: null, depth: 1 },
    ...beneath.map((text): UnderLine => ({ bold: null, text, numbered: null, depth: 2 })),
  ]
}

function homeLines(side: JudgedSide, { plan, locale, words: { record } }: TranscriptContext): UnderLine[] {
  const says = { record, locale, plan }
  return [
    { bold: sideWords(says, side), text: '', numbered: null, depth: 1 },
    ...sideLines(says, side).map((text): UnderLine => ({ bold: null, text, numbered: null, depth: 2 })),
  ]
}

function clauseLines(clause: ReadClause, place: number, { plan, words }: TranscriptContext): UnderLine[] {
  const { t, record } = words
  const names = (list: readonly DelegationId[]) => list.map((each) => delegationIn(plan, each)?.name ?? '').join(', ')
  const standing = clause.standing.map(({ delegations, text: words, reason, reasons }) => {
    const text = words === '' ? t('markdown.nothingMore') : words
    // A text that one delegation alone wants names it already.
    const each = reasons.map(({ by, words: said }) => `${names(by)}: ${said}`).join('; ')
    const why =
      reason === null ? '' : ` ${t('markdown.reason', { reason, each: delegations.length > 1 ? each : 'none' })}`
    return `${t('markdown.standing', { who: names(delegations), text })}${why}`
  })
  const votes = delegationsIn(plan).flatMap(({ id: delegation }) => {
    const cast = clause.votes[delegation]
    if (!cast) return []
    const voted = { country: names([delegation]), vote: record(`votes.${cast.vote}`) }
    return [
      cast.reason === null
        ? t('markdown.vote', voted)
        : t('markdown.voteWithReason', { ...voted, reason: cast.reason }),
    ]
  })
  const missing = delegationsIn(plan).flatMap(({ id }) => (clause.votes[id] ? [] : [id]))
  const cast = { votes: votes.join(', '), count: votes.length, missing: names(missing) || 'none' }
  const outcome = t(clause.outcome === 'passed' ? 'markdown.passed' : 'markdown.notPassed')
  const { kind } = clauseOutcome(plan, clause)
  const vote = kind === 'open' || kind === 'own' ? t('markdown.open') : t('markdown.issuedBy', cast)
  const beneath = [...standing, `${outcome} ${vote}`]
  return [
    { bold: `${clause.heading}.`, text: clause.text, numbered: place, depth: 1 },
    ...beneath.map((text): UnderLine => ({ bold: null, text, numbered: null, depth: 2 })),
  ]
}

/** Entries of a delegation and not of an office. */
export const BY_DELEGATION: readonly Paragraph['kind'][] = [
  'bracket',
  'stand',
  'version',
  'offer',
  'motion',
  'chips',
  'reading',
]

/** "JP, " before the office of a delegation. */
function letterOf({ kind, seat }: Paragraph, plan: RoomPlan): string {
  const delegation = BY_DELEGATION.includes(kind) ? null : plan.seats.find(({ id }) => id === seat)?.delegation
  const letter = delegationIn(plan, delegation)?.letter
  return letter === undefined ? '' : `${letter}, `
}
