'use client'
// What a scribe types while somebody speaks: kept on the device, and put on the record as the words of the turn when it ends. Where the turn
// leaves no entry of its own, because its speaker wrote, what was typed stays to be copied.
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { CopyWords } from '#room/words/copy-words'
import { participantActor, seatId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { turnsToWord } from '#simulation/reading/log/turns'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'

/** `after`: how many entries the record had when it was begun, so that an earlier turn of the same seat is not taken for this one. */
const typedNow = z.nullable(z.object({ seat: seatId, after: z.int(), text: z.string() }))

/** `onFiled` is told the number of the turn whose words were put on the record. */
export function RunningTurn({ at, onFiled }: { at: SeatView; onFiled: (turn: number) => void }) {
  const t = useTranslations('room.task')
  const { state, seat: own, person, roomId, view } = at
  const [typed, type] = useLocalStorage({ roomId, person }, 'scribing-now', typedNow, null)
  const { holder } = state.floor
  const speaks = holder !== null && holder.person !== null && !holder.spoke ? holder.seat : null
  const ended = typed
    ? turnsToWord(state, own, participantActor(person)).find(({ no, seat }) => seat === typed.seat && no > typed.after)
    : undefined
  useEffect(() => {
    if (!typed || !ended || typed.text.trim() === '') return
    const { no: turn, intent, answers } = ended
    void view.submit({
      ...{ type: 'giveWords', turn, text: typed.text.trim(), intent, answers, anchors: [], dictated: false },
    })
    type(null)
    onFiled(turn)
  })
  const begun = typed !== null && typed.text.trim() !== ''
  const seat = begun ? typed.seat : speaks
  if (seat === null) return null
  const words = typed?.text ?? ''
  const title = state.plan.seats.find(({ id }) => id === seat)?.title ?? ''
  return (
    <div className="fields">
      <Field label={t('running', { title })}>
        <TextArea
          voice="record"
          rows={4}
          maxRows={12}
          maxLength={LIMITS.statement}
          value={words}
          onWords={(text) => type({ seat, after: begun ? typed.after : state.record.length, text })}
        />
      </Field>
      {speaks === seat ? (
        <p className="hint">{t('runningHint')}</p>
      ) : (
        <div className="acts">
          <CopyWords text={typed?.text ?? ''} />
          <Button size="dense" kind="quiet" onClick={() => type(null)}>
            {t('runningClear')}
          </Button>
        </div>
      )}
    </div>
  )
}
