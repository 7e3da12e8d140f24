'use client'
// All tabs except the record, as one chunk that is loaded once a student's room is shown.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Unread } from '#room/hooks/use-unread.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { OwnViewLine, OwnViewStep } from '#room/table/own-view-step'
import { StancePanel } from '#room/table/stance-panel'
import type { OwnView } from '#room/table/use-own-view.ts'
import type { SeatFloor } from '#room/words/use-floor.ts'
import { stanceNow } from '#simulation/questions/stances'
import { gapByRound } from '#simulation/reading/log/gap'
import { viewLeft } from '#simulation/reading/positions/own-view'
import { ScrollRegion } from '#ui/page/scroll-region'
import { LockLine, SealStrip } from '#ui/words/seal'
import { BallotPanel } from '../ballot/ballot-panel'
import { ResultPanel } from '../ballot/result-panel'
import { BriefPanel } from '../brief/brief-panel'
import { CaucusPanel } from '../caucus/caucus-panel'
import { NegotiationPanel } from '../communique/negotiation-panel'
import type { TextStage } from '../communique/text-stage'
import { HomePanel } from '../home/home-panel'
import { filingKey, type OwnFiling } from '../positions/own-filing'
import { PositionPanel } from '../positions/position-panel'
import { AllRounds, PositionsTab } from '../positions/positions-tab'
import { ReflectionPanel } from '../reflection/reflection-panel'
import { CommuniqueSidePanel } from './communique-side-panel'
import styles from './tab-body.module.css'

export { DebateTab as DebatePlace } from '../homework/debate-tab'
export { Lobby } from '../lobby/lobby'
export { TaskTab } from '../task/task-tab'
export { OwnViewLine, OwnViewStep, PositionsTab as PositionsPlace }

/** The joint text in its stages: negotiation, ballot, ratification, issued. */
export function CommuniqueTab({ at, text, floor, unread, phone }: CommuniquePlaceProps) {
  if (text.stage === 'issued') return <ResultPanel at={at} />
  if (text.stage === 'votes') return <BallotPanel at={at} />
  if (text.stage === 'home') return <HomePanel at={at} />
  const papers = phone ? null : <CommuniqueSidePanel at={at} floor={floor} unread={unread} />
  return <NegotiationPanel at={at} phone={phone} papers={papers} begun={text.begun} onBegun={text.begin} />
}

type CommuniquePlaceProps = {
  at: SeatView
  text: TextStage
  floor: SeatFloor
  unread: Unread
  phone: boolean
}

/** One's own view first, then the prompts, and beneath them what there is to look at. */
export function ReflectionTab({ at, ownView, docked }: { at: SeatView; ownView: OwnView; docked: boolean }) {
  const { state } = at
  if (ownView.open) return <OwnViewStep at={at} ownView={ownView} docked={docked} />
  return (
    <ReflectionPanel
      at={at}
      ownView={ownView}
      rounds={gapByRound(state).length > 1 ? <AllRounds state={state} /> : null}
    />
  )
}

/** One's own view is a step of its own before the brief; in a homework debate its form is beside the brief, for all the days of the phase. */
export function BriefTab(props: { at: SeatView; phone: boolean; ownView: OwnView }) {
  const { at, phone, ownView } = props
  // On a phone they lie one beneath the other: what is asked comes first. The order stays as it was when the page was opened.
  const [owes] = useState(() => viewLeft(at.state, at.person, 'before').left > 0)
  if (stanceNow(at.state) !== 'before') return <BriefPanel at={at} narrow={phone} />
  if (ownView.open) return <OwnViewStep at={at} ownView={ownView} docked={phone} />
  if (at.state.plan.kind === 'seminar') {
    return (
      <>
        <OwnViewLine at={at} ownView={ownView} />
        <BriefPanel at={at} narrow={phone} />
      </>
    )
  }
  const brief = <BriefPanel key="brief" at={at} narrow />
  const view = (
    <div key="view" className="unprinted">
      <StancePanel at={at} person={at.person} when="before" />
    </div>
  )
  return <div className={styles.briefing}>{phone && owes ? [view, brief] : [brief, view]}</div>
}

export function CaucusTab({ at, unread, wide, own }: { at: SeatView; unread: Unread; wide: boolean; own: OwnFiling }) {
  const t = useTranslations('room.caucus')
  const { delegation } = at
  const { filing, ended, leave } = own
  if (delegation === null) return null
  if (!wide) {
    return (
      <div className={`column ${styles.fixed}`}>
        <CaucusPanel key={delegation} at={at} delegation={delegation} unread={unread} />
      </div>
    )
  }
  return (
    <>
      <SealStrip />
      <div className={styles.lock}>
        <LockLine>{t('private')}</LockLine>
      </div>
      <div className={styles.three} data-filing={filing ? '' : undefined}>
        <ScrollRegion className={styles.column} label={t('brief')}>
          <BriefPanel at={at} narrow />
        </ScrollRegion>
        <CaucusPanel key={delegation} at={at} delegation={delegation} unread={unread} sealed={false} />
        {filing ? (
          <ScrollRegion className={styles.column} label={t('position')}>
            <PositionPanel
              key={filingKey(filing, delegation)}
              at={at}
              delegation={delegation}
              filing={filing}
              ended={ended}
              onLeave={leave}
            />
          </ScrollRegion>
        ) : null}
      </div>
    </>
  )
}
