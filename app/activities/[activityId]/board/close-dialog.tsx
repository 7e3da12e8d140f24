'use client'
// Ends the running phase before its deadline in every room where it runs, one room after another.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isRunning } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Dialog } from '#ui/over/dialog'
import type { SendResult, useBoard } from './use-board'

export function CloseDialog({ board, phase }: { board: ReturnType<typeof useBoard>; phase: number }) {
  const t = useTranslations('board.close')
  const refusals = useTranslations('refusals')
  const phases = useTranslations('record.homeworkPhases')
  const [open, setOpen] = useState(false)
  const [carried, setCarried] = useState<SendResult | null>(null)
  const among = board.heard.filter(({ state }) => state.agenda.index === phase && isRunning(state))
  const kind = among[0]?.state.plan.phases[phase]?.kind
  if (!kind) return null

  async function close() {
    const answer = await board.carry(among, () => ({ type: 'endPhase', index: phase }))
    setCarried(answer)
    if (answer.refused.length === 0) setOpen(false)
  }

  return (
    <Dialog
      alert
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('open')}</Button>}
      title={t('title', { phase: phases(kind) })}
      description={t('lead', { count: among.length })}
      closing={t('cancel')}
      actions={
        <Button kind="danger" busy={board.under !== null} onClick={close}>
          {t('close')}
        </Button>
      }
    >
      {carried?.refused.map(({ room, why }) => (
        <ErrorText key={room}>
          {room}: {refusals(why)}
        </ErrorText>
      ))}
    </Dialog>
  )
}
