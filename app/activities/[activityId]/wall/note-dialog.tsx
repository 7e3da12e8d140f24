'use client'
// A note to the chosen tables: to everybody there, to one delegation at each, or to the heads. The words stay until a
// table has them, or the outcome beneath the acts keeps them.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActivityRoom } from '#room/activity-view.ts'
import { delegationId } from '#simulation/kernel/ids'
import { type ChairAct, reachOf, readersOf } from '#simulation/reading/chair-acts'
import { Button } from '#ui/button'
import { delegationsIn } from '#ui/delegations.ts'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { Segmented } from '#ui/segmented'
import { TextArea } from '#ui/text-input'
import { useTableNames } from './act-outcome'
import type { Acts } from './use-acts'
import styles from './wall.module.css'

type NoteDialogProps = { rooms: readonly ActivityRoom[]; acts: Acts; onClose: () => void }

export function NoteDialog({ rooms, acts, onClose }: NoteDialogProps) {
  const t = useTranslations('wall.note')
  const names = useTableNames()
  const [to, setTo] = useState('room')
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [wordless, setWordless] = useState(false)
  const act: Extract<ChairAct, { kind: 'note' }> = {
    kind: 'note',
    to: to === 'room' || to === 'heads' ? to : delegationId.parse(to),
    text,
  }
  const reached = reachOf(act, rooms)
  const sides = delegationsIn({ delegations: rooms[0]?.plan.delegations ?? [] })

  async function send() {
    const isWordless = text.trim() === ''
    setWordless(isWordless)
    if (isWordless) return
    setSending(true)
    if (await acts.run(act, reached)) onClose()
    else setSending(false)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { where: names(reached) })}
      actions={
        <>
          <Button kind="primary" busy={sending} onClick={() => void send()}>
            {t('send', { count: readersOf(act, reached) })}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
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
        <Field
          label={t(to === 'room' ? 'label' : 'labelSome', { count: reached.length })}
          hint={t(to === 'room' ? 'hint' : 'hintSome', { count: reached.length })}
          error={wordless ? t('empty') : null}
        >
          <TextArea value={text} maxLength={600} onChange={(event) => setText(event.currentTarget.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
