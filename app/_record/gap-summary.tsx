// The gap at the head of the record: the distances over the rounds, and the round in which the gap was widest.
import { useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import { gapByRound, revealedValues } from '#simulation/reading/log/gap'
import { beliefsIn } from '#simulation/reading/positions/believed'
import { gapLines } from '#simulation/reading/positions/gap-lines'
import { widestRounds } from '#simulation/reading/record/proofs'
import type { RoomState } from '#simulation/state/room-state'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { GapLines } from '#ui/charts/gap-lines'
import { partiesOf } from '#ui/words/delegations.ts'
import styles from './gap-summary.module.css'
import { asTopic } from './words/inside-sentence'
import { useWidest } from './words/widest-words'

export function GapSummary({ state }: { state: RoomState }) {
  const t = useTranslations('transcript.gap')
  const parties = partiesOf(state.plan)
  const rounds = gapByRound(state)
  const widest = widestRounds(state)
  const words = useWidest(state)
  // Where no gap is known, the first round that was revealed.
  const shown = rounds.find(({ round }) => round === widest?.at[0]) ?? rounds[0]
  const round = shown && roundOf(state.plan, shown.round)
  if (!shown || !round) return null
  return (
    <section className={styles.gap} aria-label={t('label')}>
      {rounds.length > 1 ? (
        <GapLines
          parties={parties}
          rounds={gapLines(state)}
          title={widest ? `${words(widest)}.` : t('byRound')}
          heading={2}
        />
      ) : null}
      <GapDumbbell
        widest="half"
        parties={parties}
        axis={round.axis}
        positions={shown.values}
        openings={shown.stage === 'closing' ? revealedValues(state, shown.round, 'opening') : undefined}
        beliefs={beliefsIn(state, shown.round)}
        topic={asTopic(round.title)}
        sub={round.question}
        heading={2}
      />
    </section>
  )
}
