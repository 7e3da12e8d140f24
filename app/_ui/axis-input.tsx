'use client'
// Input of a value on a round's axis. The plate on the line and the number field hold one value: drag it, use the arrow and page keys, or
// type.
import { useTranslations } from 'next-intl'
import { type CSSProperties, type KeyboardEvent, useId } from 'react'
import { AxisEnds } from './axis-ends'
import styles from './axis-input.module.css'
import { AXIS_END, type AxisWords, axisShare, poleName, stepNames, toHalf, WHOLE_STEPS } from './axis-value'
import type { Delegation } from './delegations'
import { HalfStepper } from './half-stepper'
import { Placard } from './placard'
import { signed, signedStep } from './signed'

type AxisGuess = { delegation: Delegation; value: number | null }

type AxisInputProps = {
  delegation?: Delegation | undefined
  label: string
  axis: AxisWords
  /** Null until a value is chosen. */
  value: number | null
  onValueChange: (value: number) => void
  /** The guesses at the other delegations' positions: outline plates on the same line, each with its own stepper. */
  guesses?: readonly AxisGuess[]
  onGuess?: (delegation: Delegation, value: number) => void
  disabled?: boolean
}

/** How many plates lie at the same value: the guess is drawn above them, so that none hides another. */
function levelOf(guesses: readonly AxisGuess[], place: number, own: number | null): number {
  const value = guesses[place]?.value ?? null
  const near = (other: number | null) => value !== null && other !== null && Math.abs(other - value) <= 1
  return guesses.slice(0, place).filter((guess) => near(guess.value)).length + (near(own) ? 1 : 0)
}

const at = (value: number) => ({ '--at': `${axisShare(value) * 100}%` }) as CSSProperties

export function AxisInput(props: AxisInputProps) {
  const { delegation, label, axis, value, onValueChange, guesses = [], onGuess, disabled } = props
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
    <div className={styles.input}>
      <div className={styles.head}>
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
      <div
        className={styles.axis}
        data-guesses={guesses.length > 0 || undefined}
        style={
          { '--levels': 1 + Math.max(0, ...guesses.map((_, place) => levelOf(guesses, place, value))) } as CSSProperties
        }
      >
        <div className={styles.line}>
          {WHOLE_STEPS.map((step) => (
            <span key={step} className={styles.tick} data-zero={step === 0 || undefined} style={at(step)}>
              <span aria-hidden="true">{signedStep(step)}</span>
            </span>
          ))}
          {guesses.map((guess, place) =>
            guess.value === null ? null : (
              <span
                key={guess.delegation.id}
                className={styles.stem}
                data-guess=""
                style={{ ...at(guess.value), '--level': levelOf(guesses, place, value) } as CSSProperties}
                aria-hidden="true"
              >
                <Placard delegation={guess.delegation} form="outline" size="sm" square silent />
              </span>
            ),
          )}
          <input
            type="range"
            className={styles.range}
            min={-AXIS_END}
            max={AXIS_END}
            step={0.5}
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
      {guesses.length > 0 && onGuess ? <Guesses axis={axis} guesses={guesses} onGuess={onGuess} /> : null}
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

type GuessesProps = Required<Pick<AxisInputProps, 'axis' | 'guesses' | 'onGuess'>>

function Guesses({ axis, guesses, onGuess }: GuessesProps) {
  const t = useTranslations('ui')
  return (
    <fieldset className={styles.guesses}>
      <legend className={styles.label}>{t('axis.guesses')}</legend>
      {guesses.map(({ delegation, value }) => (
        <div key={delegation.id} className={styles.guess}>
          <Placard delegation={delegation} form="outline" silent />
          <HalfStepper
            label={t('axis.guess', { country: delegation.name })}
            axis={axis}
            value={value}
            size="small"
            onValueChange={(next) => onGuess(delegation, next)}
          />
        </div>
      ))}
    </fieldset>
  )
}
