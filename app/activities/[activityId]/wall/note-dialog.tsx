'use client'
// A note to the chosen tables: to everybody there, to one delegation at each, or to the heads. The words stay until a
// table has them, or the outcome beneath the acts keeps them.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { WordsFields } from '#chair/words-fields'
import type { ActivityRoom } from '#room/link/activity-view.ts'
import { delegationId } from '#simulation/kernel/ids'
import { type ChairAct, reachOf, readersOf } from '#simulation/reading/talk/chair-acts'
import { NOTE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Segmented } from '#ui/controls/segmented'
import { Dialog } from '#ui/over/dialog'
import { delegationsIn } from '#ui/words/delegations.ts'
import { useTableNames } from './act-outcome'
import type { Acts } from './use-acts'

type NoteDialogProps = { activityId: string; rooms: readonly ActivityRoom[]; acts: Acts; onClose: () => void }

export function NoteDialog({ activityId, rooms, acts, onClose }: NoteDialogProps) {
  const t = useTranslations('wall.note')
  const names = useTableNames()
  const [to, setTo] = useState('room')
  const words = useChairWords(activityId, NOTE_DRAFT)
  const noteOf = (text: string): Extract<ChairAct, { kind: 'note' }> => ({
    kind: 'note',
    to: to === 'room' || to === 'heads' ? to : delegationId.parse(to),
    text,
  })
  const act = noteOf(words.text)
  const reached = reachOf(act, rooms)
  const sides = delegationsIn({ delegations: rooms[0]?.plan.delegations ?? [] })

  const send = () =>
    void words.send(async ({ text }) => {
      const isSent = await acts.run(noteOf(text), reached)
      if (isSent) onClose()
      return isSent
    })

  return (
    <Dialog
      onClose={onClose}
      title={t('title', { where: names(reached) })}
      actions={
        <>
          <Button kind="primary" busy={words.sending} onClick={send}>
            {t('send', { count: readersOf(act, reached) })}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <div className="fields">
        <Segmented
          label={t('to')}
          size="dense"
          value={to}
          onValueChange={setTo}
          options={[
            { value: 'room', label: t('room') },
            { value: 'heads', label: t('heads') },
            ...sides.map(({ id, short }) => ({ value: String(id), label: short })),
          ]}
        />
        <WordsFields
          words={words}
          label={t(to === 'room' ? 'label' : 'labelSome', { count: reached.length })}
          hint={t(to === 'room' ? 'hint' : 'hintSome', { count: reached.length })}
          onSend={send}
        />
      </div>
    </Dialog>
  )
}
