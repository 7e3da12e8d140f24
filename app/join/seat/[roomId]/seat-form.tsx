'use client'
// Choosing a seat, drawing one, or waiting to be given one; whichever way, the room opens as soon as a seat is held.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { roomPath } from '#paths'
import type { PersonId, SeatId } from '#simulation/kernel/ids'
import { type RoomState, type Seat, seatHeldBy } from '#simulation/kernel/room-state'
import { sideOf } from '#simulation/secrecy/hearing'
import { isOpenTo } from '#simulation/topics/seats/seats'
import { Button } from '#ui/button'
import { ErrorText } from '#ui/error-text'
import { Placard } from '#ui/placard'
import type { Refusal, RoomView } from '../../../_room/room-view'
import { useRoom } from '../../../_room/use-room'
import { type Delegation, delegationsIn } from '../../../_ui/delegations'
import styles from '../../join.module.css'

type SeatFormProps = { roomId: string; table: string; seating: 'choose' | 'lot' | 'place' }

export function SeatForm({ roomId, table, seating }: SeatFormProps) {
  const t = useTranslations('join.seat')
  const router = useRouter()
  const view = useRoom(roomId)
  const { state, submit } = view
  // The page is the same for everybody at the table; the room says who has come.
  const own = view.viewer?.kind === 'person' ? view.viewer.person : null
  const held = state && own ? seatHeldBy(state, own) : null
  const seats = Object.values(state?.seats ?? {})
  const free = seats.some(
    (seat) => seat.holder === null && state !== null && own !== null && isOpenTo(state, seat, own),
  )
  const waits = seating === 'place' || (state?.seatingLocked ?? false) || (state !== null && !free)
  const drawn = useRef(false)

  useEffect(() => {
    if (held) router.replace(roomPath(roomId))
  }, [held, roomId, router])
  useEffect(() => {
    if (seating !== 'lot' || waits || held || state === null || drawn.current) return
    drawn.current = true
    void submit({ type: 'takeSeat', seat: null })
  }, [seating, waits, held, state, submit])

  if (view.connection.kind === 'removed' || view.connection.kind === 'refused') {
    return (
      <div className={styles.body}>
        <h1 className={styles.heading}>{t('heading')}</h1>
        <ErrorText>{t(whyNot(view.connection))}</ErrorText>
      </div>
    )
  }
  if (state === null || own === null || held || waits || seating === 'lot') {
    const kind = seating === 'choose' ? 'heading' : seating === 'lot' ? 'lotHeading' : 'placeHeading'
    return (
      <div className={styles.body}>
        <p className={styles.eyebrow}>
          {own && view.roll[own] ? t('eyebrow', { name: view.roll[own], table }) : table}
        </p>
        <h1 className={styles.heading}>{t(kind)}</h1>
        <p className={styles.text} role="status">
          {state === null || own === null || held ? (
            t('connecting')
          ) : (
            <Waiting view={view} seating={seating} person={own} free={free} />
          )}
        </p>
      </div>
    )
  }
  return <SeatChoice view={view} state={state} table={table} person={own} />
}

type WaitingProps = { view: RoomView; seating: SeatFormProps['seating']; person: PersonId; free: boolean }

function whyNot(connection: RoomView['connection']): 'removed' | 'refused' | 'madeByNewer' {
  if (connection.kind === 'removed') return 'removed'
  return connection.kind === 'refused' && connection.why === 'made-by-newer' ? 'madeByNewer' : 'refused'
}

function Waiting({ view, seating, person, free }: WaitingProps) {
  const t = useTranslations('join.seat')
  if (view.connection.kind === 'offline') return t('offline')
  if (!free) return t(view.state && sideOf(view.state, person) ? 'ownFull' : 'full')
  if (view.state?.seatingLocked) return t('locked')
  return seating === 'lot' ? t('lotText') : t('placeText')
}

type SeatChoiceProps = { view: RoomView; state: RoomState; table: string; person: PersonId }

function SeatChoice({ view, state, table, person }: SeatChoiceProps) {
  const t = useTranslations('join.seat')
  const refusals = useTranslations('refusals')
  const [chosen, choose] = useState<SeatId | null>(null)
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const seats = Object.values(state.seats)
  const isOpen = (seat: Seat) => isOpenTo(state, seat, person)
  // A seat that somebody else took meanwhile is not chosen any more.
  const seat = seats.find((candidate) => candidate.id === chosen && candidate.holder === null)

  async function sit(id: SeatId | null) {
    setAsking(true)
    const answer = await view.submit({ type: 'takeSeat', seat: id })
    setAsking(false)
    setRefusal(answer.ok ? null : answer.rejection)
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (seat) void sit(seat.id)
      }}
    >
      <div className={styles.body}>
        <p className={styles.eyebrow}>{t('eyebrow', { name: view.roll[person] ?? '', table })}</p>
        <h1 className={styles.heading}>{t('heading')}</h1>
        {state.agenda.status === 'lobby' ? null : <p className={styles.text}>{t('late')}</p>}
        {byNeed(delegationsIn(state.plan), seats).map((delegation) => (
          <Side
            key={delegation?.id ?? 'observers'}
            delegation={delegation}
            view={view}
            seats={seats
              .filter((candidate) => candidate.delegation === (delegation?.id ?? null))
              .sort((a, b) => a.order - b.order)}
            isOpen={isOpen}
            chosen={seat?.id ?? null}
            onChoose={choose}
          />
        ))}
      </div>
      <div className={styles.foot}>
        {refusal ? (
          <div role="alert">
            <ErrorText>{refusals(refusal)}</ErrorText>
          </div>
        ) : null}
        {view.connection.kind === 'offline' ? <p role="status">{t('offline')}</p> : null}
        {seat ? (
          <Button kind="primary" type="submit" wide busy={asking}>
            {t('sit', { office: seat.title })}
          </Button>
        ) : (
          <Button wide busy={asking} onClick={() => void sit(null)}>
            {t('byLot')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** The emptiest delegation first, so that a thumb finds a free seat soonest; observers last. */
function byNeed(delegations: readonly Delegation[], seats: readonly Seat[]): readonly (Delegation | null)[] {
  const open = ({ id }: Delegation) => seats.filter((seat) => seat.delegation === id && seat.holder === null).length
  const sides = delegations.toSorted((a, b) => open(b) - open(a))
  return seats.some((seat) => seat.delegation === null) ? [...sides, null] : sides
}

type SideProps = {
  delegation: Delegation | null
  view: RoomView
  seats: readonly Seat[]
  isOpen: (seat: Seat) => boolean
  chosen: SeatId | null
  onChoose: (seat: SeatId) => void
}

function Side({ delegation, view, seats, isOpen, chosen, onChoose }: SideProps) {
  const t = useTranslations('join.seat')
  const open = seats.filter((seat) => seat.holder === null).length
  return (
    // Two delegations have a foreign minister: whoever hears the list must hear whose.
    <section aria-label={delegation?.name ?? t('observers')}>
      <div className={styles.head}>
        {delegation ? <Placard delegation={delegation} square silent /> : null}
        <h2>{delegation?.name ?? t('observers')}</h2>
        <span className={styles.meta}>{t('open', { count: open })}</span>
      </div>
      {delegation ? null : <p className={styles.hint}>{t('observerText')}</p>}
      {seats.every(isOpen) ? null : <p className={styles.hint}>{t('ownOnly')}</p>}
      {seats.map((seat) =>
        seat.holder === null && isOpen(seat) ? (
          <label key={seat.id} className={styles.seat}>
            <input type="radio" name="seat" checked={seat.id === chosen} onChange={() => onChoose(seat.id)} />
            <Office seat={seat} />
          </label>
        ) : (
          <p key={seat.id} className={styles.seat} data-taken="">
            <Office seat={seat} />
            <span className={styles.who}>{seat.holder === null ? null : (view.roll[seat.holder] ?? t('someone'))}</span>
          </p>
        ),
      )}
    </section>
  )
}

function Office({ seat }: { seat: Seat }) {
  const t = useTranslations('join.seat')
  return (
    <span>
      {seat.title}{' '}
      {seat.head || seat.mirrors ? <span className={styles.meta}>{t(seat.head ? 'head' : 'second')}</span> : null}
    </span>
  )
}
