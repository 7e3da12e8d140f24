'use client'
// One room of the lobby: each delegation's seats and their holders, from the room's own view.
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { RoomView } from '#room/room-view.ts'
import { useRoom } from '#room/use-room.ts'
import { type PersonId, personId } from '#simulation/kernel/ids'
import type { Seat } from '#simulation/kernel/room-state'
import { openIn, sidesOf } from '#simulation/reading/attendance'
import { seatsAcross } from '#simulation/reading/several-rooms'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { delegationIn, type Delegation as Side } from '#ui/delegations.ts'
import { Icon } from '#ui/icon'
import { Placard } from '#ui/placard'
import styles from './lobby.module.css'
import type { LobbyPerson, LobbyRoom } from './lobby-data'

type TableSectionProps = {
  room: LobbyRoom
  rooms: readonly LobbyRoom[]
  people: readonly LobbyPerson[]
  understudies: boolean
  timeZone: string
  onView: (roomId: string, view: RoomView) => void
  onMove: (moving: { roomId: string; person: PersonId }) => void
}

export function TableSection(props: TableSectionProps) {
  const { room, rooms, people, onView } = props
  const t = useTranslations('lobby')
  const format = useFormatter()
  const view = useRoom(room.id)
  useEffect(() => onView(room.id, view), [onView, room.id, view])
  useFreshPage(view, room.id === rooms[0]?.id)
  const sides = view.state ? sidesOf(view.state) : []
  const seats = sides.flatMap((side) => side.seats)
  const seated = new Set(seats.flatMap((seat) => seat.holder ?? []).map(String))
  const unseated = people.filter((person) => !seated.has(person.id))
  const count = seatsAcross(view.state ? [view.state] : [])
  const offline = view.connection.kind === 'offline' ? view.connection.since : null
  return (
    <section className={styles.section} aria-label={room.name}>
      <Band level={2} title={room.name} detail={view.state === null ? undefined : <Count {...count} />} />
      {offline === null ? null : (
        <p role="status">
          {t('offline', {
            time: format.dateTime(offline, { timeStyle: 'medium', hourCycle: 'h23', timeZone: props.timeZone }),
          })}
        </p>
      )}
      {unseated.length > 0 ? (
        <div className={styles.unseated}>
          <h3>{t('unseated')}</h3>
          <ul className={styles.list}>
            {unseated.map((person) => (
              <li key={person.id}>
                <b>{person.name}</b>
                <MoveButton {...props} person={personId.parse(person.id)} name={person.name} does="place" />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {view.state === null ? (
        <p className={styles.hint}>{t('connecting')}</p>
      ) : (
        <div className={styles.delegations}>
          {sides.map((side) => (
            <Delegation
              key={side.delegation ?? 'observers'}
              {...props}
              delegation={delegationIn(view.state?.plan, side.delegation) ?? null}
              view={view}
              seats={side.seats}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** Names, join requests and the door come with the page, so it is fetched again when the room's view shows that they have changed. */
function useFreshPage(view: RoomView, listens: boolean): void {
  const router = useRouter()
  const { displayNames, knocks, room } = view
  const key = JSON.stringify([Object.keys(displayNames).sort(), knocks.map((knock) => knock.id), room?.code])
  const seen = useRef<string | null>(null)
  const joined = room !== null
  useEffect(() => {
    if (!listens || !joined) return
    if (seen.current !== null && seen.current !== key) router.refresh()
    seen.current = key
  }, [key, joined, listens, router])
}

type DelegationProps = TableSectionProps & { delegation: Side | null; view: RoomView; seats: readonly Seat[] }

function Delegation(props: DelegationProps) {
  const { delegation, view, seats } = props
  const t = useTranslations('lobby')
  const held = seats.length - openIn(props)
  return (
    <div>
      <div className={styles.head}>
        {delegation ? <Placard delegation={delegation} size="lg" square silent /> : null}
        <h3>{delegation?.name ?? t('observers')}</h3>
        <span className={styles.number}>{t('of', { held, all: seats.length })}</span>
      </div>
      <ul className={styles.seats}>
        {seats.map((seat) => (
          <SeatLine key={seat.id} {...props} view={view} seat={seat} />
        ))}
      </ul>
    </div>
  )
}

function SeatLine(props: DelegationProps & { seat: Seat }) {
  const { seat, view, understudies } = props
  const t = useTranslations('lobby')
  const holder = seat.holder
  const name = holder === null ? null : (view.displayNames[holder] ?? t('someone'))
  return (
    <li>
      <span>
        {seat.title}{' '}
        {seat.head || seat.mirrors ? <span className={styles.meta}>{t(seat.head ? 'head' : 'second')}</span> : null}
      </span>
      {holder === null || name === null ? (
        <span className={styles.meta}>
          {understudies && seat.delegation !== null && seat.mirrors === null ? (
            <>
              <Icon name="understudy" /> {t('understudy')}
            </>
          ) : (
            t(view.state?.keptSeats.includes(seat.id) ? 'kept' : 'free')
          )}
        </span>
      ) : (
        <span className={styles.holder}>
          <b>{name}</b>
          {view.presence.people.includes(holder) ? null : <span className={styles.meta}>{t('away')}</span>}
          <MoveButton {...props} person={holder} name={name} does="open" />
        </span>
      )}
    </li>
  )
}

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

type MoveButtonProps = Pick<TableSectionProps, 'room' | 'onMove'> & {
  person: PersonId
  name: string
  does: 'open' | 'place'
}

function MoveButton({ room, onMove, person, name, does }: MoveButtonProps) {
  const t = useTranslations('lobby.move')
  return (
    <Button
      kind="quiet"
      size="dense"
      aria-label={t(`${does}For`, { name })}
      onClick={() => onMove({ roomId: room.id, person })}
    >
      {t(does)}
    </Button>
  )
}
