'use client'
// The sheet in which a head initials a clean clause, and the form that reopens an initialled one with a reason.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { GappedWords } from '#record/words/gapped-words'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import type { Request } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { useTerms } from '#room/text/term-line'
import { WordsForm } from '#room/text/words-form'
import { WordsSheet } from '#room/text/words-sheet'
import { LIMITS } from '#simulation/kernel/limits'
import { cleanVersion } from '#simulation/questions/text'
import type { ClauseText } from '#simulation/shapes/text'
import { reopenDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import type { ClauseSheetProps } from './clause-parts'

export function InitialSheet({ at, clause, number, own, request, onClose }: ClauseSheetProps) {
  const t = useTranslations('room.text.initial')
  const text = useTranslations('room.text')
  const { know } = useTerms(at)
  // The words as they were when the sheet was opened: where somebody has left them since, there is nothing to initial.
  const [version] = useState(() => cleanVersion(clause))
  const isThere = version !== null && cleanVersion(clause)?.id === version.id
  const initial = async () => {
    if (!isThere) return request.object(t('gone'))
    if (!(await request.ask({ type: 'initialClause', clause: clause.key }))) return
    know('clean')
    onClose()
  }
  return (
    <WordsSheet
      title={t('title', { number })}
      about={text('whole', { number, heading: clause.heading })}
      onClose={onClose}
      words={<GappedWords text={version?.words ?? ''} plan={at.state.plan} />}
      act={{
        label: t('do', { capital: delegationIn(at.state.plan, own)?.capital ?? '' }),
        means: `${version?.id} ${isThere}`,
        onAct: () => void initial(),
        busy: request.busy,
      }}
      refused={request.refused}
    >
      <p className="note">{t('then')}</p>
    </WordsSheet>
  )
}

type ReopenProps = { at: SeatView; clause: ClauseText; request: Request }

export function Reopen({ at, clause, request }: ReopenProps) {
  const t = useTranslations('room.text.initial')
  const text = useTranslations('room.text')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useKeptWords(at, reopenDraftKey(clause.key), LIMITS.reason)
  const reopen = async () => {
    if (reason.trim() === '') return request.object(t('first'))
    if (!(await request.ask({ type: 'reopenClause', clause: clause.key, reason: reason.trim() }))) return
    setReason('')
    setOpen(false)
  }
  if (!open)
    return (
      <div className={`tools ${forms.acts}`}>
        <Button size="dense" kind="quiet" onClick={() => setOpen(true)}>
          {t('reopen')}
        </Button>
      </div>
    )
  return (
    <WordsForm
      label={t('why')}
      rows={2}
      maxLength={LIMITS.reason}
      words={reason}
      onWords={setReason}
      unsent={reason.trim() !== ''}
      send={t('now')}
      undoes
      onSend={() => void reopen()}
      busy={request.busy}
      refused={null}
      close={{ label: text('notNow'), onClose: () => setOpen(false) }}
    />
  )
}
