// The instructor's notes under an entry, each with its addressee. The server sends a reader only the notes meant for them.
import { useTranslations } from 'next-intl'
import type { ShownNote } from '#simulation/reading/record-page'
import { Icon } from '#ui/icon'
import styles from './entry-notes.module.css'
import { EditNote } from './note-button'

export function EntryNotes({ notes, actions }: { notes: readonly ShownNote[]; actions: boolean }) {
  const t = useTranslations('notes')
  return notes.map((note) => (
    <div
      key={note.id}
      role="note"
      className={styles.note}
      data-for={note.for}
      aria-label={t('label', { no: note.entry })}
    >
      <p className={`tools hint ${styles.head}`}>
        {note.for === 'class' ? null : <Icon name="lock" />}
        <b>{t('instructor')}</b>
        {' · '}
        {note.for === 'student'
          ? note.own
            ? t('for.you')
            : t('for.student', { name: note.student ?? '', named: String(note.student !== null) })
          : t(`for.${note.for}`)}
        {actions ? <EditNote note={note} /> : null}
      </p>
      <p className={styles.text}>{note.text}</p>
    </div>
  ))
}
