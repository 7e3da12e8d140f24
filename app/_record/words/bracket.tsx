// An open bracket of a clause: the texts still in dispute, the delegations for each, and the reason where it is left standing.
import type { ReactNode } from 'react'
import { Placard } from '#ui/charts/placard'
import { Shape } from '#ui/charts/shape'
import type { Delegation } from '#ui/words/delegations.ts'
import styles from './bracket.module.css'

export function Bracket({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.bracket} aria-label={label}>
      {children}
    </ul>
  )
}

export function BracketRow({ delegations, children }: { delegations: readonly Delegation[]; children: ReactNode }) {
  return (
    <li className={styles.row}>
      <span className={styles.plates}>
        {delegations.map((delegation) => (
          <Placard key={delegation.id} delegation={delegation} size="sm" />
        ))}
      </span>
      <p className={styles.text}>{children}</p>
    </li>
  )
}

/** The reason for which a bracket is left standing; it is issued with the text. */
export function Reason({ by, label, children }: { by: readonly Delegation[]; label: string; children: ReactNode }) {
  return (
    <div className={styles.reason}>
      <p className={styles.meta}>
        {label} ·{' '}
        {by.map((delegation) => (
          <span key={delegation.id}>
            <Shape delegation={delegation} silent /> {delegation.name}{' '}
          </span>
        ))}
      </p>
      <p className={styles.why}>{children}</p>
    </div>
  )
}
