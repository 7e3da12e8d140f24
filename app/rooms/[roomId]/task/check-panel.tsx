'use client'
// A fact-checker's work: the newest statements with a way to all that were made, and the check of the one chosen: whether it holds, why, and
// by which source. A check that is begun stays on the page until it is sent or put away by hand, whatever becomes of the entry or the task.
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { AnchorPicker } from '#room/words/anchor-picker'
import { waitingOf } from '#room/words/waiting-lines'
import { WrittenForm } from '#room/words/written-form'
import { anchors } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { type Checkable, checkables, offered } from '#simulation/reading/room/observing'
import { FINDINGS, finding } from '#simulation/shapes/observers'
import { checkDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { TextInput } from '#ui/controls/text-input'
import { clockText } from '#ui/words/signed.ts'
import styles from './task.module.css'
import { WaitingWork } from './waiting-work'

const checkDraft = z.strictObject({ finding, text: z.string().check(z.maxLength(LIMITS.check)), anchors })
type CheckDraft = z.infer<typeof checkDraft>
const EMPTY: CheckDraft = { finding: 'cannot-be-told', text: '', anchors: [] }

const entryNo = z.nullable(z.string())

/** `open`: the reader is the fact-checker now, and the record takes checks. */
export function CheckPanel({ at, open }: { at: SeatView; open: boolean }) {
  const t = useTranslations('room.task')
  const [chosen, setChosen] = useLocalStorage({ roomId: at.roomId, person: at.person }, 'checking', entryNo, null)
  const waiting = waitingOf(at.view.waiting, 'checkStatement')
  const { state } = at
  const [search, setSearch] = useState('')
  const [from, setFrom] = useState(() => offered(state, '').from)
  const { shown, earlier } = useMemo(() => checkables(state, { from, words: search }), [state, from, search])
  const isEmpty = search === '' && shown.length === 0
  const find = (words: string) => {
    setSearch(words)
    setFrom(offered(state, words).from)
  }
  return (
    <>
      {waiting.map((entry) => (
        <WaitingWork key={entry.id} at={at} entry={entry} text={entry.command.text} />
      ))}
      {chosen === null ? null : (
        <CheckForm key={chosen} at={at} entry={Number(chosen)} open={open} onDone={() => setChosen(null)} />
      )}
      {!open ? null : isEmpty ? (
        <p className={styles.hint}>{t('nothingSaid')}</p>
      ) : (
        <Field label={t('find')}>
          <TextInput type="search" maxLength={LIMITS.search} value={search} onWords={find} />
        </Field>
      )}
      {open && !isEmpty && shown.length === 0 ? (
        <p className={styles.hint} role="status">
          {t('notFound')}
        </p>
      ) : null}
      <ol className={styles.list} aria-label={t('statements')}>
        {(open ? shown : []).map((each) => (
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
      {open && earlier > 0 ? (
        <p>
          <Button icon="down" onClick={() => setFrom(offered(state, search, from).from)}>
            {t('earlier', { count: earlier })}
          </Button>
        </p>
      ) : null}
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

function CheckForm({ at, entry, open, onDone }: { at: SeatView; entry: number; open: boolean; onDone: () => void }) {
  const t = useTranslations('room.task')
  const [draft, setDraft] = useLocalStorage(
    { roomId: at.roomId, person: at.person },
    checkDraftKey(entry),
    checkDraft,
    EMPTY,
  )
  const change = (part: Partial<CheckDraft>) => setDraft({ ...draft, ...part })
  const { finding, text, anchors } = draft
  const [source] = anchors
  const post = (words: string) => {
    if (!source) return
    // The draft can be cleared: the outbox holds the words, and if the room refuses them they stand above with the reason.
    void at.view.submit({ type: 'checkStatement', entry, finding, text: words, source })
    setDraft(EMPTY)
    onDone()
  }
  if (!open && text === '') return null
  return (
    <WrittenForm
      name={t('checkEntry', { number: entry })}
      label={t('why')}
      rows={{ least: 2, most: 6 }}
      letters={LIMITS.check}
      text={text}
      onText={(typed) => change({ text: typed })}
      noWords={t('noText')}
      missing={source ? null : t('noSource')}
      open={open}
      onSend={post}
      below={
        <div className="tools">
          <AnchorPicker at={at} anchors={anchors} onChange={(next) => change({ anchors: next.slice(-1) })} />
        </div>
      }
      button={
        <Button kind="primary" type="submit">
          {t('put')}
        </Button>
      }
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <b>{t('checkEntry', { number: entry })}</b>
      <Segmented
        label={t('findingLabel')}
        size="dense"
        value={finding}
        onValueChange={(value) => change({ finding: value })}
        options={FINDINGS.map((value) => ({ value, label: t(`finding.${value}`) }))}
      />
    </WrittenForm>
  )
}
