// The gap at the head of the record: the three distances over the rounds, and the round in which the allies stood furthest apart.
import { useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import type { RoomState } from '#simulation/kernel/room-state'
import { beliefs, gapByRound, type RoundGap, revealedValues } from '#simulation/reading/gap'
import { GapDumbbell } from '#ui/gap-dumbbell'
import { GapLines, type GapRound } from '#ui/gap-lines'
import { unsigned } from '../../../_ui/signed'
import styles from './gap-summary.module.css'
import { asTopic } from './transcript-words'

export function GapSummary({ state }: { state: RoomState }) {
  const t = useTranslations('transcript.gap')
  const rounds = gapByRound(state)
  const widest = widestOf(rounds)
  const round = widest && roundOf(state.plan, widest.round)
  if (!widest || !round) return null
  return (
    <section className={styles.gap} aria-label={t('label')}>
      {rounds.length > 1 ? (
        <GapLines
          rounds={state.plan.rounds.map((each, place) => lineOf(state, rounds, each.key, each.title, place + 1))}
          title={
            widest.distances['us-jp'] === null
              ? t('byRound')
              : t('furthest', { topic: asTopic(round.title), distance: unsigned(widest.distances['us-jp']) })
          }
          heading={2}
        />
      ) : null}
      <GapDumbbell
        widest="half"
        axis={round.axis}
        positions={widest.values}
        openings={widest.stage === 'closing' ? revealedValues(state, widest.round, 'opening') : undefined}
        beliefs={beliefs(state, widest.round, widest.stage)}
        topic={asTopic(round.title)}
        sub={round.question}
        heading={2}
      />
    </section>
  )
}

/** The round with the largest distance between the allies; where none is known, the first that was revealed. */
function widestOf(rounds: readonly RoundGap[]): RoundGap | undefined {
  return [...rounds].sort((a, b) => (b.distances['us-jp'] ?? -1) - (a.distances['us-jp'] ?? -1))[0]
}

function lineOf(state: RoomState, rounds: readonly RoundGap[], key: string, name: string, number: number): GapRound {
  const row = rounds.find((each) => each.round === key)
  const guess = row && beliefs(state, row.round, row.stage).find(({ by, of }) => by === 'us' && of === 'jp')?.value
  const stood = row?.values.us
  return {
    name,
    number,
    distances: row?.distances ?? { 'us-jp': null, 'us-cn': null, 'jp-cn': null },
    believed: guess === undefined || stood === undefined ? null : Math.abs(stood - guess),
  }
}
