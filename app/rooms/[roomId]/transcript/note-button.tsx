'use client'
// The dialog to write, change and delete a note on an entry.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import type { ShownNote } from '#simulation/reading/record-page'
import type { NoteFor } from '#simulation/wire/notes'
import { Button } from '#ui/button'
import { Choice, ChoiceGroup } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import { useToast } from '#ui/toast'
import { removeNote, saveNote } from './note-actions'
import styles from './note-button.module.css'

type About = { roomId: string; entry: string; student: string | null }

export function NoteButton(about: About) {
  const t = useTranslations('notes')
  const [open, setOpen] = useState(false)
  return (
    <span className={styles.add}>
      <Button kind="quiet" size="dense" onClick={() => setOpen(true)} aria-label={t('add', { no: about.entry })}>
        {t('addShort')}
      </Button>
      {open ? <NoteDialog about={about} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}

export function EditNote({ note }: { note: ShownNote }) {
  const t = useTranslations('notes')
  const [open, setOpen] = useState(false)
  return (
    <span className="unprinted">
      <Button kind="quiet" size="dense" onClick={() => setOpen(true)} aria-label={t('edit', { no: note.entry })}>
        {t('editShort')}
      </Button>
      {open ? <NoteDialog about={note} note={note} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}

function NoteDialog({ about, note, onClose }: { about: About; note?: ShownNote; onClose: () => void }) {
  const t = useTranslations('notes')
  const tell = useToast()
  const [text, setText] = useState(note?.text ?? '')
  const [whom, setWhom] = useState<NoteFor>(note?.for ?? 'chair')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<'empty' | 'failed' | null>(null)

  async function settle(ask: () => Promise<{ ok: boolean }>, done: string) {
    setBusy(true)
    const { ok } = await ask().catch(() => ({ ok: false }))
    setBusy(false)
    if (!ok) return setFault('failed')
    tell({ text: done })
    onClose()
  }

  function save() {
    if (text.trim() === '') return setFault('empty')
    const { roomId, entry } = about
    void settle(() => saveNote({ roomId, entry, id: note?.id ?? null, for: whom, text }), t('saved'))
  }

  const choices: readonly NoteFor[] = about.student === null ? ['chair', 'class'] : ['chair', 'student', 'class']
  return (
    <Dialog
      onClose={onClose}
      title={t('title', { no: about.entry })}
      actions={
        <>
          <Button kind="primary" busy={busy} onClick={save}>
            {t('save')}
          </Button>
          {note ? (
            <Button
              kind="quiet"
              busy={busy}
              onClick={() => void settle(() => removeNote({ roomId: about.roomId, id: note.id }), t('removed'))}
            >
              {t('remove')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={`form ${styles.form}`}>
        <Field label={t('text')} error={fault === 'empty' ? t('fault.empty') : undefined}>
          <TextArea value={text} onWords={setText} maxLength={LIMITS.staffNote} rows={4} />
        </Field>
        <ChoiceGroup legend={t('whom')}>
          {choices.map((each) => (
            <Choice
              key={each}
              name="for"
              value={each}
              title={t(`whomTitle.${each}`, { name: about.student ?? '' })}
              checked={whom === each}
              onChange={() => setWhom(each)}
            >
              {t(`whomText.${each}`)}
            </Choice>
          ))}
        </ChoiceGroup>
        {fault === 'failed' ? <ErrorText>{t('fault.failed')}</ErrorText> : null}
      </div>
    </Dialog>
  )
}
