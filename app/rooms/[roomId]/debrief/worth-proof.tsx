// The proof of what the text was worth.
import { useTranslations } from 'next-intl'
import { Proof } from '#record/proof'
import { membersOf } from '#simulation/agenda/parties'
import type { Pair } from '#simulation/kernel/ids'
import type { Plane } from '#simulation/reading/positions/worth'
import type { RoomState } from '#simulation/state/room-state'
import { unsigned } from '#ui/words/signed.ts'
import { useSides } from './readings-section'

/** What the title counts: for each two sides what the text was worth to them, what both could have had more, and their best trade. */
export function WorthProof({ state, all }: { state: RoomState; all: readonly Plane[] }) {
  const t = useTranslations('debrief.worth.proof')
  const sides = useSides(state)
  const two = (pair: Pair, [first, second]: readonly [number, number]) => {
    const [one, other] = membersOf(pair)
    return t('two', { first: sides([one]), a: unsigned(first), second: sides([other]), b: unsigned(second) })
  }
  return (
    <Proof
      ways={['drawn', 'notDrawn']}
      says={t}
      grounds={all.map((plane) => ({
        key: plane.pair,
        plane,
        way: plane.kind === 'drawn' ? ('drawn' as const) : ('notDrawn' as const),
        entries: [],
      }))}
      words={({ plane }) => {
        const { pair } = plane
        if (plane.kind !== 'drawn') return sides(membersOf(pair))
        const { own, alike, corners, more, trade } = plane
        return t('pair', {
          ...{ pair: sides(membersOf(pair)), own: two(pair, own), alike: two(pair, alike), more: unsigned(more.alike) },
          line: corners.map((corner) => two(pair, corner)).join('; '),
          ...{ trade: trade ? 'some' : 'none', given: trade?.first.clause.number ?? 0 },
          taken: trade?.second.clause.number ?? 0,
        })
      }}
    />
  )
}
