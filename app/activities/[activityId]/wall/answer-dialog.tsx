'use client'
// Answers a table's oldest call for help from the wall: with words to the seat that called, or by saying that it is settled.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { WordsFields } from '#chair/words-fields'
import type { ActivityRoom } from '#room/link/activity-view.ts'
import type { Refusal } from '#room/link/room-view.ts'
import { activityLink } from '#room/link/use-activity.ts'
import { holdersOf, seatIn } from '#simulation/reading/positions/several-rooms'
import { answerDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Dialog } from '#ui/over/dialog'
import type { Names } from './need-line'

type AnswerDialogProps = { activityId: string; room: ActivityRoom; names: Names; onClose: () => void }

export function AnswerDialog({ room, ...rest }: AnswerDialogProps) {
  /** The call that was opened: another that comes meanwhile does not take its place under the words. */
  const [call] = useState(room.summary.calls[0])
  return call ? <AnswerForm call={call} room={room} {...rest} /> : null
}

type AnswerFormProps = AnswerDialogProps & { call: ActivityRoom['summary']['calls'][number] }

function AnswerForm({ activityId, room, names, call, onClose }: AnswerFormProps) {
  const t = useTranslations('wall.answer')
  const chair = useTranslations('chair')
  const refusals = useTranslations('refusals')
  const words = useChairWords(room.id, answerDraftKey(call.no))
  const [settling, setSettling] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [caller] = holdersOf(room, [call.seat])
  const busy = words.sending || settling

  async function answer(text: string | null): Promise<boolean> {
    const [answered] = await activityLink(activityId).ask([
      { room, command: { type: 'answerHelp', no: call.no, text } },
    ])
    if (answered?.ack.ok) onClose()
    else setRefusal(answered?.ack.ok === false ? answered.ack.rejection : 'try-again')
    return answered?.ack.ok === true
  }
  const send = () => void words.send(({ text }) => answer(text))
  async function settle() {
    setSettling(true)
    await answer(null)
    setSettling(false)
  }

  return (
    <Dialog
      onClose={onClose}
      title={t('title', { room: room.name })}
      description={t('asks', {
        name: caller === undefined ? (seatIn(room.plan, call.seat)?.title ?? '') : names(caller),
        text: call.text,
      })}
      actions={
        <>
          <Button kind="primary" busy={busy} onClick={send}>
            {t('send')}
          </Button>
          <Button busy={busy} onClick={() => void settle()}>
            {t('settled')}
          </Button>
        </>
      }
    >
      <div className="fields">
        <WordsFields words={words} label={chair('answer')} empty={t('empty')} onSend={send} />
        {refusal ? <ErrorText>{refusals(refusal)}</ErrorText> : null}
      </div>
    </Dialog>
  )
}
