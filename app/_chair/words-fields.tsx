'use client'
// The fields in which the chair writes: the words, and for news the headline before them.
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/controls/field'
import { TextArea, TextInput } from '#ui/controls/text-input'
import type { ChairWords } from './use-chair-words'

type WordsFieldsProps = {
  words: ChairWords
  label: string
  hint?: string
  /** What is said where it is sent without words. */
  empty?: string
  /** Not where the fields open while something else is being chosen. */
  autoFocus?: boolean
  /** Ctrl and Enter. */
  onSend: () => void
}

export function WordsFields({ words, label, hint, empty, autoFocus = true, onSend }: WordsFieldsProps) {
  const t = useTranslations('chair')
  const { headline, text, news, missing, write } = words
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    onSend()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in its fields
    <div className="fields" onKeyDown={sendByKey}>
      {news ? (
        <Field label={t('headline')} hint={t('newsHint')}>
          <TextInput value={headline} maxLength={LIMITS.headline} onWords={(value) => write({ headline: value })} />
        </Field>
      ) : null}
      <Field label={label} hint={hint} error={missing ? (empty ?? t(news ? 'noNews' : 'noWords')) : null}>
        <TextArea
          voice="record"
          autoFocus={autoFocus}
          value={text}
          maxLength={news ? LIMITS.news : LIMITS.note}
          onWords={(value) => write({ text: value })}
        />
      </Field>
    </div>
  )
}
