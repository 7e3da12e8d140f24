'use client'
// The dialog in which a finished turn is given its words, or those that stand are corrected. What stood before stays on the record.
import { useTranslations } from 'next-intl'
import type { TurnInHand } from '#simulation/reading/log/turns'
import { Dialog } from '#ui/over/dialog'
import type { SeatView } from '../link/seat-view'
import type { Composing } from '../words/statement-draft'
import { TurnForm } from './turn-form'

type WordsDialogProps = { at: SeatView; turn: TurnInHand; drafting: Composing; onClose: () => void }

export function WordsDialog({ at, turn, drafting, onClose }: WordsDialogProps) {
  const t = useTranslations('room.words')
  const given = (fromBegun: boolean) => {
    // What began as the draft of the statement is on the record now; a draft of the next statement is not, and stays.
    if (fromBegun) drafting.clear()
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('title')} description={t(turn.words === null ? 'until' : 'stays')}>
      <TurnForm
        at={at}
        turn={turn}
        {...(turn.as === 'speaker' && drafting.inHand ? { begun: drafting.draft } : {})}
        onGiven={given}
      />
    </Dialog>
  )
}
