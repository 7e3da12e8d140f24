'use client'
// What stands where the record will be before the first phase: what will happen, when, what to do meanwhile, and who is here.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/button'
import { LockLine } from '#ui/seal'
import type { AtTable } from './at-table'
import styles from './lobby.module.css'
import type { Place } from './places'
import { Refused } from './refused'
import { SeatedTable } from './seated-table'
import { StancePanel } from './stance-panel'
import { useRequest } from './use-request'

export function Lobby({ at, go }: { at: AtTable; go: (place: Place) => void }) {
  const t = useTranslations('room.lobby')
  const request = useRequest(at.view)
  const { state, seat } = at
  const minutes = Math.round(state.plan.phases.reduce((sum, phase) => sum + phase.seconds, 0) / 60)
  return (
    <div className={styles.lobby}>
      <div>
        <p className={styles.lead}>{t('lead', { title: seat.title })}</p>
        <p className={styles.text}>
          {t('what', { rounds: state.plan.rounds.length, minutes })} {t('when')}
        </p>
        <LockLine>{t('told')}</LockLine>
        <p className={styles.actions}>
          {at.delegation === null ? null : <Button onClick={() => go('brief')}>{t('readBrief')}</Button>}
          {state.seatingLocked ? null : (
            <Button kind="quiet" busy={request.busy} onClick={() => void request.ask({ type: 'leaveSeat' })}>
              {t('leaveSeat')}
            </Button>
          )}
        </p>
        <Refused>{request.refused}</Refused>
        <StancePanel at={at} person={at.person} when="before" />
      </div>
      <SeatedTable at={at} />
    </div>
  )
}
