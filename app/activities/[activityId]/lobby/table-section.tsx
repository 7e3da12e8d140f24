'use client'
// One room of the lobby: each delegation's seats and their holders.
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { timeOfDay } from '#format/clock-time'
import { known, remembered } from '#room/link/activity-view.ts'
import { useActivity } from '#room/link/use-activity.ts'
import type { PersonId } from '#simulation/kernel/ids'
import {
  peopleIn,
  seatsAcross,
  sidesAt,
  type TableSeat,
  type TableSide,
  type WatchedRoom,
  withoutSeat,
} from '#simulation/reading/positions/several-rooms'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { RuledList } from '#ui/words/ruled-list'
import styles from './lobby.module.css'
import type { LobbyRoom } from './lobby-data'

type Mover = { onMove: (person: PersonId) => void }
type TableSectionProps = Mover & { activityId: string; room: LobbyRoom }
type Names = ReadonlyMap<PersonId, string>

/** Drawn again only when this table or one of its people has changed. */
export const TableSection = memo(function TableSection({ activityId, room, onMove }: TableSectionProps) {
  const t = useTranslations('lobby')
  const told = useActivity(activityId, (view) => known(view, ({ rooms }) => rooms.find(({ id }) => id === room.id)))
  const people = useActivity(activityId, (view) => peopleIn(view.people, room.id))
  const table = remembered(told)
  const names: Names = new Map(people.map(({ id, name }) => [id, name]))
  const unseated = table ? withoutSeat(people, table) : []
  return (
    <section className={styles.section} id={`table-${room.id}`} aria-label={room.name}>
      <Band level={2} title={room.name} detail={table ? <Count {...seatsAcross([table])} /> : undefined} />
      {told.kind === 'stale' ? <p>{t('asOf', { time: timeOfDay(told.since) })}</p> : null}
      {unseated.length > 0 ? (
        <div className={styles.unseated}>
          <h3>{t('unseated')}</h3>
          <RuledList>
            {unseated.map(({ id, name }) => (
              <li key={id}>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <Button kind="quiet" size="dense" aria-label={t('move.placeFor', { name })} onClick={() => onMove(id)}>
                  {t('move.place')}
                </Button>
              </li>
            ))}
          </RuledList>
        </div>
      ) : null}
      {table ? (
        <div className={styles.delegations}>
          {sidesAt(table).map((side) => (
            <Delegation
              key={side.delegation ?? 'observers'}
              {...{ side, table, names, onMove }}
              isFresh={told.kind === 'fresh'}
            />
          ))}
        </div>
      ) : (
        <p className={styles.hint}>{t('connecting')}</p>
      )}
    </section>
  )
})

/** The seats of delegations, then those of observers: the same count as at the top of the page. */
function Count({ seats, seated, observers }: ReturnType<typeof seatsAcross>) {
  const t = useTranslations('lobby')
  return (
    <>
      {t('of', { held: seated, all: seats })}
      {observers.seats > 0 ? ` · ${t('observersCount', observers)}` : null}
    </>
  )
}

type DelegationProps = Mover & { side: TableSide; table: WatchedRoom; names: Names; isFresh: boolean }

function Delegation(props: DelegationProps) {
  const { side, table } = props
  const t = useTranslations('lobby')
  const delegation = delegationIn(table.plan, side.delegation)
  return (
    <div>
      <div className={styles.head}>
        {delegation ? <Placard delegation={delegation} size="lg" square silent /> : null}
        <h3>{delegation?.name ?? t('observers')}</h3>
        <span className={styles.number}>{t('of', { held: side.held, all: side.seats.length })}</span>
      </div>
      <ul className={styles.seats}>
        {side.seats.map((seat) => (
          <SeatLine key={seat.id} {...props} seat={seat} />
        ))}
      </ul>
    </div>
  )
}

function SeatLine({ seat, table, names, isFresh, onMove }: DelegationProps & { seat: TableSeat }) {
  const t = useTranslations('lobby')
  const { holder } = seat
  const name = holder === null ? null : (names.get(holder) ?? t('someone'))
  return (
    <li>
      <span>
        {seat.title}{' '}
        {seat.head || seat.mirrors ? (
          <span className={`faint ${styles.meta}`}>{t(seat.head ? 'head' : 'second')}</span>
        ) : null}
      </span>
      {holder === null || name === null ? (
        <span className={`faint ${styles.meta}`}>
          {seat.isKept ? (
            t('kept')
          ) : table.plan.understudies && seat.delegation !== null && seat.mirrors === null ? (
            <>
              <Icon name="understudy" /> {t('understudy')}
            </>
          ) : (
            t('free')
          )}
        </span>
      ) : (
        <span className={`tools ${styles.holder}`}>
          <b>
            <bdi>{name}</bdi>
          </b>
          {isFresh && !seat.isHere ? <span className={`faint ${styles.meta}`}>{t('away')}</span> : null}
          <Button kind="quiet" size="dense" aria-label={t('move.openFor', { name })} onClick={() => onMove(holder)}>
            {t('move.open')}
          </Button>
        </span>
      )}
    </li>
  )
}
