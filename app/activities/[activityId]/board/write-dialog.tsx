'use client'
// Writes the same note to the students whose rows are chosen, to each at their own seat.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { WordsFields } from '#chair/words-fields'
import type { Refusal } from '#room/link/room-view.ts'
import { seatId } from '#simulation/kernel/ids'
import { NOTE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import type { RowInRoom } from './use-board'

type WriteDialogProps = { activityId: string; among: readonly RowInRoom[]; onClose: () => void }

export function WriteDialog({ activityId, among, onClose }: WriteDialogProps) {
  const t = useTranslations('board.write')
  const refusals = useTranslations('refusals')
  const tell = useToast()
  const words = useChairWords(activityId, NOTE_DRAFT)
  const [left, setLeft] = useState(among)
  const [missed, setMissed] = useState<readonly { one: RowInRoom; why: Refusal | null }[]>([])

  const send = () =>
    void words.send(async ({ text }) => {
      const answers = await Promise.all(
        left.map(async (one) => {
          const { seat } = one.row
          const answer = seat && (await one.heard.view.submit({ type: 'nudge', to: seatId.parse(seat.id), text }))
          return answer?.ok ? [] : [{ one, why: answer ? answer.rejection : null }]
        }),
      )
      const failed = answers.flat()
      setMissed(failed)
      // Whoever has it is not written to again by another press.
      setLeft(failed.map(({ one }) => one))
      if (failed.length > 0) return false
      tell({ text: t('done', { count: among.length }) })
      onClose()
      return true
    })

  return (
    <Dialog
      onClose={onClose}
      title={t('title', { name: left[0]?.row.name ?? '', count: left.length })}
      description={t('lead')}
      actions={
        <>
          <Button kind="primary" busy={words.sending} onClick={send}>
            {t('send')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <WordsFields words={words} label={t('label')} onSend={send} />
      {missed.map(({ one: { row }, why }) => (
        <ErrorText key={row.person}>
          {row.name}: {why === null ? t('noSeat') : refusals(why)}
        </ErrorText>
      ))}
    </Dialog>
  )
}
