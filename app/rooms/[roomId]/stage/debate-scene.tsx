'use client'
// The scene of a debate: the question, who has the floor and for how long, who is next, and the gap; where the class talks aloud, the last turns in its place.
import { useTranslations } from 'next-intl'
import { useNow } from '#room/hooks/use-now.ts'
import { roundOf } from '#simulation/agenda/plan'
import { latestValues } from '#simulation/reading/log/gap'
import { foldedNow, questionNow } from '#simulation/reading/talk/question'
import { turnsOnLine } from '#simulation/reading/talk/turns-said'
import { phaseNow } from '#simulation/state/room-state'
import { areStacked } from '#ui/charts/gap-drawing.ts'
import { FloorTable } from './floor-table'
import styles from './scenes.module.css'
import type { StageContext } from './stage-context'
import { Question, RevealedGap } from './stage-parts'
import { TurnsLine } from './turns-line'

export function DebateScene({ on }: { on: StageContext }) {
  const phase = phaseNow(on.state)
  const round = phase?.round ? roundOf(on.state.plan, phase.round) : undefined
  const values = round ? latestValues(on.state, round.key).values : {}
  const revealed = round && Object.keys(values).length > 0
  const line = turnsOnLine(on.state)
  return (
    <div className={styles.three}>
      <OnTheTable on={on} tight={line !== null || areStacked(values)} />
      <FloorTable on={on} short={line !== null} />
      {line ? (
        <TurnsLine on={on} line={line} />
      ) : revealed ? (
        <RevealedGap on={on} round={round} values={values} />
      ) : (
        <span />
      )}
    </div>
  )
}

/** The round's question; once the room has turned to it, that of the tension folded into the round. */
function OnTheTable({ on, tight }: { on: StageContext; tight: boolean }) {
  const t = useTranslations('stage')
  const time = useNow(on.now, 1_000)
  const folded = foldedNow(on.state, time)
  if (folded) return <Question tight={tight}>{t('folded', { question: folded.question })}</Question>
  return <Question tight={tight}>{questionNow(on.state)}</Question>
}
