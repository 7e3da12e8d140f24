'use client'
// What of a student's work may be evidence: the entries, along which the keys move, and the box of each.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { bringTo } from '#room/hooks/bring-to.ts'
import styles from './grading.module.css'
import { useGrading } from './use-grading'

/** Says which entries this student's page shows. */
export function EvidenceList({
  id,
  entries,
  children,
}: {
  id: string
  entries: readonly string[]
  children: ReactNode
}) {
  const { show } = useGrading()
  const named = entries.join(' ')
  useLayoutEffect(() => show(id, named === '' ? [] : named.split(' ')), [show, id, named])
  return children
}

/** A piece of work with the number under which it may be evidence of the current criterion. */
export function WorkPiece({ no, children }: { no: string | null; children: ReactNode }) {
  const t = useTranslations('grading')
  const { cursor, setCursor, score, grading } = useGrading()
  const piece = useRef<HTMLLIElement>(null)
  const current = no !== null && cursor === no
  const begun = useRef(true)
  useEffect(() => {
    if (current && !begun.current && piece.current) bringTo(piece.current, 'middle')
    begun.current = false
  }, [current])
  const ticked = no !== null && score.current !== null && score.draftOf(score.current.key).evidence.includes(no)
  return (
    <li ref={piece} className={styles.piece} data-current={current || undefined}>
      {no === null || grading.evidence === 'off' ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={t('evidence', { no, criterion: score.current?.name ?? '' })}
          checked={ticked}
          onFocus={() => setCursor(no)}
          onChange={() => score.toggleEvidence(no)}
        />
      )}
      <span className={`hint ${styles.no}`}>{no}</span>
      <div className={styles.words}>{children}</div>
    </li>
  )
}
