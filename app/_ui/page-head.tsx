// The head of a page: where it belongs, its title with one sentence beneath, and at the right what is done here.
import type { ReactNode } from 'react'
import { Eyebrow } from './eyebrow'
import styles from './page-head.module.css'

export type PageHeadProps = {
  /** Where the page belongs, or the way back. */
  above?: ReactNode
  title: ReactNode
  /** A title that states what was found is set a size smaller than a name: it is a sentence, and grows with its numbers. */
  voice?: 'name' | 'finding'
  lead?: ReactNode
  /** Buttons and links, at the right where there is room. */
  right?: ReactNode
}

export function PageHead({ above, title, voice = 'name', lead, right }: PageHeadProps) {
  return (
    <header className={`ends ${styles.head}`} data-voice={voice}>
      <div className={styles.words}>
        {above ? <Eyebrow>{above}</Eyebrow> : null}
        <h1 className={styles.title}>{title}</h1>
        {lead ? <p className={`lead ${styles.lead}`}>{lead}</p> : null}
      </div>
      {right ? <div className="row unprinted">{right}</div> : null}
    </header>
  )
}
