'use client'
// The wall: a sentence, commands for all or the chosen rooms, and the tiles ordered by need. While the pointer or the focus is on the wall
// the order is frozen, so that no tile moves away from a click.
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { RoomView } from '#room/room-view.ts'
import type { ClientCommand } from '#simulation/kernel/room-command'
import { phaseNow } from '#simulation/kernel/room-state'
import { latestGap } from '#simulation/reading/findings'
import { needOf, urgency, wantsSomeone } from '#simulation/reading/need'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { gapName, partiesOf } from '#ui/delegations.ts'
import { Segmented } from '#ui/segmented'
import { unsigned } from '#ui/signed.ts'
import { useToast } from '#ui/toast'
import { NudgeDialog } from './nudge-dialog'
import { Tile, type WallRoom } from './tile'
import styles from './wall.module.css'

const SORTS = ['need', 'number', 'gap'] as const
type Sort = (typeof SORTS)[number]

export function Wall({ rooms }: { rooms: readonly WallRoom[] }) {
  const t = useTranslations('wall')
  const refusal = useTranslations('refusals')
  const tell = useToast()
  const [views, setViews] = useState<Readonly<Record<string, RoomView>>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [sort, setSort] = useState<Sort>('need')
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const hear = useCallback((id: string, view: RoomView) => setViews((known) => ({ ...known, [id]: view })), [])

  const order = held ?? sorted(rooms, views, sort)
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
      <div className={styles.head}>
        <Finding rooms={rooms} views={views} />
        <Segmented
          label={t('show')}
          size="dense"
          value={sort}
          onValueChange={setSort}
          options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
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

function sorted(rooms: readonly WallRoom[], views: Readonly<Record<string, RoomView>>, sort: Sort): readonly string[] {
  const weight = (room: WallRoom): number => {
    const view = views[room.id]
    if (!view?.state || sort === 'number') return 0
    if (sort === 'gap') return -(latestGap(view.state) ?? -1)
    return urgency(needOf(view.state, view.presence, view.now()))
  }
  return [...rooms].sort((a, b) => weight(a) - weight(b) || a.number - b.number).map((room) => room.id)
}

function Finding({ rooms, views }: { rooms: readonly WallRoom[]; views: Readonly<Record<string, RoomView>> }) {
  const t = useTranslations('wall')
  const phases = useTranslations('record.phases')
  const known = rooms.flatMap((room) => {
    const view = views[room.id]
    return view?.state ? [{ room, view, state: view.state }] : []
  })
  const wanting = known.filter(({ view, state }) => wantsSomeone(needOf(state, view.presence, view.now()))).length
  const kinds = new Set(known.map(({ state }) => phaseNow(state)?.kind))
  const kind = kinds.size === 1 ? [...kinds][0] : undefined
  const gaps = known
    .flatMap(({ room, state }) => {
      const gap = latestGap(state)
      return gap === null ? [] : [{ room, gap }]
    })
    .sort((a, b) => a.gap - b.gap)
  const [one] = known
  const [least, middle, most] = [gaps[0], gaps[Math.floor((gaps.length - 1) / 2)], gaps.at(-1)]
  return (
    <div>
      <h1>{t(kind ? 'findingIn' : 'finding', { phase: kind ? phases(kind) : '', count: wanting })}</h1>
      <p>
        {least && middle && most
          ? t('median', {
              gap: one ? gapName(partiesOf(one.state.plan)) : '',
              count: gaps.length,
              median: unsigned(middle.gap),
              low: unsigned(least.gap),
              lowRoom: least.room.name,
              high: unsigned(most.gap),
              highRoom: most.room.name,
            })
          : t('noMedian')}
      </p>
    </div>
  )
}
