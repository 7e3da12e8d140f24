'use client'
// Initials a clean clause for one's delegation, and reopens one with a reason.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import type { Request } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { WordsForm } from '#room/text/words-form'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { isClean } from '#simulation/questions/text'
import type { ClauseText } from '#simulation/shapes/text'
import { reopenDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { delegationIn } from '#ui/delegations.ts'

type InitialActsProps = { at: SeatView; clause: ClauseText; own: DelegationId; request: Request }

export function InitialActs({ at, clause, own, request }: InitialActsProps) {
  const t = useTranslations('room.text.initial')
  const text = useTranslations('room.text')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useKeptWords(at, reopenDraftKey(clause.key), LIMITS.reason)
  const capital = delegationIn(at.state.plan, own)?.capital ?? ''
  const reopen = async () => {
    if (reason.trim() === '') return request.object(t('first'))
    if (!(await request.ask({ type: 'reopenClause', clause: clause.key, reason: reason.trim() }))) return
    setReason('')
    setOpen(false)
  }
  return (
    <div className={`tools ${forms.acts}`}>
      {at.acts && isClean(clause) && !clause.initials.includes(own) ? (
        <Button
          size="dense"
          kind="primary"
          busy={request.busy}
          onClick={() => void request.ask({ type: 'initialClause', clause: clause.key })}
        >
          {t('do', { capital })}
        </Button>
      ) : null}
      {clause.initials.length > 0 && !open ? (
        <Button size="dense" kind="quiet" onClick={() => setOpen(true)}>
          {t('reopen')}
        </Button>
      ) : null}
      {open ? (
        <WordsForm
          label={t('why')}
          rows={2}
          maxLength={LIMITS.reason}
          words={reason}
          onWords={setReason}
          unsent={reason.trim() !== ''}
          send={t('now')}
          onSend={() => void reopen()}
          busy={request.busy}
          refused={null}
          close={{ label: text('notNow'), onClose: () => setOpen(false) }}
        />
      ) : null}
    </div>
  )
}
