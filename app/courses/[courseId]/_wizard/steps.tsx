// The steps of a wizard at its right: those before the present one lead back.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Eyebrow } from '#ui/words/eyebrow'
import styles from './wizard.module.css'

type StepsProps = {
  label: string
  course: string
  /** The step that is shown, from 1. */
  now: number
  steps: readonly { title: string; detail: string; href: string }[]
  /** Each can be opened at any time, and not only those before the present one. */
  anyOrder?: boolean
  children: ReactNode
}

export function Steps({ label, course, now, steps, anyOrder = false, children }: StepsProps) {
  return (
    <nav aria-label={label}>
      <Eyebrow>{course}</Eyebrow>
      <ol className={styles.steps}>
        {steps.map(({ title, detail, href }, index) => (
          <li key={href} aria-current={index + 1 === now ? 'step' : undefined}>
            <span className={styles.step}>{anyOrder ? null : index + 1}</span>
            {index + 1 < now || (anyOrder && index + 1 !== now) ? <Link href={href}>{title}</Link> : title}
            <small className="faint">{detail}</small>
          </li>
        ))}
      </ol>
      {children}
    </nav>
  )
}
