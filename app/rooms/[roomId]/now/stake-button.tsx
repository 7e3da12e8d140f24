'use client'
// One press from "now" to what the reader's own office has at stake in the round. Null where there is none.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/link/seat-view.ts'
import { OwnStake } from '#room/table/own-stake'
import { stakeRound } from '#simulation/reading/homework/own-briefs'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'

export function StakeButton({ at }: { at: SeatView }) {
  const t = useTranslations('now.stake')
  const round = stakeRound(at.state, at.seat)
  if (round === null) return null
  return (
    <Dialog
      title={t('title', { round: round.title })}
      description={t('private')}
      trigger={
        <Button kind="quiet" size="dense">
          {t('open')}
        </Button>
      }
    >
      <OwnStake at={at} round={round} />
    </Dialog>
  )
}
