'use client'
// The wall: a sentence, commands for all or the chosen rooms, and the tiles ordered by need. While the pointer or the focus is on the wall
// the order is frozen, so that no tile moves away from a click.
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { beforeJoining, type RoomView } from '#room/room-view.ts'
import { UnsavedNotice, unsavedSinceIn } from '#room/unsaved-notice'
import type { ClientCommand } from '#simulation/kernel/room-command'
import {
  gapsAcross,
  orderOfRooms,
  ROOM_ORDERS,
  type RoomOnWall,
  type RoomOrder,
  roomsNow,
} from '#simulation/reading/several-rooms'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { gapName, partiesOf } from '#ui/delegations.ts'
import { Segmented } from '#ui/segmented'
import { unsigned } from '#ui/signed.ts'
import { useToast } from '#ui/toast'
import { NudgeDialog } from './nudge-dialog'
import { Tile, type WallRoom } from './tile'
import styles from './wall.module.css'

type Views = Readonly<Record<string, RoomView>>

export function Wall({ rooms }: { rooms: readonly WallRoom[] }) {
  const t = useTranslations('wall')
  const refusal = useTranslations('refusals')
  const tell = useToast()
  const [views, setViews] = useState<Views>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [sort, setSort] = useState<RoomOrder>('need')
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const hear = useCallback((id: string, view: RoomView) => setViews((known) => ({ ...known, [id]: view })), [])

  const order = held ?? orderOfRooms(onWall(rooms, views), sort)
  const chosen = rooms.filter((room) => !left.has(room.id))
  const anyPaused = chosen.some((room) => views[room.id]?.state?.clock?.pausedAt != null)

  async function all(command: (view: RoomView) => ClientCommand | null) {
    const asked = chosen.flatMap((room) => {
      const view = views[room.id]
      const wanted = view && command(view)
      return wanted ? [view.submit(wanted)] : []
    })
    const answers = await Promise.all(asked)
    const refused = answers.find((answer) => !answer.ok)
    const done = answers.filter((answer) => answer.ok).length
    tell({
      text:
        refused && !refused.ok
          ? t('someRefused', { done, all: answers.length, why: refusal(refused.rejection) })
          : t('done', { done }),
    })
  }

  return (
    <main id="main" className={styles.page}>
      <UnsavedNotice reader="chair" since={unsavedSinceIn(Object.values(views))} />
      <div className={styles.head}>
        <Finding rooms={rooms} views={views} />
        <Segmented
          label={t('show')}
          size="dense"
          value={sort}
          onValueChange={setSort}
          options={ROOM_ORDERS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      </div>
      <fieldset className={styles.acts}>
        <legend className={styles.legend}>{t('act')}</legend>
        <Checkbox
          checked={left.size === 0}
          onChange={(event) => setLeft(event.currentTarget.checked ? new Set() : new Set(rooms.map((room) => room.id)))}
        >
          {left.size === 0 ? t('all', { count: rooms.length }) : t('some', { count: chosen.length, all: rooms.length })}
        </Checkbox>
        <Button
          size="dense"
          icon={anyPaused ? 'play' : 'pause'}
          onClick={() => all(() => ({ type: anyPaused ? 'resumeClock' : 'pauseClock' }))}
        >
          {anyPaused ? t('resume') : t('pause')}
        </Button>
        {([1, 2] as const).map((minutes) => (
          <Button
            key={minutes}
            size="dense"
            onClick={() => all(() => ({ type: 'extendClock', minutes }))}
            aria-label={t('extend', { minutes })}
          >
            +{minutes}
          </Button>
        ))}
        <Button size="dense" onClick={() => all(nextStep)}>
          {t('next')}
        </Button>
        <NudgeDialog count={chosen.length} onSend={(text) => all(() => ({ type: 'nudge', to: 'room', text }))} />
      </fieldset>
      <ul
        className={styles.wall}
        onPointerEnter={() => setHeld(order)}
        onPointerLeave={() => setHeld(null)}
        onFocus={() => setHeld(order)}
        onBlur={() => setHeld(null)}
      >
        {rooms.map((room) => (
          <Tile
            key={room.id}
            room={room}
            order={order.indexOf(room.id)}
            chosen={!left.has(room.id)}
            onView={hear}
            onChoose={(on) =>
              setLeft((known) => new Set(on ? [...known].filter((id) => id !== room.id) : [...known, room.id]))
            }
          />
        ))}
      </ul>
    </main>
  )
}

/** The command that ends the running phase, or starts the next where a room waits; null where there is neither. */
function nextStep({ state }: RoomView): ClientCommand | null {
  if (!state || state.agenda.status === 'finished') return null
  return state.agenda.status === 'running'
    ? { type: 'endPhase', index: state.agenda.index }
    : { type: 'startPhase', index: state.agenda.index + 1 }
}

const onWall = (rooms: readonly WallRoom[], views: Views): readonly RoomOnWall[] =>
  rooms.map(({ id, number }) => {
    const { state, presence, unsavedSince, now } = views[id] ?? beforeJoining
    return { id, number, state, presence, unsavedSince, now: now() }
  })

function Finding({ rooms, views }: { rooms: readonly WallRoom[]; views: Views }) {
  const t = useTranslations('wall')
  const phases = useTranslations('record.phases')
  const known = onWall(rooms, views)
  const { wanting, kind } = roomsNow(known)
  const gaps = gapsAcross(known)
  const plan = known.find(({ state }) => state)?.state?.plan
  const nameOf = (id: string) => rooms.find((room) => room.id === id)?.name ?? ''
  return (
    <div>
      <h1>{t(kind ? 'findingIn' : 'finding', { phase: kind ? phases(kind) : '', count: wanting })}</h1>
      <p>
        {gaps
          ? t('median', {
              gap: plan ? gapName(partiesOf(plan)) : '',
              count: gaps.count,
              median: unsigned(gaps.middle.gap),
              low: unsigned(gaps.least.gap),
              lowRoom: nameOf(gaps.least.id),
              high: unsigned(gaps.most.gap),
              highRoom: nameOf(gaps.most.id),
            })
          : t('noMedian')}
      </p>
    </div>
  )
}
