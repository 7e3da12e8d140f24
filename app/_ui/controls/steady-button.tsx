'use client'
// A button whose meaning may change under the thumb, because somebody else acted or because it has only just come up. For a second it does not
// act: whoever presses it then is told that nothing was done, and what it means now.
import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useState } from 'react'
import { Button } from './button'
import styles from './steady-button.module.css'

const SETTLES_MS = 1000

type SteadyButtonProps = Omit<ComponentProps<typeof Button>, 'idle' | 'children' | 'onClick'> & {
  /** What it says. */
  children: string
  /** All that a press would do, as a key: once it is another, the button waits a second. */
  means: string
  /** It waits when it comes up too: it stands where another button stood, and the second press of a quick hand would land on it. */
  fromStart?: boolean
  onAct: () => void
}

export function SteadyButton({ means, fromStart = false, onAct, children, ...rest }: SteadyButtonProps) {
  const t = useTranslations('ui.steady')
  // What it has meant for a second.
  const [settled, settle] = useState(fromStart ? null : means)
  const [told, tell] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => settle(means), SETTLES_MS)
    return () => clearTimeout(timer)
  }, [means])
  const act = () => {
    tell(null)
    onAct()
  }
  return (
    <>
      <p className={styles.told} role="status">
        {told === means ? t('told', { now: children }) : null}
      </p>
      <Button {...rest} idle={settled === means ? null : () => tell(means)} onClick={act}>
        {children}
      </Button>
    </>
  )
}
