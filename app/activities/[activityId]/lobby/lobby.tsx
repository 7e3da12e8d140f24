'use client'
// The lobby: its sections, and what all tables together are at. Each part reads what it shows from the one connection of the page.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useRef, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { deskPath, wallPath } from '#paths'
import { known } from '#room/link/activity-view.ts'
import { activityLink, useActivity } from '#room/link/use-activity.ts'
import { useRoom } from '#room/link/use-room.ts'
import { LostBanner } from '#room/lost-banner'
import { leavesSomebody, StartDialog, type Starting } from '#room/start-dialog'
import { seatingOf, startingOf, unplacedIn, useNames } from '#room/starting-activity.ts'
import { MissingList } from '#room/table/missing-list'
import { MoveDialog } from '#room/table/move-dialog'
import { UnplacedList } from '#room/unplaced-list'
import { UnsavedNotice } from '#room/words/unsaved-notice'
import type { PersonId, RoomId } from '#simulation/kernel/ids'
import { markedIn, peopleIn, seatsAcross, unsavedSinceIn } from '#simulation/reading/positions/several-rooms'
import { Band } from '#ui/charts/band'
import { Button, LinkButton } from '#ui/controls/button'
import { useToast } from '#ui/over/toast'
import { RuledList } from '#ui/words/ruled-list'
import { giveTable, setDoor } from '../actions'
import { KnockList } from '../knock-list'
import { DoorSection } from './door-section'
import styles from './lobby.module.css'
import type { LobbyData } from './lobby-data'
import { NameSearch } from './name-search'
import { TableSection } from './table-section'

export function Lobby(data: LobbyData) {
  const { activity, rooms } = data
  const [moving, move] = useState<PersonId | null>(null)
  const connection = useActivity(activity.id, (view) => view.connection)
  const unsaved = useActivity(activity.id, (view) => unsavedSinceIn(view.rooms))
  useDoorOfOthers(activity.id)
  return (
    <main id="main" className="page">
      <LostBanner connection={connection} namespace="lobby.connection" waiting={0} />
      <UnsavedNotice reader="chair" since={unsaved} />
      <DoorSection activity={activity} door={data.door} timeZone={data.timeZone}>
        <Start {...data} />
      </DoorSection>
      <KnockList activityId={activity.id} waiting={data.waiting} timeZone={data.timeZone} />
      <Missing {...data} />
      <Unplaced {...data} />
      <NameMarks activityId={activity.id} />
      {rooms.length > 1 ? <NameSearch activityId={activity.id} onMove={move} /> : null}
      {rooms.map((room) => (
        <TableSection key={room.id} activityId={activity.id} room={room} onMove={move} />
      ))}
      {moving === null ? null : (
        <Moving activityId={activity.id} person={moving} doorIsOpen={data.door.open} onClose={() => move(null)} />
      )}
    </main>
  )
}

/** The button that starts every table that waits, the lock of the seats, and how many people sit. */
function Start({ activity, rooms, understudies, practice }: LobbyData) {
  const t = useTranslations('lobby')
  const refusal = useTranslations('refusals')
  const tell = useToast()
  const router = useRouter()
  const [starting, setStarting] = useState(false)
  const told = useActivity(activity.id, (view) =>
    known(view, ({ rooms: tables }) => ({
      ...seatsAcross(tables),
      waiting: tables.some(({ summary }) => summary.status === 'lobby'),
      locked: tables.every(({ summary }) => summary.locked),
    })),
  )
  const onward = rooms.length > 1 ? wallPath(activity.id) : deskPath(rooms[0]?.id ?? '')
  const isKnown = told.kind !== 'unknown'
  const locked = isKnown && told.what.locked
  const link = activityLink(activity.id)

  const [asking, setAsking] = useState<{ starts: readonly Starting[]; unplaced: readonly PersonId[] } | null>(null)
  const names = useNames(activity.id)
  const waitingRooms = () => link.view.rooms.filter(({ summary }) => summary.status === 'lobby')

  function ask() {
    const starts = waitingRooms().map(startingOf)
    const unplaced = unplacedIn(link.view)
    if (leavesSomebody(starts, unplaced)) setAsking({ starts, unplaced })
    else void start()
  }

  /** Without it a press that every table refuses would do nothing and say nothing. */
  function tellRefusal(answers: Awaited<ReturnType<typeof link.ask>>) {
    const refused = answers.find(({ ack }) => !ack.ok)?.ack
    if (refused?.ok === false) tell({ text: refusal(refused.rejection) })
  }

  async function start() {
    setStarting(true)
    const waiting = waitingRooms()
    const answers = await link.ask(waiting.map((room) => ({ room, command: { type: 'startPhase', index: 0 } })))
    tellRefusal(answers)
    if (answers.some(({ ack }) => ack.ok)) router.push(onward)
    else setStarting(false)
  }

  async function lock() {
    const others = link.view.rooms.filter(({ summary }) => summary.locked === locked)
    tellRefusal(await link.ask(others.map((room) => ({ room, command: { type: 'lockSeating', locked: !locked } }))))
  }

  return (
    <div className={`row ${styles.start}`}>
      {isKnown && !told.what.waiting ? (
        <>
          <LinkButton kind="primary" href={onward}>
            {rooms.length > 1 ? t('toWall') : t('toDesk')}
          </LinkButton>
          <span>{t('started')}</span>
        </>
      ) : (
        <Button kind="primary" busy={starting || told.kind !== 'fresh'} onClick={ask}>
          {t('start')}
        </Button>
      )}
      <StartDialog
        rooms={asking?.starts ?? []}
        unplaced={{ people: asking?.unplaced ?? [], onTables: () => document.getElementById(UNPLACED)?.focus() }}
        nameOf={names}
        open={asking !== null}
        onClose={() => setAsking(null)}
        onSeat={async (starts) => (await link.ask(seatingOf(waitingRooms(), starts))).map(({ ack }) => ack)}
        onStart={() => void start()}
        onAskAgain={ask}
      />
      <Button busy={told.kind !== 'fresh'} onClick={() => void lock()}>
        {locked ? t('unlock') : t('lock')}
      </Button>
      <span className={styles.count} role="status">
        {told.kind === 'unknown' ? t('connecting') : null}
        {told.kind === 'fresh' ? t('count', { seated: told.what.seated, seats: told.what.seats }) : null}
        {told.kind === 'stale'
          ? t('countThen', { seated: told.what.seated, seats: told.what.seats, time: timeOfDay(told.since) })
          : null}{' '}
        {isKnown && told.what.observers.seats > 0 ? t('observersCount', told.what.observers) : null}{' '}
        {isKnown && told.what.seated === told.what.seats ? null : t(understudies ? 'understudies' : 'noUnderstudies')}{' '}
        {locked ? t('locked') : null} {practice ? t('practice') : null}
      </span>
      {isKnown && told.what.waiting ? <span className={styles.count}>{t('startLocks')}</span> : null}
    </div>
  )
}

/** Where the list of those without a table is led to, from the question before the start. */
const UNPLACED = 'unplaced'

function Unplaced({ activity, rooms }: LobbyData) {
  const t = useTranslations('seating.unplaced')
  const count = useActivity(activity.id, (view) => peopleIn(view.people, null).length)
  if (count === 0) return null
  return (
    <section className={styles.section} id={UNPLACED} tabIndex={-1} aria-label={t('title')}>
      <Band level={2} title={t('title')} detail={String(count)} />
      <UnplacedList activityId={activity.id} rooms={rooms} give={giveTable} />
    </section>
  )
}

/** The list of who has not come in; whoever comes in leaves it. */
function Missing({ activity, missing, rosterSize }: LobbyData) {
  const people = useActivity(activity.id, (view) => view.people)
  const told = useActivity(activity.id, (view) => known(view, () => true))
  const displayNames = Object.fromEntries([...people.values()].map(({ id, name }) => [id, name]))
  return (
    <MissingList
      names={missing}
      of={rosterSize}
      displayNames={displayNames}
      {...(told.kind === 'stale' ? { until: told.since } : {})}
    />
  )
}

type MovingProps = { activityId: string; person: PersonId; doorIsOpen: boolean; onClose: () => void }

/** The dialog that moves a person; while it is open their table is followed whole, since it shows every seat as the rules see it. */
function Moving({ activityId, person, ...rest }: MovingProps) {
  const roomId = useActivity(activityId, (view) => view.people.get(person)?.room ?? null)
  return roomId === null ? null : <MovingAt {...{ activityId, person, roomId }} {...rest} />
}

function MovingAt({ activityId, person, roomId, doorIsOpen, onClose }: MovingProps & { roomId: RoomId }) {
  const { state, submit } = useRoom(roomId)
  const names = useNames(activityId)
  const rooms = useActivity(activityId, (view) =>
    view.rooms.flatMap(({ id, name }) => (id === roomId ? [] : [{ id, name }])),
  )
  if (!state) return null
  return (
    <MoveDialog
      {...{ state, submit, onClose }}
      nameOf={names}
      people={[]}
      moving={{ person, seat: null }}
      tables={{ rooms, onTable: (who, to) => send(giveTable, { activityId, participantId: who, roomId: to }) }}
      removal={{
        doorIsOpen,
        onRemoved: (close) => (close ? send(setDoor, { activityId, door: 'closed' }) : undefined),
      }}
    />
  )
}

function send(action: (form: FormData) => Promise<void>, fields: Readonly<Record<string, string>>): void {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  startTransition(() => action(form))
}

/**
 * The door and the tables come with the page, which is fetched again when another chair or the start of the first phase has opened or closed
 * it, and when a table was laid.
 */
function useDoorOfOthers(activityId: string): void {
  const router = useRouter()
  const told = useActivity(activityId, ({ heardAt, code, rooms }) =>
    heardAt === null ? undefined : `${code} ${rooms.length}`,
  )
  const seen = useRef(told)
  useEffect(() => {
    if (seen.current !== undefined && told !== undefined && seen.current !== told) router.refresh()
    if (told !== undefined) seen.current = told
  }, [told, router])
}

/**
 * The names that the server marked for the instructor: two of one device, two that look alike. It says what is so; whoever means nothing
 * by it changes nothing.
 */
function NameMarks({ activityId }: { activityId: string }) {
  const t = useTranslations('lobby.marks')
  const people = useActivity(activityId, (view) => view.people)
  const marked = markedIn(people)
  if (marked.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('title')}>
      <Band level={2} title={t('title')} detail={String(marked.length)} />
      <RuledList>
        {marked.map(({ name, kind, other }) => (
          <li key={`${name} ${kind}`}>
            {t.rich(kind, { name, other: other ?? '', bdi: (text) => <bdi>{text}</bdi> })}
          </li>
        ))}
      </RuledList>
    </section>
  )
}
