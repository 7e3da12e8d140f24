'use client'
// Who sits where: people by name, understudies labelled, empty seats named as such.
import { useTranslations } from 'next-intl'
import { isPlayedByUnderstudy } from '#simulation/questions/seats'
import { seatsIn } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { delegationsIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { holderName, type SeatView } from '../link/seat-view'
import styles from './seated-table.module.css'

export function SeatedTable({ at }: { at: SeatView }) {
  const t = useTranslations('room.lobby')
  const { state, view } = at
  return (
    <section className={styles.table} aria-labelledby="table-title">
      <Band level={2} title={<span id="table-title">{t('table')}</span>} />
      {delegationsIn(state.plan).map((delegation) => (
        <div key={delegation.id}>
          <h3 className="line">
            <Placard delegation={delegation} size="sm" silent /> {delegation.name}
          </h3>
          <ul>
            {seatsIn(state, delegation.id).map((seat) => (
              <li key={seat.id} data-own={seat.id === at.seat.id || undefined}>
                <span>{seat.mirrors === null ? seat.title : t('second', { title: seat.title })}</span>
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
                  ) : isPlayedByUnderstudy(state, seat) ? (
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
