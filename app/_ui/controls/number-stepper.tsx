'use client'
// A field for a whole number between a minimum and a maximum, typed or stepped.
import { NumberField } from '@base-ui/react/number-field'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import styles from './number-stepper.module.css'
import stepper from './stepper.module.css'

type NumberStepperProps = {
  label: string
  value: number
  onValueChange: (value: number | null) => void
  min: number
  max: number
  step?: number
}

export function NumberStepper({ label, step = 1, ...rest }: NumberStepperProps) {
  const t = useTranslations('ui')
  const id = useId()
  return (
    <NumberField.Root {...rest} id={id} step={step}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <NumberField.Group className={stepper.group}>
        <NumberField.Decrement aria-label={t('stepper.less', { label })}>−</NumberField.Decrement>
        <NumberField.Input />
        <NumberField.Increment aria-label={t('stepper.more', { label })}>+</NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  )
}
