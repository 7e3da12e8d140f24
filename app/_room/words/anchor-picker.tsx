'use client'
// The anchors of a statement or a position as chips, and the list to choose from: summaries of the sources' paragraphs, or an outside
// source typed by the speaker.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Anchor, MOST_ANCHORS } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { SOURCE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { Popover } from '#ui/over/popover'
import { Chip } from '#ui/words/chip'
import { useKeptWords } from '../hooks/use-local-storage'
import type { SeatView } from '../link/seat-view'
import styles from './anchor-picker.module.css'
import { anchorKey, withAnchor } from './statement-draft'

type AnchorPickerProps = {
  at: Pick<SeatView, 'essay' | 'roomId' | 'person'>
  anchors: readonly Anchor[]
  onChange: (anchors: Anchor[]) => void
}

export function AnchorPicker({ at, anchors, onChange }: AnchorPickerProps) {
  const t = useTranslations('room.anchors')
  return (
    <>
      {anchors.map((anchor) => {
        const key = anchorKey(anchor)
        const face = typeof anchor === 'string' ? `¶ ${anchor}` : t('source')
        return (
          <Chip key={key} label={t('remove', { anchor: key })} onClick={() => onChange(withAnchor(anchors, anchor))}>
            {face} <span aria-hidden="true">×</span>
          </Chip>
        )
      })}
      {anchors.length < MOST_ANCHORS ? (
        <Popover
          side="top"
          title={t('title')}
          done={t('done')}
          trigger={
            <Button kind="quiet" size="dense">
              {t('add')}
            </Button>
          }
        >
          <Choices at={at} anchors={anchors} onChange={onChange} />
        </Popover>
      ) : null}
    </>
  )
}

function Choices({ at, anchors, onChange }: AnchorPickerProps) {
  const t = useTranslations('room.anchors')
  const [search, setSearch] = useState('')
  const { essay, roomId, person } = at
  const [source, setSource] = useKeptWords({ roomId, person }, SOURCE_DRAFT, LIMITS.source)
  const wanted = search.trim().toLowerCase()
  const found = essay.filter(({ id, gist, section }) => `${id} ${section} ${gist}`.toLowerCase().includes(wanted))
  const chosen = new Set(anchors.map(anchorKey))
  const full = anchors.length >= MOST_ANCHORS
  const addSource = () => {
    if (source.trim().length < 3) return
    onChange(withAnchor(anchors, { source: source.trim() }))
    setSource('')
  }
  return (
    <div className={`fields ${styles.choices}`}>
      <Field label={t('search')} labelHidden>
        <TextInput type="search" placeholder={t('search')} value={search} onWords={setSearch} />
      </Field>
      {full ? <p className="hint">{t('full', { most: MOST_ANCHORS })}</p> : null}
      <ul className={styles.list}>
        {found.map((paragraph) => (
          <li key={paragraph.id}>
            <Checkbox
              checked={chosen.has(paragraph.id)}
              disabled={full && !chosen.has(paragraph.id)}
              onChange={() => onChange(withAnchor(anchors, paragraph.id))}
            >
              <b>¶ {paragraph.id}</b> <span className="faint">{paragraph.section}</span>
              <span className={styles.gist}>{paragraph.gist}</span>
            </Checkbox>
          </li>
        ))}
        {found.length === 0 ? <li className="faint">{t('none', { search })}</li> : null}
      </ul>
      <div className="stack">
        <Field label={t('outside')} hint={t('outsideHint')}>
          <TextInput
            value={source}
            maxLength={LIMITS.source}
            onWords={setSource}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
              event.preventDefault()
              addSource()
            }}
          />
        </Field>
        {source.trim().length >= 3 && !full ? <Button onClick={addSource}>{t('addSource')}</Button> : null}
      </div>
    </div>
  )
}
