'use client'
// An observer's place: the task they have for the room, or that they have none, and what they have begun in another.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/link/seat-view.ts'
import { observerTaskOf } from '#simulation/questions/observers'
import { EmptyState } from '#ui/page/empty-state'
import { CheckPanel } from './check-panel'
import { ChroniclePanel } from './chronicle-panel'
import { ScribePanel } from './scribe-panel'
import styles from './task.module.css'

export function TaskTab({ at }: { at: SeatView }) {
  const t = useTranslations('room.task')
  const task = observerTaskOf(at.state, at.seat.id)
  const takes = at.state.closedAt === null
  return (
    <div className={`form ${styles.task}`}>
      {task === null ? (
        <EmptyState title={t('noneTitle')} level={2}>
          {t('none')}
        </EmptyState>
      ) : (
        <>
          <h2>{t(`title.${task}`)}</h2>
          <p className={styles.lede}>{t(takes ? `lede.${task}` : 'closed')}</p>
        </>
      )}
      {/* All three are always here: each shows its list to whom the task is given, and words that are begun to whoever began them. */}
      <ScribePanel at={at} open={task === 'scribe' && takes} />
      <CheckPanel at={at} open={task === 'fact-checker' && takes} />
      <ChroniclePanel at={at} open={task === 'historian' && takes} />
    </div>
  )
}
