'use client'
// One entry on the desk: with a checkbox while it can be made evidence, the buttons that hide its words and open its menu, and beneath words
// that were taken off what the chair can do with them. Memoised, because every entry of a long record would re-render.
import { useTranslations } from 'next-intl'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { RecordContext } from '#record/entries/record-context.ts'
import { RecordLine } from '#record/record-line'
import { BringBack, HideButton } from '#room/off/hide-words'
import { MoreButton } from '#room/off/more-button'
import type { StrikeAct } from '#room/off/strike-line.ts'
import { StruckTools } from '#room/off/struck-tools'
import { hasWords } from '#simulation/questions/strikes'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { becomesCurrent } from '#ui/page/becomes-current.ts'
import { Icon } from '#ui/words/icon'
import styles from './desk-record.module.css'

type DeskLineProps = {
  roomId: string
  paragraph: Paragraph
  about: RecordContext
  live: boolean
  focused: boolean
  onFocused: (no: string) => void
  evidence: boolean
  onEvidence: ((no: string) => void) | undefined
  bookmarked: boolean
  /** Whether its menu is open. */
  opened: boolean
  onMore: (no: string, button: HTMLElement) => void
  act: StrikeAct
  /** Hides its words, or brings back what was hidden a moment ago. */
  onHide: (no: string) => void
  now: () => number
}

export const DeskLine = memo(function DeskLine(props: DeskLineProps) {
  const { paragraph, about, live, focused, onFocused, evidence, onEvidence, bookmarked, opened, onMore } = props
  const { roomId, act, onHide, now } = props
  const { no, off } = paragraph
  const marks = paragraph.kind !== 'procedure'
  const t = useTranslations('desk.record')
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (focused) item.current?.scrollIntoView({ block: 'nearest' })
  }, [focused])
  const tools = useMemo(
    () =>
      off.length === 0 ? undefined : (
        <>
          <BringBack {...{ off, now, onHide }} entry={no} name={no} />
          <StruckTools {...{ roomId, off, act }} entry={no} name={no} />
        </>
      ),
    [roomId, no, off, act, now, onHide],
  )
  return (
    <li
      ref={item}
      className={styles.line}
      data-focused={focused || undefined}
      aria-current={focused || undefined}
      {...becomesCurrent(() => onFocused(no))}
    >
      <div className={styles.inner} data-tools={marks || undefined}>
        <RecordLine
          paragraph={paragraph}
          about={about}
          density="desk"
          live={live}
          selected={evidence}
          actions={tools}
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
        />
      </div>
      {marks ? (
        <span className={styles.more}>
          {bookmarked ? (
            <span className={styles.bookmark} role="img" aria-label={t('bookmarked', { no })}>
              <Icon name="bookmark" />
            </span>
          ) : null}
          {'text' in paragraph && hasWords(paragraph.text ?? '') ? (
            <HideButton entry={no} name={t('entry', { no })} onHide={onHide} />
          ) : null}
          <MoreButton no={no} name={t('entry', { no })} open={opened} onMore={onMore} />
        </span>
      ) : null}
    </li>
  )
})
