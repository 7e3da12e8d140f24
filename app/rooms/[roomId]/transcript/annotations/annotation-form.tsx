'use client'
// The sheet in which somebody annotates an entry, or answers in a thread. What is typed is held by the device until it is saved.
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import * as z from 'zod/mini'
import { randomHex } from '#room/random-hex.ts'
import { useLocalStorage } from '#room/use-local-storage.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { type AnnotationFault, MOST_COMMENTS, MOST_TAGS } from '#simulation/reading/annotations'
import type { AnnotationFor } from '#simulation/secrecy/annotations'
import { annotationDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { Choice, ChoiceGroup } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { TextArea, TextInput } from '#ui/text-input'
import { useToast } from '#ui/toast'
import { saveAnswer, saveThread } from './annotation-actions'
import styles from './annotations.module.css'
import type { AnnotationsOf, Writing } from './annotations-here'

const typed = z.string().check(z.maxLength(LIMITS.annotation))

type AnnotationFormProps = Pick<AnnotationsOf, 'owner' | 'chooses' | 'isStaff' | 'isAsked'> & {
  writing: Writing
  onSaved: () => Promise<void>
  onClose: () => void
}

export function AnnotationForm({ owner, chooses, isStaff, isAsked, writing, onSaved, onClose }: AnnotationFormProps) {
  const t = useTranslations('annotations')
  const tell = useToast()
  const { roomId } = owner
  const entry = writing.kind === 'thread' ? writing.entry : writing.thread.entry
  const of = writing.kind === 'thread' ? entry : writing.thread.id
  const [text, setText] = useLocalStorage(owner, annotationDraftKey(of), typed, '')
  const picked = writing.kind === 'thread' ? writing.span : null
  const [span, setSpan] = useState(picked && picked.quote.length <= LIMITS.quote ? picked : null)
  const [whom, setWhom] = useState<AnnotationFor>(isAsked && chooses.includes('class') ? 'class' : (chooses[0] ?? 'me'))
  const [tags, setTags] = useState('')
  const [exemplar, setExemplar] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<AnnotationFault | 'failed' | null>(null)

  const sent = useRef({ id: '', as: '' })
  /** The same for the same words, so that a request whose answer was lost is kept once however often it is sent. */
  const named = <Asked extends object>(asked: Asked): Asked & { id: string } => {
    const as = JSON.stringify(asked)
    if (sent.current.as !== as) sent.current = { id: randomHex(), as }
    return { ...asked, id: sent.current.id }
  }

  async function save() {
    setBusy(true)
    const failed = await (writing.kind === 'thread'
      ? saveThread(named({ roomId, entry, span, for: whom, tags: tagsIn(tags), exemplar, text }))
      : saveAnswer(named({ roomId, thread: writing.thread.id, text }))
    ).catch(() => 'failed' as const)
    setBusy(false)
    setFault(failed)
    if (failed !== null) return
    setText('')
    await onSaved()
    tell({ text: t('form.saved') })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => (next || busy ? undefined : onClose())}
      title={t(writing.kind === 'thread' ? 'form.title' : 'form.answerTitle', { no: entry })}
      actions={
        <Button kind="primary" busy={busy} onClick={() => void save()}>
          {t('form.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        {span ? (
          <div>
            <p className={styles.head}>{t('form.about')}</p>
            <blockquote className={styles.quote}>
              <bdi>{span.quote}</bdi>
            </blockquote>
            <Button kind="quiet" size="dense" onClick={() => setSpan(null)}>
              {t('form.whole')}
            </Button>
          </div>
        ) : writing.kind === 'thread' && writing.words !== null ? (
          <p className={styles.head}>{t('form.select')}</p>
        ) : null}
        <Field
          label={t('form.text')}
          hint={t('form.close')}
          {...(fault ? { error: t(`fault.${fault}`, { most: MOST_COMMENTS }) } : {})}
        >
          <TextArea
            value={text}
            readOnly={busy}
            onChange={(event) => setText(event.target.value)}
            maxLength={LIMITS.annotation}
            rows={4}
          />
        </Field>
        {writing.kind === 'thread' ? (
          <>
            <ChoiceGroup legend={t('form.whom')}>
              {chooses.map((each) => (
                <Choice
                  key={each}
                  name="for"
                  value={each}
                  checked={whom === each}
                  onChange={() => setWhom(each)}
                  {...whomWords(t, isStaff, each)}
                />
              ))}
            </ChoiceGroup>
            {isAsked && !isStaff ? <p className={styles.head}>{t('form.asked')}</p> : null}
            <Field label={t('form.tags')} hint={t('form.tagsHint', { most: MOST_TAGS })}>
              <TextInput
                value={tags}
                onChange={(event) => setTags(event.target.value)}
                maxLength={MOST_TAGS * (LIMITS.tag + 2)}
              />
            </Field>
            {isStaff ? (
              <Choice
                type="checkbox"
                title={t('form.exemplar')}
                checked={exemplar}
                onChange={() => {
                  setExemplar(!exemplar)
                  // Alone with its writer nobody would find it.
                  if (!exemplar && whom === 'me') setWhom('instructor')
                }}
              >
                {t('form.exemplarText')}
              </Choice>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

type Translator = ReturnType<typeof useTranslations<'annotations'>>

/** To staff “the instructor” is themselves, and they have no delegation. */
function whomWords(t: Translator, isStaff: boolean, whom: AnnotationFor) {
  const of = isStaff && whom !== 'delegation' ? (`staffWhom.${whom}` as const) : (`whom.${whom}` as const)
  return { title: t(`${of}.title`), children: t(`${of}.text`) }
}

/** The first half of a sign that was cut in two. */
const HALF = /[\uD800-\uDBFF]$/

/** The first tags of what is typed, each as short as it may be. */
const tagsIn = (typedTags: string): string[] =>
  typedTags
    .split(/[,、，]/)
    .map((tag) => tag.trim().slice(0, LIMITS.tag).replace(HALF, '').trim())
    .filter((tag) => tag !== '')
    .slice(0, MOST_TAGS)
