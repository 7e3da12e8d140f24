// What stands beneath the words of an entry: intent, length, what it answers and by what it was answered, and the checks of it.

import type { Translate } from '#format/translate'
import { membersOf } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import { type DelegationId, type Intent, personOfActor } from '#simulation/kernel/ids'
import { shareChanged } from '#simulation/reading/log/differences'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { Check } from '#simulation/shapes/observers'
import { isPublicNumber } from '#simulation/state/numbered-entries'
import { clockText, signed } from '#ui/words/signed.ts'
import { onTension } from './entries/on-tension'
import type { RecordContext } from './entries/record-context'
import { entryTime } from './entries/said-at'
import { speakerName } from './entries/speaker-name'
import { capitalOf, titleOf } from './names-in-plan'
import { borrowedWords } from './words/origin-words'

/** A detail beneath the words, and the number of the entry that it names. */
export type EntryDetail = { text: string; to: number | null }

type About = Pick<RecordContext, 'plan' | 'timeZone' | 'oneTension' | 'displayNames'>
/** `record` translates the namespace `record`. */
export type Says = { record: Translate<'record'>; locale: string }
type Statement = Extract<Paragraph, { kind: 'statement' }>

/** What names another entry. */
type Naming = 'rules' | 'appeals' | 'withdraws' | 'withdrawnBy' | 'replacedBy' | 'checks'

export function detailsOf(
  entry: Paragraph,
  about: About,
  { record, locale }: Says,
): readonly (EntryDetail | string | null)[] {
  const { plan, timeZone } = about
  const naming = (key: Naming, number: number): EntryDetail => ({
    text: record(`naming.${key}`, { number }),
    to: number,
  })
  switch (entry.kind) {
    case 'statement': {
      const { summary } = entry
      return [
        onTension(entry, about, record),
        intentWords(record, plan, entry),
        lengthOf(entry, record),
        borrowedWords(entry.origin, record),
        summary?.dictated ? record('turn.dictated', { as: summary.as }) : null,
        ...answered(entry, about, record),
        entry.late ? record('late') : null,
        entry.handedIn ? record('handedIn') : null,
        entry.revised ? record('revised.at', { time: entryTime(locale, plan, entry.revised.at, timeZone) }) : null,
        summary ? record('turn.written', { time: entryTime(locale, plan, summary.at, timeZone) }) : null,
        entry.withdrawnBy === null ? null : naming('withdrawnBy', entry.withdrawnBy),
      ]
    }
    case 'turn':
      return [
        record(`intents.${entry.intent}`),
        ...answered(entry, about, record),
        entry.unsaid ? record('turn.unsaid') : null,
        entry.takenBack ? record('turn.takenBack') : null,
        entry.leftTo === null ? null : record('turn.leftTo', { title: titleOf(plan, entry.leftTo) }),
      ]
    case 'earlier-words':
      return [naming('replacedBy', entry.replacedBy)]
    case 'check':
      return [naming('checks', entry.checks)]
    case 'chronicle':
      return [record('chronicle'), onTension(entry, about, record)]
    case 'withdrawal':
      return [naming('withdraws', entry.withdraws)]
    case 'caucus':
      return [entry.delegation && record('caucus', { capital: capitalOf(plan, entry.delegation) })]
    case 'bilateral': {
      const [first = '', second = ''] = membersOf(entry.between).map((id) => capitalOf(plan, id))
      return [record('bilateral', { first, second })]
    }
    case 'help':
      return [record('help.call')]
    case 'reflection':
      return [record('reflection'), entry.handedIn ? record('handedIn') : null]
    case 'news':
      return [entry.retracted ? record('retracted') : null]
    case 'version': {
      const { drafter, cites, before, text } = entry
      const share = before === null ? null : Math.round(100 * shareChanged(before, text))
      return [
        drafter === null ? null : record('version.drafted', { title: titleOf(plan, drafter) }),
        cites === null
          ? null
          : { text: record('version.cites', { number: cites }), to: isPublicNumber(cites) ? Number(cites) : null },
        share === null ? null : record('version.changed', { share }),
      ]
    }
    case 'claim': {
      const { shownBy, confirmed, replacedBy } = entry
      return [
        shownBy === null ? null : { text: record('claim.shown', { number: shownBy }), to: shownBy },
        confirmed === null ? null : record('claim.confirmed', { confirmed: confirmed ? 'yes' : 'no' }),
        replacedBy === null ? null : { text: record('claim.replaced', { number: replacedBy }), to: replacedBy },
      ]
    }
    case 'offer':
      return [record(`offer.status.${entry.status}`)]
    case 'motion':
      return [entry.moved.kind === 'appeal' ? naming('appeals', entry.moved.ruling) : null]
    case 'ruling':
      return [entry.cites === null ? null : naming('rules', entry.cites)]
    case 'case': {
      const { from, of, guess } = entry
      const names = { from: capitalOf(plan, from), of: capitalOf(plan, of) }
      return [guess === null ? null : record('case.guess', { ...names, value: signed(guess) })]
    }
    case 'stand':
    case 'reopened':
    case 'strategy':
    case 'chips':
    case 'reading':
    case 'case-score':
    case 'note':
    case 'bracket':
    case 'reveal':
    case 'issued':
    case 'ratification':
    case 'procedure':
      return []
    default:
      return entry satisfies never
  }
}

type Tapped = NonNullable<Statement['tapped']>

/** Which entry something answers and how, and who said so for its speaker. */
function answered(
  { answers, tapped }: Pick<Statement, 'answers' | 'tapped'>,
  about: TappedAbout,
  record: Translate<'record'>,
): readonly (EntryDetail | string | null)[] {
  const way = tapped?.way ?? null
  return [
    answers === null ? null : { text: record('naming.answers', { number: answers, way: way ?? 'none' }), to: answers },
    ...(tapped ? tappedWords(answers === null ? tapped : { ...tapped, way: null }, about, record) : []),
  ]
}

type TappedAbout = Pick<RecordContext, 'plan' | 'displayNames'>

/** What was tapped of a turn beside its number: that it opens a new point, how it speaks, and who tapped for its speaker. */
export function tappedWords(
  { newPoint, way, for: by }: Tapped,
  about: TappedAbout,
  record: Translate<'record'>,
): readonly string[] {
  const name =
    by && (speakerName({ person: personOfActor(by.by), seat: by.seat }, about, record) ?? titleOf(about.plan, by.seat))
  return [
    newPoint ? record('turn.newPoint') : null,
    way ? record(`turn.way.${way}`) : null,
    by ? record(`turn.tappedBy.${by.as}`, { name: name ?? '' }) : null,
  ].flatMap((words) => words ?? [])
}

/** With which intent something was said; of a question, to whom it is put. */
export const intentWords = (
  record: Translate<'record'>,
  plan: RoomPlan,
  { intent, to }: Readonly<{ intent: Intent; to?: DelegationId | undefined }>,
): string => (to === undefined ? record(`intents.${intent}`) : record('questionTo', { capital: capitalOf(plan, to) }))

/** How long was spoken: until a statement was put on the record, or for a summary the whole turn. */
function lengthOf({ seconds, summary }: Statement, record: Translate<'record'>): string | null {
  if (seconds === 0) return null
  return summary ? record('turn.seconds', { time: clockText(seconds) }) : record('seconds', { count: seconds })
}

export const checksOf = (made: readonly Check[] = [], record: Translate<'record'>): readonly EntryDetail[] =>
  made.map(({ no, finding }) => ({ text: record(`naming.checked.${finding}`, { number: no }), to: no }))
