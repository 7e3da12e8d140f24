'use client'
// The desk in windows of 1100 pixels and more: agenda, record and delegations side by side, the score sheet below the last two.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/button'
import { AgendaList, Autopilot } from './agenda-list'
import { ChairClock } from './chair-clock'
import { DelegationList } from './delegation-list'
import type { DeskParts } from './desk-parts'
import { DeskRecord } from './desk-record'
import styles from './desk-screen.module.css'
import { FloorLine } from './floor-line'
import { InjectList } from './inject-list'
import { PositionsFiled } from './positions-filed'
import { RecordTools } from './record-tools'
import { ScoreSheet } from './score-sheet'

type DeskWideProps = DeskParts & {
  /** Whether digits give levels on the score sheet. */
  keyed: boolean
  onKeyed: (keyed: boolean) => void
  scoring: boolean
  onScoring: (scoring: boolean) => void
}

export function DeskWide(props: DeskWideProps) {
  const { desk, next, ending, acts, score, rubric, record, keyed, onKeyed, scoring, onScoring } = props
  const t = useTranslations('desk')
  return (
    <div className={styles.desk}>
      <aside className={styles.left} aria-label={t('left')} onPointerDown={() => onKeyed(false)}>
        <ChairClock desk={desk} next={next} onNext={props.onNext} ending={ending} />
        <Autopilot desk={desk} />
        <AgendaList desk={desk} />
        <InjectList
          desk={desk}
          keyed={!keyed}
          onSend={props.onInject}
          onWrite={() => props.onNote({ kind: 'nudge', to: 'room' })}
        />
      </aside>
      <div className={styles.centre}>
        <DeskRecord desk={desk} {...record} right={<RecordTools desk={desk} score={score} record={record} />}>
          <FloorLine desk={desk} next={next} onNext={props.onNext} />
        </DeskRecord>
      </div>
      <aside className={styles.right} aria-label={t('right')}>
        <PositionsFiled desk={desk} />
        <DelegationList desk={desk} acts={acts} onSilent={(seats) => props.onNote({ kind: 'silent', seats })} />
      </aside>
      <div className={styles.dock}>
        {scoring ? (
          <ScoreSheet
            desk={desk}
            score={score}
            rubric={rubric}
            keyed={keyed}
            onKeyed={onKeyed}
            onFold={() => onScoring(false)}
          />
        ) : (
          <div className={styles.folded}>
            <Button size="dense" keys="⇧S" aria-expanded={false} onClick={() => onScoring(true)}>
              {t('score.open')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
