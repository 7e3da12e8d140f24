// For whom a record leaves as a file, on paper or by a link, and which rows go to them (D21).
import * as z from 'zod/mini'
import { delegationIds } from '../agenda/parties'
import { type RoomPlan, seatIdsOf } from '../agenda/plan'
import { type DelegationId, delegationId } from '../kernel/ids'
import type { Viewer } from '../kernel/viewer'
import { mayLookBack } from './side-channels'
import { asHeardIn, forTheClass, isRedacted, type VisibleRow } from './visible-row'

export type FileReader =
  /** Whoever takes it out, with all that they may read: for a chair it is the staff's. */
  | { kind: 'own' }
  | { kind: 'class' }
  /** What one delegation heard while the room ran. */
  | { kind: 'side'; delegation: DelegationId }
  /** Strangers: no names; students are called by their office alone, or by a number too. */
  | { kind: 'publication'; numbered: boolean; caucuses: boolean }

const OF_CODE: Readonly<Record<string, FileReader>> = {
  reader: { kind: 'own' },
  class: { kind: 'class' },
  offices: { kind: 'publication', numbered: false, caucuses: false },
  'offices.caucuses': { kind: 'publication', numbered: false, caucuses: true },
  numbers: { kind: 'publication', numbered: true, caucuses: false },
  'numbers.caucuses': { kind: 'publication', numbered: true, caucuses: true },
}

/** The reader as an address and the database name them: `class`, `reader`, `side.` with a delegation, `offices`, `numbers.caucuses` and the like. */
export function readerCode(reader: FileReader): string {
  switch (reader.kind) {
    case 'own':
      return 'reader'
    case 'class':
      return 'class'
    case 'side':
      return `side.${reader.delegation}`
    case 'publication':
      return `${reader.numbered ? 'numbers' : 'offices'}${reader.caucuses ? '.caucuses' : ''}`
    default:
      return reader satisfies never
  }
}

/** Null for what names no reader. */
export function readerOf(code: string | null): FileReader | null {
  if (code === null) return null
  if (code.startsWith('side.')) {
    const side = delegationId.safeParse(code.slice('side.'.length))
    return side.success ? { kind: 'side', delegation: side.data } : null
  }
  return Object.hasOwn(OF_CODE, code) ? (OF_CODE[code] ?? null) : null
}

/** A code as a command or an address brings it. */
export const writtenReader = z.string().check(z.maxLength(80))

type OpenRoom = { plan: RoomPlan; unsealedAt: number | null }

/** Whether this viewer may take the record out for that reader: one delegation's only where they may look back (D8). */
export const mayWriteFor = (who: Viewer, reader: FileReader, { plan, unsealedAt }: OpenRoom): boolean =>
  reader.kind !== 'side' || (mayLookBack(who, unsealedAt !== null) && delegationIds(plan).includes(reader.delegation))

/**
 * Of what somebody was told, what goes to that reader, up to the last row that they hear. What leaves for anybody but themselves holds
 * nothing private, whoever takes it out.
 */
export function rowsFor(
  told: readonly VisibleRow[],
  reader: FileReader,
  { plan, unsealedAt }: OpenRoom,
): readonly VisibleRow[] {
  const rows = rowsOf(told, reader, plan, unsealedAt !== null)
  return rows.slice(0, rows.findLastIndex((row) => !isRedacted(row)) + 1)
}

function rowsOf(told: readonly VisibleRow[], reader: FileReader, plan: RoomPlan, unsealed: boolean) {
  switch (reader.kind) {
    case 'own':
      return told
    case 'class':
      return forTheClass(told, unsealed)
    case 'side':
      return forTheClass(asHeardIn(told, seatIdsOf(plan, reader.delegation)), true)
    case 'publication':
      return forTheClass(told, unsealed && reader.caucuses)
    default:
      return reader satisfies never
  }
}
