'use client'
// The floor as a student sees it: who has it and for how long, who is next, and the student's own action.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RefusalText } from '#room/refusal-text'
import { holderName, type SeatView } from '#room/seat-view.ts'
import type { SeatFloor } from '#room/use-floor.ts'
import { useNow } from '#room/use-now.ts'
import { INTENTS, participantActor } from '#simulation/kernel/ids'
import { queue, queuePlaceOf } from '#simulation/reading/queue'
import { turnNow } from '#simulation/reading/time-accounts'
import { isTakenBackFrom } from '#simulation/reading/turns'
import { yieldsTo } from '#simulation/topics/floor/questions'
import { Button } from '#ui/button'
import { delegationIn, delegationsIn } from '#ui/delegations.ts'
import { FloorStrip, NextUp } from '#ui/floor-strip'
import { Icon } from '#ui/icon'
import { Menu } from '#ui/menu'
import { Popover } from '#ui/popover'
import { clockText } from '#ui/signed.ts'
import { STATEMENT_FORM } from './composer'
import styles from './floor-panel.module.css'

const SHOWN = 3

export function FloorPanel({ at, floor, action }: { at: SeatView; floor: SeatFloor; action: ReactNode }) {
  const t = useTranslations('room.floor')
  const now = useNow(at.view.now)
  const { state } = at
  const { holder } = state.floor
  const speaker = holder ? state.seats[holder.seat] : undefined
  const turn = turnNow(state, now)
  return (
    <section className={styles.frame} aria-label={t('label')}>
      <FloorStrip
        delegations={delegationsIn(state.plan)}
        holder={delegationIn(state.plan, speaker?.delegation)}
        title={speaker ? (floor.holds ? t('yours') : t('has', { title: speaker.title })) : t('open')}
        left={turn ? { text: clockText(Math.ceil(turn.leftMs / 1000)), of: clockText(turn.wholeMs / 1000) } : undefined}
        account={turn ? turn.leftMs / Math.max(1000, turn.wholeMs) : undefined}
        action={action}
      >
        <Beneath at={at} floor={floor} />
      </FloorStrip>
      <RefusalText>
        {floor.open && at.view.connection.kind !== 'live' ? t('offline') : floor.holds ? null : floor.request.refused}
      </RefusalText>
    </section>
  )
}

/** The line beneath: what to do, who opens next, or who waits. */
function Beneath({ at, floor }: { at: SeatView; floor: SeatFloor }) {
  const t = useTranslations('room.floor')
  const intents = useTranslations('record.intents')
  const { state } = at
  if (floor.holds) return <p>{t('speak')}</p>
  if (state.floor.toOpen.length > 0) {
    const order = state.floor.toOpen.map((delegation) => delegationIn(state.plan, delegation)?.name ?? '').join(', ')
    return <p>{t('toOpen', { order })}</p>
  }
  if (floor.next) return <p>{t('youAreNext', { intent: intents(floor.hand?.intent ?? 'point') })}</p>
  const waiting = queue(state).flatMap((hand) => {
    const seat = state.seats[hand.seat]
    const delegation = delegationIn(state.plan, seat?.delegation)
    const first = hand.intent === 'point-of-order'
    return seat && delegation ? [{ delegation, office: seat.title, intent: intents(hand.intent), first }] : []
  })
  if (waiting.length === 0)
    return <p>{t(isTakenBackFrom(state, participantActor(at.person)) ? 'takenBack' : 'nobody')}</p>
  return (
    <>
      {isTakenBackFrom(state, participantActor(at.person)) ? <p>{t('takenBack')}</p> : null}
      <NextUp queue={waiting.slice(0, SHOWN)} />
      {waiting.length > SHOWN ? <p>{t('more', { count: waiting.length - SHOWN })}</p> : null}
    </>
  )
}

type FloorActionProps = {
  at: SeatView
  floor: SeatFloor
  dock?: boolean
  /** Drawn as a secondary button, where the page's main action is another. */
  second?: boolean
}

/** The student's action on the floor, as buttons for the strip or for a phone's dock. */
export function FloorAction({ at, floor, dock = false, second = false }: FloorActionProps) {
  const t = useTranslations('room.floor')
  if (!floor.open) return null
  if (floor.holds) return <Holding at={at} floor={floor} />
  if (floor.hand) {
    return (
      <>
        {dock ? <HandUp at={at} floor={floor} /> : <PlaceInQueue at={at} />}
        <Button busy={floor.request.busy} onClick={() => void floor.request.ask({ type: 'lowerHand' })}>
          {t(dock ? 'lowerShort' : 'lower')}
        </Button>
      </>
    )
  }
  return <Asking floor={floor} wide={dock} kind={second ? 'plain' : 'primary'} />
}

/** "3rd of those who wait, in about 4 minutes". */
function PlaceInQueue({ at }: { at: SeatView }) {
  const t = useTranslations('room.floor')
  const waits = queuePlaceOf(at.state, at.seat.id, useNow(at.view.now, 5_000))
  if (waits === null) return null
  const minutes = Math.round(waits.inMs / 60_000)
  return <span className={styles.place}>{t(minutes > 0 ? 'placeIn' : 'place', { place: waits.place, minutes })}</span>
}

function HandUp({ at, floor }: { at: SeatView; floor: SeatFloor }) {
  const t = useTranslations('room.floor')
  const intents = useTranslations('record.intents')
  const intent = intents(floor.hand?.intent ?? 'point')
  return (
    <p className={styles.handUp}>
      <Icon name="hand" />
      <span>
        <b>{t('handUp')}</b>
        <br />
        {floor.next ? t('handNext', { intent }) : <PlaceInQueue at={at} />}
      </span>
    </p>
  )
}

function Asking({ floor, wide, kind }: { floor: SeatFloor; wide: boolean; kind: 'primary' | 'plain' }) {
  const t = useTranslations('room.floor')
  const intents = useTranslations('room.intents')
  return (
    <Popover
      title={t('withIntent')}
      side={wide ? 'top' : 'bottom'}
      trigger={
        <Button kind={kind} icon="hand" wide={wide} busy={floor.request.busy}>
          {t('ask')}
        </Button>
      }
    >
      <ul className={styles.intents}>
        {INTENTS.map((intent) => (
          <li key={intent}>
            <Button kind="quiet" wide onClick={() => floor.askFor(intent)}>
              {intents(intent)}
            </Button>
          </li>
        ))}
      </ul>
    </Popover>
  )
}

function Holding({ at, floor }: { at: SeatView; floor: SeatFloor }) {
  const t = useTranslations('room.floor')
  const { state, seat } = at
  const others = yieldsTo(state, seat)
  const { ask, busy } = floor.request
  return (
    <>
      <Menu
        align="end"
        trigger={<Button busy={busy}>{t('yield')}</Button>}
        items={[
          { label: t('yieldChair'), onSelect: () => void ask({ type: 'yieldFloor', to: null }) },
          ...(others.length > 0 ? [{ kind: 'divider' } as const] : []),
          ...others.map((other) => ({
            label: t('yieldTo', { name: holderName(at, other) ?? other.title, title: other.title }),
            onSelect: () => void ask({ type: 'yieldFloor', to: other.id }),
          })),
        ]}
      />
      <Button kind="primary" type="submit" form={STATEMENT_FORM}>
        {t('put')}
      </Button>
    </>
  )
}
