'use client'
// One entry on the desk, with a checkbox that makes it evidence and a bookmark. Memoised, because every entry of a long record would
// re-render.
import { useTranslations } from 'next-intl'
import { memo, useEffect, useRef } from 'react'
import type { RecordContext } from '#record/record-context.ts'
import { RecordLine } from '#record/record-line'
import type { Paragraph } from '#simulation/reading/transcript'
import { Icon } from '#ui/icon'
import styles from './desk-record.module.css'

type DeskLineProps = {
  paragraph: Paragraph
  about: RecordContext
  live: boolean
  focused: boolean
  onFocused: (no: string) => void
  evidence: boolean
  onEvidence: ((no: string) => void) | undefined
  bookmarked: boolean
  onBookmark: (no: string) => void
}

export const DeskLine = memo(function DeskLine(props: DeskLineProps) {
  const { paragraph, about, live, focused, onFocused, evidence, onEvidence, bookmarked, onBookmark } = props
  const { no } = paragraph
  const marks = paragraph.kind !== 'procedure'
  const t = useTranslations('desk.record')
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (focused) item.current?.scrollIntoView({ block: 'nearest' })
  }, [focused])
  return (
    <li
      ref={item}
      className={styles.line}
      data-focused={focused || undefined}
      aria-current={focused || undefined}
      onPointerDown={() => onFocused(no)}
    >
      <div className={styles.inner}>
        <RecordLine
          paragraph={paragraph}
          about={about}
          density="desk"
          live={live}
          selected={evidence}
          lead={
            onEvidence ? (
              <input
                type="checkbox"
                className={styles.box}
                checked={evidence}
                aria-label={t('evidence', { no })}
                onChange={() => onEvidence(no)}
              />
            ) : null
          }
          aside={marks ? <span className={styles.space} /> : null}
        />
      </div>
      {marks ? (
        <button
          type="button"
          className={styles.bookmark}
          aria-pressed={bookmarked}
          aria-label={t('bookmark', { no })}
          onClick={() => onBookmark(no)}
        >
          <Icon name="bookmark" />
        </button>
      ) : null}
    </li>
  )
})
