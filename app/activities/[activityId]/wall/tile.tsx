'use client'
// One room on the wall: clock, queue and floor, the gap by round, the share of talk, and one line of state.
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { type CSSProperties, useEffect } from 'react'
import { timeOfDay } from '#format/clock-time'
import { deskPath } from '#paths'
import type { RoomView } from '#room/room-view.ts'
import { useNow } from '#room/use-now.ts'
import { useRoom } from '#room/use-room.ts'
import { remainingMs } from '#simulation/agenda/clock'
import { isRunning, type RoomState } from '#simulation/kernel/room-state'
import { isEndOverdue } from '#simulation/reading/agenda-times'
import { revealedGapLines } from '#simulation/reading/gap-lines'
import { type Need, needOf, wantsSomeone } from '#simulation/reading/need'
import { talkShares } from '#simulation/reading/time-accounts'
import { delegationColours } from '#ui/delegation-colours.ts'
import { delegationIn, gapName, partiesOf } from '#ui/delegations.ts'
import { GapMini } from '#ui/gap-mini'
import { Icon } from '#ui/icon'
import { Placard } from '#ui/placard'
import { clockText } from '#ui/signed.ts'
import { VisuallyHidden } from '#ui/visually-hidden'
import { GapSpark } from './gap-spark'
import styles from './wall.module.css'

export type WallRoom = { id: string; name: string; number: number }

type TileProps = {
  room: WallRoom
  order: number
  chosen: boolean
  onChoose: (chosen: boolean) => void
  onView: (id: string, view: RoomView) => void
}

export function Tile({ room, order, chosen, onChoose, onView }: TileProps) {
  const view = useRoom(room.id)
  useEffect(() => onView(room.id, view), [onView, room.id, view])
  return <TileView room={room} view={view} order={order} chosen={chosen} onChoose={onChoose} />
}

/** The tile without its socket, so that tests can draw it from a view. */
export function TileView({ room, view, order, chosen, onChoose }: Omit<TileProps, 'onView'> & { view: RoomView }) {
  const t = useTranslations('wall')
  const now = useNow(view.now, 1000)
  const { state } = view
  const need = state && needOf(state, view, now)
  const floor = delegationIn(state?.plan, state?.floor.holder && state.seats[state.floor.holder.seat]?.delegation)
  const hands = state?.floor.hands.length ?? 0
  const gaps = state ? revealedGapLines(state) : []
  const parties = state && partiesOf(state.plan)
  return (
    <li
      className={styles.tile}
      style={{ order } as CSSProperties}
      data-need={need?.kind}
      data-wanted={(need && wantsSomeone(need)) || undefined}
    >
      <span className={styles.line}>
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
          aria-label={t('choose', { room: room.name })}
        />
        <Link className={styles.number} href={deskPath(room.id)}>
          <span aria-hidden="true">{room.number}</span>
          <VisuallyHidden>{t('openDesk', { room: room.name })}</VisuallyHidden>
        </Link>
        <span className={styles.clock}>{state ? <TileClock state={state} now={now} /> : null}</span>
        {hands > 0 ? (
          <span className={styles.hands}>
            <Icon name="hand" />
            <span aria-hidden="true">{hands}</span>
            <VisuallyHidden>{t('hands', { count: hands })}</VisuallyHidden>
          </span>
        ) : null}
        {floor ? <Placard delegation={floor} size="xs" /> : null}
      </span>
      <span className={styles.drawings}>
        {parties ? (
          <>
            <GapSpark gap={gapName(parties)} distances={gaps.flatMap(({ gap }) => gap ?? [])} />
            {gaps.length > 0 ? <GapMini parties={parties} positions={gaps.at(-1)?.values ?? {}} /> : null}
          </>
        ) : null}
      </span>
      {state ? <TalkShare state={state} now={now} /> : null}
      <span className={styles.state}>{need ? <NeedLine need={need} now={now} /> : t('loading')}</span>
    </li>
  )
}

function TileClock({ state, now }: { state: RoomState; now: number }) {
  const t = useTranslations('wall')
  if (state.agenda.status === 'lobby') return t('lobbyClock')
  if (state.agenda.status === 'finished') return t('finished')
  if (!isRunning(state)) return t('between')
  if (isEndOverdue(state, now)) return t('overdue')
  return clockText(Math.ceil(remainingMs(state, now) / 1000))
}

function TalkShare({ state, now }: { state: RoomState; now: number }) {
  const t = useTranslations('wall')
  const format = useFormatter()
  const spent = (talkShares(state, now) ?? []).flatMap(({ delegation: id, ...share }) => {
    const delegation = delegationIn(state.plan, id)
    return delegation ? [{ delegation, ...share }] : []
  })
  const shares = format.list(
    spent.map(({ delegation, percent }) => t('share', { name: delegation.short, share: percent })),
    { type: 'unit' },
  )
  return (
    <span className={styles.talk} role="img" aria-label={spent.length === 0 ? t('noTalk') : t('talk', { shares })}>
      {spent.map(({ delegation, ms }) => (
        <i key={delegation.id} className={delegationColours(delegation)} style={{ flexGrow: ms } as CSSProperties} />
      ))}
    </span>
  )
}

function NeedLine({ need, now }: { need: Need; now: number }) {
  const t = useTranslations('wall.need')
  switch (need.kind) {
    case 'help':
      return (
        <b>
          <Icon name="help" /> {t('help', { text: need.text })}
        </b>
      )
    case 'unsaved':
      return (
        <b>
          <Icon name="warning" /> {t('unsaved', { time: timeOfDay(need.since) })}
        </b>
      )
    case 'lost':
      return (
        <b>
          <Icon name="offline" /> {t('lost', { count: need.count })}
        </b>
      )
    case 'paused':
      return (
        <b>
          <Icon name="pause" /> {t('paused')}
        </b>
      )
    case 'quiet':
      return (
        <b>
          <Icon name="warning" /> {t('quiet', { time: clockText(Math.floor((now - need.since) / 1000)) })}
        </b>
      )
    case 'waits':
      return t('waits')
    case 'fine':
      return need.drafted > 0 ? t('drafted', { count: need.drafted }) : t('fine')
    default:
      return need satisfies never
  }
}
