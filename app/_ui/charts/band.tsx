// The double rule that opens a section: its title and detail at the left, its controls at the right.
import type { ReactNode } from 'react'
import styles from './band.module.css'

type BandProps = {
  title: ReactNode
  /** Follows the title after a middle dot. */
  detail?: ReactNode
  right?: ReactNode
  /** The heading level the title takes in the page's outline; without one it is plain words. */
  level?: 2 | 3
  /** The heading is all of the line, and not its title alone: where several have the same title. */
  whole?: boolean
  dense?: boolean
  /** Read out on a phone, and not shown: its first screen belongs to what the section is for. */
  unseenOnPhone?: boolean
}

export function Band({ title, detail, right, level, whole = false, dense, unseenOnPhone }: BandProps) {
  const Heading = level === 2 ? 'h2' : level === 3 ? 'h3' : 'b'
  const [Line, Title] = whole ? ([Heading, 'b'] as const) : (['div', Heading] as const)
  return (
    <Line className={styles.band} data-dense={dense || undefined} data-unseen-on-phone={unseenOnPhone || undefined}>
      <span>
        <Title className={styles.title}>{title}</Title>
        {detail ? <> · {detail}</> : null}
      </span>
      {right ? <span>{right}</span> : null}
    </Line>
  )
}
