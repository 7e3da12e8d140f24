'use client'
// The room of somebody who sits at the table, with the drafts of a homework debate around it.
import type { AtTable } from '#room/at-table.ts'
import { DraftsHere } from '../homework/drafts-here'
import { Table } from './table'

export function Seated({ at }: { at: AtTable }) {
  const table = <Table key={at.seat.id} at={at} />
  return at.state.plan.kind === 'homework' ? <DraftsHere at={at}>{table}</DraftsHere> : table
}
