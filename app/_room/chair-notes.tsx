'use client'
// The notes that the instructor wrote to this person, their delegation or everyone. They wait behind a button with the number unread, so that
// nothing on the page moves when one comes; opening the list marks them as read, for every device of this person.
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { GappedWords } from '#record/words/gapped-words'
import { notesFor, unreadNotes } from '#simulation/reading/homework/chair-notes'
import { struckAt } from '#simulation/reading/log/strikes'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './chair-notes.module.css'
import type { SeatView } from './link/seat-view'

/** With or without a seat: a note to everybody is for whoever waits for one, too. */
type Reader = Pick<SeatView, 'state' | 'person' | 'view'>

export function ChairNotes({ at, iconOnly = false }: { at: Reader; iconOnly?: boolean }) {
  const t = useTranslations('chair-notes')
  const { state, person, view } = at
  const unread = useMemo(() => unreadNotes(state, person), [state, person])
  /** Those that were unread when the list was opened: they are marked as new until it is closed. */
  const [fresh, setFresh] = useState<readonly string[] | null>(null)
  const open = fresh !== null
  const show = (opens: boolean) => {
    setFresh(opens ? unread : null)
    if (opens && unread.length > 0) void view.submit({ type: 'readNotes', notes: [...unread] })
  }
  const label = t('open', { count: unread.length })
  return (
    <Dialog
      title={t('title')}
      description={t('description')}
      open={open}
      onOpenChange={show}
      trigger={
        <Button
          kind={iconOnly ? 'quiet' : 'plain'}
          size="dense"
          icon="letter"
          {...(iconOnly ? { 'aria-label': label } : {})}
        >
          {iconOnly ? null : t('button')}
          {unread.length > 0 ? <Count count={unread.length} spoken={!iconOnly} /> : null}
        </Button>
      }
    >
      {open ? <NoteList at={at} fresh={fresh} /> : null}
    </Dialog>
  )
}

function Count({ count, spoken }: { count: number; spoken: boolean }) {
  const t = useTranslations('chair-notes')
  return (
    <>
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
      {spoken ? <span className="unseen">{t('unread', { count })}</span> : null}
    </>
  )
}

function NoteList({ at: { state, person }, fresh }: { at: Reader; fresh: readonly string[] }) {
  const t = useTranslations('chair-notes')
  const said = useSaidAt(state)
  const notes = notesFor(state, person)
  if (notes.length === 0) return <p className="quiet">{t('none')}</p>
  const toWhom = (to: string): string => {
    if (to === 'room') return t('toRoom')
    const delegation = delegationIn(state.plan, to)
    return delegation ? t('toDelegation', { country: delegation.name }) : t('toYou')
  }
  return (
    <ol className={`fields ${styles.notes}`}>
      {notes.map(({ no, at: sentAt, to, text, read }) => (
        <li key={no} data-new={!read || fresh.includes(no) || undefined}>
          <p className={`hint ${styles.head}`}>
            {!read || fresh.includes(no) ? <b>{t('new')}</b> : null} {toWhom(to)} · {said(sentAt, { seconds: false })}
          </p>
          <p className={styles.words}>
            <GappedWords text={text} off={struckAt(state, no)} plan={state.plan} />
          </p>
        </li>
      ))}
    </ol>
  )
}
