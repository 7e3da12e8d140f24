'use client'
// The desk: its head, the one thing that the phase is about in the middle at full height, and a foot with what is asked for now and then.
import { useTranslations } from 'next-intl'
import { type DeskFace, deskFace } from '#simulation/reading/room/desk-face'
import { isOver } from '#simulation/reading/room/notices'
import { opensNow } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { CaseSheets } from '../scoring/case-sheets'
import { PositionsFiled } from '../scoring/positions-filed'
import { ReadingCounts } from '../scoring/reading-counts'
import { ScoreSheet } from '../scoring/score-sheet'
import { StrategySheets } from '../scoring/strategy-sheets'
import { isHomework } from './chair-steps'
import { DelegationStrip } from './delegation-strip'
import styles from './desk-faces.module.css'
import { DeskHead } from './desk-head'
import { DeskHome } from './desk-home'
import { DeskOrder } from './desk-order'
import type { DeskParts } from './desk-parts'
import { DeskRecord } from './desk-record'
import { DeskText } from './desk-text'
import { FaceCaucus } from './face-caucus'
import { FaceDebrief } from './face-debrief'
import { FaceLobby } from './face-lobby'
import { HandQueue } from './hand-queue'
import { RecordTools } from './record-tools'
import { ReportedLines } from './reported-lines'
import { VoteTurnout } from './vote-turnout'

type DeskFacesProps = DeskParts & {
  scoring: boolean
  onScoring: (scoring: boolean) => void
  /** Whether the record stands in the middle, in a phase that is about something else. */
  reading: boolean
  onReading: (reading: boolean) => void
  onSeats: () => void
}

export function DeskFaces(props: DeskFacesProps) {
  const { desk, score, record, scoring, reading } = props
  const { state } = desk
  const face = deskFace(state)
  const isRecord = face === 'floor' || scoring || reading
  return (
    <div className={styles.desk} data-face={isRecord ? 'floor' : face}>
      <DeskHead {...props} />
      <div className={styles.middle}>
        <div className={`pane ${styles.centre}`}>
          <ReportedLines desk={desk} onLook={props.onLook} />
          <DeskOrder desk={desk} onRule={props.onRule} />
          {isRecord ? (
            <>
              {opensNow(state, 'reveals') || opensNow(state, 'movement') ? (
                <PositionsFiled desk={desk} onCards={props.onCards} />
              ) : null}
              <DeskRecord desk={desk} {...record} right={<RecordTools desk={desk} score={score} record={record} />} />
            </>
          ) : (
            <Middle {...props} face={face} />
          )}
        </div>
        {scoring || !hasQueue(props) ? null : (
          <aside className={styles.side} aria-label={props.desk.state.plan.title}>
            <HandQueue desk={desk} acts={props.acts} />
          </aside>
        )}
      </div>
      {scoring ? (
        <div className={styles.below}>
          <ScoreSheet desk={desk} score={score} entries={props.entries} onFold={() => props.onScoring(false)} />
        </div>
      ) : face === 'floor' && !isHomework(state) ? (
        <DelegationStrip desk={desk} />
      ) : null}
      <Foot {...props} face={face} />
    </div>
  )
}

/** Whether people ask for the floor now, or still wait with a raised hand. */
const hasQueue = ({ desk: { state } }: DeskFacesProps): boolean => !isHomework(state) && opensNow(state, 'floor')

function Middle({ face, ...props }: DeskFacesProps & { face: Exclude<DeskFace, 'floor'> }) {
  const { desk } = props
  switch (face) {
    case 'lobby':
      return <FaceLobby desk={desk} join={props.join} />
    case 'caucus':
      return <FaceCaucus desk={desk} />
    case 'text':
      return <DeskText desk={desk} onHide={props.record.onHide} />
    case 'vote':
      return (
        <>
          <VoteTurnout desk={desk} />
          <DeskText desk={desk} onHide={props.record.onHide} />
          <DeskHome desk={desk} onDecide={props.onDecide} />
        </>
      )
    case 'debrief':
      return <FaceDebrief desk={desk} questions={props.questions} onLook={props.onLook} />
    default:
      return face satisfies never
  }
}

/** What is asked for now and then; each opens over the desk, and the two last change what stands in the middle. */
function Foot({ face, ...props }: DeskFacesProps & { face: DeskFace }) {
  const t = useTranslations('desk')
  const { desk, scoring, reading } = props
  return (
    <div className={`line ${styles.foot}`}>
      {isOver(desk.state) ? null : (
        <Button size="dense" keys="N" onClick={() => props.onNote({ kind: 'nudge', to: 'room' })}>
          {t('injects.write')}
        </Button>
      )}
      <Button size="dense" onClick={props.onSeats}>
        {t('foot.seats')}
      </Button>
      {scoring ? null : (
        <Button size="dense" keys="S" onClick={() => props.onScoring(true)}>
          {t('score.open')}
        </Button>
      )}
      {face === 'floor' || scoring ? null : (
        <Button size="dense" pressed={reading} onClick={() => props.onReading(!reading)}>
          {t('foot.record')}
        </Button>
      )}
      <StrategySheets desk={desk} />
      <CaseSheets desk={desk} />
      <ReadingCounts desk={desk} />
    </div>
  )
}
