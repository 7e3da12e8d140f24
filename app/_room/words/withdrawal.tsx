'use client'
// The dialog to withdraw an entry, with an optional reason. A withdrawal is a new entry; nobody reads the withdrawn words any more.
import { useTranslations } from 'next-intl'
import { LIMITS } from '#simulation/kernel/limits'
import { withdrawalDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'
import { useKeptWords } from '../hooks/use-local-storage'
import type { SeatView } from '../link/seat-view'

type WithdrawalProps = {
  at: SeatView
  entry: number
  /** Whether these are the words of a turn, which its speaker can then give others. */
  ofTurn?: boolean
  onClose: () => void
}

export function Withdrawal({ at, entry, ofTurn = false, onClose }: WithdrawalProps) {
  const t = useTranslations('room.withdrawal')
  const [reason, setReason] = useKeptWords(
    { roomId: at.roomId, person: at.person },
    withdrawalDraftKey(entry),
    LIMITS.reason,
  )
  const withdraw = () => {
    void at.view.submit({ type: 'withdrawStatement', entry, reason: reason.trim() === '' ? null : reason.trim() })
    setReason('')
    onClose()
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('title', { number: entry })}
      description={t(ofTurn ? 'descriptionTurn' : 'description')}
      closing={t('leave')}
      actions={
        <Button kind="danger" onClick={withdraw}>
          {t('withdraw')}
        </Button>
      }
    >
      <Field label={t('reason')} optional>
        <TextArea rows={2} maxLength={LIMITS.reason} value={reason} onWords={setReason} />
      </Field>
    </Dialog>
  )
}
