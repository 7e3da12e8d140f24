'use client'
// Every place but the record in session, as one part that is loaded when a student's room stands.
import { useTranslations } from 'next-intl'
import type { AtTable } from '#room/at-table.ts'
import { ScrollRegion } from '#room/scroll-region'
import { StancePanel } from '#room/stance-panel'
import type { FloorHere } from '#room/use-floor.ts'
import type { Unread } from '#room/use-unread.ts'
import { opensNow } from '#simulation/kernel/room-state'
import { filingNow } from '#simulation/reading/filings'
import { gapByRound } from '#simulation/reading/gap'
import { stanceNow } from '#simulation/reading/may'
import { LockLine, SealStrip } from '#ui/seal'
import { BallotPanel } from '../ballot/ballot-panel'
import { ResultPanel } from '../ballot/result-panel'
import { BriefPanel } from '../brief/brief-panel'
import { CaucusPanel } from '../caucus/caucus-panel'
import { NegotiationPlace } from '../communique/communique-place'
import { PositionPanel } from '../positions/position-panel'
import { AllRounds, PositionsPlace } from '../positions/positions-place'
import { Reflection } from '../reflection/reflection-place'
import styles from './place-body.module.css'
import { TextPapers } from './text-papers'

export { DebatePlace } from '../homework/debate-place'
export { Lobby } from '../lobby/lobby'
export { PositionsPlace }

/** The joint text through its three stands: under negotiation, put to the vote, issued. */
export function CommuniquePlace({ at, floor, unread, phone }: CommuniquePlaceProps) {
  const { state } = at
  if (state.issued) return <ResultPanel at={at} />
  if (opensNow(state, 'votes')) return <BallotPanel at={at} />
  const papers = phone ? null : <TextPapers at={at} floor={floor} unread={unread} />
  return <NegotiationPlace at={at} phone={phone} papers={papers} />
}

type CommuniquePlaceProps = { at: AtTable; floor: FloorHere; unread: Unread; phone: boolean }

export function ReflectionPlace({ at }: { at: AtTable }) {
  const { state } = at
  return <Reflection at={at} rounds={gapByRound(state).length > 1 ? <AllRounds state={state} /> : null} />
}

/** While the briefing lasts, one's own view is marked beside the brief. */
export function BriefPlace({ at, phone }: { at: AtTable; phone: boolean }) {
  if (stanceNow(at.state) !== 'before') return <BriefPanel at={at} narrow={phone} />
  return (
    <div className={styles.briefing}>
      <BriefPanel at={at} narrow />
      <div className={styles.stance}>
        <StancePanel at={at} person={at.person} when="before" />
      </div>
    </div>
  )
}

export function CaucusPlace({ at, unread, wide }: { at: AtTable; unread: Unread; wide: boolean }) {
  const t = useTranslations('room.caucus')
  const { delegation, state } = at
  const filing = filingNow(state)
  if (delegation === null) return null
  if (!wide) {
    return (
      <div className={styles.fixed}>
        <CaucusPanel at={at} delegation={delegation} unread={unread} />
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
        <CaucusPanel at={at} delegation={delegation} unread={unread} sealed={false} />
        {filing ? (
          <ScrollRegion className={styles.column} label={t('position')}>
            <PositionPanel at={at} delegation={delegation} filing={filing} />
          </ScrollRegion>
        ) : null}
      </div>
    </>
  )
}
