// The proof of a sentence about how wide the gap was in each round: in the debrief and on the stage.
import { useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import type { TensionKey } from '#simulation/kernel/ids'
import { widthGrounds } from '#simulation/reading/record/proofs'
import type { RoomState } from '#simulation/state/room-state'
import { unsigned } from '#ui/words/signed.ts'
import { Proof } from './proof'
import { withoutEnd } from './words/inside-sentence'

/** "2. Deterrence". */
export function useRoundName({ plan }: RoomState): (round: TensionKey) => string {
  const t = useTranslations('record.proof')
  return (round) =>
    t('round', {
      number: plan.rounds.findIndex(({ key }) => key === round) + 1,
      title: withoutEnd(roundOf(plan, round)?.title ?? round),
    })
}

export function WidthsProof({ state, room }: { state: RoomState; room?: string }) {
  const t = useTranslations('record.proof.widths')
  const named = useRoundName(state)
  return (
    <Proof
      ways={['widest', 'narrower', 'unknown']}
      says={t}
      grounds={widthGrounds(state)}
      words={({ round, gap }) => (gap === null ? named(round) : t('one', { round: named(round), gap: unsigned(gap) }))}
      room={room}
    />
  )
}
