'use client'
// The desk in windows under 1100 pixels: clock, floor and the next action on top, the rest in four tabs.
import { useTranslations } from 'next-intl'
import { holdsPointOfOrder } from '#simulation/reading/queue'
import { openCalls } from '#simulation/reading/room-needs'
import { openReports } from '#simulation/reading/strikes'
import { IntentTag } from '#ui/intent-tag'
import { Kbd } from '#ui/kbd'
import { Tabs } from '#ui/tabs'
import { AgendaList, Autopilot } from './agenda-list'
import { CaseSheets } from './case-sheets'
import { ChairClock } from './chair-clock'
import { isHomework } from './chair-steps'
import { ClaimsList } from './claims-list'
import { DelegationList } from './delegation-list'
import { RoomSwitch } from './desk-bar'
import { DeskHome } from './desk-home'
import { DeskOrder } from './desk-order'
import type { DeskPageData, DeskParts, DeskTab } from './desk-parts'
import { DeskRecord } from './desk-record'
import styles from './desk-tabs.module.css'
import { DeskText } from './desk-text'
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

type DeskTabsProps = DeskParts & { papers: DeskPageData; tab: DeskTab; onTab: (tab: DeskTab) => void }

export function DeskTabs(props: DeskTabsProps) {
  const { desk, next, step, acts, score, record, papers, tab, onTab } = props
  const t = useTranslations('desk')
  const hands = desk.state.floor.hands.length
  const calls = openCalls(desk.state).length + openReports(desk.state).length
  const intents = useTranslations('record.intents')
  const order = holdsPointOfOrder(desk.state.floor.hands)
  const label = (name: DeskTab, keys: string, count?: string, isFirst = false) => (
    <>
      {t(`tabs.${name}`)} <Kbd>{keys}</Kbd>
      {count ? <span className={styles.count}>{count}</span> : null}
      {isFirst ? (
        <span className={styles.count}>
          {' '}
          <IntentTag first>{intents('point-of-order')}</IntentTag>
        </span>
      ) : null}
    </>
  )
  const list = <DeskRecord desk={desk} {...record} right={<RecordTools desk={desk} score={score} record={record} />} />
  return (
    <div className="column">
      <div className={styles.head}>
        <ChairClock
          onNext={props.onNext}
          desk={desk}
          next={next?.kind === 'start' && !isHomework(desk.state) ? null : next}
          step={step}
        />
        <FloorLine desk={desk} next={next} onNext={props.onNext} />
      </div>
      <div className={`column ${styles.tabs}`}>
        <Tabs
          label={t('tabs.label')}
          value={tab}
          onValueChange={onTab}
          tabs={[
            {
              value: 'record',
              label: label('record', '⇧R', calls > 0 ? t('tabs.calls', { count: calls }) : undefined),
              panel: (
                <div className={styles.record}>
                  <div className={styles.about}>
                    <DeskText desk={desk} />
                    <DeskHome desk={desk} onDecide={props.onDecide} />
                    <ReportedLines desk={desk} onLook={props.onLook} />
                    <ClaimsList desk={desk} onLook={props.onLook} />
                    {list}
                  </div>
                  <HandQueue desk={desk} acts={acts} />
                  <DeskOrder desk={desk} onRule={props.onRule} />
                </div>
              ),
            },
            {
              value: 'delegations',
              label: label(
                'delegations',
                '⇧D',
                hands > 0 ? t('delegations.hands', { count: hands }) : undefined,
                order,
              ),
              panel: (
                <>
                  <DelegationList
                    desk={desk}
                    acts={acts}
                    onSilent={(seats) => props.onNote({ kind: 'silent', seats })}
                  />
                  <StrategySheets desk={desk} />
                  <CaseSheets desk={desk} />
                  <ReadingCounts desk={desk} />
                  <PositionsFiled desk={desk} onCards={props.onCards} />
                </>
              ),
            },
            {
              value: 'agenda',
              label: label('agenda', '⇧A'),
              panel: (
                <div className={styles.agenda}>
                  <AgendaList desk={desk} roomy />
                  <div>
                    <InjectList
                      desk={desk}
                      keyed
                      onSend={props.onInject}
                      onWrite={() => props.onNote({ kind: 'nudge', to: 'room' })}
                    />
                    <NotesSent desk={desk} />
                    <div className={styles.settings}>
                      <Autopilot desk={desk} />
                      <StageChoice desk={desk} />
                      <RoomSwitch papers={papers} />
                    </div>
                  </div>
                </div>
              ),
            },
            {
              value: 'score',
              label: label('score', '⇧S'),
              panel: (
                <div className={styles.score}>
                  <ScoreSheet {...{ desk, score, entries: props.entries }} keyed onKeyed={() => undefined} roomy />
                  {list}
                </div>
              ),
            },
          ]}
        />
      </div>
    </div>
  )
}
