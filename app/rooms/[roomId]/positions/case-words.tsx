'use client'
// One text between two sides: a question, its answer, or the case. It is kept on this device until it is sent; what a colleague was faster with,
// or the clock, can still be copied.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { ownForm } from '#room/hooks/form-focus.ts'
import { caseStepId } from '#room/hooks/own-work.ts'
import { useLocalStorage, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { CopyWords } from '#room/words/copy-words'
import { RefusalText } from '#room/words/refusal-text'
import { wordCount } from '#simulation/kernel/gaps'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { caseDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { submits } from '#ui/controls/submits.ts'
import { TextArea } from '#ui/controls/text-input'

const typed = z.string()

type CaseWordsProps = {
  at: SeatView
  step: 'ask-side' | 'answer-side' | 'say-case'
  of: string
  label: string
  hint?: string
  verb: string
  /** Whether it can be sent. */
  open: boolean
  /** What stands: a case may be sent anew. */
  sent: string | null
  /** The most letters, and where they are counted the most words. */
  most: number
  mostWords?: number
  command: (text: string) => ClientCommand
}

export function CaseWords({ at, step, of, label, hint, verb, open, sent, most, mostWords, command }: CaseWordsProps) {
  const t = useTranslations('room.cases')
  const request = useRequest(at.view)
  const key = caseDraftKey(step, of)
  const [kept, keep, found] = useLocalStorage(at, key, typed, '')
  const text = found ? kept : (sent ?? '')
  const same = sent !== null && text.trim() === sent
  useSavedOnServer(at, key, found && same)
  const count = wordCount(text)
  const send = async () => {
    const words = text.trim()
    if (words === '') return request.object(t('empty'))
    if (mostWords !== undefined && count > mostWords) return request.object(t('tooLong', { over: count - mostWords }))
    // What is said once is nobody's to send again; a case stays, to be handed in anew.
    if (open && !same && (await request.ask(command(words))) && mostWords === undefined) keep('')
  }
  if (!open && (same || text.trim() === '')) return null
  return (
    <form
      id={caseStepId(step, of)}
      {...ownForm('text', text.trim() !== '' && !same)}
      className="stack"
      onSubmit={submits(send)}
    >
      <Field label={label} hint={hint}>
        <TextArea
          voice="record"
          rows={mostWords === undefined ? 2 : 4}
          maxLength={most}
          value={text}
          readOnly={!open}
          onWords={keep}
        />
      </Field>
      <div className="row">
        {open ? (
          <Button type="submit" idle={same ? t('same') : null} busy={request.busy}>
            {verb}
          </Button>
        ) : (
          <>
            <CopyWords text={text} />
            <span className="hint" role="status">
              {t('closed')}
            </span>
          </>
        )}
        {mostWords === undefined ? null : <span className="hint">{t('words', { count, most: mostWords })}</span>}
        {same ? (
          <span className="hint" role="status">
            {t('sent')}
          </span>
        ) : null}
      </div>
      <RefusalText>{request.refused}</RefusalText>
    </form>
  )
}
