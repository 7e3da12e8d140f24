'use client'
// The chair's notes with how many of their readers have read each; pressing one shows by name who has and who has not.
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { dashed } from '#record/words/off-words.ts'
import { type NoteReader, notesSent, type SentNote } from '#simulation/reading/homework/chair-notes'
import { Band } from '#ui/charts/band'
import { Button } from '#ui/controls/button'
import { type DeskView, nameOf } from '../scoring/desk-view'
import styles from './notes-sent.module.css'
import { useSeatTitle } from './use-seat-title'

/** How many notes are listed before "more". */
const SHOWN = 2

export function NotesSent({ desk }: { desk: DeskView }) {
  const t = useTranslations('desk.notes')
  const [all, setAll] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const sent = useMemo(() => notesSent(desk.state, desk.presence), [desk.state, desk.presence])
  if (sent.length === 0) return null
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} />
      <ul className={styles.notes}>
        {(all ? sent : sent.slice(0, SHOWN)).map((note) => (
          <Sent
            key={note.no}
            desk={desk}
            note={note}
            open={note.no === opened}
            onOpen={(open) => setOpened(open ? note.no : null)}
          />
        ))}
      </ul>
      {sent.length > SHOWN ? (
        <Button kind="quiet" size="dense" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { count: sent.length - SHOWN })}
        </Button>
      ) : null}
    </section>
  )
}

type SentProps = { desk: DeskView; note: SentNote; open: boolean; onOpen: (open: boolean) => void }

function Sent({ desk, note, open, onOpen }: SentProps) {
  const t = useTranslations('desk.notes')
  const said = useSaidAt(desk.state)
  const titleOf = useSeatTitle(desk)
  const { no, at, to, text, readBy, unreadBy } = note
  const of = readBy.length + unreadBy.length
  const names = (readers: readonly NoteReader[]) =>
    readers.map(({ person, title }) => nameOf(desk.displayNames, person) ?? title).join(', ')
  return (
    <li data-waits={unreadBy.length > 0 || undefined}>
      <p className={styles.text}>{dashed(text)}</p>
      <p className="hint">
        {t('about', { to: titleOf(to), at: said(at, { seconds: false }) })}{' '}
        {of === 0 ? (
          t('nobody')
        ) : (
          <Button
            kind="quiet"
            size="dense"
            aria-expanded={open}
            aria-controls={`read-${no}`}
            onClick={() => onOpen(!open)}
          >
            {t('read', { read: readBy.length, of })}
          </Button>
        )}
      </p>
      <div id={`read-${no}`} hidden={!open} className="hint">
        {readBy.length > 0 ? <p>{t('readBy', { names: names(readBy) })}</p> : null}
        {unreadBy.length > 0 ? <p>{t('unreadBy', { names: names(unreadBy) })}</p> : null}
      </div>
    </li>
  )
}
