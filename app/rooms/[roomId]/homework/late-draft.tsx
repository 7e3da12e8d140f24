'use client'
// What was typed for a post and not sent, once nothing is taken any more: it can be copied.
import { useTranslations } from 'next-intl'
import { useLengthWords } from '#room/length-line'
import type { SeatView } from '#room/seat-view.ts'
import { useWhen } from '#room/when'
import { type Bounds, lengthFault } from '#simulation/kernel/lengths'
import type { PostSlot } from '#simulation/reading/assignment'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { useToast } from '#ui/toast'
import styles from './post-box.module.css'

type LateDraftProps = { at: SeatView; slot: PostSlot; text: string; bounds: Bounds; title: string }

export function LateDraft({ at, slot, text, bounds, title }: LateDraftProps) {
  const t = useTranslations('homework-room.box')
  const waiting = useTranslations('room.waiting')
  const when = useWhen(at.courseZone)
  const tell = useToast()
  const say = useLengthWords()
  const fault = lengthFault(text, bounds)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell({ text: waiting('copied') })
    } catch {
      tell({ text: waiting('notCopied') })
    }
  }
  return (
    <section className={styles.box} aria-label={title}>
      <p className={styles.late}>
        <Icon name="warning" /> {t('closed', { due: when.whole(slot.dueAt) })} {fault ? say(fault) : null}
      </p>
      <p className={styles.kept}>{text}</p>
      <Button size="dense" onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </section>
  )
}
