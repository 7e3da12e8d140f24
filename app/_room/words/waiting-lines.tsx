'use client'
// A person's own entries that are not saved yet: being sent, or refused with the text kept. Shown where the saved entry will be.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { intentWords } from '#record/entry-details.ts'
import { Cited } from '#record/words/cited'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { RecordEntry } from '#ui/charts/record-entry'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import type { PendingCommand } from '../link/room-view'
import type { SeatView } from '../link/seat-view'
import { CopyWords } from './copy-words'
import { anchorKey, type Drafting } from './statement-draft'

type Of<T extends ClientCommand['type']> = Extract<ClientCommand, { type: T }>

/** The unsaved commands of one type. */
export function waitingOf<T extends ClientCommand['type']>(
  waiting: readonly PendingCommand[],
  type: T,
): readonly (PendingCommand & { command: Of<T> })[] {
  const fits = (entry: PendingCommand): entry is PendingCommand & { command: Of<T> } => entry.command.type === type
  return waiting.filter(fits)
}

/** Statements and withdrawals not on the record yet, as entries without a number. */
export function WaitingStatements({ at, drafting }: { at: SeatView; drafting: Drafting }) {
  const t = useTranslations('room.waiting')
  const words = useTranslations('record')
  const { view, seat } = at
  const office = words('the', { title: seat.title })
  const delegation = delegationIn(view.state?.plan, seat.delegation)
  const statements = waitingOf(view.waiting, 'makeStatement')
  const withdrawals = waitingOf(view.waiting, 'withdrawStatement')
  return (
    <>
      {statements.map((entry) => {
        const { text, intent, answers, to, anchors } = entry.command
        const keep = () => {
          // The draft may hold newer text: the refused text goes before it and overwrites nothing.
          const both = drafting.draft.text.trim() === '' ? text : `${text}\n\n${drafting.draft.text}`
          drafting.change({ text: both, intent, answers, to: to ?? null, anchors })
          view.dismiss(entry.id)
        }
        return (
          <li key={entry.id}>
            <RecordEntry
              variant={entry.status.kind === 'sending' ? 'sending' : 'refused'}
              delegation={delegation}
              office={office}
              meta={[
                intentWords(words, at.state.plan, { intent, to }),
                answers === null ? null : t('answers', { number: answers }),
              ]}
              anchors={anchors.map((anchor) => (
                <Cited key={anchorKey(anchor)} anchor={anchorKey(anchor)} from={at.about} />
              ))}
              {...refusal(entry, view, text, <Keep onKeep={keep} />)}
            >
              {text}
            </RecordEntry>
          </li>
        )
      })}
      {withdrawals.map((entry) => (
        <li key={entry.id}>
          <RecordEntry
            variant={entry.status.kind === 'sending' ? 'sending' : 'refused'}
            delegation={delegation}
            office={office}
            {...refusal(entry, view, entry.command.reason ?? '', null)}
          >
            {`${words('withdrawal', { number: entry.command.entry })} ${entry.command.reason ?? ''}`}
          </RecordEntry>
        </li>
      ))}
    </>
  )
}

function refusal(entry: PendingCommand, view: SeatView['view'], text: string, more: ReactNode) {
  if (entry.status.kind !== 'refused') return {}
  return {
    reason: <RefusalSentence reason={entry.status.reason} />,
    actions: (
      <RefusedActions text={text} onRetry={() => view.retry(entry.id)} onDrop={() => view.dismiss(entry.id)}>
        {more}
      </RefusedActions>
    ),
  }
}

type WaitingNoteProps = {
  entry: PendingCommand
  view: Pick<SeatView['view'], 'retry' | 'dismiss'>
  /** Shown while it is being sent. */
  sending: ReactNode
  /** The text to copy. */
  text: string
}

/** One command that is not saved yet: being sent, or refused, with the reason and what can be done with the text. */
export function WaitingNote({ entry: { id, status }, view, sending, text }: WaitingNoteProps) {
  if (status.kind === 'sending') return sending
  return (
    <>
      <RefusalSentence reason={status.reason} />{' '}
      <RefusedActions text={text} onRetry={() => view.retry(id)} onDrop={() => view.dismiss(id)} />
    </>
  )
}

export function RefusalSentence({
  reason,
}: {
  reason: Extract<PendingCommand['status'], { kind: 'refused' }>['reason']
}) {
  const t = useTranslations('refusals')
  return <>{t(reason)}</>
}

function Keep({ onKeep }: { onKeep: () => void }) {
  const t = useTranslations('room.waiting')
  return (
    <Button size="dense" onClick={onKeep}>
      {t('keep')}
    </Button>
  )
}

/** The actions for a refused text: copy, keep, send again, drop. */
export function RefusedActions(props: { text: string; onRetry: () => void; onDrop: () => void; children?: ReactNode }) {
  const t = useTranslations('room.waiting')
  return (
    <>
      <CopyWords text={props.text} />
      {props.children}
      <Button size="dense" kind="quiet" onClick={props.onRetry}>
        {t('again')}
      </Button>
      <Button size="dense" kind="quiet" onClick={props.onDrop}>
        {t('drop')}
      </Button>
    </>
  )
}
