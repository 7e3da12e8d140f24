'use client'
// Every seat with its menu, over the desk: the floor, a private note, a move. What a menu opens takes the place of this dialog.
import { useTranslations } from 'next-intl'
import type { SeatId } from '#simulation/kernel/ids'
import { Dialog } from '#ui/over/dialog'
import { DelegationList } from './faces/delegation-list'
import type { SeatActs } from './faces/seat-acts'
import type { DeskView } from './scoring/desk-view'

type SeatsDialogProps = {
  desk: DeskView
  acts: SeatActs
  open: boolean
  onOpenChange: (open: boolean) => void
  onSilent: (seats: readonly SeatId[]) => void
}

export function SeatsDialog({ desk, acts, open, onOpenChange, onSilent }: SeatsDialogProps) {
  const t = useTranslations('desk.foot')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('seats')} width="wide">
      <DelegationList desk={desk} acts={acts} onSilent={onSilent} />
    </Dialog>
  )
}
