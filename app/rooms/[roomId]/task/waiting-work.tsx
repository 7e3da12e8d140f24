'use client'
// What an observer wrote that is not saved yet: being sent, or refused with the reason.
import { useTranslations } from 'next-intl'
import type { PendingCommand } from '#room/link/room-view.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { WaitingNote } from '#room/words/waiting-lines'
import styles from './task.module.css'

export function WaitingWork({ at, entry, text }: { at: SeatView; entry: PendingCommand; text: string }) {
  const t = useTranslations('room.words')
  return (
    <div role="status">
      <p className={styles.words}>{text}</p>
      <p className={styles.hint}>
        <WaitingNote entry={entry} view={at.view} sending={t('sending')} text={text} />
      </p>
    </div>
  )
}
