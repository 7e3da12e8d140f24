'use client'
// In homework, what asks whoever acts as head whether the delegation stands as it opened (rule H20). Either answer is the last that is asked.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useLeading } from '#room/hooks/led.ts'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import { positionsToKeep } from '#simulation/reading/log/filings'
import { Button } from '#ui/controls/button'
import styles from './closing-choice.module.css'

const answered = z.boolean()

export function ClosingChoice({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room.closing')
  const { state, seat } = at
  const request = useRequest(at.view)
  const { lead } = useLeading()
  const [isAnswered, answer] = useLocalStorage(at, 'closing-choice', answered, false)
  // What a refusal left unfiled: once one is filed, the room asks no more.
  const [left, setLeft] = useState<ReturnType<typeof positionsToKeep>>([])
  const kept = left.length > 0 ? left : positionsToKeep(state, seat)
  if (isAnswered || (kept.length === 0 && !request.busy && request.refused === null)) return null
  const keep = async () => {
    for (const [place, position] of kept.entries())
      if (!(await request.ask({ type: 'filePosition', stage: 'closing', ...position })))
        return setLeft(kept.slice(place))
    setLeft([])
  }
  const file = () => {
    answer(true)
    lead({ phase: state.agenda.index, what: 'position-draft', place: 'positions', tension: null, answer: null })
  }
  return (
    <section className={`stack ${styles.choice}`} aria-label={t('title')}>
      <p>
        <b>{t('title')}</b> {t('text', { count: kept.length })}
      </p>
      <div className="tools">
        <Button busy={request.busy} onClick={() => void keep()}>
          {t('keep')}
        </Button>
        <Button onClick={file}>{t('file')}</Button>
        <RefusalText>{request.refused}</RefusalText>
      </div>
    </section>
  )
}
