'use client'
// The queue of a phone, folded to one line that counts the hands and names a point of order. Without it a phone whose own hand is down
// would never learn who waits.
import { useTranslations } from 'next-intl'
import type { SeatId } from '#simulation/kernel/ids'
import { queue } from '#simulation/reading/log/queue'
import type { RoomState } from '#simulation/state/room-state'
import { IntentTag } from '#ui/words/intent-tag'
import styles from './queue-fold.module.css'
import { QueueList } from './queue-list'

export function QueueFold({ state, own }: { state: RoomState; own: SeatId }) {
  const t = useTranslations('room.queue')
  const intents = useTranslations('record.intents')
  const hands = queue(state)
  const [first] = hands
  if (!first) return null
  return (
    <details className={`hint ${styles.fold}`}>
      <summary>
        <b>{t('title')}</b> {t('hands', { count: hands.length })}{' '}
        {first.intent === 'point-of-order' ? <IntentTag first>{intents('point-of-order')}</IntentTag> : null}
      </summary>
      <div className={styles.list}>
        <QueueList state={state} own={own} bare />
      </div>
    </details>
  )
}
