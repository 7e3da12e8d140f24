'use client'
// The reason for which a delegation leaves the bracket of a clause standing.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { ownForm } from '#room/at-work.ts'
import { RefusalText } from '#room/refusal-text'
import type { SeatView } from '#room/seat-view.ts'
import { useLocalStorage, useSavedOnServer } from '#room/use-local-storage.ts'
import type { Request } from '#room/use-request.ts'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { standIn } from '#simulation/questions/text'
import type { ClauseText } from '#simulation/shapes/text/slice'
import { reasonDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import styles from './form.module.css'

const reasonWords = z.string().check(z.maxLength(LIMITS.reason))

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
  const [reason, setReason] = useLocalStorage(at, reasonDraftKey(clause.key), reasonWords, '')
  const saved = standIn(clause, own).reason === reason.trim()
  useSavedOnServer(at, reasonDraftKey(clause.key), saved)
  const leave = async () => {
    if (reason.trim() === '') return request.object(t('reasonFirst'))
    if (await request.ask({ type: 'keepBracket', clause: clause.key, reason: reason.trim() })) onClose?.()
  }
  return (
    <form
      {...ownForm('text', reason.trim() !== '' && !saved)}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void leave()
      }}
    >
      <Field label={t('reason')} hint={t('reasonHint')}>
        <TextArea
          voice="record"
          rows={2}
          maxLength={LIMITS.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" busy={request.busy}>
          {t('leaveNow')}
        </Button>
        {onClose ? (
          <Button kind="quiet" onClick={onClose}>
            {t('notNow')}
          </Button>
        ) : null}
      </div>
      <RefusalText>{request.refused}</RefusalText>
    </form>
  )
}
