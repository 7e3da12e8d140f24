'use client'
// The sheet in which somebody annotates an entry, or answers in a thread. What is typed and chosen is held by the device until it is saved.
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { randomHex } from '#room/link/random-hex.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { spanIn } from '#simulation/kernel/spans'
import { type AnnotationFault, MOST_COMMENTS, MOST_TAGS } from '#simulation/reading/record/annotations'
import { type AnnotationFor, annotationFor } from '#simulation/secrecy/annotations'
import { annotationDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { TextArea, TextInput } from '#ui/controls/text-input'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { saveAnswer, saveThread } from './annotation-actions'
import styles from './annotations.module.css'
import type { AnnotationsOf, Writing } from './annotations-here'

const annotationDraft = z.strictObject({
  text: z.string(),
  tags: z.string(),
  /** Null until they choose. */
  whom: z.nullable(annotationFor),
  exemplar: z.boolean(),
  /** Made anew with each change, so that a request whose answer was lost is kept once however often the same is sent. */
  id: z.string(),
  /** The words that it is about; null for the whole entry. A draft of before has none. */
  span: z._default(z.nullable(z.strictObject({ quote: z.string(), offset: z.number() })), null),
})
type AnnotationDraft = z.infer<typeof annotationDraft>
const NOTHING: AnnotationDraft = { text: '', tags: '', whom: null, exemplar: false, id: '', span: null }

type AnnotationFormProps = Pick<AnnotationsOf, 'owner' | 'chooses' | 'isStaff' | 'isAsked'> & {
  writing: Writing
  onSaved: () => Promise<void>
  onClose: () => void
}

export function AnnotationForm({ owner, isStaff, isAsked, writing, onSaved, onClose, ...of }: AnnotationFormProps) {
  const t = useTranslations('annotations')
  const tell = useToast()
  const field = useRef<HTMLTextAreaElement>(null)
  const { roomId } = owner
  const entry = writing.kind === 'thread' ? writing.entry : writing.thread.entry
  const beside = writing.kind === 'thread' ? entry : writing.thread.id
  const [draft, set] = useLocalStorage(owner, annotationDraftKey(beside), annotationDraft, NOTHING)
  const { busy, fault, object, send } = useSending<AnnotationFault>()
  const { text, tags, exemplar } = draft
  const {
    span: selected,
    words,
    student,
  } = writing.kind === 'thread' ? writing : { span: null, words: null, student: null }
  const chooses = of.chooses.filter((each) => each !== 'student' || student !== null)
  const isLong = selected !== null && selected.quote.length > LIMITS.quote
  const [picked, setPicked] = useState(isLong ? null : selected)
  const about = picked ?? (isLong ? null : draft.span)
  const span = about && spanIn(words ?? '', about)
  const change = (part: Partial<AnnotationDraft>) => {
    // What is being saved stays as it was sent.
    if (!busy) set({ ...draft, span: about, ...part, id: randomHex() })
  }
  const first = isAsked && chooses.includes('class') ? 'class' : (chooses[0] ?? 'me')
  const whom = draft.whom !== null && chooses.includes(draft.whom) ? draft.whom : first

  async function save() {
    if (text.trim() === '') return object('empty')
    // Of other words it is another annotation than what may have been saved without an answer.
    const isOther = about?.quote !== draft.span?.quote || about?.offset !== draft.span?.offset
    const id = isOther ? randomHex() : draft.id
    if (isOther) set({ ...draft, span: about, id })
    const failed = await send(() =>
      writing.kind === 'thread'
        ? saveThread({ id, roomId, entry, span, for: whom, tags: tagsIn(tags), exemplar, text })
        : saveAnswer({ id, roomId, thread: writing.thread.id, text }),
    )
    if (failed !== null) return
    set(NOTHING)
    await onSaved()
    tell({ text: t('form.saved') })
    onClose()
  }

  return (
    <Dialog
      open
      initialFocus={field}
      onOpenChange={(next) => (next || busy ? undefined : onClose())}
      title={t(writing.kind === 'thread' ? 'form.title' : 'form.answerTitle', { no: entry })}
      actions={
        <Button kind="primary" busy={busy} onClick={() => void save()}>
          {t('form.save')}
        </Button>
      }
    >
      <div className={`form ${styles.form}`}>
        {span ? (
          <div>
            <p className="hint">{t('form.about')}</p>
            <blockquote className={styles.quote}>
              <bdi>{span.quote}</bdi>
            </blockquote>
            <Button
              kind="quiet"
              size="dense"
              onClick={() => {
                setPicked(null)
                change({ span: null })
              }}
            >
              {t('form.whole')}
            </Button>
          </div>
        ) : about ? (
          <p className="hint">{t('form.gone')}</p>
        ) : words !== null ? (
          <p className="hint">{isLong ? t('form.long', { most: LIMITS.quote }) : t('form.select')}</p>
        ) : null}
        <Field
          label={t('form.text')}
          hint={t('form.close')}
          {...(fault ? { error: t(`fault.${fault}`, { most: MOST_COMMENTS }) } : {})}
        >
          <TextArea
            ref={field}
            value={text}
            readOnly={busy}
            onWords={(value) => change({ text: value })}
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
                  onChange={() => change({ whom: each })}
                  {...whomWords(t, isStaff, each, student)}
                />
              ))}
            </ChoiceGroup>
            {isAsked ? <p className="hint">{t('form.asked')}</p> : null}
            <Field label={t('form.tags')} hint={t('form.tagsHint', { most: MOST_TAGS })}>
              <TextInput
                value={tags}
                onWords={(value) => change({ tags: value })}
                maxLength={MOST_TAGS * (LIMITS.tag + 2)}
              />
            </Field>
            {isStaff ? (
              <Choice
                type="checkbox"
                title={t('form.exemplar')}
                checked={exemplar}
                // Alone with its writer nobody would find it.
                onChange={() => change({ exemplar: !exemplar, whom: !exemplar && whom === 'me' ? 'instructor' : whom })}
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
function whomWords(t: Translator, isStaff: boolean, whom: AnnotationFor, student: string | null) {
  if (whom === 'student') return { title: student ?? '', children: t('staffWhom.student.text') }
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
