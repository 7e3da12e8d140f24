'use client'
// The desk in windows of 1100 pixels and more: clock and floor on top; below them the queue of hands, what the phase is about, and the news;
// then the delegations side by side, whose place the score sheet takes while it is open.
import { useTranslations } from 'next-intl'
import { filingNow } from '#simulation/reading/filings'
import { opensNow } from '#simulation/state/room-state'
import { Button } from '#ui/button'
import { AgendaList, Autopilot } from './agenda-list'
import { CaseSheets } from './case-sheets'
import { ChairClock } from './chair-clock'
import { isHomework } from './chair-steps'
import { ClaimsList } from './claims-list'
import { DelegationList } from './delegation-list'
import { DeskHome } from './desk-home'
import { DeskOrder } from './desk-order'
import type { DeskParts } from './desk-parts'
import { DeskRecord } from './desk-record'
import { DeskText } from './desk-text'
import styles from './desk-wide.module.css'
import { FloorLine } from './floor-line'
import { HandQueue } from './hand-queue'
import { InjectList } from './inject-list'
import { NotesSent } from './notes-sent'
import { PositionsFiled } from './positions-filed'
import { ReadingCounts } from './reading-counts'
import { RecordTools } from './record-tools'
import { ReportedLines } from './reported-lines'
import { ScoreSheet } from './score-sheet'
import { StageChoice } from './stage-choice'
import { StrategySheets } from './strategy-sheets'
import { FOLDING, useFolds } from './use-folds'

type DeskWideProps = DeskParts & {
  /** Whether digits give levels on the score sheet. */
  keyed: boolean
  onKeyed: (keyed: boolean) => void
  scoring: boolean
  onScoring: (scoring: boolean) => void
}

export function DeskWide(props: DeskWideProps) {
  const { desk, next, step, acts, score, record, keyed, onKeyed, scoring, onScoring } = props
  const t = useTranslations('desk')
  const { state } = desk
  const { folds, fold } = useFolds()
  /** Whether the phase is about positions: they are filed, or it is shown who moved. */
  const filing = filingNow(state) !== null || opensNow(state, 'movement')
  return (
    <div className={styles.desk}>
      <div className={styles.head}>
        <ChairClock
          desk={desk}
          next={next?.kind === 'start' && !isHomework(state) ? null : next}
          onNext={props.onNext}
          step={step}
        />
        <FloorLine desk={desk} next={next} onNext={props.onNext} />
      </div>
      <aside className={styles.side} aria-label={t('left')} onPointerDown={() => onKeyed(false)}>
        {/* Above the queue: below it, rows that come would move under a hand on its way to a switch. */}
        <Autopilot desk={desk} />
        {isHomework(state) ? null : <HandQueue desk={desk} acts={acts} />}
        {filing || folds.positions ? null : <PositionsFiled desk={desk} onCards={props.onCards} />}
      </aside>
      <div className={`pane ${styles.centre}`}>
        {/* Not above the queue, where thirty hands need every line. */}
        <DeskOrder desk={desk} onRule={props.onRule} />
        {filing && !folds.positions ? <PositionsFiled desk={desk} onCards={props.onCards} /> : null}
        <DeskText desk={desk} />
        <DeskHome desk={desk} onDecide={props.onDecide} />
        <DeskRecord desk={desk} {...record} right={<RecordTools desk={desk} score={score} record={record} />} />
      </div>
      <aside className={styles.side} aria-label={t('right')} onPointerDown={() => onKeyed(false)}>
        <ReportedLines desk={desk} onLook={props.onLook} />
        {folds.agenda ? null : <AgendaList desk={desk} />}
        <ClaimsList desk={desk} onLook={props.onLook} />
        <InjectList
          desk={desk}
          keyed={!keyed}
          onSend={props.onInject}
          onWrite={() => props.onNote({ kind: 'nudge', to: 'room' })}
        />
        <NotesSent desk={desk} />
      </aside>
      <div className={styles.below}>
        {scoring ? (
          <ScoreSheet
            desk={desk}
            score={score}
            entries={props.entries}
            keyed={keyed}
            onKeyed={onKeyed}
            onFold={() => onScoring(false)}
          />
        ) : (
          <DelegationList desk={desk} acts={acts} onSilent={(seats) => props.onNote({ kind: 'silent', seats })} />
        )}
      </div>
      <div className={`line ${styles.foot}`}>
        {scoring ? null : (
          <Button kind="quiet" size="dense" keys="⇧S" aria-expanded={false} onClick={() => onScoring(true)}>
            {t('score.open')}
          </Button>
        )}
        {FOLDING.map((part) => (
          <Button key={part} kind="quiet" size="dense" aria-expanded={!folds[part]} onClick={() => fold(part)}>
            {t(`folds.${part}`, { folded: folds[part] ? 'yes' : 'no' })}
          </Button>
        ))}
        <StrategySheets desk={desk} />
        <CaseSheets desk={desk} />
        <ReadingCounts desk={desk} />
        <StageChoice desk={desk} />
      </div>
    </div>
  )
}
