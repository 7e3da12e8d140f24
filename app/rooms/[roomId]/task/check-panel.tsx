'use client'
// A fact-checker's work: the newest statements, and the check of the one chosen: whether it holds, why, and by which source.
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { AnchorPicker } from '#room/anchor-picker'
import { RefusalText } from '#room/refusal-text'
import type { SeatView } from '#room/seat-view.ts'
import { useRequest } from '#room/use-request.ts'
import type { Anchor } from '#simulation/kernel/ids'
import { type Checkable, checkables } from '#simulation/reading/observing'
import { FINDINGS, type Finding } from '#simulation/topics/observers/schemas'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { Segmented } from '#ui/segmented'
import { clockText } from '#ui/signed.ts'
import { TextArea } from '#ui/text-input'
import styles from './task.module.css'

export function CheckPanel({ at }: { at: SeatView }) {
  const t = useTranslations('room.task')
  const [chosen, setChosen] = useState<string | null>(null)
  const all = checkables(at.state)
  const one = all.find(({ said }) => said.no === chosen)
  return (
    <>
      {one ? <CheckForm key={one.said.no} at={at} entry={Number(one.said.no)} onDone={() => setChosen(null)} /> : null}
      {all.length === 0 ? <p className={styles.hint}>{t('nothingSaid')}</p> : null}
      <ol className={styles.list} aria-label={t('statements')}>
        {all.map((each) => (
          <li key={each.said.no} data-now={each.said.no === chosen || undefined}>
            <Statement at={at} of={each} />
            <Button
              size="dense"
              aria-label={t('checkEntry', { number: each.said.no })}
              onClick={() => setChosen(each.said.no)}
            >
              {t('check')}
            </Button>
          </li>
        ))}
      </ol>
    </>
  )
}

function Statement({ at, of: { said, checks } }: { at: SeatView; of: Checkable }) {
  const t = useTranslations('room.task')
  const record = useTranslations('record')
  const title = at.state.plan.seats.find(({ id }) => id === said.seat)?.title ?? ''
  return (
    <div>
      <p className={styles.words}>
        <b>
          {said.no} {record('the', { title })}
        </b>{' '}
        {said.kind === 'statement' ? said.text : record('turn.spokenPlain', { time: clockText(said.seconds) })}
      </p>
      {checks.map(({ no, finding }) => (
        <p key={no} className={styles.hint}>
          {t('checked', { number: no, finding: t(`finding.${finding}`) })}
        </p>
      ))}
    </div>
  )
}

function CheckForm({ at, entry, onDone }: { at: SeatView; entry: number; onDone: () => void }) {
  const t = useTranslations('room.task')
  const request = useRequest(at.view)
  const [finding, setFinding] = useState<Finding>('cannot-be-told')
  const [text, setText] = useState('')
  const [anchors, setAnchors] = useState<readonly Anchor[]>([])
  const post = async (event: FormEvent) => {
    event.preventDefault()
    const [source] = anchors
    if (text.trim() === '') return request.object(t('noText'))
    if (!source) return request.object(t('noSource'))
    if (await request.ask({ type: 'checkStatement', entry, finding, text: text.trim(), source })) onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void post(event)}
      aria-label={t('checkEntry', { number: entry })}
    >
      <b>{t('checkEntry', { number: entry })}</b>
      <Segmented
        label={t('findingLabel')}
        size="dense"
        value={finding}
        onValueChange={setFinding}
        options={FINDINGS.map((value) => ({ value, label: t(`finding.${value}`) }))}
      />
      <Field label={t('why')}>
        <TextArea
          voice="record"
          rows={2}
          maxRows={6}
          maxLength={600}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.tools}>
        <AnchorPicker essay={at.essay} anchors={anchors} onChange={(next) => setAnchors(next.slice(-1))} />
      </div>
      <RefusalText>{request.refused}</RefusalText>
      <div className={styles.tools}>
        <Button kind="primary" type="submit" busy={request.busy}>
          {t('put')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
