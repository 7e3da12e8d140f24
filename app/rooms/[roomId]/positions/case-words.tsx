'use client'
// One text between two sides: a question, its answer, or the case. It is kept on this device until it is sent.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { ownForm } from '#room/at-work.ts'
import { caseStepId } from '#room/own-vote.ts'
import { RefusalText } from '#room/refusal-text'
import type { SeatView } from '#room/seat-view.ts'
import { settle, useLocalStorage, useSavedOnServer } from '#room/use-local-storage.ts'
import { useRequest } from '#room/use-request.ts'
import { wordCount } from '#simulation/reading/strikes'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { caseDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import styles from './cases-panel.module.css'

const typed = z.string()

type CaseWordsProps = {
  at: SeatView
  step: 'ask-side' | 'answer-side' | 'say-case'
  of: string
  label: string
  hint?: string
  verb: string
  /** What was sent before and may be sent anew; null where nothing was. */
  sent: string | null
  /** The most letters, and where they are counted the most words. */
  most: number
  mostWords?: number
  command: (text: string) => ClientCommand
}

export function CaseWords({ at, step, of, label, hint, verb, sent, most, mostWords, command }: CaseWordsProps) {
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
    // What is said once has no form any more; a case stays in its own, to be handed in again.
    if (!same && (await request.ask(command(words))) && mostWords === undefined) settle(at, key)
  }
  return (
    <form
      id={caseStepId(step, of)}
      {...ownForm('text', text.trim() !== '' && !same)}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Field label={label} hint={hint}>
        <TextArea
          voice="record"
          rows={mostWords === undefined ? 2 : 4}
          maxLength={most}
          value={text}
          onChange={(event) => keep(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.tools}>
        <Button type="submit" idle={same} busy={request.busy}>
          {verb}
        </Button>
        {mostWords === undefined ? null : <span className={styles.hint}>{t('words', { count, most: mostWords })}</span>}
        {same ? (
          <span className={styles.hint} role="status">
            {t('sent')}
          </span>
        ) : null}
      </div>
      <RefusalText>{request.refused}</RefusalText>
    </form>
  )
}
