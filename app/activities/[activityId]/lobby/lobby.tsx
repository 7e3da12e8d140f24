'use client'
// The lobby: its sections, and the views of its rooms that the start button and the counts are computed from.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { deskPath, wallPath } from '#paths'
import type { RoomView } from '#room/room-view.ts'
import { UnsavedNotice, unsavedSinceIn } from '#room/unsaved-notice'
import { seatsAcross } from '#simulation/reading/several-rooms'
import { Button, LinkButton } from '#ui/button'
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
  const hear = useCallback((roomId: string, view: RoomView) => setViews((known) => ({ ...known, [roomId]: view })), [])

  const tables = rooms.flatMap((room) => views[room.id] ?? [])
  const { seats, seated } = seatsAcross(tables.flatMap(({ state }) => state ?? []))
  const inLobby = tables.filter((view) => view.state?.agenda.status === 'lobby')
  const known = tables.length > 0 && tables.every((view) => view.state !== null)
  const locked = known && tables.every((view) => view.state?.seatingLocked)
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
            <Button kind="primary" busy={starting || !known} onClick={start}>
              {t('start')}
            </Button>
          )}
          <Button aria-pressed={locked} busy={!known} onClick={lock}>
            {locked ? t('unlock') : t('lock')}
          </Button>
          <span className={styles.count} role="status">
            {known ? t('count', { seated, seats }) : t('connecting')}{' '}
            {known && seated === seats ? null : t(data.understudies ? 'understudies' : 'noUnderstudies')}{' '}
            {locked ? t('locked') : null} {data.practice ? t('practice') : null}
          </span>
          {known && inLobby.length > 0 ? <span className={styles.count}>{t('startLocks')}</span> : null}
        </div>
      </DoorSection>
      <KnockList activityId={activity.id} waiting={data.waiting} people={people} timeZone={data.timeZone} />
      <UnplacedList activityId={activity.id} rooms={rooms} people={people.filter((person) => person.roomId === null)} />
      {rooms.map((room) => (
        <TableSection
          key={room.id}
          activityId={activity.id}
          room={room}
          rooms={rooms}
          people={people.filter((person) => person.roomId === room.id)}
          understudies={data.understudies}
          doorIsOpen={data.door.open}
          timeZone={data.timeZone}
          onView={hear}
        />
      ))}
    </main>
  )
}
