// What an entry of the record says, in words: whose it is, the words, and what is said beneath them. The record on screen draws these
// parts and every file writes them, so that an export says what the screen says.

import type { Translate } from '#format/translate'
import { delegationIds } from '#simulation/agenda/parties'
import { type RoomPlan, roundOf, tensionTitle } from '#simulation/agenda/plan'
import { type DelegationId, type FilingStage, personOfActor } from '#simulation/kernel/ids'
import { chippedTensions, chipsOn } from '#simulation/questions/chips'
import type { PositionSheet } from '#simulation/reading/log/position-sheet'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { delegationIn } from '#ui/words/delegations.ts'
import { clockText, signed } from '#ui/words/signed.ts'
import type { RecordContext } from './entries/record-context'
import { speakerName, speakerWords } from './entries/speaker-name'
import { checksOf, detailsOf, type EntryDetail, type Says } from './entry-details'
import { homeTitle } from './home-words'
import { capitalOf, countryOf, titleOf } from './names-in-plan'
import { strategyParts } from './strategy-parts'
import { dashed, hasGap } from './words/off-words'
import { borrowedWords } from './words/origin-words'
import { movedWords, procedureSentence } from './words/procedure-sentence'
import { nthWords } from './words/version-words'

export type EntryParts = {
  variant: 'statement' | 'procedure' | 'news' | 'withdrawal' | 'caucus'
  /** Where the words come from: who wrote them for the speaker, who sent the news, which question they answer. */
  source: string | null
  /** Whose words they are, or to whom: set in bold before them. */
  office: string | null
  /** The first of the words, in bold: a headline, or what a check finds. */
  heading: string | null
  /** As they are in the record, with a gap where words were taken off. */
  text: string
  /** `replaced` are words in whose place others stand now. */
  look: 'said' | 'replaced' | 'procedure'
  /** A display name, "understudy", or the number of a student whose name has been erased. */
  speaker: string | null
  details: readonly EntryDetail[]
  /** The checks of what was said. */
  checks: readonly EntryDetail[]
  /** Paragraphs of the sources by id, or the name of another source. */
  anchors: readonly string[]
}

type About = Pick<RecordContext, 'plan' | 'displayNames' | 'own' | 'timeZone' | 'oneTension'>

/** The entry in words. Positions of a reveal and clauses of a joint text follow the words: a page draws them short, a file in full. */
export function entryParts(entry: Paragraph, about: About, says: Says): EntryParts {
  return {
    variant: 'statement',
    source: null,
    office: officeOf(entry, about.plan, says.record),
    heading: null,
    look: 'said',
    speaker: entry.kind === 'procedure' ? null : speakerWords(entry, about, says.record),
    checks: 'checkedIn' in entry ? checksOf(entry.checkedIn, says.record) : [],
    anchors: 'anchors' in entry ? entry.anchors.map(keyOf) : [],
    ...said(entry, about, says),
    details: detailsOf(entry, about, says).flatMap((detail) => {
      if (detail === null) return []
      return typeof detail === 'string' ? { text: detail, to: null } : detail
    }),
  }
}

type PartsOf = Partial<Pick<EntryParts, 'variant' | 'source' | 'office' | 'heading' | 'look'>> &
  Pick<EntryParts, 'text'>

function said(entry: Paragraph, about: About, { record, locale }: Says): PartsOf {
  const { plan, timeZone } = about
  switch (entry.kind) {
    case 'statement':
      return { source: writerOf(entry, about, record), text: entry.text }
    case 'turn':
      return { text: record('turn.spokenPlain', { time: clockText(entry.seconds) }) }
    case 'earlier-words': {
      const source = record('turn.earlier', { turn: entry.turn })
      const look = hasGap(entry.text) ? 'said' : 'replaced'
      return { variant: 'procedure', office: null, source, text: entry.text, look }
    }
    case 'check':
      return { heading: record(`check.${entry.finding}`, { number: entry.checks }), text: entry.text }
    case 'chronicle':
      return { text: entry.text }
    case 'withdrawal': {
      const withdraws = record('withdrawal', { number: entry.withdraws })
      return { variant: 'withdrawal', text: [withdraws, entry.text ?? ''].join(' ').trim() }
    }
    case 'news': {
      const { form, by } = entry
      const source = form === '' ? record('ownWords', { by }) : record('news', { form, by })
      return { variant: 'news', source, heading: entry.headline, text: entry.text }
    }
    case 'note':
      return {
        variant: entry.to === 'room' ? 'statement' : 'caucus',
        office: addressee(entry.to, plan, record),
        text: entry.text,
      }
    case 'caucus':
    case 'bilateral':
      return { variant: 'caucus', text: entry.text }
    case 'help': {
      const answer = entry.answer === null ? record('help.waiting') : record('help.answer', { answer: entry.answer })
      return { variant: 'caucus', text: `${entry.text} ${answer}` }
    }
    case 'reflection':
      return {
        variant: 'caucus',
        office: null,
        source: plan.reflectionPrompts[entry.prompt] ?? null,
        text: entry.text,
      }
    case 'bracket': {
      const heading = plan.communique.clauses.find((clause) => clause.key === entry.clause)?.heading ?? ''
      return {
        office: record('bracket', { capital: capitalOf(plan, entry.delegation), heading }),
        text: entry.text,
      }
    }
    case 'version': {
      const heading = record(entry.broughtIn ? 'version.broughtIn' : 'version.put', { heading: entry.heading })
      const office = entry.side === null ? record('version.chair') : capitalOf(plan, entry.side)
      return { office, heading: `${heading}.`, text: entry.text }
    }
    case 'stand': {
      const { of, nth, heading, clean } = entry
      const values = { capital: capitalOf(plan, entry.delegation), version: nthWords(record, plan, of, nth), heading }
      return { office: record(clean ? 'standClean' : 'stand', values), text: entry.text }
    }
    case 'offer': {
      const [from, to] = [capitalOf(plan, entry.from), capitalOf(plan, entry.to)]
      const side = (capital: string, stands: typeof entry.ours) =>
        record('offer.stands', {
          capital,
          versions: stands
            .map(({ heading, of, nth }) =>
              record('offer.version', { version: nthWords(record, plan, of, nth), heading }),
            )
            .join(', '),
        })
      const terms = `${side(from, entry.ours)}; ${side(to, entry.theirs)}.`
      return { variant: 'caucus', office: record('offer.title', { from, to }), heading: terms, text: entry.text }
    }
    case 'claim':
      return { heading: record(entry.met ? 'claim.met' : 'claim.notMet'), text: entry.text }
    case 'motion': {
      const capital = capitalOf(plan, entry.delegation)
      return { office: record('motion.moves', { capital, what: movedWords(record, entry.moved) }), text: entry.text }
    }
    case 'ruling': {
      const values = { title: titleOf(plan, entry.of), country: countryOf(plan, entry.of) }
      const heading = record(entry.upheld ? 'ruling.upheld' : 'ruling.notUpheld')
      return { office: record('ruling.title', values), heading, text: entry.text }
    }
    case 'chips': {
      const laid = chippedTensions(plan).map((tension) =>
        record('chips.laid', { title: tensionTitle(plan, tension), chips: chipsOn(entry.laid, tension) }),
      )
      const office = record('chips.title', { capital: capitalOf(plan, entry.delegation) })
      return { variant: 'caucus', office, text: `${laid.join(' · ')}.` }
    }
    case 'reading': {
      const { heading, of, nth, value } = entry
      const office = record('reading.title', { capital: capitalOf(plan, entry.delegation), heading })
      const version = nthWords(record, plan, of, nth)
      return { variant: 'caucus', office, text: record('reading.text', { version, value: signed(value) }) }
    }
    case 'case':
    case 'case-score': {
      const names = { from: capitalOf(plan, entry.from), of: capitalOf(plan, entry.of) }
      if (entry.kind === 'case') return { variant: 'caucus', office: record('case.title', names), text: entry.text }
      const office = record('case.score', { ...names, score: entry.score })
      return { variant: 'caucus', office, text: entry.text === '' ? record('case.whole') : entry.text }
    }
    case 'strategy': {
      const own = plan.seats.find(({ id }) => id === entry.seat)?.delegation
      const others = delegationIds(plan).filter((id) => id !== own)
      const parts = strategyParts(entry.sheet, others, plan, record).filter(({ text }) => text !== '')
      const text = parts.map((part) => `${part.label}: ${part.text}`).join(' · ')
      return { variant: 'caucus', heading: record('strategy.title'), text }
    }
    case 'reopened':
      return { source: record('reopened', { heading: entry.heading }), text: entry.text }
    case 'reveal': {
      const round = (entry.round && roundOf(plan, entry.round)?.title) ?? ''
      return { variant: 'procedure', office: null, text: record(`reveal.${entry.stage}`, { round }) }
    }
    case 'issued':
      return { variant: 'procedure', office: null, text: record('issued.title') }
    case 'ratification': {
      const text = `${homeTitle({ record, locale, plan }, entry.outcome)}.`
      return { variant: 'procedure', office: null, text }
    }
    case 'procedure': {
      const text = procedureSentence(locale, record, plan, entry.sentence, timeZone)
      return { variant: 'procedure', office: null, text, look: 'procedure' }
    }
    default:
      return entry satisfies never
  }
}

type Stand = Extract<Paragraph, { kind: 'reveal' }>['positions'][DelegationId]

/** Where a delegation was found to stand when positions were revealed, and how much of its words is the brief's. */
export function standWords(
  stand: Stand | undefined,
  country: string,
  record: Translate<'record'>,
  sheet?: PositionSheet | undefined,
  stage?: FilingStage,
): string {
  if (!stand) return record('reveal.notFiled', { country })
  const how = stand.how ?? 'filed'
  const value = record('reveal.value', { country, value: signed(stand.position.value), how })
  const borrowed = how === 'filed' || how === 'draft' ? borrowedWords(stage && sheet?.[stage]?.origin, record) : null
  return borrowed === null ? value : `${value}, ${borrowed}`
}

type Statement = Extract<Paragraph, { kind: 'statement' }>

/** Who wrote the words of a turn for its speaker; null where they are the speaker's own. */
function writerOf({ summary }: Statement, about: About, record: Translate<'record'>): string | null {
  if (!summary || summary.as === 'speaker') return null
  const by = { person: personOfActor(summary.by), seat: summary.seat }
  const name = speakerName(by, about, record) ?? titleOf(about.plan, summary.seat)
  return record(`turn.summary.${summary.as}`, { name })
}

function officeOf({ seat }: Paragraph, plan: RoomPlan, record: Translate<'record'>): string | null {
  const found = plan.seats.find(({ id }) => id === seat)
  return found ? record('the', { title: found.title }) : null
}

function addressee(
  to: Extract<Paragraph, { kind: 'note' }>['to'],
  plan: RoomPlan,
  record: Translate<'record'>,
): string {
  if (to === 'room') return record('note.room')
  const seat = plan.seats.find(({ id }) => id === to)
  return seat
    ? record('note.seat', { title: seat.title })
    : record('note.delegation', { country: delegationIn(plan, to)?.name ?? '' })
}

/** A paragraph's id, or the name of another source. */
export const keyOf = (anchor: string | { source: string }): string =>
  typeof anchor === 'string' ? anchor : anchor.source

/** An anchor as plain text: a paragraph of a source with its sign. */
export const anchorText = (key: string): string => (/^[A-Z]\d+\.\d+$/.test(key) ? `¶ ${key}` : dashed(key))
