'use client'
// A field for a whole number between a minimum and a maximum, typed or stepped.
import { NumberField } from '@base-ui/react/number-field'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import styles from './number-stepper.module.css'
import stepper from './stepper.module.css'

type NumberStepperProps = {
  label: string
  value?: number
  defaultValue?: number
  onValueChange?: (value: number | null) => void
  min?: number
  max?: number
  step?: number
  name?: string
  disabled?: boolean
  labelHidden?: boolean
}

export function NumberStepper({ label, labelHidden, onValueChange, step = 1, ...rest }: NumberStepperProps) {
  const t = useTranslations('ui')
  const id = useId()
  return (
    <NumberField.Root {...rest} id={id} step={step} onValueChange={onValueChange && ((value) => onValueChange(value))}>
      {labelHidden ? null : (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <NumberField.Group className={stepper.group}>
        <NumberField.Decrement aria-label={t('stepper.less', { label })}>−</NumberField.Decrement>
        <NumberField.Input aria-label={labelHidden ? label : undefined} />
        <NumberField.Increment aria-label={t('stepper.more', { label })}>+</NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  )
}
