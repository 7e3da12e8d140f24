'use client'
// The lobby: its sections, and the views of its rooms that the start button and the counts are computed from.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useCallback, useState } from 'react'
import { deskPath, wallPath } from '#paths'
import { MissingList } from '#room/missing-list'
import { MoveDialog } from '#room/move-dialog'
import type { RoomView } from '#room/room-view.ts'
import { hasUnseated, StartDialog, type Starting } from '#room/start-dialog'
import { UnsavedNotice, unsavedSinceIn } from '#room/unsaved-notice'
import { type PersonId, personId } from '#simulation/kernel/ids'
import { seatsAcross } from '#simulation/reading/several-rooms'
import { Button, LinkButton } from '#ui/button'
import { giveTable, setDoor } from '../actions'
import { DoorSection } from './door-section'
import { KnockList } from './knock-list'
import styles from './lobby.module.css'
import type { LobbyData } from './lobby-data'
import { TableSection } from './table-section'
import { UnplacedList } from './unplaced-list'

export function Lobby(data: LobbyData) {
  const { activity, rooms, people } = data
  const t = useTranslations('lobby')
  const router = useRouter()
  const [views, setViews] = useState<Readonly<Record<string, RoomView>>>({})
  const [starting, setStarting] = useState(false)
  const [asking, setAsking] = useState(false)
  const [moving, setMoving] = useState<{ roomId: string; person: PersonId } | null>(null)
  const hear = useCallback((roomId: string, view: RoomView) => setViews((known) => ({ ...known, [roomId]: view })), [])

  const tables = rooms.flatMap((room) => views[room.id] ?? [])
  const { seats, seated, observers } = seatsAcross(tables.flatMap(({ state }) => state ?? []))
  const inLobby = tables.filter((view) => view.state?.agenda.status === 'lobby')
  const starts = rooms.flatMap(({ id, name }): Starting[] => {
    const view = views[id]
    if (!view?.state) return []
    const own = people.filter((person) => person.roomId === id).map((person) => personId.parse(person.id))
    return [{ name, state: view.state, people: own, submit: view.submit }]
  })
  const nameOf = useNames(people, views)
  const known = tables.length > 0 && tables.every((view) => view.state !== null)
  const locked = known && tables.every((view) => view.state?.seatingLocked)
  const movingIn = moving ? views[moving.roomId] : undefined
  const first = rooms[0]
  const onward = rooms.length > 1 ? wallPath(activity.id) : deskPath(first?.id ?? '')

  async function start() {
    setStarting(true)
    const answers = await Promise.all(inLobby.map((view) => view.submit({ type: 'startPhase', index: 0 })))
    if (answers.some((answer) => answer.ok)) router.push(onward)
    else setStarting(false)
  }

  function lock() {
    for (const view of tables)
      if (view.state && view.state.seatingLocked === locked) void view.submit({ type: 'lockSeating', locked: !locked })
  }

  return (
    <main id="main" className={styles.page}>
      <UnsavedNotice reader="chair" since={unsavedSinceIn(tables)} />
      <DoorSection activity={activity} door={data.door} timeZone={data.timeZone}>
        <div className={styles.start}>
          {known && inLobby.length === 0 ? (
            <>
              <LinkButton kind="primary" href={onward}>
                {rooms.length > 1 ? t('toWall') : t('toDesk')}
              </LinkButton>
              <span>{t('started')}</span>
            </>
          ) : (
            <Button
              kind="primary"
              busy={starting || !known}
              onClick={() => (hasUnseated(starts) ? setAsking(true) : void start())}
            >
              {t('start')}
            </Button>
          )}
          <Button aria-pressed={locked} busy={!known} onClick={lock}>
            {locked ? t('unlock') : t('lock')}
          </Button>
          <span className={styles.count} role="status">
            {known ? t('count', { seated, seats }) : t('connecting')}{' '}
            {known && observers.seats > 0 ? t('observersCount', observers) : null}{' '}
            {known && seated === seats ? null : t(data.understudies ? 'understudies' : 'noUnderstudies')}{' '}
            {locked ? t('locked') : null} {data.practice ? t('practice') : null}
          </span>
          {known && inLobby.length > 0 ? <span className={styles.count}>{t('startLocks')}</span> : null}
        </div>
      </DoorSection>
      <KnockList activityId={activity.id} waiting={data.waiting} people={people} timeZone={data.timeZone} />
      <MissingList
        names={data.missing}
        of={data.rosterSize}
        displayNames={tables[0]?.displayNames ?? {}}
        understudies={data.understudies}
      />
      <UnplacedList activityId={activity.id} rooms={rooms} people={people.filter((person) => person.roomId === null)} />
      {rooms.map((room) => (
        <TableSection
          key={room.id}
          room={room}
          rooms={rooms}
          people={people.filter((person) => person.roomId === room.id)}
          understudies={data.understudies}
          timeZone={data.timeZone}
          onView={hear}
          onMove={setMoving}
        />
      ))}
      <StartDialog
        rooms={starts}
        nameOf={nameOf}
        open={asking}
        onClose={() => setAsking(false)}
        onStart={() => void start()}
      />
      {movingIn?.state ? (
        <MoveDialog
          state={movingIn.state}
          submit={movingIn.submit}
          nameOf={nameOf}
          people={[]}
          moving={moving ? { person: moving.person, seat: null } : null}
          onClose={() => setMoving(null)}
          tables={{
            rooms: rooms.filter((room) => room.id !== moving?.roomId),
            onTable: (person, roomId) => send(giveTable, { activityId: activity.id, participantId: person, roomId }),
          }}
          removal={{
            doorIsOpen: data.door.open,
            onRemoved: (close) => (close ? send(setDoor, { activityId: activity.id, door: 'closed' }) : undefined),
          }}
        />
      ) : null}
    </main>
  )
}

/** Names by participant: those of the page, and of people who have come since. */
function useNames(
  people: LobbyData['people'],
  views: Readonly<Record<string, RoomView>>,
): (person: PersonId) => string {
  const t = useTranslations('seating')
  const [view] = Object.values(views)
  return (person) => view?.displayNames[person] ?? people.find(({ id }) => id === person)?.name ?? t('someone')
}

function send(action: (form: FormData) => Promise<void>, fields: Readonly<Record<string, string>>): void {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  startTransition(() => action(form))
}
