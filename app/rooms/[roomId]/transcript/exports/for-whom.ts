// The record as one reader of its files gets it, and what that reader is called. Which rows those are, simulation/secrecy decides.
import type { Translate } from '#format/translate'
import type { RoomPlan } from '#simulation/agenda/plan'
import { fold } from '#simulation/engine/room'
import type { Viewer } from '#simulation/kernel/viewer'
import { movedInTime } from '#simulation/reading/homework/moved-in-time'
import type { DrawingOrder } from '#simulation/reading/positions/drawing'
import { pseudonymous } from '#simulation/reading/record/record-file'
import { namesFor } from '#simulation/reading/record/told-names'
import { type FileReader, rowsFor } from '#simulation/secrecy/file-reader'
import { peopleIn } from '#simulation/secrecy/side-channels'
import { forTheClass, isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames } from '#simulation/wire/protocol'
import { delegationIn } from '#ui/words/delegations.ts'

type Held = {
  told: readonly VisibleRow[]
  state: RoomState
  viewer: Viewer
  displayNames: DisplayNames
  /** The filter, which may ask for one student. */
  asked?: DrawingOrder['asked']
}
/** What people are called for publication, by id; an empty name is not said. */
export type CallPeople = (people: readonly string[]) => DisplayNames

/** What a publication has in place of who people are and when it was. */
export type Hiding = Readonly<{
  call: CallPeople
  /** By how many milliseconds all dates are moved. */
  movedBy: number
}>

/** A publication does not name the room that it plays on from. */
function withoutOrigin(row: VisibleRow): VisibleRow {
  if (isRedacted(row) || row.event.type !== 'RoomOpened') return row
  const { forkedFrom: _, ...plan } = row.event.plan
  return { ...row, event: { ...row.event, plan } }
}

/** A reading limited to a reader of its files; in a publication, ids of people are replaced and dates are moved too. */
export function recordFor<R extends Held>(reading: R, reader: FileReader, { call, movedBy }: Hiding): R {
  if (reader.kind === 'own') return reading
  const { told: held, state: whole, displayNames: names } = reading
  const rows = rowsFor(held, reader, whole)
  // Of everybody the class hears, so that a person has one number in every file.
  const called = () => call([...peopleIn(forTheClass(held, whole.unsealedAt !== null))])
  const hidden = reader.kind === 'publication' ? pseudonymous(rows, called()) : null
  const told = hidden ? movedInTime(hidden.rows.map(withoutOrigin), movedBy) : rows
  const state = fold(told)
  if (!state) throw new Error('A record that nobody opened cannot be written for anybody.')
  const displayNames = hidden?.roll ?? namesFor(told, names)
  const limited = { ...reading, told, state, viewer: { kind: 'stage' } as const, displayNames }
  const student = reading.asked?.student?.map((id) => hidden?.people.get(id) ?? id)
  return student ? { ...limited, asked: { ...reading.asked, student } } : limited
}

/** "For the class", "For staff: …": the first line of a file. */
export function forWhomWords(t: Translate<'transcript'>, reader: FileReader, viewer: Viewer, plan: RoomPlan): string {
  switch (reader.kind) {
    case 'own':
      return t(viewer.kind === 'chair' ? 'for.staff' : 'for.one')
    case 'class':
      return t('for.class')
    case 'side':
      return t('for.side', { country: delegationIn(plan, reader.delegation)?.name ?? '' })
    case 'publication':
      return t(reader.numbered ? 'for.numbers' : 'for.offices')
    default:
      return reader satisfies never
  }
}
