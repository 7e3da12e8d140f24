// All that a reader may know of a delegation's positions in a round: opening and closing with their words, who drafted and who filed them,
// where the words came from, what it believed of the others and they of it. Every card of a position draws this, and so does every file.
import { delegationIds } from '../../agenda/parties'
import { GAP } from '../../kernel/gaps'
import type { Anchor, AxisValue, DelegationId, FilingStage, SeatId, TensionKey } from '../../kernel/ids'
import { briefBand, sameWords } from '../../questions/origin'
import type { HowFiled, Position, SeatDraft } from '../../shapes/positions'
import { isUnderstudy } from '../../state/actor'
import { positionFile, type RoomState } from '../../state/room-state'
import { actorSeat } from './filings'
import { anchorsOfBrief, changedFrom, type Origin, positionOrigin } from './origin'

/** A position of one stage: filed, or the newest draft while nothing is. */
export type Stood = Readonly<{
  stage: FilingStage
  position: Position
  /** `drafted`: nobody has filed. Null in records of before the third edition. */
  how: HowFiled | 'drafted' | null
  at: number
  revision: number | null
  revealed: boolean
  origin: Origin | null
  /** Whether the red line is the brief's. */
  redLineOfBrief: boolean
  anchorsOfBrief: readonly Anchor[]
  /** The seat whose draft these words are, and how far they were changed; null where they are the filer's own, or nobody may know. */
  drafted: Readonly<{ seat: SeatId; changed: number }> | null
  /** The seat that filed, where this reader may know it. */
  filedBy: SeatId | null
}>

/** What one delegation believed of another; `stood` is what that one filed at the same stage, null while it is not known. */
type Guess = Readonly<{ delegation: DelegationId; stage: FilingStage; value: AxisValue; stood: AxisValue | null }>

/** The sheets of a round, in the plan's order; `upTo` leaves out what came after the opening. */
export const positionSheets = (
  state: RoomState,
  round: TensionKey,
  upTo: FilingStage = 'closing',
): readonly PositionSheet[] =>
  delegationIds(state.plan).map((delegation) => positionSheet(state, round, delegation, upTo))

export function positionSheet(
  state: RoomState,
  round: TensionKey,
  delegation: DelegationId,
  upTo: FilingStage = 'closing',
) {
  const others = delegationIds(state.plan).filter((id) => id !== delegation)
  return {
    delegation,
    round,
    opening: stoodAt(state, round, 'opening', delegation),
    closing: upTo === 'closing' ? stoodAt(state, round, 'closing', delegation) : null,
    /** What it believed of the others, and what they believed of it. */
    guesses: others.flatMap((of) => guessOf(state, round, delegation, of, upTo) ?? []),
    guessedBy: others.flatMap((by) => {
      const guess = guessOf(state, round, by, delegation, upTo)
      return guess ? [{ ...guess, delegation: by }] : []
    }),
  }
}

export type PositionSheet = Readonly<ReturnType<typeof positionSheet>>

/** The last guess that it filed, or while it has filed nothing the last that it drafted; as it is read by whoever hears it. */
function guessOf(
  state: RoomState,
  round: TensionKey,
  by: DelegationId,
  of: DelegationId,
  upTo: FilingStage,
): Guess | null {
  const stages = upTo === 'closing' ? (['closing', 'opening'] as const) : (['opening'] as const)
  const files = stages.map((stage) => ({ stage, ...positionFile(state, round, stage, by) }))
  const hasFiled = files.some(({ filed }) => filed !== null)
  for (const { stage, filed, draft } of files) {
    const value = (hasFiled ? filed : draft)?.position.guesses[of]
    if (value === undefined) continue
    const { filed: other } = positionFile(state, round, stage, of)
    return { delegation: of, stage, value, stood: other?.position.value ?? null }
  }
  return null
}

function stoodAt(state: RoomState, round: TensionKey, stage: FilingStage, delegation: DelegationId): Stood | null {
  const { filed, filing, draft, drafts, how, revealed } = positionFile(state, round, stage, delegation)
  const stands = filed ?? draft
  if (!stands) return null
  const { position, at } = stands
  const heard = filed ? (filing?.revision === filed.revision ? filing : null) : null
  const filer = heard ? (actorSeat(state, heard.by)?.id ?? null) : null
  const own = filed ? filer : null
  const band = briefBand(state, delegation, round)
  return {
    stage,
    position,
    how: filed ? how : 'drafted',
    at,
    revision: filed?.revision ?? null,
    revealed,
    origin:
      heard && isUnderstudy(heard.by)
        ? null
        : positionOrigin(state, round, delegation, position.text, (filed?.asBrief ?? false) || how === 'brief'),
    redLineOfBrief: band?.redLine !== undefined && sameWords(band.redLine, position.redLine),
    anchorsOfBrief: anchorsOfBrief(state, round, delegation, position.anchors),
    drafted: filed ? drafterOf(heard?.drafts ?? drafts, position.text, own) : draft && { seat: draft.seat, changed: 0 },
    filedBy: how === 'filed' || how === null ? filer : null,
  }
}

/**
 * Of the drafts of others, the one whose words were taken; null where the filer had them before. The head's own drafts are the words as they
 * were typed, and tell who had them first.
 */
function drafterOf(drafts: readonly SeatDraft[], words: string, own: SeatId | null): Stood['drafted'] {
  if (words.includes(GAP)) return null
  const [nearest] = drafts
    .filter(({ seat }) => seat !== own)
    .flatMap((draft) => {
      const changed = changedFrom(draft.position.text, words)
      return changed === null ? [] : [{ draft, changed }]
    })
    .toSorted((a, b) => a.changed - b.changed || a.draft.at - b.draft.at)
  if (!nearest) return null
  const { draft, changed } = nearest
  const had = drafts.some(
    ({ seat, at, position }) =>
      seat === own && at < draft.at && changedFrom(position.text, draft.position.text) !== null,
  )
  return had ? null : { seat: draft.seat, changed }
}
