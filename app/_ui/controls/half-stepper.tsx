'use client'
// A number field for a position, stepped by halves or typed. Typed values are rounded to a half, and a notice says so.
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { AXIS_END, HALF_STEP, toHalf } from '#simulation/kernel/axis'
import { axisEnds, signed } from '../words/signed'
import { type AxisWords, poleName, readAxisValue } from './axis-value'
import styles from './half-stepper.module.css'
import stepper from './stepper.module.css'

type HalfStepperProps = {
  label: string
  axis: AxisWords
  value: number | null
  onValueChange: (value: number) => void
  size?: 'normal' | 'small'
  disabled?: boolean
}

export function HalfStepper({ label, axis, value, onValueChange, size = 'normal', disabled }: HalfStepperProps) {
  const t = useTranslations('ui')
  const noticeId = useId()
  const [typing, setTyping] = useState<string | null>(null)
  const [said, setSaid] = useState<{ notice: string; about: number | null } | null>(null)
  // The notice is about one value: it goes when the value changes, as by dragging the plate.
  const notice = said?.about === value ? said.notice : null
  const setNotice = (text: string | null, about = value) => setSaid(text === null ? null : { notice: text, about })

  const settle = () => {
    if (typing === null) return
    setTyping(null)
    const typed = typing.trim()
    if (typed === '') return setNotice(null)
    const read = readAxisValue(typed)
    if (read === null)
      return setNotice(
        value === null
          ? t('axis.unreadEmpty', { typed, ...axisEnds })
          : t('axis.unread', { typed, value: signed(value), ...axisEnds }),
      )
    const half = toHalf(read)
    onValueChange(half)
    if (half === read) return setNotice(null)
    const words = { typed, value: signed(half) }
    setNotice(Math.abs(read) > AXIS_END ? t('axis.ends', words) : t('axis.typed', words), half)
  }

  const step = (by: number) => {
    const next = toHalf((value ?? 0) + by)
    setNotice(next === value ? t('axis.end', { value: signed(next) }) : null)
    setTyping(null)
    onValueChange(next)
  }

  return (
    <div className={styles.frame} data-size={size}>
      <div className={stepper.group}>
        <button
          type="button"
          disabled={disabled}
          aria-disabled={value === -AXIS_END || undefined}
          aria-label={t('axis.step', { label, pole: poleName(axis.minus) })}
          onClick={() => step(-HALF_STEP)}
        >
          −
        </button>
        <input
          type="text"
          autoComplete="off"
          disabled={disabled}
          aria-label={t('axis.field', { label })}
          aria-describedby={notice ? noticeId : undefined}
          value={typing ?? (value === null ? '' : signed(value))}
          placeholder={t('axis.unset')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyping(event.currentTarget.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') {
              event.preventDefault()
              settle()
            }
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault()
              step(event.key === 'ArrowUp' ? HALF_STEP : -HALF_STEP)
            }
          }}
        />
        <button
          type="button"
          disabled={disabled}
          aria-disabled={value === AXIS_END || undefined}
          aria-label={t('axis.step', { label, pole: poleName(axis.plus) })}
          onClick={() => step(HALF_STEP)}
        >
          +
        </button>
      </div>
      <p id={noticeId} className={`hint ${styles.notice}`} role="status">
        {notice}
      </p>
    </div>
  )
}
