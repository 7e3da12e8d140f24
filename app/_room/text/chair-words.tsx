'use client'
// The chair's own text for a clause, which any side may stand on: a single text for all, put forward as No. 1, 2, ….
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Owner, useKeptWords } from '#room/hooks/use-local-storage.ts'
import type { Ask } from '#room/hooks/use-request.ts'
import { LIMITS } from '#simulation/kernel/limits'
import type { ClauseText } from '#simulation/shapes/text'
import { versionDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import styles from './form.module.css'
import { WordsForm } from './words-form'

export function ChairWords({ ask, owner, clause }: { ask: Ask; owner: Owner; clause: ClauseText }) {
  const t = useTranslations('desk.text.words')
  const [missing, setMissing] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useKeptWords(owner, versionDraftKey(clause.key), LIMITS.clause)
  const words = typed.trim()
  const put = async () => {
    if (words === '') return setMissing(t('first'))
    const sent = { type: 'putForward', clause: clause.key, words, from: null, cites: null, drafter: null } as const
    setMissing(null)
    if (!(await ask(sent))) return
    setTyped('')
    setOpen(false)
  }
  if (!open)
    return (
      <p className={`tools ${styles.acts}`}>
        <Button size="dense" kind="quiet" onClick={() => setOpen(true)}>
          {t('write')}
        </Button>
      </p>
    )
  return (
    <WordsForm
      label={t('field')}
      rows={3}
      maxLength={LIMITS.clause}
      words={typed}
      onWords={setTyped}
      unsent={words !== ''}
      send={t('put')}
      onSend={() => void put()}
      refused={missing}
      close={{ label: t('notNow'), onClose: () => setOpen(false) }}
    />
  )
}
