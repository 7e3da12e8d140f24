'use client'
// The reason for which a delegation leaves the bracket of a clause standing.
import { useTranslations } from 'next-intl'
import { useKeptWords, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import type { Request } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { standIn } from '#simulation/questions/text'
import type { ClauseText } from '#simulation/shapes/text'
import { reasonDraftKey } from '#simulation/wire/draft-key'
import { WordsForm } from './words-form'

type LeaveFormProps = {
  at: SeatView
  clause: ClauseText
  own: DelegationId
  request: Request
  /** Without it the form stays, as while the vote runs. */
  onClose?: () => void
}

export function LeaveForm({ at, clause, own, request, onClose }: LeaveFormProps) {
  const t = useTranslations('room.text')
  const [reason, setReason] = useKeptWords(at, reasonDraftKey(clause.key), LIMITS.reason)
  const saved = standIn(clause, own).reason === reason.trim()
  useSavedOnServer(at, reasonDraftKey(clause.key), saved)
  const leave = async () => {
    if (reason.trim() === '') return request.object(t('reasonFirst'))
    if (await request.ask({ type: 'keepBracket', clause: clause.key, reason: reason.trim() })) onClose?.()
  }
  return (
    <WordsForm
      label={t('reason')}
      hint={t('reasonHint')}
      rows={2}
      maxLength={LIMITS.reason}
      words={reason}
      onWords={setReason}
      unsent={reason.trim() !== '' && !saved}
      send={t('leaveNow')}
      onSend={() => void leave()}
      busy={request.busy}
      refused={request.refused}
      {...(onClose ? { close: { label: t('notNow'), onClose } } : {})}
    />
  )
}
