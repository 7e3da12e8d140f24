// The head of a page: where it belongs, its title with one sentence beneath, and at the right what is done here; on a phone that is beneath.
import type { ReactNode } from 'react'
import { Eyebrow } from '../words/eyebrow'
import styles from './page-head.module.css'

export type PageHeadProps = {
  /** Where the page belongs, or the way back. */
  above?: ReactNode
  title: ReactNode
  lead?: ReactNode
  /** Buttons and links, at the right where there is room; the main one last. */
  right?: ReactNode
}

export function PageHead({ above, title, lead, right }: PageHeadProps) {
  return (
    <header className={`ends ${styles.head}`}>
      <div className={styles.words}>
        {above ? <Eyebrow>{above}</Eyebrow> : null}
        <h1>{title}</h1>
        {lead ? <p className={`lead ${styles.lead}`}>{lead}</p> : null}
      </div>
      {right ? <div className="row unprinted">{right}</div> : null}
    </header>
  )
}
