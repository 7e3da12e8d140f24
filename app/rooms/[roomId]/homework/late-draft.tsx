'use client'
// What was typed for a post and not sent, once nothing is taken any more: it can be copied.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/link/seat-view.ts'
import { useWhen } from '#room/table/when'
import { CopyWords } from '#room/words/copy-words'
import { useLengthWords } from '#room/words/length-line'
import { type Bounds, lengthFault } from '#simulation/kernel/lengths'
import type { PostSlot } from '#simulation/reading/homework/assignment'
import { Icon } from '#ui/words/icon'
import styles from './post-box.module.css'

type LateDraftProps = { at: SeatView; slot: PostSlot; text: string; bounds: Bounds; title: string }

export function LateDraft({ at, slot, text, bounds, title }: LateDraftProps) {
  const t = useTranslations('homework-room.box')
  const when = useWhen(at.courseZone)
  const say = useLengthWords()
  const fault = lengthFault(text, bounds)
  return (
    <section className={styles.box} aria-label={title}>
      <p className={styles.late}>
        <Icon name="warning" /> {t('closed', { due: when.whole(slot.dueAt) })} {fault ? say(fault) : null}
      </p>
      <p className={styles.kept}>{text}</p>
      <CopyWords text={text} label={t('copy')} />
    </section>
  )
}
