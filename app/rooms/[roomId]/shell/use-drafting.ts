'use client'
// What the composer holds: a statement, or the opening that falls to this seat. An opening begins with the delegation's position, beneath
// what was written already, so that nobody types it a second time while their two minutes run.
import type { SeatView } from '#room/seat-view.ts'
import { type Drafting, useStatementDraft } from '#room/statement-draft.ts'
import { LONGEST } from '#room/statement-fields'
import { phaseNow } from '#simulation/kernel/room-state'
import type { Task } from '#simulation/reading/asked'
import { filingOf } from '#simulation/reading/filings'
import { intentAsked } from '#simulation/reading/queue'

export function useDrafting({ state, roomId, person, seat, delegation }: SeatView, task: Task): Drafting {
  const statement = useStatementDraft(roomId, person, 'statement', intentAsked(state, seat.id))
  const round = isOpening(task) ? (phaseNow(state)?.round ?? null) : null
  const filed = round === null || delegation === null ? null : filingOf(state, round, 'opening', delegation).filed
  const begun = [statement.draft.text, filed?.position.text ?? ''].filter((words) => words !== '').join('\n\n')
  const opening = useStatementDraft(roomId, person, `opening-${round ?? 'none'}`, 'point', begun.slice(0, LONGEST))
  return round === null ? statement : opening
}

const isOpening = (task: Task): boolean =>
  task.kind === 'open' || (task.kind === 'speak' && task.opens) || (task.kind === 'listen' && task.opener !== null)
