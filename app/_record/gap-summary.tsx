// The gap at the head of the record: the distances over the rounds, and the round in which the gap was widest.
import { useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import { beliefsIn } from '#simulation/reading/believed'
import { widestRound } from '#simulation/reading/findings'
import { gapByRound, revealedValues } from '#simulation/reading/gap'
import { gapLines } from '#simulation/reading/gap-lines'
import type { RoomState } from '#simulation/state/room-state'
import { beginning, partiesOf } from '#ui/delegations.ts'
import { GapDumbbell } from '#ui/gap-dumbbell'
import { GapLines } from '#ui/gap-lines'
import { unsigned } from '#ui/signed.ts'
import { asTopic } from './as-topic'
import styles from './gap-summary.module.css'

export function GapSummary({ state }: { state: RoomState }) {
  const t = useTranslations('transcript.gap')
  const parties = partiesOf(state.plan)
  const rounds = gapByRound(state)
  const widest = widestRound(state)
  // Where no gap is known, the first round that was revealed.
  const shown = rounds.find(({ round }) => round === widest?.round) ?? rounds[0]
  const round = shown && roundOf(state.plan, shown.round)
  if (!shown || !round) return null
  return (
    <section className={styles.gap} aria-label={t('label')}>
      {rounds.length > 1 ? (
        <GapLines
          parties={parties}
          rounds={gapLines(state)}
          title={
            widest
              ? t('furthest', {
                  gap: beginning(parties.focus.name),
                  topic: asTopic(round.title),
                  distance: unsigned(widest.gap),
                })
              : t('byRound')
          }
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
