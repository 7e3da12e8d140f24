'use client'
// Why words are taken off: one of the reasons in use, or the chair's own words. Asked before words are taken off, and after they were hidden.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { LIMITS } from '#simulation/kernel/limits'
import { STRIKE_REASONS, type StrikeReason } from '#simulation/shapes/strikes'
import { ChipChoice } from '#ui/controls/chip-choice'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import styles from './strike-dialog.module.css'

const CHOICES = [...STRIKE_REASONS, 'own'] as const

/** A reason that is being chosen, as it is kept on the device. */
export const draftOfReason = z.strictObject({ choice: z.nullable(z.enum(CHOICES)), own: z.string() })
export type ReasonDraft = z.infer<typeof draftOfReason>
export const NO_REASON: ReasonDraft = { choice: null, own: '' }

/** The reason that was chosen; null while none is. */
export function reasonOf({ choice, own }: ReasonDraft): StrikeReason | null {
  if (choice !== 'own') return choice
  return own.trim() === '' ? null : { text: own.trim() }
}

export function StrikeReasons({ draft, set }: { draft: ReasonDraft; set: (draft: ReasonDraft) => void }) {
  const t = useTranslations('off.strike')
  const record = useTranslations('record')
  return (
    <>
      <fieldset className={`acts ${styles.reasons}`}>
        <legend>{t('reason')}</legend>
        {CHOICES.map((choice) => (
          <ChipChoice
            key={choice}
            name="reason"
            checked={draft.choice === choice}
            onChange={() => set({ ...draft, choice })}
          >
            {choice === 'own' ? t('own') : record(`off.reasons.${choice}`)}
          </ChipChoice>
        ))}
      </fieldset>
      {draft.choice === 'own' ? (
        <Field label={t('ownLabel')} labelHidden>
          <TextInput value={draft.own} maxLength={LIMITS.reason} onWords={(value) => set({ ...draft, own: value })} />
        </Field>
      ) : null}
    </>
  )
}
