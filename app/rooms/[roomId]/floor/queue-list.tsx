'use client'
// The queue for the floor in the order in which hands will be called, with each one's intent; a point of order looks what it is.
import { useTranslations } from 'next-intl'
import type { SeatId } from '#simulation/kernel/ids'
import { queue } from '#simulation/reading/log/queue'
import type { RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Shape } from '#ui/charts/shape'
import { delegationIn } from '#ui/words/delegations.ts'
import { IntentTag } from '#ui/words/intent-tag'
import styles from './queue-list.module.css'

type QueueListProps = {
  state: RoomState
  /** The reader's seat. */
  own: SeatId
  /** At most so many rows; the reader's own is always among them. */
  most?: number
  /** Without a title, on a phone. */
  bare?: boolean
}

export function QueueList({ state, own, most, bare = false }: QueueListProps) {
  const t = useTranslations('room.queue')
  const intents = useTranslations('record.intents')
  const hands = queue(state)
  if (hands.length === 0) return null
  const rows = hands.flatMap((hand, index) => {
    const seat = state.seats[hand.seat]
    return seat ? [{ hand, seat, place: index + 1, mine: hand.seat === own }] : []
  })
  const shown = most === undefined ? rows : rows.filter(({ place, mine }) => mine || place <= most)
  return (
    <section className={styles.queue}>
      {bare ? null : <Band level={2} title={t('title')} detail={t('hands', { count: hands.length })} />}
      <ol aria-label={t('label')}>
        {shown.map(({ hand, seat, place, mine }) => {
          const delegation = delegationIn(state.plan, seat.delegation)
          return (
            <li
              key={hand.seat}
              value={place}
              data-mine={mine || undefined}
              data-order={hand.intent === 'point-of-order' || undefined}
            >
              <span className={styles.place}>{place}</span>
              {delegation ? <Shape delegation={delegation} /> : null}
              <span>{mine ? t('mine', { title: seat.title }) : seat.title}</span>
              <span className={`hint ${styles.intent}`}>
                <IntentTag first={hand.intent === 'point-of-order'}>{intents(hand.intent)}</IntentTag>
              </span>
            </li>
          )
        })}
      </ol>
      {shown.length < rows.length ? (
        <p className={`hint ${styles.more}`}>{t('more', { count: rows.length - shown.length })}</p>
      ) : null}
    </section>
  )
}
