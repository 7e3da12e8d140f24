'use client'
// How sure a person is of their own view, from 1 to 5.
import { useTranslations } from 'next-intl'
import { Segmented } from '#ui/controls/segmented'
import styles from './sure-input.module.css'

export const SURENESS = [1, 2, 3, 4, 5] as const
export type Sureness = (typeof SURENESS)[number]

type SureInputProps = { sure: Sureness | null; disabled?: boolean; onSure: (sure: Sureness) => void }

export function SureInput({ sure, disabled = false, onSure }: SureInputProps) {
  const t = useTranslations('room.ownView')
  const labels: Partial<Record<Sureness, string>> = { 1: t('sureLow'), 5: t('sureHigh') }
  return (
    <div className={styles.sure}>
      <p aria-hidden="true">{t('sure')}</p>
      <Segmented
        label={t('sure')}
        {...(sure === null ? {} : { value: `${sure}` })}
        options={SURENESS.map((one) => ({ value: `${one}`, label: labels[one] ?? one, disabled }))}
        onValueChange={(chosen) => {
          const one = SURENESS.find((each) => `${each}` === chosen)
          if (one) onSure(one)
        }}
      />
    </div>
  )
}
