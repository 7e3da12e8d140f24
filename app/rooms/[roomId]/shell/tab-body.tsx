'use client'
// The content of the selected tab, laid out for the window: one panel, or several side by side.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { useNow } from '#room/hooks/use-now.ts'
import type { Unread } from '#room/hooks/use-unread.ts'
import type { Width } from '#room/hooks/use-width.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { hasComposer } from '#room/table/own-page.ts'
import type { RoomTab } from '#room/table/phase-screens.ts'
import type { OwnView } from '#room/table/use-own-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import type { Composing } from '#room/words/statement-draft.ts'
import type { SeatFloor } from '#room/words/use-floor.ts'
import { turnNow } from '#simulation/reading/log/time-accounts'
import type { TurnInHand } from '#simulation/reading/log/turns'
import type { Now } from '#simulation/reading/talk/now'
import { opensNow } from '#simulation/state/room-state'
import { Account } from '#ui/charts/floor-strip'
import { Placard } from '#ui/charts/placard'
import { lazyPart } from '#ui/over/lazy-part.ts'
import { ScrollRegion } from '#ui/page/scroll-region'
import { Skeleton } from '#ui/page/skeleton'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'
import type { TextStage } from '../communique/text-stage'
import { Composer } from '../floor/composer'
import { QueueList } from '../floor/queue-list'
import type { OwnFiling } from '../positions/own-filing'
import { RecordPanel } from '../record/record-panel'
import { TurnsAsked, useTurnAsked } from '../words/turns-asked'
import { SidePanel } from './side-panel'
import styles from './tab-body.module.css'
import type { TabChoice } from './use-room-tab'

/** Most students start on the record, so the other tabs are loaded after it. */
const useLazyTabs = lazyPart(() => import('./lazy-tabs'))

type PlaceBodyProps = {
  at: SeatView
  now: Now
  placed: TabChoice
  unread: Unread
  drafting: Composing
  floor: SeatFloor
  width: Width
  ownView: OwnView
  /** Whether the entries of the record are what this tab shows. */
  record: boolean
  filing: OwnFiling
  text: TextStage
  toComposer: () => void
  onWriteTurn: (turn: TurnInHand) => void
  /** Opens the form of a clause whose words were begun from an entry. */
  onWriteInto: (clause: string) => void
}

/** Whether this tab is that of the record with its entries, unless one's own view is asked for first. */
export const isRecordPlace = ({ state }: SeatView, place: RoomTab): boolean =>
  place === 'record' && state.plan.kind !== 'homework' && state.agenda.status !== 'lobby'

export function TabBody(props: PlaceBodyProps) {
  const { at, placed, unread, floor, width } = props
  const t = useTranslations('room.places')
  const other = useLazyTabs()
  const phone = width === 'phone'
  const viewAtHand = props.ownView.open ? `${props.ownView.round?.key ?? props.ownView.question?.item}` : ''
  if (props.record) return <RecordPlace {...props} />
  if (other === null) return <Skeleton />
  const {
    BriefTab: BriefPlace,
    CaucusTab: CaucusPlace,
    CommuniqueTab: CommuniquePlace,
    DebatePlace,
    Lobby,
    OwnViewStep,
    PositionsPlace,
    ReflectionTab: ReflectionPlace,
    TaskTab: TaskPlace,
  } = other
  switch (placed.place) {
    case 'record':
      if (at.state.plan.kind === 'homework') {
        const { drafting, onWriteTurn, onWriteInto } = props
        const whole = <RecordPanel {...{ at, drafting, onWriteTurn, onWriteInto }} bare={phone} />
        return <DebatePlace at={at} everything={whole} onWriteInto={onWriteInto} />
      }
      // An observer has no brief: their own view comes before the record.
      if (at.state.agenda.status !== 'lobby')
        return (
          <Scrolling label={t('record')} from={viewAtHand}>
            <OwnViewStep at={at} ownView={props.ownView} docked={phone} />
          </Scrolling>
        )
      return (
        <Scrolling label={t('lobby')} from={viewAtHand}>
          <Lobby at={at} go={placed.go} ownView={props.ownView} docked={phone} />
        </Scrolling>
      )
    case 'task':
      return (
        <Scrolling label={t('task')}>
          <TaskPlace at={at} />
        </Scrolling>
      )
    case 'brief':
      return (
        <Scrolling label={t('brief')} from={viewAtHand}>
          <BriefPlace at={at} phone={phone} ownView={props.ownView} />
        </Scrolling>
      )
    case 'caucus':
      return <CaucusPlace at={at} unread={unread} wide={width === 'wide'} own={props.filing} />
    case 'positions':
      return (
        <Scrolling label={t('positions')} from={`${at.state.agenda.index}`}>
          <PositionsPlace at={at} own={props.filing} />
        </Scrolling>
      )
    case 'communique':
      if (props.text.stage !== 'text') {
        return (
          <Scrolling label={t('communique')}>
            <CommuniquePlace at={at} text={props.text} floor={floor} unread={unread} phone={phone} />
          </Scrolling>
        )
      }
      return (
        <div className={`column ${styles.fixed}`}>
          <CommuniquePlace at={at} text={props.text} floor={floor} unread={unread} phone={phone} />
        </div>
      )
    case 'reflection':
      return (
        <Scrolling label={t('reflection')} from={viewAtHand}>
          <ReflectionPlace at={at} ownView={props.ownView} docked={phone} />
        </Scrolling>
      )
    default:
      return placed.place satisfies never
  }
}

/**
 * A tab that scrolls under the fixed head. What follows in it from another step, as the brief from one's own view, is shown from its top; whoever
 * is at something in it stays there.
 */
function Scrolling({ label, from = '', children }: { label: string; from?: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs with each step
  useEffect(() => {
    const { current } = region
    const focused = document.activeElement
    if (focused === current || !current?.contains(focused)) current?.scrollTo(0, 0)
  }, [from])
  return (
    // Keyed by label, so that another tab starts at its top and does not keep the scroll position.
    <ScrollRegion key={label} ref={region} className={styles.scrolling} label={label}>
      {children}
    </ScrollRegion>
  )
}

function RecordPlace(props: PlaceBodyProps) {
  const { at, now, unread, drafting, floor, width, ownView, toComposer, onWriteTurn, onWriteInto } = props
  const phone = width === 'phone'
  const other = useLazyTabs()
  const asked = useTurnAsked(at, now)
  const hasFloor = opensNow(at.state, 'floor')
  const composer = hasComposer(at.state, at.seat, drafting.inHand) ? (
    <Composer
      at={at}
      drafting={drafting}
      onSend={floor.send}
      objection={floor.holds ? floor.request.refused : null}
      compact={phone}
    />
  ) : null
  return (
    <div className={`column ${styles.fixed}`}>
      {phone && floor.hand ? <QueueList state={at.state} own={at.seat.id} most={4} bare /> : null}
      {other && at.delegation === null && ownView.when === 'before' ? (
        <other.OwnViewLine at={at} ownView={ownView} />
      ) : null}
      <TurnsAsked at={at} asked={asked} onWrite={onWriteTurn} />
      <div className={styles.record}>
        <RecordPanel
          at={at}
          drafting={drafting}
          bare={phone}
          asked={asked?.turn.no ?? null}
          onWriteTurn={onWriteTurn}
          onWriteInto={onWriteInto}
          head={hasFloor ? <SpeakerLine at={at} floor={floor} /> : null}
          toComposer={phone || composer === null ? null : toComposer}
          again={composer === null ? null : toComposer}
        >
          {phone ? null : composer}
        </RecordPanel>
        {phone ? null : <SidePanel at={at} unread={unread.total} />}
      </div>
    </div>
  )
}

/**
 * Who has the floor and for how much longer, as one line over the record; beneath it why a request about the floor was refused.
 */
function SpeakerLine({ at, floor }: { at: SeatView; floor: SeatFloor }) {
  const t = useTranslations('room.floor')
  const { state, view } = at
  const now = useNow(view.now)
  const { holder } = state.floor
  const speaker = holder ? state.seats[holder.seat] : undefined
  const delegation = delegationIn(state.plan, speaker?.delegation)
  const turn = turnNow(state, now)
  const cut = floor.open && view.connection.kind !== 'live'
  return (
    <section className={styles.frame} aria-label={t('label')}>
      <div className={`line ${styles.line} ${delegationColours(delegation)}`}>
        {delegation ? <Placard delegation={delegation} silent /> : null}
        <b>{speaker ? (floor.holds ? t('yours') : t('has', { title: speaker.title })) : t('open')}</b>
        {turn ? (
          <>
            <Account fraction={turn.leftMs / Math.max(1000, turn.wholeMs)} />
            <span className={`hint ${styles.left}`}>
              {t.rich('left', {
                left: clockText(Math.ceil(turn.leftMs / 1000)),
                of: clockText(Math.ceil(turn.wholeMs / 1000)),
                b: (text) => <b>{text}</b>,
              })}
            </span>
          </>
        ) : null}
      </div>
      <RefusalText>{cut ? t('offline') : floor.holds ? null : floor.request.refused}</RefusalText>
    </section>
  )
}
