'use client'
// A historian's work: the chronicle, a line for each round and some for the whole.
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { RefusalText } from '#room/refusal-text'
import type { SeatView } from '#room/seat-view.ts'
import { useRequest } from '#room/use-request.ts'
import { roundOf } from '#simulation/agenda/plan'
import { type Chapter, chronicleOf } from '#simulation/reading/observing'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import styles from './task.module.css'

export function ChroniclePanel({ at }: { at: SeatView }) {
  return (
    <ol className={styles.list}>
      {chronicleOf(at.state).map((chapter) => (
        <ChapterItem key={chapter.round ?? 'whole'} at={at} chapter={chapter} />
      ))}
    </ol>
  )
}

function ChapterItem({ at, chapter: { round, lines } }: { at: SeatView; chapter: Chapter }) {
  const t = useTranslations('room.task')
  const request = useRequest(at.view)
  const [text, setText] = useState('')
  const title = (round && roundOf(at.state.plan, round)?.title) ?? t('whole')
  const write = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return request.object(t('noLine'))
    if (await request.ask({ type: 'writeChronicle', round, text: text.trim() })) setText('')
  }
  return (
    <li>
      <form className={styles.form} onSubmit={(event) => void write(event)}>
        <h3>{title}</h3>
        {lines.map(({ no, text: line }) => (
          <p key={no} className={styles.words}>
            <b>{no}</b> {line}
          </p>
        ))}
        <Field label={t('line', { title })}>
          <TextArea
            voice="record"
            rows={1}
            maxRows={4}
            maxLength={300}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <RefusalText>{request.refused}</RefusalText>
        <Button size="dense" type="submit" busy={request.busy}>
          {t('put')}
        </Button>
      </form>
    </li>
  )
}
