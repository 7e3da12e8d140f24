'use client'
// What stands where the record will be before the first phase: what will happen, when, what to do meanwhile, and who is here.
import { useTranslations } from 'next-intl'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { Placard } from '#ui/placard'
import { LockLine } from '#ui/seal'
import { TABLE_ORDER } from '../../_ui/table-order'
import { type AtTable, holderName } from './at-table'
import { Refused } from './composer'
import styles from './lobby.module.css'
import type { Place } from './places'
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
      <Table at={at} />
    </div>
  )
}

/** Who sits where: people by name, understudies labelled, empty chairs said. */
function Table({ at }: { at: AtTable }) {
  const t = useTranslations('room.lobby')
  const common = useTranslations('common.delegations')
  const { state, view } = at
  return (
    <section className={styles.table} aria-labelledby="table-title">
      <Band level={2} title={<span id="table-title">{t('table')}</span>} />
      {TABLE_ORDER.map((delegation) => (
        <div key={delegation}>
          <h3>
            <Placard delegation={delegation} size="sm" silent /> {common(`${delegation}.name`)}
          </h3>
          <ul>
            {Object.values(state.seats)
              .filter((seat) => seat.delegation === delegation)
              .sort((a, b) => a.order - b.order)
              .map((seat) => (
                <li key={seat.id} data-own={seat.id === at.seat.id || undefined}>
                  <span>{seat.title}</span>
                  <span>
                    {seat.holder !== null ? (
                      <>
                        {holderName(at, seat) ?? t('someone')}
                        {seat.id === at.seat.id
                          ? `, ${t('you')}`
                          : view.presence.seats.includes(seat.id)
                            ? ''
                            : `, ${t('away')}`}
                      </>
                    ) : state.plan.understudies && seat.mirrors === null ? (
                      <>
                        <Icon name="understudy" /> {t('understudy')}
                      </>
                    ) : (
                      t('empty')
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
