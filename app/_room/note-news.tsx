'use client'
// Announces the chair's newest note to this person, in whichever tab they are. It is laid over the line of what is happening and ends where that
// line does: floating freely, it would lie on what the person is asked to do, or on the words they are typing. The record and the list of
// notes hold it too.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { dashed } from '#record/words/off-words.ts'
import { newestNote } from '#simulation/reading/room/notices'
import type { RoomState } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { Icon } from '#ui/words/icon'
import styles from './note-news.module.css'

const STAYS_MS = 6000

/** For the box that shows what is happening, which it fills while it is there. */
export function NoteNews({ state }: { state: Pick<RoomState, 'record' | 'privateEntries'> }) {
  const t = useTranslations('chair-notes')
  const last = newestNote(state)
  const seq = last?.seq ?? 0
  const [told, setTold] = useState(seq)
  const [held, hold] = useState(false)
  const shown = seq > told
  useEffect(() => {
    if (!shown || held) return
    const timer = setTimeout(() => setTold(seq), STAYS_MS)
    return () => clearTimeout(timer)
  }, [shown, held, seq])
  const close = () => {
    setTold(seq)
    // The pointer that closed it never leaves it: held on, the next note would stay for good.
    hold(false)
  }
  return (
    <div
      className={styles.place}
      role="status"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      {shown ? (
        <div className={`line ${styles.note}`}>
          <Icon name="letter" />
          <p>{t('note', { text: dashed(last?.event.text ?? '') })}</p>
          <Button kind="quiet" size="dense" icon="close" aria-label={t('close')} onClick={close} />
        </div>
      ) : null}
    </div>
  )
}
