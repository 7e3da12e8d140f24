'use client'
// The fields in which an instructor writes what a homework debate's students are told, and what they may use AI for. They hold their words
// themselves, because React empties a form that was refused.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from './field'
import { TextArea } from './text-input'

export function InstructionsFields({ written }: { written: { instructions: string; aiUse: string } }) {
  const t = useTranslations('homework.told')
  const [instructions, setInstructions] = useState(written.instructions)
  const [aiUse, setAiUse] = useState(written.aiUse)
  return (
    <>
      <Field label={t('instructions')} hint={t('instructionsHint')}>
        <TextArea
          name="instructions"
          rows={4}
          maxLength={LIMITS.instructions}
          value={instructions}
          onWords={setInstructions}
        />
      </Field>
      <Field label={t('aiUse')} hint={t('aiUseHint')}>
        <TextArea name="aiUse" rows={2} maxLength={LIMITS.aiUse} value={aiUse} onWords={setAiUse} />
      </Field>
    </>
  )
}
