// The foot of a wizard's step: back, next, and how many steps are left. The last step has a foot of its own.
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#ui/controls/button'
import styles from './wizard.module.css'

type StepFootProps = {
  /** The address of the step before. */
  back: { href: string; label: string } | null
  next: { step: number; label: string }
  /** Past the steps between, which keep what they hold; null where none lie between. */
  last?: { step: number; label: string } | null
  /** The label of the button that redraws the step, which a page without a script needs. */
  again: string | null
  left: ReactNode
}

export function StepFoot({ back, next, last = null, again, left }: StepFootProps) {
  return (
    <div className={`row ${styles.foot}`}>
      {back ? <LinkButton href={back.href}>{back.label}</LinkButton> : null}
      <Button kind="primary" type="submit" name="step" value={String(next.step)}>
        {next.label}
      </Button>
      {last ? (
        <Button type="submit" name="step" value={String(last.step)}>
          {last.label}
        </Button>
      ) : null}
      {again === null ? null : (
        <noscript>
          <Button type="submit">{again}</Button>
        </noscript>
      )}
      <span className="faint">{left}</span>
    </div>
  )
}
