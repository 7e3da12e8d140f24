// The places of words that no entry's number names, as commands and events write them (schemas.ts).
import type { DelegationId, Stage, TensionKey } from '../kernel/ids'
import type { WordsAt } from '../topics/topic'

type PositionAt = { round: TensionKey; stage: Stage; delegation: DelegationId }

/** A position's words in one round and stage, drafted, filed and revealed alike. */
export const positionPlace = ({ round, stage, delegation }: PositionAt): string =>
  `position/${round}/${stage}/${delegation}`

/** A position that was held repeats its opening in its closing (O5). */
export const ofPosition = (place: PositionAt): WordsAt & { at: string } => ({
  at: positionPlace(place),
  beside: [positionPlace({ ...place, stage: place.stage === 'opening' ? 'closing' : 'opening' })],
})

/** Why a delegation leaves the bracket of a clause standing (Q3). */
export const bracketPlace = (clause: string, delegation: DelegationId): string => `bracket/${clause}/${delegation}`
/** Why a delegation cast its ballot so (Q5). */
export const ballotPlace = (clause: string, delegation: DelegationId): string => `ballot/${clause}/${delegation}`
