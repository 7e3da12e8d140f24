// The face of a clock: digits, state and one line beneath, all given as text. The last minute inverts its colours, a pause puts two bars
// before the digits.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { VisuallyHidden } from '../page/visually-hidden'
import { Icon } from '../words/icon'
import styles from './clock-face.module.css'

export type ClockState = 'running' | 'lastMinute' | 'paused' | 'ended'

type ClockFaceProps = {
  /** The digits: `3:41`. */
  text: string
  state?: ClockState
  /** Planned length and end; or who paused it and when; or that it ended as planned. */
  sub?: ReactNode
  size?: 'phone' | 'room' | 'desk' | 'stage'
  align?: 'left' | 'right'
  /** The accessible name: what the time is left of. */
  label?: string
}

export function ClockFace({ text, state = 'running', sub, size = 'room', align = 'right', label }: ClockFaceProps) {
  const t = useTranslations('ui')
  return (
    <div className={styles.clock} data-state={state} data-size={size} data-align={align}>
      <div className={styles.digits} role="timer" aria-label={label ?? t('clock.left')}>
        {state === 'paused' ? (
          <>
            <Icon name="pause" />
            <VisuallyHidden>{t('clock.paused')} </VisuallyHidden>
          </>
        ) : null}
        {text}
      </div>
      {sub ? <div className={`faint ${styles.sub}`}>{sub}</div> : null}
    </div>
  )
}
