// The filter of a record: reads it from the URL, writes it there, and tests entries. Unknown values are ignored.

import { z } from 'zod'
import { transcriptPath } from '#paths'
import { PHASE_KINDS, type PhaseKind } from '#simulation/agenda/phase-kinds'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Anchor } from '#simulation/kernel/ids'
import {
  type DelegationId,
  delegationId,
  INTENTS,
  intent,
  isParagraph,
  personId,
  tensionKey,
} from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { PickedEntries } from '#simulation/wire/picked-entries'
import { delegationsIn } from '#ui/words/delegations.ts'

const one = <T extends z.core.$ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.optional(schema).catch(undefined))
const some = <T extends z.core.$ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.nullable(schema).catch(null)),
  )

const asked = z.object({
  round: one(tensionKey),
  by: some(delegationId),
  intent: some(intent),
  anchor: one(z.string().regex(/^[A-Z]\d{1,2}\.\d{1,2}$|^outside$/)),
  student: one(personId),
  phase: one(z.enum(PHASE_KINDS)),
  marked: one(z.literal('1')),
  q: one(z.string().trim().max(LIMITS.search)),
})

export type TranscriptFilter = {
  round: string | null
  /** Empty means all. */
  by: readonly DelegationId[]
  intent: readonly (typeof INTENTS)[number][]
  anchor: string | null
  student: string | null
  phase: PhaseKind | null
  /** Only entries that are evidence of a mark. */
  marked: boolean
  /** The search words; empty for none. */
  q: string
}

/** Looked up for this reader: the entries with the search words, and those that are evidence of marks. */
type Picked = Pick<PickedEntries, 'found' | 'evidence'>

/** `plan` gives the rounds that can be filtered by. */
export function readFilter(
  params: Record<string, string | string[] | undefined>,
  plan: Pick<RoomPlan, 'rounds' | 'delegations'>,
): TranscriptFilter {
  const { round, by, intent: intents, anchor, student, phase, marked, q } = asked.parse(params)
  return {
    round: plan.rounds.find(({ key }) => key === round)?.key ?? null,
    by: delegationsIn(plan).flatMap(({ id }) => (by.includes(id) ? [id] : [])),
    intent: INTENTS.filter((each) => intents.includes(each)),
    anchor: anchor ?? null,
    student: student ?? null,
    phase: phase ?? null,
    marked: marked !== undefined,
    q: q ?? '',
  }
}

/** The filter as a query string; empty when nothing is filtered. */
export function filterQuery(filter: TranscriptFilter): string {
  const params = new URLSearchParams()
  if (filter.q) params.set('q', filter.q)
  if (filter.round) params.set('round', filter.round)
  for (const delegation of filter.by) params.append('by', delegation)
  for (const each of filter.intent) params.append('intent', each)
  if (filter.anchor) params.set('anchor', filter.anchor)
  if (filter.student) params.set('student', filter.student)
  if (filter.phase) params.set('phase', filter.phase)
  if (filter.marked) params.set('marked', '1')
  return params.toString()
}

/** The values of each name in an address. */
export const paramsOf = (asked: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([...new Set(asked.keys())].map((key) => [key, asked.getAll(key)]))

/** The filter as the values of an address, and nothing besides that an address held. */
export const filterParams = (filter: TranscriptFilter): Record<string, string[]> =>
  paramsOf(new URLSearchParams(filterQuery(filter)))

/** The URL of the page with this filter, plain or not. */
export function transcriptHref(roomId: string, filter?: TranscriptFilter, plain = false): string {
  const query = [filter ? filterQuery(filter) : '', plain ? 'plain=1' : ''].filter((part) => part !== '').join('&')
  return transcriptPath(roomId, query)
}

export const asksAnything = (filter: TranscriptFilter): boolean => filterQuery(filter) !== ''

/** Whether the entry is evidence of a mark, by its number or by the one it had while sealed. */
export const isMarked = ({ no, was }: Paragraph, { evidence }: Pick<Picked, 'evidence'>): boolean =>
  evidence.has(no) || (was !== null && evidence.has(was))

export function fits(filter: TranscriptFilter, entry: Paragraph, picked: Picked): boolean {
  if (picked.found && !isFound(entry, picked.found)) return false
  if (filter.marked && !isMarked(entry, picked)) return false
  if (filter.phase && entry.phaseKind !== filter.phase) return false
  if (filter.round && entry.round !== filter.round) return false
  if (filter.by.length > 0 && (!entry.delegation || !filter.by.includes(entry.delegation))) return false
  if (filter.intent.length > 0 && !hasIntent(entry, filter.intent)) return false
  if (filter.student && entry.person !== filter.student) return false
  return !filter.anchor || anchorsOf(entry).some((anchor) => anchorName(anchor) === filter.anchor)
}

/** A turn's words are found under the number of the entry that gave them; they stand at the turn's. */
const isFound = (entry: Paragraph, found: ReadonlySet<string>): boolean =>
  found.has(entry.no) ||
  (entry.kind === 'statement' && entry.summary !== undefined && found.has(String(entry.summary.entry)))

const hasIntent = (entry: Paragraph, wanted: TranscriptFilter['intent']): boolean =>
  (entry.kind === 'statement' || entry.kind === 'turn') && wanted.includes(entry.intent)

export const anchorName = (anchor: Anchor): string => (typeof anchor === 'string' ? anchor : 'outside')

export function anchorsOf(entry: Paragraph): readonly Anchor[] {
  if (entry.kind === 'reveal') return Object.values(entry.positions).flatMap(({ position }) => position.anchors)
  if (entry.kind === 'news') return entry.anchors.map((anchor) => (isParagraph(anchor) ? anchor : { source: anchor }))
  return 'anchors' in entry ? entry.anchors : []
}

/** Whether the URL asks for the whole record as one plain page. */
export const wantsPlain = (params: Record<string, string | string[] | undefined>): boolean => params.plain === '1'
