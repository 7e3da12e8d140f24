// Where the words stand that somebody wrote in an event: at the place that names them, which for some is no entry's number.
import type { DelegationId, FilingStage, SeatId, TensionKey } from '../kernel/ids'
import type { RoomEvent } from './room-event'
import type { VersionId } from './text'

/** Where a text of an event belongs. */
export type WordsAt = Readonly<{
  /** The place that names it (shapes/strikes.ts): other rows of the same place hold the same words, or earlier ones. */
  at?: string
  /** Other places whose words it may hold. */
  beside?: readonly string[]
  /** The shortest that its schema takes. */
  least?: number
}>
/** Takes a text and returns what is to stand in its stead. */
export type TakeText = (text: string, of?: WordsAt) => string

export type PlacedText = Readonly<{ text: string; of: WordsAt }>
/** Every text that somebody wrote in an event, with where it belongs, the main one first. The catalogue has it (`wordsIn`), and a topic is given it. */
export type WordsIn = (event: RoomEvent) => readonly PlacedText[]

type PositionAt = { round: TensionKey; stage: FilingStage; delegation: DelegationId }

/** A position's words in one round and stage, drafted, filed and revealed alike. */
export const positionPlace = ({ round, stage, delegation }: PositionAt): string =>
  `position/${round}/${stage}/${delegation}`

/** A position that was held repeats its opening in its closing (O5). */
export const ofPosition = (place: PositionAt): WordsAt & { at: string } => ({
  at: positionPlace(place),
  beside: [positionPlace({ ...place, stage: place.stage === 'opening' ? 'closing' : 'opening' })],
})

/** A version of a clause, as it was put forward and as it is issued. */
export const versionPlace = (clause: string, version: VersionId): string => `version/${clause}/${version}`
export const isVersionPlace = (place: string): boolean => place.startsWith('version/')
/** What one seat drafts for a clause. */
export const draftPlace = (clause: string, seat: SeatId): string => `draft/${clause}/${seat}`

/** Whether a clause was brought in during the talks: its key is then the side and a count, `north.1`, which no key of a scenario is. */
export const isBroughtIn = (clause: string): boolean => clause.includes('.')
/** What whoever brought in a clause calls it. */
export const headingPlace = (clause: string): string => `heading/${clause}`

/** Why a delegation stands where it does on a clause, and leaves its bracket standing (Q3). */
export const bracketPlace = (clause: string, delegation: DelegationId): string => `bracket/${clause}/${delegation}`
/** Why a delegation cast its ballot so (Q5). */
export const ballotPlace = (clause: string, delegation: DelegationId): string => `ballot/${clause}/${delegation}`

/** Why an office ratifies or refuses, by its first seat; and why the chair decides for a delegation instead (A4, A8). */
export const homeVotePlace = (office: SeatId): string => `home/${office}`
export const decidedPlace = (delegation: DelegationId): string => `decided/${delegation}`
