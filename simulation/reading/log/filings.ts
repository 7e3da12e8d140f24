// How far the positions of a round are: drafted, filed, revealed. Desk, stage, wall and positions read these functions.
// They count what the given state holds: in a participant's state the drafts and unrevealed positions of other delegations are missing.

import { delegationIds } from '../../agenda/parties'
import type { Filing, RoundPlan } from '../../agenda/plan'
import type { ActorId, DelegationId, FilingStage, TensionKey } from '../../kernel/ids'
import { isBriefs } from '../../questions/origin'
import type { HowFiled, Position, PositionFile } from '../../shapes/positions'
import type { Seat } from '../../shapes/seats'
import { roleOf } from '../../state/actor'
import { actingHead, isRunning, phaseNow, positionFile, type RoomState } from '../../state/room-state'
import { byDefault, fromBrief } from '../../topics/positions/defaults'
import type { Values } from './gap'

/** What the running phase asks delegations to file, or null. */
export const filingNow = (state: RoomState): Filing | null =>
  isRunning(state) && state.closedAt === null ? (phaseNow(state)?.files ?? null) : null

/**
 * Whether the page of a seminar may be held no more by what was typed for this filing: its phase is over, and so are the reveal and the
 * openings after it, in which whoever was typing may still read and say their words.
 */
export function isFilingOver(state: RoomState, { stage, rounds }: Filing): boolean {
  const filed = lastAsked(state, (files) => files.stage === stage && files.rounds.join() === rounds.join())
  return filed >= 0 && state.agenda.index > filed + READS
}

/** Whether words for a position of this round can be filed no more. */
export function isRoundOver(state: RoomState, round: TensionKey, stage: FilingStage): boolean {
  const filed = lastAsked(state, (files) => files.stage === stage && files.rounds.includes(round))
  const ahead = state.plan.phases
    .slice(state.agenda.index + 1)
    .some(({ files }) => files?.stage === stage && files.rounds.includes(round))
  return filed >= 0 && state.agenda.index > filed + READS && !ahead
}

/** So many phases after its own a form stays with unfiled words. */
const READS = 2

/** The last phase so far that asked for such a filing, in a seminar; -1 where none has. */
const lastAsked = ({ plan, agenda }: RoomState, isIt: (files: Filing) => boolean): number =>
  plan.kind === 'seminar'
    ? plan.phases.findLastIndex(({ files }, index) => index <= agenda.index && files !== null && isIt(files))
    : -1

/** The value each delegation has filed, or for one that has not, the value of its latest draft. */
export function knownValues(state: RoomState, round: TensionKey, stage: FilingStage): Values {
  const values: Values = {}
  for (const delegation of delegationIds(state.plan)) {
    const file = positionFile(state, round, stage, delegation)
    const value = (file.filed ?? file.draft)?.position.value
    if (value !== undefined) values[delegation] = value
  }
  return values
}

/** The latest known value of each delegation: of its closing position once it has drafted one, else of its opening position. */
export const latestKnown = (state: RoomState, round: TensionKey): Values => ({
  ...knownValues(state, round, 'opening'),
  ...knownValues(state, round, 'closing'),
})

type FilingProgress =
  | { kind: 'revealed'; at: number }
  | { kind: 'filed'; filed: number; drafts: number }
  | { kind: 'nothing' }

/** Whether a round's positions of one stage are revealed; if not, how many delegations have filed and how many have only a draft. */
export function filingProgress(state: RoomState, round: TensionKey, stage: FilingStage): FilingProgress {
  const revealed = state.record.findLast(
    ({ event }) => event.type === 'PositionsRevealed' && event.round === round && event.stage === stage,
  )
  if (revealed) return { kind: 'revealed', at: revealed.at }
  const files = delegationIds(state.plan).map((delegation) => positionFile(state, round, stage, delegation))
  const filed = files.filter((file) => file.filed).length
  const drafts = files.filter((file) => file.draft && !file.filed).length
  return filed + drafts === 0 ? { kind: 'nothing' } : { kind: 'filed', filed, drafts }
}

/** In how many of the rounds being filed this delegation has filed. Everybody may know this: the filing is public, only its content is not. */
export function filedBy(state: RoomState, delegation: DelegationId): { filed: number; of: number } {
  const files = phaseNow(state)?.files
  const rounds = files?.rounds ?? []
  const stage = files?.stage ?? 'opening'
  return { filed: rounds.length - roundsUnfiled(state, { rounds, stage }, delegation).length, of: rounds.length }
}

/** What a delegation has drafted and filed of one stage of a round, as far as this reader hears it: what its form is filled with. */
export const filingOf = (
  state: RoomState,
  round: TensionKey,
  stage: FilingStage,
  delegation: DelegationId,
): PositionFile => positionFile(state, round, stage, delegation)

/**
 * Where a delegation's form begins (O12): with its newest version, filed or proposed; a closing with what it opened with. Else it has no
 * words, and stands where the brief would; what the brief says is beside it, also where an opening was no more than that.
 */
export type FormStart = Readonly<{ from: 'filed' | 'draft' | 'opening' | 'nothing'; position: Position }>

export function formStart(
  state: RoomState,
  round: TensionKey,
  stage: FilingStage,
  delegation: DelegationId,
): FormStart {
  const { filed, draft } = positionFile(state, round, stage, delegation)
  if (filed && (!draft || filed.at >= draft.at)) return { from: 'filed', position: filed.position }
  if (draft) return { from: 'draft', position: draft.position }
  const opening = stage === 'closing' ? positionFile(state, round, 'opening', delegation).filed : null
  if (opening && !isBriefs(state, delegation, opening.position.text, round))
    return { from: 'opening', position: { ...opening.position, guesses: {} } }
  const { value } = fromBrief(state, round, delegation).position
  return { from: 'nothing', position: { value, text: '', redLine: '', anchors: [], guesses: {} } }
}

/** What the brief offers for a round, to begin from; null where it says nothing. */
export function briefSuggestion(state: RoomState, round: TensionKey, delegation: DelegationId): Position | null {
  const { position } = fromBrief(state, round, delegation)
  return position.text === '' ? null : position
}

/** The seat of whoever filed; null for what was filed by itself, and for somebody who has left that seat. */
export function actorSeat(state: RoomState, by: ActorId | null): Seat | null {
  const who = by === null ? null : roleOf(state, by)
  return who?.kind === 'seat' ? who.seat : null
}

/** When a delegation filed, which everybody may know; null while it has not. */
export const filedAt = (
  state: RoomState,
  round: TensionKey,
  stage: FilingStage,
  delegation: DelegationId,
): number | null => positionFile(state, round, stage, delegation).sealedAt

/** Of these rounds, those for which the delegation still has to file, in their order. */
export const roundsUnfiled = (state: RoomState, { rounds, stage }: Filing, delegation: DelegationId): TensionKey[] =>
  rounds.filter((round) => filedAt(state, round, stage, delegation) === null)

/** The delegations that have filed for every round of the current phase's filing; none where it files nothing. */
export function filedAll(state: RoomState): DelegationId[] {
  const files = phaseNow(state)?.files
  if (!files) return []
  return delegationIds(state.plan).filter((delegation) => roundsUnfiled(state, files, delegation).length === 0)
}

/**
 * H20: what the acting head may file so that the delegation stands as it opened, while they are asked whether it does: until something is
 * filed. Where colleagues have proposed other words, these stand unless the head files (O5). None for anybody else.
 */
export function positionsToKeep(
  state: RoomState,
  { id, delegation }: Seat,
): readonly ({ round: TensionKey } & Position)[] {
  const files = filingNow(state)
  if (state.plan.kind !== 'homework' || files?.stage !== 'closing' || delegation === null) return []
  if (actingHead(state, delegation)?.id !== id || filedBy(state, delegation).filed > 0) return []
  return files.rounds.flatMap((round) => {
    const opening = filingOf(state, round, 'opening', delegation).filed?.position
    const isProposed = filingOf(state, round, 'closing', delegation).draft !== null
    return isProposed || !opening?.text ? [] : [{ round, ...opening, guesses: {} }]
  })
}

type PaperStatus = { kind: 'revealed' } | { kind: 'filed' | 'drafted'; at: number } | { kind: 'none' }

/** How far a delegation's position paper is. */
export function paperStatus(
  state: RoomState,
  round: TensionKey,
  stage: FilingStage,
  delegation: DelegationId,
): PaperStatus {
  const { revealed, sealedAt, draft } = positionFile(state, round, stage, delegation)
  if (revealed) return { kind: 'revealed' }
  if (sealedAt !== null) return { kind: 'filed', at: sealedAt }
  return draft ? { kind: 'drafted', at: draft.at } : { kind: 'none' }
}

/** A delegation's red line of a round: of its closing position where it has one, else of its opening; drafts count only where asked for. */
export function redLineOf(
  state: RoomState,
  round: TensionKey,
  delegation: DelegationId,
  withDrafts: boolean,
): string | null {
  for (const stage of ['closing', 'opening'] as const) {
    const { filed, draft } = positionFile(state, round, stage, delegation)
    const redLine = filed?.position.redLine ?? (withDrafts ? draft?.position.redLine : undefined)
    if (redLine) return redLine
  }
  return null
}

/**
 * What stands for a delegation on a round if the caucus ends now: what its head filed, what the understudy who acts as its head files
 * first (U6), or what O5 files for it; `nothing` in rooms of before the third edition.
 */
export type Foretold = Readonly<{
  delegation: DelegationId
  round: TensionKey
  how: HowFiled | 'understudy' | 'nothing'
  value: number | null
}>

/** For every round that the running phase files, of every delegation or of one; a participant knows it of their own delegation alone. */
export function foretold(state: RoomState, only?: DelegationId): readonly Foretold[] {
  const files = filingNow(state)
  if (!files) return []
  const delegations = delegationIds(state.plan).filter((id) => only === undefined || id === only)
  return files.rounds.flatMap((round) =>
    delegations.map((delegation): Foretold => {
      const { filed, sealedAt, how } = positionFile(state, round, files.stage, delegation)
      if (sealedAt === null && isActedByScript(state, delegation))
        return { delegation, round, how: 'understudy', value: null }
      const stands = byDefault(state, { round, stage: files.stage, delegation })
      if (stands) return { delegation, round, how: stands.how, value: stands.position.value }
      const value = filed?.position.value ?? null
      return { delegation, round, how: sealedAt === null ? 'nothing' : (how ?? 'filed'), value }
    }),
  )
}

/** Whether an understudy acts as the head of this delegation now. */
function isActedByScript(state: RoomState, delegation: DelegationId): boolean {
  const head = actingHead(state, delegation)
  return state.plan.understudies && head !== null && head.holder === null && head.mirrors === null
}

/** How many delegations have a draft or a filed position in the running caucus. */
export function begunFiling(state: RoomState): number {
  const files = filingNow(state)
  if (!files) return 0
  return delegationIds(state.plan).filter((delegation) =>
    files.rounds.some((round) => {
      const file = positionFile(state, round, files.stage, delegation)
      return file.draft !== null || file.sealedAt !== null
    }),
  ).length
}

/** The rounds that a desk shows: that of the current phase, else those whose positions are filed now or next; after the last of them that one. */
export function roundsAtHand(state: RoomState): readonly RoundPlan[] {
  const { phases, rounds } = state.plan
  const round = phaseNow(state)?.round
  const next = phases.find((phase, index) => index >= state.agenda.index && phase.files !== null)?.files
  const shown = round ? [round] : (next?.rounds ?? [])
  return shown.length === 0 ? rounds.slice(-1) : rounds.filter(({ key }) => shown.includes(key))
}

/** The rounds whose positions have been revealed, even where no delegation had filed; in the plan's order. */
export function openedRounds(state: RoomState): readonly TensionKey[] {
  const opened = new Set<TensionKey>()
  for (const { event } of state.record) if (event.type === 'PositionsRevealed') opened.add(event.round)
  return state.plan.rounds.flatMap(({ key }) => (opened.has(key) ? [key] : []))
}
