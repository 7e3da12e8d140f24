// A record as CSV to read: one entry a line, worded as on the page. The entries come already limited to what the reader may read.

import { dayInFigures, timeOfDay } from '#format/clock-time'
import { phaseName } from '#record/entries/phase-name.ts'
import { intentWords, tappedWords } from '#record/entry-details.ts'
import { anchorText, keyOf } from '#record/entry-parts.ts'
import { roundOf } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { delegationIn } from '#ui/words/delegations.ts'
import { type CsvCell, peopleCsv } from '../../../_files/csv'
import { BY_DELEGATION, entryWords, partsOf, type TranscriptContext } from './entries/entry-words'
import { anchorsOf } from './transcript-filter'

const COLUMNS = [
  'number',
  'day',
  'time',
  'round',
  'phase',
  'kind',
  'delegation',
  'office',
  'person',
  'intent',
  'answers',
  'seconds',
  'anchors',
  'text',
] as const

/** The first line is the head of the file, a cell for each of its lines, padded to the number of columns. */
export function transcriptCsv(
  entries: readonly Paragraph[],
  head: { forWhom: string; title: string; lines: readonly string[] },
  about: TranscriptContext,
): string {
  const { t } = about.words
  const said = [head.forWhom, head.title, ...head.lines]
  return peopleCsv([
    COLUMNS.map((_, place) => said[place] ?? ''),
    COLUMNS.map((column) => t(`csv.${column}`)),
    ...entries.map((entry) => line(entry, about)),
  ])
}

function line(entry: Paragraph, about: TranscriptContext): CsvCell[] {
  const { plan, timeZone, words } = about
  const { t, record } = words
  const spoken = entry.kind === 'statement' || entry.kind === 'turn'
  const cells: Record<(typeof COLUMNS)[number], CsvCell> = {
    number: entry.id,
    day: dayInFigures(entry.at, timeZone),
    time: timeOfDay(entry.at, { timeZone }),
    round: (entry.round && roundOf(plan, entry.round)?.title) || '',
    phase: entry.phaseKind ? phaseName(record, plan, entry.phaseKind) : '',
    kind: t(`csv.kinds.${entry.kind}`),
    delegation: delegationIn(plan, entry.delegation)?.name ?? '',
    office: plan.seats.find(({ id }) => id === entry.seat)?.title ?? '',
    person: partsOf(entry, about).speaker ?? '',
    intent: spoken ? intentWords(record, plan, entry) : '',
    answers: (spoken ? entry.answers : pointsTo(entry)) ?? '',
    seconds: spoken && entry.seconds > 0 ? entry.seconds : '',
    anchors: anchorsOf(entry).map(keyOf).map(anchorText).join('; '),
    text: textOf(entry, about),
  }
  return COLUMNS.map((column) => cells[column])
}

/** The entry that an entry which is no statement is about. */
function pointsTo(entry: Paragraph): number | null {
  if (entry.kind === 'withdrawal') return entry.withdraws
  if (entry.kind === 'check') return entry.checks
  if (entry.kind === 'claim') return entry.shownBy
  return entry.kind === 'earlier-words' ? entry.turn : null
}

/** The words of an entry; where no office says them, with the lead that the page sets before them. */
function textOf(entry: Paragraph, about: TranscriptContext): string {
  const { lead, source, text, look, under } = entryWords(entry, about)
  const spoken = entry.seat !== null && !BY_DELEGATION.includes(entry.kind)
  const front = [source, spoken ? null : lead, look === 'replaced' ? about.words.t('csv.replaced') : null]
  const lines = under.map(({ bold, numbered, text: words }) =>
    [numbered && `${numbered}.`, bold, words].filter(Boolean).join(' '),
  )
  // A column of its own would shift those of tables that a course made before.
  const checked = partsOf(entry, about).checks.map((check) => check.text)
  const tapped = 'tapped' in entry && entry.tapped ? tappedWords(entry.tapped, about, about.words.record) : []
  return [[...front, text].filter(Boolean).join(' '), ...lines, ...checked, ...tapped].join('\n')
}
