'use client'
// The wall: a sentence, acts on the chosen tables, and the tables, ordered by need. While the pointer or the focus is on them the order is
// frozen, so that no tile moves away from a click.
import { useFormatter, useTranslations } from 'next-intl'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { type ActivityRoom, type Known, known } from '#room/link/activity-view.ts'
import { activityLink, useActivity } from '#room/link/use-activity.ts'
import { LostBanner } from '#room/lost-banner'
import { useNames } from '#room/starting-activity.ts'
import { UnplacedDialog } from '#room/unplaced-list'
import { UnsavedNotice } from '#room/words/unsaved-notice'
import {
  numbersAmong,
  orderOfRooms,
  peopleNamed,
  roomsAmong,
  unsavedSinceIn,
} from '#simulation/reading/positions/several-rooms'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Dialog } from '#ui/over/dialog'
import { EmptyState } from '#ui/page/empty-state'
import { Kbd } from '#ui/words/kbd'
import { giveTable } from '../actions'
import { KnockList } from '../knock-list'
import { ActBar } from './act-bar'
import { ActOutcome } from './act-outcome'
import { AnswerDialog } from './answer-dialog'
import { type Held, holding, shownOrder, stillHeld } from './held-order'
import { TableHalf } from './table-half'
import { Tile, type TileProps } from './tile'
import { useActs } from './use-acts'
import styles from './wall.module.css'
import { type Shown, WallHead } from './wall-head'

/** So many tables are each drawn on half of the page. */
const MOST_HALVES = 2

type WallProps = {
  activityId: string
  /** How many tables there were when the page was made. */
  tables: number
  timeZone: string
}

export function Wall({ activityId, tables: first, timeZone }: WallProps) {
  const t = useTranslations('wall')
  const format = useFormatter()
  const [shown, show] = useState<Shown>({ filter: 'all', order: 'need', search: '' })
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const [listening, listen] = useState<string | null>(null)
  const [answering, answer] = useState<string | null>(null)
  const [placing, place] = useState(false)
  const acts = useActs(activityId)
  const connection = useActivity(activityId, (view) => view.connection)
  const tables = useActivity(activityId, (view) => (view.heardAt === null ? first : view.rooms.length))
  const isHeard = useActivity(activityId, (view) => view.heardAt !== null)
  const unsaved = useActivity(activityId, (view) => unsavedSinceIn(view.rooms))
  const now = activityLink(activityId).now
  const names = useNames(activityId)
  const { order, hold, release } = useHeldOrder(activityId, shown)
  const areHalves = tables <= MOST_HALVES
  /** Then there is nothing to tick: every act is its. */
  const isAlone = tables === 1

  const choose = useCallback(
    (id: string, on: boolean) =>
      tick((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id))),
    [],
  )
  const inSight = ticked.size === 0 && areHalves ? order : order.filter((id) => ticked.has(id))
  const chosen = new Set(inSight)
  /** How many tables the box above them ticks; before they have come, as many as there will be, not none. */
  const toTick = isHeard ? order.length : tables
  const numbers = useActivity(activityId, (view) => numbersAmong(view.rooms, ticked))
  const keys = useTicking(order, ticked, tick)
  const each = { names, now, onChoose: choose, onAnswer: answer }

  return (
    <main id="main" className={`page ${styles.page}`}>
      <LostBanner connection={connection} namespace="wall.connection" waiting={0} />
      <UnsavedNotice reader="chair" since={unsaved} />
      <WallHead
        activityId={activityId}
        shown={shown}
        onShow={(change) => show((before) => ({ ...before, ...change }))}
        onTables={() => place(true)}
      />
      <KnockList activityId={activityId} waiting={[]} timeZone={timeZone} />
      <fieldset className={`bar ${styles.acts}`}>
        <legend className="unseen">{t('acting')}</legend>
        {isAlone ? (
          <span>{t('both', { count: tables })}</span>
        ) : (
          <Checkbox
            checked={order.length > 0 && inSight.length === order.length}
            mixed={ticked.size > 0 && inSight.length < order.length}
            disabled={order.length === 0}
            onChange={(event) => tick(new Set(event.currentTarget.checked ? order : []))}
          >
            {ticked.size === 0
              ? t(areHalves ? 'both' : 'all', { count: toTick })
              : t('some', {
                  count: inSight.length,
                  all: tables,
                  named: numbers.length > 0 ? 'yes' : 'no',
                  numbers: format.list(numbers.map(String), { type: 'unit' }),
                })}
          </Checkbox>
        )}
        {chosen.size === 0 ? (
          <span className="quiet">{t.rich('teach', { key: (words) => <Kbd>{words}</Kbd> })}</span>
        ) : (
          <ActBar activityId={activityId} chosen={chosen} acts={acts} onTables={() => place(true)} />
        )}
        {ticked.size > 0 ? (
          <Button size="dense" kind="quiet" keys="Esc" onClick={() => tick(new Set())}>
            {t('clear')}
          </Button>
        ) : null}
      </fieldset>
      <ActOutcome activityId={activityId} acts={acts} />
      {isHeard && order.length === 0 ? (
        <EmptyState
          title={t('nobodyFound')}
          action={
            <Button onClick={() => show({ filter: 'all', order: shown.order, search: '' })}>
              {t('showAll', { count: tables })}
            </Button>
          }
        >
          {t('nobodyFoundText')}
        </EmptyState>
      ) : null}
      <ul
        className={areHalves ? styles.halves : styles.wall}
        onPointerEnter={hold}
        onPointerLeave={release}
        onFocus={hold}
        onBlur={release}
        onKeyDown={isAlone ? undefined : keys}
      >
        {order.map((id) => (
          <Watched
            key={id}
            activityId={activityId}
            id={id}
            isHalf={areHalves}
            isAlone={isAlone}
            {...each}
            order={order.indexOf(id)}
            chosen={ticked.has(id)}
            onListen={listen}
          />
        ))}
      </ul>
      {listening === null ? null : (
        <Dialog open width="wide" title={t('listen')} onOpenChange={(open) => open || listen(null)}>
          <OpenTable activityId={activityId} id={listening}>
            {(told) => <TableHalf activityId={activityId} told={told} {...{ names, now }} onAnswer={answer} />}
          </OpenTable>
        </Dialog>
      )}
      {placing ? <Placing activityId={activityId} onClose={() => place(false)} /> : null}
      {answering === null ? null : (
        <OpenTable activityId={activityId} id={answering}>
          {(told) =>
            told.kind === 'unknown' ? null : (
              <AnswerDialog activityId={activityId} room={told.what} names={names} onClose={() => answer(null)} />
            )
          }
        </OpenTable>
      )}
    </main>
  )
}

/** Gives a table to those who have come in without one. */
function Placing({ activityId, onClose }: { activityId: string; onClose: () => void }) {
  const rooms = useActivity(activityId, (view) => view.rooms.map(({ id, name }) => ({ id, name })))
  return <UnplacedDialog {...{ activityId, rooms, onClose }} give={giveTable} />
}

type OpenTableProps = { activityId: string; id: string; children: (told: Known<ActivityRoom>) => React.ReactNode }

function OpenTable({ activityId, id, children }: OpenTableProps) {
  return children(useActivity(activityId, (view) => known(view, ({ rooms }) => rooms.find((room) => room.id === id))))
}

type WatchedProps = Omit<TileProps, 'told'> & { activityId: string; id: string; isHalf: boolean; isAlone: boolean }

/** One table, which reads its own room and nothing else. */
function Watched({ activityId, id, isHalf, isAlone, ...rest }: WatchedProps) {
  const told = useActivity(activityId, (view) => known(view, ({ rooms }) => rooms.find((room) => room.id === id)))
  return isHalf ? (
    <li>
      <TableHalf
        {...{ activityId, told, names: rest.names, now: rest.now, onAnswer: rest.onAnswer }}
        {...(isAlone ? {} : { chosen: rest.chosen, onChoose: rest.onChoose })}
      />
    </li>
  ) : (
    <Tile told={told} {...rest} />
  )
}

/** The ids of the tables that are shown, in their order; the same ones stay where they are while they are held. */
function useHeldOrder(activityId: string, { filter, order, search }: Shown) {
  const sorted = useActivity(activityId, ({ rooms, people }) => {
    const found = search.trim() === '' ? null : new Set(peopleNamed(people, rooms, search).map(({ room }) => room?.id))
    return orderOfRooms(
      roomsAmong(rooms, filter).filter(({ id }) => found?.has(id) ?? true),
      order,
    )
  })
  const [held, setHeld] = useState<Held<Shown['order']>>(null)
  const still = stillHeld(held, order, sorted)
  if (still !== held) setHeld(still)
  const kept = shownOrder(still, sorted)
  return {
    order: kept,
    hold: () => setHeld((before) => holding(before, order, kept)),
    release: () => setHeld(null),
  }
}

/** X ticks the table that has the focus, Shift+X all from the last one to there, Ctrl+A all, Escape none. */
function useTicking(
  order: readonly string[],
  ticked: ReadonlySet<string>,
  tick: (next: ReadonlySet<string>) => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  const last = useRef<string | null>(null)
  return (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('[role=dialog], textarea, [type=search]')) return
    const id = event.target.closest<HTMLElement>('[data-room]')?.dataset.room ?? null
    const key = event.key.toLowerCase()
    if (key === 'escape') tick(new Set())
    else if (key === 'a' && (event.ctrlKey || event.metaKey)) tick(new Set(order))
    else if (key === 'x' && id !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const [from, to] = [order.indexOf(event.shiftKey ? (last.current ?? id) : id), order.indexOf(id)]
      const span = order.slice(Math.min(from, to), Math.max(from, to) + 1)
      const others = [...ticked].filter((other) => !span.includes(other))
      tick(new Set(!event.shiftKey && ticked.has(id) ? others : [...others, ...span]))
      last.current = id
    } else return
    event.preventDefault()
  }
}
