'use client'
// Chooses a seat, draws one by lot, or waits to be placed. It opens the room as soon as a seat is held.
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { joinSeatPath, mySeatsPath, roomPath } from '#paths'
import { ChairNotes } from '#room/chair-notes'
import { useSeatChoice } from '#room/hooks/use-seat-choice.ts'
import { useWidth } from '#room/hooks/use-width.ts'
import { isByOpenCode, type RoomView } from '#room/link/room-view.ts'
import { useRoom } from '#room/link/use-room.ts'
import { UnsavedNotice } from '#room/words/unsaved-notice'
import type { PersonId } from '#simulation/kernel/ids'
import { isSideByChair } from '#simulation/questions/seats'
import { freeIn, officesIn, openSeatsFor, sidesByNeed, sidesOf } from '#simulation/reading/homework/attendance'
import { notesFor } from '#simulation/reading/homework/chair-notes'
import { sideOf } from '#simulation/secrecy/hearing'
import type { Seat } from '#simulation/shapes/seats'
import { type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { delegationIn } from '#ui/words/delegations.ts'
import { Eyebrow } from '#ui/words/eyebrow'
import styles from '../../join.module.css'
import { SideOfTable } from './side-of-table'

type SeatFormProps = {
  roomId: string
  table: string
  seating: 'choose' | 'lot' | 'place'
  /** One line on each office, by its id. */
  offices: Readonly<Record<string, string>>
  /** Whether the reader is asked which offices they would take. */
  asked: boolean
}

/** A table of more offices than this would be a list of several screens. */
const MOST_UNFOLDED = { phone: 9, wider: 24 }

export function SeatForm(props: SeatFormProps) {
  const view = useRoom(props.roomId)
  return (
    <>
      <UnsavedNotice reader="newcomer" since={view.unsavedSince} />
      <Step {...props} view={view} />
    </>
  )
}

function Step({ roomId, table, seating, offices, asked, view }: SeatFormProps & { view: RoomView }) {
  const t = useTranslations('join.seat')
  const wait = useTranslations('join.wait')
  const router = useRouter()
  const { state, submit } = view
  // The page is the same for everyone in the room; who the reader is comes over the socket.
  const own = view.viewer?.kind === 'person' ? view.viewer.person : null
  const held = state && own ? seatHeldBy(state, own) : null
  const byOpenCode = isByOpenCode(view)
  const free = state !== null && own !== null && openSeatsFor(state, own, byOpenCode).length > 0
  const byChair = byOpenCode && state !== null && own !== null && isSideByChair(state, null, own)
  const drawsNone = byChair && seating === 'lot'
  const waits = seating === 'place' || drawsNone || (state?.seatingLocked ?? false) || (state !== null && !free)
  const drawn = useRef(false)

  const movedTo = view.connection.kind === 'moved' ? view.connection.to : null
  useEffect(() => {
    // Another table was given to them while they waited: the seats are there now.
    if (movedTo) router.replace(joinSeatPath(movedTo))
    else if (held) router.replace(roomPath(roomId))
  }, [held, movedTo, roomId, router])
  const saves = view.unsavedSince === null
  useEffect(() => {
    if (seating !== 'lot' || waits || held || state === null || drawn.current || !saves) return
    drawn.current = true
    void submit({ type: 'takeSeat', seat: null }).then((answer) => {
      // Drawn again once the room can save: nobody is left on this page without a seat.
      drawn.current = answer.ok || answer.rejection !== 'cannot-save'
    })
  }, [seating, waits, held, state, saves, submit])

  if (view.connection.kind === 'removed' || view.connection.kind === 'refused') {
    return (
      <div className={styles.body}>
        <h1 className={styles.heading}>{t('heading')}</h1>
        <ErrorText>{t(whyNot(view.connection))}</ErrorText>
      </div>
    )
  }
  if (state === null || own === null || held || waits || seating === 'lot') {
    const kind = byChair || seating === 'place' ? 'placeHeading' : seating === 'lot' ? 'lotHeading' : 'heading'
    return (
      <div className={styles.body}>
        <Who view={view} table={table} person={own} />
        <h1 className={styles.heading}>{t(kind)}</h1>
        <p className={`lead ${styles.text}`} role="status">
          {state === null || own === null || held ? (
            t('connecting')
          ) : (
            <Waiting view={view} seating={seating} person={own} free={free} byChair={byChair} />
          )}
        </p>
        {asked && seating === 'place' ? (
          <p className={`lead ${styles.text}`}>
            {wait('asks')} <Link href={mySeatsPath()}>{wait('wishes')}</Link>
          </p>
        ) : null}
      </div>
    )
  }
  return <SeatChoice view={view} state={state} table={table} offices={offices} person={own} byChair={byChair} />
}

/** Who waits at which table, and the chair's notes, in a line that is as high without any: nothing beneath it moves as one comes. */
function Who({ view, table, person }: { view: RoomView; table: string; person: PersonId | null }) {
  const t = useTranslations('join.seat')
  const { state } = view
  const name = person === null ? undefined : view.displayNames[person]
  return (
    <div className={`line ${styles.whoLine}`}>
      <Eyebrow>{name === undefined ? table : t('eyebrow', { name, table })}</Eyebrow>
      {state && person && notesFor(state, person).length > 0 ? <ChairNotes at={{ view, state, person }} /> : null}
    </div>
  )
}

type WaitingProps = {
  view: RoomView
  seating: SeatFormProps['seating']
  person: PersonId
  free: boolean
  byChair: boolean
}

function whyNot(connection: RoomView['connection']): 'removed' | 'takenAway' | 'refused' | 'madeByNewer' {
  if (connection.kind === 'removed') return 'removed'
  if (connection.kind === 'refused' && connection.why === 'taken-away') return 'takenAway'
  return connection.kind === 'refused' && connection.why === 'made-by-newer' ? 'madeByNewer' : 'refused'
}

function Waiting({ view, seating, person, free, byChair }: WaitingProps) {
  const t = useTranslations('join.seat')
  if (view.connection.kind === 'offline') return t('offline')
  if (byChair) return t('sideByChair')
  if (!free) return t(view.state && sideOf(view.state, person) ? 'ownFull' : 'full')
  if (view.state?.seatingLocked) return t('locked')
  return seating === 'lot' ? t('lotText') : t('placeText')
}

type SeatChoiceProps = Pick<SeatFormProps, 'table' | 'offices'> & {
  view: RoomView
  state: RoomState
  person: PersonId
  byChair: boolean
}

function SeatChoice({ view, state, table, offices, person, byChair }: SeatChoiceProps) {
  const t = useTranslations('join.seat')
  const { mayTake, chosen: seat, choose, sit, request } = useSeatChoice(view, state, person)
  const most = useWidth() === 'phone' ? MOST_UNFOLDED.phone : MOST_UNFOLDED.wider
  const folds = sidesOf(state).flatMap(officesIn).length > most
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (seat) sit(seat.id)
      }}
    >
      <div className={styles.body}>
        <Who view={view} table={table} person={person} />
        <h1 className={styles.heading}>{t('heading')}</h1>
        {state.agenda.status === 'lobby' && !byChair ? null : (
          <p className={`lead ${styles.text}`}>{t(byChair ? 'observerOrChair' : 'late')}</p>
        )}
        <p className={styles.hint}>
          {t('roles', { second: Object.values(state.seats).some(isSecond) ? 'yes' : 'no' })}
        </p>
        {sidesByNeed(state)
          .filter(({ delegation }) => !byChair || delegation === null)
          .map((side, place) => (
            <SideOfTable
              key={side.delegation ?? 'observers'}
              side={side}
              delegation={delegationIn(state.plan, side.delegation) ?? null}
              view={view}
              offices={offices}
              mayTake={mayTake}
              open={freeIn(state, side)}
              kept={state.keptSeats}
              chosen={seat?.id ?? null}
              folds={folds}
              first={place === 0}
              onChoose={choose}
            />
          ))}
      </div>
      <div className={`stack ${styles.foot}`}>
        {request.refused === null ? null : (
          <div role="alert">
            <ErrorText>{request.refused}</ErrorText>
          </div>
        )}
        {view.connection.kind === 'offline' ? <p role="status">{t('offline')}</p> : null}
        {seat ? (
          <Button kind="primary" type="submit" wide busy={request.busy}>
            {t('sit', { office: seat.title })}
          </Button>
        ) : byChair ? null : (
          <Button wide busy={request.busy} onClick={() => sit(null)}>
            {t('byLot')}
          </Button>
        )}
      </div>
    </form>
  )
}

const isSecond = ({ mirrors }: Seat): boolean => mirrors !== null
