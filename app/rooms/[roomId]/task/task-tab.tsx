'use client'
// An observer's place: the task they have for the room, or that they have none.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/seat-view.ts'
import { observerTaskOf } from '#simulation/topics/observers/questions'
import { EmptyState } from '#ui/empty-state'
import { CheckPanel } from './check-panel'
import { ChroniclePanel } from './chronicle-panel'
import { ScribePanel } from './scribe-panel'
import styles from './task.module.css'

export function TaskTab({ at }: { at: SeatView }) {
  const t = useTranslations('room.task')
  const task = observerTaskOf(at.state, at.seat.id)
  if (task === null)
    return (
      <EmptyState title={t('noneTitle')} level={2}>
        {t('none')}
      </EmptyState>
    )
  return (
    <div className={styles.task}>
      <h2>{t(`title.${task}`)}</h2>
      <p className={styles.lede}>{t(`lede.${task}`)}</p>
      {at.state.closedAt === null ? <Work at={at} task={task} /> : <p>{t('closed')}</p>}
    </div>
  )
}

function Work({ at, task }: { at: SeatView; task: NonNullable<ReturnType<typeof observerTaskOf>> }) {
  switch (task) {
    case 'scribe':
      return <ScribePanel at={at} />
    case 'fact-checker':
      return <CheckPanel at={at} />
    case 'historian':
      return <ChroniclePanel at={at} />
    default:
      return task satisfies never
  }
}
