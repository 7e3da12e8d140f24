'use client'
// Input of a value on a round's axis. The plate on the line and the number field hold one value: drag it, use the arrow and page keys, or
// type.
import { useTranslations } from 'next-intl'
import { type CSSProperties, type KeyboardEvent, useId } from 'react'
import { AXIS_END, axisShare, HALF_STEP, toHalf, WHOLE_STEPS } from '#simulation/kernel/axis'
import { type AxisWords, poleName, stepNames } from '../controls/axis-value'
import { HalfStepper } from '../controls/half-stepper'
import type { Delegation } from '../words/delegations'
import { signed, signedStep } from '../words/signed'
import { AxisEnds } from './axis-ends'
import styles from './axis-input.module.css'
import { Placard } from './placard'

type AxisInputProps = {
  delegation?: Delegation | undefined
  label: string
  axis: AxisWords
  /** Null until a value is chosen. */
  value: number | null
  onValueChange: (value: number) => void
  disabled?: boolean
}

const at = (value: number) => ({ '--at': `${axisShare(value) * 100}%` }) as CSSProperties

export function AxisInput(props: AxisInputProps) {
  const { delegation, label, axis, value, onValueChange, disabled } = props
  const labelId = useId()
  const spoken = useSpokenValue(axis)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      onValueChange(toHalf((value ?? 0) + by))
    } else if (value === null && (event.key === 'Enter' || event.key === ' ')) onValueChange(0)
  }

  return (
    <div>
      <div className={`ends ${styles.head}`}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        <HalfStepper
          label={label}
          axis={axis}
          value={value}
          onValueChange={onValueChange}
          disabled={disabled ?? false}
        />
      </div>
      <div className={styles.axis}>
        <div className={styles.line}>
          {WHOLE_STEPS.map((step) => (
            <span key={step} className={styles.tick} data-zero={step === 0 || undefined} style={at(step)}>
              <span aria-hidden="true">{signedStep(step)}</span>
            </span>
          ))}
          <input
            type="range"
            className={styles.range}
            min={-AXIS_END}
            max={AXIS_END}
            step={HALF_STEP}
            value={value ?? 0}
            disabled={disabled}
            aria-labelledby={labelId}
            aria-valuetext={spoken(value)}
            onChange={(event) => onValueChange(toHalf(event.currentTarget.valueAsNumber))}
            onPointerUp={() => (value === null ? onValueChange(0) : undefined)}
            onKeyDown={onKeyDown}
          />
          <span
            className={styles.stem}
            data-empty={value === null || undefined}
            style={at(value ?? 0)}
            aria-hidden="true"
          >
            {delegation ? (
              <Placard delegation={delegation} form={value === null ? 'outline' : 'filled'} square silent />
            ) : (
              <span className={styles.marker} />
            )}
          </span>
        </div>
      </div>
      <AxisEnds axis={axis} />
      <StepWords axis={axis} value={value} />
    </div>
  )
}

function useSpokenValue(axis: AxisWords): (value: number | null) => string {
  const t = useTranslations('ui')
  return (value) => {
    if (value === null) return t('axis.empty')
    if (value === 0) return t('axis.zero')
    const words = t(value > 0 ? 'axis.plus' : 'axis.minus', { value: Math.abs(value).toFixed(1) })
    return t('axis.toward', { words, pole: poleName(value > 0 ? axis.plus : axis.minus) })
  }
}

function StepWords({ axis, value }: { axis: AxisWords; value: number | null }) {
  const t = useTranslations('ui')
  if (value === null) return null
  const [low, high] = stepNames(axis, value)
  if (low === undefined) return null
  const words = high === undefined ? t('axis.on', { name: low }) : t('axis.between', { low, high })
  return (
    <p className={styles.step}>
      <b>{signed(value)}</b> {words}
    </p>
  )
}
