'use client'
// Answers a table's oldest call for help from the wall: with words to the seat that called, or by saying that it is settled.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActivityRoom } from '#room/activity-view.ts'
import type { Refusal } from '#room/room-view.ts'
import { activityLink } from '#room/use-activity.ts'
import { holdersOf, seatIn } from '#simulation/reading/several-rooms'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import type { Names } from './need-line'
import styles from './wall.module.css'

type AnswerDialogProps = { activityId: string; room: ActivityRoom; names: Names; onClose: () => void }

export function AnswerDialog({ activityId, room, names, onClose }: AnswerDialogProps) {
  const t = useTranslations('wall.answer')
  const refusals = useTranslations('refusals')
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [wordless, setWordless] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  /** The call that was opened: another that comes meanwhile does not take its place under the words. */
  const [call] = useState(room.summary.calls[0])
  if (!call) return null
  const [caller] = holdersOf(room, [call.seat])

  async function answer(words: string | null) {
    const isWordless = words?.trim() === ''
    setWordless(isWordless)
    if (!call || isWordless) return
    setSending(true)
    const [answered] = await activityLink(activityId).ask([
      { room, command: { type: 'answerHelp', no: call.no, text: words } },
    ])
    setSending(false)
    if (answered?.ack.ok) onClose()
    else setRefusal(answered?.ack.ok === false ? answered.ack.rejection : 'try-again')
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { room: room.name })}
      description={t('asks', {
        name: caller === undefined ? (seatIn(room.plan, call.seat)?.title ?? '') : names(caller),
        text: call.text,
      })}
      actions={
        <>
          <Button kind="primary" busy={sending} onClick={() => void answer(text)}>
            {t('send')}
          </Button>
          <Button busy={sending} onClick={() => void answer(null)}>
            {t('settled')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label={t('label')} error={wordless ? t('empty') : null}>
          <TextArea value={text} maxLength={600} onChange={(event) => setText(event.currentTarget.value)} />
        </Field>
        {refusal ? <ErrorText>{refusals(refusal)}</ErrorText> : null}
      </div>
    </Dialog>
  )
}
