// One entry of a record as plain text parts, from which every export format is made. The entries come already limited to what the reader
// may read.

import type { Translate } from '#format/translate'
import { dashed, hasGap, textInFile } from '#record/off-words.ts'
import { onTension } from '#record/on-tension.ts'
import { procedureSentence } from '#record/procedure-sentence.ts'
import { speakerName } from '#record/speaker-name.ts'
import { membersOf } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import { type DelegationId, personOfActor } from '#simulation/kernel/ids'
import type { Paragraph } from '#simulation/reading/transcript'
import type { ReadClause } from '#simulation/topics/ballots/questions'
import type { DisplayNames } from '#simulation/wire/protocol'
import { type Delegation, delegationIn, delegationsIn } from '#ui/delegations.ts'
import { clockText, signed } from '#ui/signed.ts'

export type TranscriptContext = {
  plan: RoomPlan
  displayNames: DisplayNames
  timeZone: string
  locale: string
  /** The translators of the namespaces `transcript` and `record`. */
  words: { t: Translate; record: Translate }
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
  meta: readonly string[]
}

export function entryWords(entry: Paragraph, about: TranscriptContext): EntryWords {
  const words: EntryWords = {
    lead: null,
    source: null,
    text: '',
    look: 'said',
    under: [],
    meta: metaOf(entry, about).map(dashed),
    ...said(entry, about),
  }
  const { plan, locale, timeZone } = about
  const off = { record: about.words.record, plan, locale, timeZone }
  const shown = (text: string, taken: Paragraph['off']) => textInFile(withoutEmptyLines(text), taken, off)
  return {
    ...words,
    lead: words.lead === null ? null : dashed(words.lead),
    text: shown(words.text, entry.off),
    under: words.under.map((line) => ({ ...line, text: shown(line.text, []) })),
  }
}

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/

/** With one empty line in a row at most: old records hold texts with hundreds, and a document needs an object for each line. */
function withoutEmptyLines(text: string): string {
  const lines = text.split(LINE_END).map((line) => ({ line, empty: line.trim() === '' }))
  const kept = lines.filter(({ empty }, place) => !empty || lines[place - 1]?.empty !== true)
  return kept.length === lines.length ? text : kept.map(({ line }) => line).join('\n')
}

function said(entry: Paragraph, about: TranscriptContext): Partial<EntryWords> {
  const { plan, words } = about
  const { t, record } = words
  const lead = officeOf(entry, about)
  switch (entry.kind) {
    case 'statement':
      return {
        lead,
        source: summaryOf(entry, about),
        text: entry.text,
      }
    case 'turn':
      return { lead, text: record('turn.spokenPlain', { time: clockText(entry.seconds) }) }
    case 'earlier-words':
      return {
        source: record('turn.earlier', { turn: entry.turn }),
        text: entry.text,
        look: hasGap(entry.text) ? 'said' : 'replaced',
      }
    case 'check':
      return { lead, text: `${record(`check.${entry.finding}`, { number: entry.checks })} ${entry.text}` }
    case 'chronicle':
      return { lead, text: entry.text }
    case 'withdrawal':
      return { lead, text: [record('withdrawal', { number: entry.withdraws }), entry.text ?? ''].join(' ').trim() }
    case 'news':
      return {
        source:
          entry.form === ''
            ? record('ownWords', { by: entry.by })
            : t('markdown.news', { form: entry.form, by: entry.by }),
        lead: entry.headline,
        text: entry.text,
      }
    case 'note':
      return { lead: `${addressee(entry.to, about)}.`, text: entry.text }
    case 'caucus':
    case 'bilateral':
      return { lead, text: entry.text }
    case 'help': {
      const answer = entry.answer === null ? record('help.waiting') : record('help.answer', { answer: entry.answer })
      return { lead, text: `${entry.text} ${answer}` }
    }
    case 'reflection':
      return { source: plan.reflectionPrompts[entry.prompt] ?? '', text: entry.text }
    case 'bracket': {
      const heading = plan.communique.clauses.find((clause) => clause.key === entry.clause)?.heading ?? ''
      const capital = delegationIn(plan, entry.delegation)?.capital ?? ''
      return { lead: `${record('bracket', { capital, heading })}.`, text: entry.text }
    }
    case 'reveal': {
      const round = plan.rounds.find((each) => each.key === entry.round)?.title ?? ''
      return {
        text: record(`reveal.${entry.stage}`, { round }),
        under: delegationsIn(plan).map((each) => stand(entry, each, about)),
      }
    }
    case 'issued':
      return {
        text: record('issued.title'),
        under: entry.clauses.flatMap((clause, place) => clauseLines(clause, place + 1, about)),
      }
    case 'procedure':
      return {
        text: procedureSentence(about.locale, record, plan, entry.sentence, about.timeZone),
        look: 'procedure',
      }
    default:
      return entry satisfies never
  }
}

/** Who wrote the words of a turn for its speaker; null where they are the speaker's own. */
function summaryOf({ summary }: Extract<Paragraph, { kind: 'statement' }>, about: TranscriptContext): string | null {
  if (!summary || summary.as === 'speaker') return null
  const { plan, words } = about
  const by = { person: personOfActor(summary.by), seat: summary.seat }
  const title = plan.seats.find(({ id }) => id === summary.seat)?.title ?? ''
  const name = speakerName(by, about, (number) => words.record('erased', { number })) ?? title
  return `${words.record(`turn.summary.${summary.as}`, { name })}.`
}

function stand(entry: Extract<Paragraph, { kind: 'reveal' }>, of: Delegation, { words }: TranscriptContext): UnderLine {
  const { t, record } = words
  const country = of.name
  const stands = entry.positions[of.id]
  if (!stands) return { bold: record('reveal.notFiled', { country }), text: '', numbered: null, depth: 1 }
  const { position, how = 'filed' } = stands
  const redLine = position.redLine === '' ? '' : `${t('markdown.redLine')} ${position.redLine}`
  const parts = [position.text, redLine, position.anchors.map(anchorWords).join(', ')]
  return {
    bold: `${record('reveal.value', { country, value: signed(position.value), how })}.`,
    text: parts.filter((part) => part !== '').join(' '),
    numbered: null,
    depth: 1,
  }
}

function clauseLines(clause: ReadClause, place: number, { plan, words }: TranscriptContext): UnderLine[] {
  const { t, record } = words
  const names = (list: readonly DelegationId[]) => list.map((each) => delegationIn(plan, each)?.name ?? '').join(', ')
  const standing = clause.standing.map(({ delegations, text, reason, reasons }) => {
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
  const beneath = [...standing, `${outcome} ${t('markdown.issuedBy', cast)}`]
  return [
    { bold: `${clause.heading}.`, text: clause.text, numbered: place, depth: 1 },
    ...beneath.map((text): UnderLine => ({ bold: null, text, numbered: null, depth: 2 })),
  ]
}

/** "JP, The Finance Minister." before what an office said. */
function officeOf(entry: Paragraph, { plan, words }: TranscriptContext): string | null {
  const seat = plan.seats.find((each) => each.id === entry.seat)
  if (!seat) return null
  const delegation = delegationIn(plan, seat.delegation)
  const letters = delegation ? `${delegation.letter}, ` : ''
  return `${letters}${words.record('the', { title: seat.title })}.`
}

function addressee(to: Extract<Paragraph, { kind: 'note' }>['to'], { plan, words }: TranscriptContext): string {
  if (to === 'room') return words.record('note.room')
  const seat = plan.seats.find((each) => each.id === to)
  if (seat) return words.record('note.seat', { title: seat.title })
  return words.record('note.delegation', { country: delegationIn(plan, to)?.name ?? '' })
}

export const anchorWords = (anchor: string | { source: string }): string =>
  typeof anchor === 'string' ? `¶ ${anchor}` : dashed(anchor.source)

/** The speaker: a display name, "understudy", or the number of a student whose name has been erased. */
export const speakerWords = (entry: Paragraph, about: TranscriptContext): string => {
  const { record } = about.words
  return entry.understudy
    ? record('understudy')
    : (speakerName(entry, about, (number) => record('erased', { number })) ?? '')
}

function metaOf(entry: Paragraph, about: TranscriptContext): string[] {
  if (entry.kind === 'procedure') return []
  return [speakerWords(entry, about), ...aside(entry, about)].filter((part) => part !== '')
}

function spokenFor({ seconds, summary }: Extract<Paragraph, { kind: 'statement' }>, record: Translate): string {
  if (seconds === 0) return ''
  return summary ? record('turn.seconds', { time: clockText(seconds) }) : record('seconds', { count: seconds })
}

/** The checks of what was said, each by its number and what it finds. */
export const checks = (entry: Paragraph, t: Translate): readonly string[] =>
  entry.kind === 'statement' || entry.kind === 'turn'
    ? (entry.checkedIn ?? []).map(({ no, finding }) => t(`markdown.checked.${finding}`, { number: no }))
    : []

function aside(entry: Paragraph, { plan, words }: TranscriptContext): string[] {
  const { t, record } = words
  const capital = (of: DelegationId) => delegationIn(plan, of)?.capital ?? ''
  switch (entry.kind) {
    case 'statement':
      return [
        onTension(entry, { plan }, record) ?? '',
        record(`intents.${entry.intent}`),
        spokenFor(entry, record),
        entry.summary?.dictated ? record('turn.dictated', { as: entry.summary.as }) : '',
        entry.answers === null ? '' : t('markdown.answers', { number: entry.answers }),
        entry.late ? record('late') : '',
        entry.withdrawnBy === null ? '' : t('markdown.withdrawn', { number: entry.withdrawnBy }),
        ...checks(entry, t),
        ...entry.anchors.map(anchorWords),
      ]
    case 'turn':
      return [
        record(`intents.${entry.intent}`),
        entry.answers === null ? '' : t('markdown.answers', { number: entry.answers }),
        entry.takenBack ? record('turn.takenBack') : '',
        ...checks(entry, t),
      ]
    case 'earlier-words':
      return [t('markdown.replaced', { number: entry.replacedBy })]
    case 'check':
      return [t('markdown.checks', { number: entry.checks }), ...entry.anchors.map(anchorWords)]
    case 'chronicle':
      return [record('chronicle'), onTension(entry, { plan }, record) ?? '']
    case 'withdrawal':
      return [t('markdown.withdraws', { number: entry.withdraws })]
    case 'caucus':
      return entry.delegation ? [record('caucus', { capital: capital(entry.delegation) })] : []
    case 'bilateral': {
      const [first, second] = membersOf(entry.between)
      return [record('bilateral', { first: capital(first), second: capital(second) })]
    }
    case 'reflection':
      return [record('reflection')]
    case 'help':
      return [record('help.call')]
    case 'news':
      return [entry.retracted ? record('retracted') : '', ...entry.anchors.map(anchorWords)]
    case 'note':
    case 'bracket':
    case 'reveal':
    case 'issued':
    case 'procedure':
      return []
    default:
      return entry satisfies never
  }
}
