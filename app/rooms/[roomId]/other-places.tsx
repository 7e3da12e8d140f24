'use client'
// Every place but the record in session, as one part that is loaded when a student's room stands.
import { useTranslations } from 'next-intl'
import { isIn } from '#simulation/room-state'
import { LockLine, SealStrip } from '#ui/seal'
import type { AtTable } from './at-table'
import { BriefPanel } from './brief-panel'
import { CaucusPanel } from './caucus-panel'
import { filingNow } from './filing-now'
import styles from './place-body.module.css'
import { PositionPanel } from './position-panel'
import { ScrollRegion } from './scroll-region'
import { StancePanel } from './stance-panel'
import type { Unread } from './use-unread'

export { CommuniquePlace } from './communique-place'
export { DebatePlace } from './homework/debate-place'
export { Lobby } from './lobby'
export { PositionsPlace } from './positions-place'
export { ReflectionPlace } from './reflection-place'

/** While the briefing lasts, one's own view is marked beside the brief. */
export function BriefPlace({ at, phone }: { at: AtTable; phone: boolean }) {
  if (!isIn(at.state, 'briefing')) return <BriefPanel at={at} narrow={phone} />
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
