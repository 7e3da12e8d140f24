// The words around a transcript's entries, for the page and the exports: section headings, date and time, what is included. `t`
// translates the namespace `transcript`, `record` the namespace `record`.

import { timeOfDay } from '#format/clock-time'
import { dayOfYear } from '#format/days'
import type { Translate } from '#format/translate'
import { phaseName } from '#record/entries/phase-name.ts'
import { saidAt } from '#record/entries/said-at.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import { roundOf } from '#simulation/agenda/plan'
import type { Viewer } from '#simulation/kernel/viewer'
import { entriesWithGaps } from '#simulation/reading/log/strikes'
import { recordSpan } from '#simulation/reading/log/transcript'
import type { Section } from '#simulation/reading/record/sections'
import type { FileReader } from '#simulation/secrecy/file-reader'
import type { RoomState } from '#simulation/state/room-state'

export function sectionTitle(
  t: Translate<'transcript'>,
  record: Translate<'record'>,
  plan: RoomPlan,
  { phase }: Pick<Section, 'phase'>,
): { title: string; detail?: string } {
  const planned = plan.phases[phase]
  if (!planned) return { title: t('section.before') }
  const name = phaseName(record, plan, planned.kind)
  const number = plan.rounds.findIndex((round) => round.key === planned.round) + 1
  const round = planned.round ? roundOf(plan, planned.round) : undefined
  if (!round) return { title: name }
  return { title: t('section.round', { number }), detail: `${round.title} · ${name}` }
}

/** A section's heading with its range of entry numbers, as the parts of one line. */
export function sectionHead(
  t: Translate<'transcript'>,
  record: Translate<'record'>,
  plan: RoomPlan,
  section: Section,
): string[] {
  const { title, detail } = sectionTitle(t, record, plan, section)
  return [title, detail, rangeWords(t, section.range)].filter((part) => part !== undefined)
}

export function rangeWords(t: Translate<'transcript'>, range: Section['range']): string | undefined {
  if (!range) return undefined
  return range[0] === range[1]
    ? t('section.entry', { number: range[0] })
    : t('section.entries', { first: range[0], last: range[1] })
}

/** How many entries words were taken off, for the foot of a print; null where none were. */
export function offFoot(t: Translate<'transcript'>, state: RoomState): string | null {
  const count = entriesWithGaps(state)
  return count === 0 ? null : t('offFoot', { count })
}

/** The works behind the letters of the citations, for the foot of a record. */
export const sourceWords = (
  t: Translate<'transcript'>,
  { sources }: RoomPlan,
): { work: string; url: string | undefined }[] =>
  sources.map(({ letter, author, title, url }) => ({ work: t('sources.work', { letter, author, title }), url }))

/** "24 November 2026, 10:00–11:30", in the course's time zone. */
export function whenWords(locale: string, state: RoomState, timeZone: string): string {
  const { from: first, to: last } = recordSpan(state)
  const time = (at: number) => timeOfDay(at, { seconds: false, timeZone })
  const [from, to] = [dayOfYear(locale, first, timeZone), dayOfYear(locale, last, timeZone)]
  if (from !== to) return `${from}, ${time(first)} – ${to}, ${time(last)}`
  return time(first) === time(last) ? `${from}, ${time(first)}` : `${from}, ${time(first)}–${time(last)}`
}

type IncludedIn = { locale: string; t: Translate<'transcript'>; state: RoomState; timeZone: string }

/** Which entries that were sealed go to this reader, and why. */
export function includedWords({ locale, t, state, timeZone }: IncludedIn, reader: FileReader, viewer: Viewer): string {
  if (reader.kind === 'side') return t('included.side')
  const { unsealedAt: at } = state
  if (reader.kind === 'publication' && !reader.caucuses) return t('included.without')
  if (at !== null) return t('included.unsealed', { time: saidAt(locale, state.plan, at, { seconds: false, timeZone }) })
  if (reader.kind !== 'own') return t('included.class')
  return t(viewer.kind === 'chair' ? 'included.chair' : 'included.own')
}

/** How many people took part; with none, that understudies held all seats. */
export function peopleWords(t: Translate<'transcript'>, state: RoomState, people: number): string {
  return people > 0
    ? t('students', { count: people })
    : t(state.plan.understudies ? 'understudiesOnly' : 'students', { count: 0 })
}
