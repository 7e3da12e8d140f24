'use client'
// A comment, kept when its field is left; while it is typed the reader's own kept comments that fit are beneath it, each put in by a key.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { bringIntoSight } from '#room/hooks/bring-to.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { askedFor, foundComments, INSERTS, withComment } from '#simulation/reading/comment-bank'
import { Button } from '#ui/button'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { Kbd } from '#ui/kbd'
import { TextArea } from '#ui/text-input'
import styles from './grading.module.css'
import type { FieldName } from './grading-keys'
import { useGrading } from './use-grading'

type CommentFieldProps = {
  field: FieldName
  label: string
  keys: string
  value: string
  onKeep: (words: string) => void
}

export function CommentField({ field, label, keys, value, onKeep }: CommentFieldProps) {
  const t = useTranslations('grading.bank')
  const { bank, say } = useGrading()
  const area = useRef<HTMLTextAreaElement | null>(null)
  /** What stands before the cursor; null while nobody is here. */
  const [before, setBefore] = useState<string | null>(null)
  const [fault, setFault] = useState<'named' | 'full' | 'failed' | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const isHere = before !== null
  // What is beneath the field would stay under the foot of the sheet.
  useEffect(() => {
    if (isHere && frame.current) bringIntoSight(frame.current)
  }, [isHere])
  const found = before === null ? [] : foundComments(bank.kept, before)
  const read = () => {
    const own = area.current
    if (own) setBefore(own.value.slice(0, own.selectionStart))
    setFault(null)
  }
  const put = (index: number) => {
    const [own, comment] = [area.current, found[index]]
    if (!own || !comment) return
    const next = withComment(own.value, own.selectionStart, comment.text)
    if (next.text.length > own.maxLength) return say(t('long'))
    own.value = next.text
    own.focus()
    own.setSelectionRange(next.at, next.at)
    read()
    say(t('put'))
  }
  const keep = async (named: boolean) => {
    const answer = await bank.keep(area.current?.value.trim() ?? '', named)
    if (answer !== null) return setFault(answer)
    setFault(null)
    area.current?.focus()
    say(t('kept'))
  }
  const drop = (id: string) => {
    // Its button goes, and would take the focus with it.
    area.current?.focus()
    void bank.drop(id)
  }
  const mine = area.current?.value.trim() ?? ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a comment is kept once neither its field nor what is beneath it has the focus
    <div
      ref={frame}
      className={styles.comment}
      onFocus={() => (before === null ? read() : undefined)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return
        setBefore(null)
        const words = area.current?.value.trim() ?? ''
        if (words !== value) onKeep(words)
      }}
    >
      <Field
        label={
          <>
            {label} <Kbd>{keys}</Kbd>
          </>
        }
      >
        <TextArea
          ref={area}
          data-field={field}
          voice="record"
          rows={2}
          maxLength={LIMITS.comment}
          defaultValue={value}
          aria-keyshortcuts={keys.replace('⇧', 'Shift+')}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
          }}
          onSelect={read}
          onChange={({ currentTarget: own, nativeEvent }) => {
            const at = askedFor(own.value.slice(0, own.selectionStart))
            if (at === null || ('isComposing' in nativeEvent && nativeEvent.isComposing) || !found[at]) return read()
            // The two characters that asked for it go with the sentence they stand in.
            put(at)
          }}
        />
      </Field>
      {isHere ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: a press leaves the focus in the field; Safari would give it to nobody
        <div className={`acts ${styles.bank}`} onMouseDown={(event) => event.preventDefault()}>
          {found.map(({ id, text }, index) => (
            <span key={id}>
              <Button size="dense" keys={`${INSERTS}${index + 1}`} onClick={() => put(index)}>
                {text}
              </Button>
              <Button kind="quiet" size="dense" aria-label={t('dropOf', { text })} onClick={() => drop(id)}>
                {t('drop')}
              </Button>
            </span>
          ))}
          {mine === '' || bank.kept.some(({ text }) => text === mine) ? null : (
            <Button size="dense" onClick={() => void keep(false)}>
              {t('keep')}
            </Button>
          )}
          {fault ? <ErrorText>{t(`fault.${fault}`)}</ErrorText> : null}
          {fault === 'named' ? (
            <Button size="dense" onClick={() => void keep(true)}>
              {t('anyway')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
