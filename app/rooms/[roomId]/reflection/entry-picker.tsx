'use client'
// Chooses one entry of the record: by its number or by words in it, those nearest to the reader first.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { Popover } from '#ui/over/popover'
import styles from './entry-picker.module.css'

/** More than these are found by a search and not by scrolling. */
const MOST = 60

type EntryPickerProps = {
  label: string
  entries: readonly Paragraph[]
  words: (entry: Paragraph) => { office: string | null; text: string }
  onPick: (no: number) => void
}

export function EntryPicker(props: EntryPickerProps) {
  const t = useTranslations('room.objectives')
  const [open, setOpen] = useState(false)
  return (
    <Popover
      side="top"
      title={t('which')}
      done={t('done')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind="plain" size="dense">
          {props.label}
        </Button>
      }
    >
      <Choices
        {...props}
        onPick={(no) => {
          setOpen(false)
          props.onPick(no)
        }}
      />
    </Popover>
  )
}

function Choices({ entries, words, onPick }: EntryPickerProps) {
  const t = useTranslations('room.objectives')
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = entries
    .map((entry) => ({ no: entry.no, ...words(entry) }))
    .filter(({ no, office, text }) => `${no} ${office ?? ''} ${text}`.toLowerCase().includes(wanted))
  if (entries.length === 0) return <p className="faint">{t('empty')}</p>
  return (
    <div className={`fields ${styles.choices}`}>
      <Field label={t('search')} labelHidden>
        <TextInput type="search" placeholder={t('search')} value={search} onWords={setSearch} />
      </Field>
      <ul className={styles.list} aria-label={t('list')}>
        {found.slice(0, MOST).map(({ no, office, text }) => (
          <li key={no}>
            <button type="button" className={styles.entry} onClick={() => onPick(Number(no))}>
              <b>{no}</b> {office ? <span className={styles.office}>{office}</span> : null}
              <span className={styles.words}>{text}</span>
            </button>
          </li>
        ))}
        {found.length === 0 ? <li className="faint">{t('none', { search })}</li> : null}
      </ul>
    </div>
  )
}
