'use client'
// Every place but the record in session, as one part that is loaded when a student's room stands.
import { useTranslations } from 'next-intl'
import { filingNow } from '#simulation/reading/filings'
import { stanceNow } from '#simulation/reading/may'
import { LockLine, SealStrip } from '#ui/seal'
import type { AtTable } from '../../../_room/at-table'
import { ScrollRegion } from '../../../_room/scroll-region'
import type { Unread } from '../../../_room/use-unread'
import { BriefPanel } from '../brief/brief-panel'
import { CaucusPanel } from '../caucus/caucus-panel'
import { PositionPanel } from '../positions/position-panel'
import { StancePanel } from '../reflection/stance-panel'
import styles from './place-body.module.css'

export { CommuniquePlace } from '../communique/communique-place'
export { DebatePlace } from '../homework/debate-place'
export { Lobby } from '../lobby/lobby'
export { PositionsPlace } from '../positions/positions-place'
export { ReflectionPlace } from '../reflection/reflection-place'

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
