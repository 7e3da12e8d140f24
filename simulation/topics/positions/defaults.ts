// How a delegation stands whose head has not filed (rules O5, O9): by its newest draft, by its brief, or where it opened. The end of a
// caucus files by this function, and screens ask it beforehand what will be filed for whom, so that they foretell what then happens.

import { isThirdEdition } from '../../agenda/plan'
import type { DelegationId, FilingStage, TensionKey } from '../../kernel/ids'
import { briefBand } from '../../questions/origin'
import type { HowFiled, Position, PositionFile } from '../../shapes/positions'
import { positionFile, type RoomState } from '../../state/room-state'

type ByDefault = { how: Exclude<HowFiled, 'filed'>; position: Position }
type Where = { round: TensionKey; stage: FilingStage; delegation: DelegationId }

/** What would be filed for a delegation if the caucus ended now; null where what it has filed stays, or nothing would be filed. */
export function byDefault(state: RoomState, { round, stage, delegation }: Where): ByDefault | null {
  const file = positionFile(state, round, stage, delegation)
  if (file.revealed) return null
  const draft = file.draft?.position ?? null
  if (!isThirdEdition(state.plan)) {
    return file.sealedAt === null && draft && draft.text !== '' ? { how: 'draft', position: draft } : null
  }
  if (file.sealedAt !== null && !isOutdated(file)) return null
  if (draft) return { how: 'draft', position: draft }
  return (stage === 'closing' ? held(state, round, delegation) : null) ?? fromBrief(state, round, delegation)
}

/** Whether a draft is newer than what an earlier end of the caucus filed by itself, as after the chair took that end back. */
const isOutdated = ({ how, filed, draft }: PositionFile): boolean =>
  how !== 'filed' && filed !== null && draft !== null && draft.at > filed.at

/** Its opening, without the guesses: those were of the others' openings (D1). */
function held(state: RoomState, round: TensionKey, delegation: DelegationId): ByDefault | null {
  const opening = positionFile(state, round, 'opening', delegation).filed
  return opening && { how: 'held', position: { ...opening.position, guesses: {} } }
}

/** What the delegation's brief says on the round, its red line included; where it says nothing, the middle of the axis without words. */
export function fromBrief(state: RoomState, round: TensionKey, delegation: DelegationId): ByDefault {
  const band = briefBand(state, delegation, round)
  const { text, anchors } = band?.stand ?? { text: band?.reading ?? '', anchors: [] }
  return {
    how: 'brief',
    position: { value: band?.value ?? 0, text, redLine: band?.redLine ?? '', anchors, guesses: {} },
  }
}
