'use client'
// The button beside an entry that annotates it, or the words of it that are selected.
import { useTranslations } from 'next-intl'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { wordsOf } from '#simulation/reading/record/annotations'
import { Button } from '#ui/controls/button'
import styles from './annotations.module.css'
import { useAnnotations } from './annotations-here'

export function AnnotateButton({ entry }: { entry: Paragraph }) {
  const t = useTranslations('annotations')
  const here = useAnnotations()
  if (!here || here.chooses.length === 0) return null
  const { no, person } = entry
  const student = person === null ? null : (here.students[person] ?? null)
  return (
    <span className={styles.add}>
      <Button
        kind="quiet"
        size="dense"
        data-annotate
        aria-haspopup="dialog"
        aria-label={t('add', { no })}
        onClick={() => here.annotate(no, wordsOf(entry), student)}
      >
        {t('addShort')}
      </Button>
    </span>
  )
}
