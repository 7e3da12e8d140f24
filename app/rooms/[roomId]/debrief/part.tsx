// The frame of a debrief section: the finding as its title, how to read it, and the numbers as a table with links.
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { ScrollRegion } from '#ui/page/scroll-region'
import styles from './part.module.css'

type PartProps = {
  title: string
  sub?: string | undefined
  note?: string | undefined
  /** Of a title that claims something: what it counts. */
  proof?: ReactNode
  children?: ReactNode
  /** May be longer than a printed page: it may break between its lines. */
  long?: boolean
}

export function Part({ title, sub, note, proof, long, children }: PartProps) {
  const id = useId()
  return (
    <section className={styles.part} data-long={long || undefined} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {sub ? <p className={styles.sub}>{sub}</p> : null}
      {proof}
      {children}
      {note ? <p className={`faint ${styles.note}`}>{note}</p> : null}
    </section>
  )
}

export type Row = { key: string; head: ReactNode; cells: readonly ReactNode[] }
type NumbersProps = {
  /** What the table counts; the label of the summary that opens it. */
  label: string
  head: readonly string[]
  rows: readonly Row[]
}

/** The numbers behind a chart, folded until opened. */
export function Numbers({ label, head: [first, ...others], rows }: NumbersProps) {
  const t = useTranslations('ui')
  return (
    <details className={`hint unprinted ${styles.details}`}>
      <summary>
        {t('table.show')}: {label}
      </summary>
      <ScrollRegion className={styles.scroll} label={label}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, head, cells }) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {cells.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}
