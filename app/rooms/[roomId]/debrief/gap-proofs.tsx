// The proofs of the sentences about the gap: who stood nearer to whom, how the gap was judged, and how it changed, round by round.
import { useFormatter, useTranslations } from 'next-intl'
import { useRoundName, WidthsProof } from '#record/gap-proofs'
import { capitalOf } from '#record/names-in-plan.ts'
import { Proof } from '#record/proof'
import { linesFinding, shiftGrounds, sightGrounds } from '#simulation/reading/positions/findings'
import type { StoodFinding } from '#simulation/reading/record/proofs'
import type { RoomState } from '#simulation/state/room-state'
import { unsigned } from '#ui/words/signed.ts'
import { gapWords } from './findings'

type GapProofProps = { state: RoomState; room: string }

const far = (value: number | null) => (value === null ? '–' : unsigned(value))

/** Of the main title; without a finding of who stood nearer, of the widths that it gives, where the lines do not prove them. */
export function HeadProof({ state, room, stood }: GapProofProps & { stood: StoodFinding | null }) {
  const t = useTranslations('debrief.proof')
  const format = useFormatter()
  const named = useRoundName(state)
  if (!stood) return linesFinding(state).kind === 'judged' ? <WidthsProof state={state} room={room} /> : null
  const names = { ...gapWords(state), outside: capitalOf(state.plan, stood.outside) }
  return (
    <Proof
      ways={['for', 'against', 'tied', 'unknown']}
      says={t}
      grounds={stood.rounds}
      words={({ round, way, inside, outside, byBrief }) => {
        const name = named(round)
        const words =
          way === 'unknown' ? name : t('stood', { ...names, round: name, inside: far(inside), far: far(outside) })
        const list = format.list(byBrief.map((id) => capitalOf(state.plan, id)))
        return byBrief.length === 0 ? words : t('brief', { words, list })
      }}
      room={room}
    />
  )
}

/** Of the title over the lines. */
export function LinesProof({ state, room }: GapProofProps) {
  const t = useTranslations('debrief.proof')
  const named = useRoundName(state)
  if (linesFinding(state).kind !== 'judged') return <WidthsProof state={state} room={room} />
  return (
    <Proof
      ways={['nearer', 'further', 'same', 'unknown']}
      says={t}
      grounds={sightGrounds(state)}
      words={({ round, way, expected, actual }) =>
        way === 'unknown'
          ? named(round)
          : t('put', { round: named(round), expected: far(expected), actual: far(actual) })
      }
      room={room}
    />
  )
}

export function ShiftProof({ state, room }: GapProofProps) {
  const t = useTranslations('debrief.proof')
  const named = useRoundName(state)
  return (
    <Proof
      ways={['narrowed', 'widened', 'held', 'unknown']}
      says={t}
      grounds={shiftGrounds(state)}
      words={({ round, way, opening, closing }) =>
        way === 'unknown' ? named(round) : t('fromTo', { round: named(round), from: far(opening), to: far(closing) })
      }
      room={room}
    />
  )
}
