// The frame of a pack: what is in it at the right, with how much of each, and the parts beside it; on paper the parts alone.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PrintButton } from '#record/print-button'
import { PrintFoot } from '#record/print-foot'
import { Band } from '#ui/charts/band'
import styles from './pack.module.css'

export type Contents = readonly { id: string; title: string; count?: ReactNode }[]

/** A line of the contents with how many there are; none for what its author left out. */
export const listed = (id: string, title: string, many: readonly unknown[]): Contents =>
  many.length === 0 ? [] : [{ id, title, count: many.length }]

type PackPageProps = {
  contents: Contents
  /** The foot of every printed page. */
  foot: string
  /** What is said of its print. */
  paper: 'paper' | 'paperWithBrief' | 'paperOfAll'
  wide?: boolean
  children: ReactNode
}

export function PackPage({ contents, foot, paper, wide = false, children }: PackPageProps) {
  const t = useTranslations('pack')
  return (
    <div className={`page ${styles.page}`} data-wide={wide || undefined}>
      <PrintFoot words={foot} />
      <nav className={`unprinted ${styles.rail}`} aria-label={t('contents')}>
        <details className={styles.jump}>
          <summary>{t('contents')}</summary>
          <ContentsList contents={contents} />
        </details>
        <div className={styles.list}>
          <ContentsList contents={contents} />
        </div>
        <p className={styles.hint}>{t(paper)}</p>
        <PrintButton />
      </nav>
      <main id="main">{children}</main>
    </div>
  )
}

function ContentsList({ contents }: { contents: Contents }) {
  return (
    <ol>
      {contents.map(({ id, title, count }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <span>{title}</span>
            {count === undefined ? null : <span className={styles.count}>{count}</span>}
          </a>
        </li>
      ))}
    </ol>
  )
}

type PackPartProps = { id: string; title: string; right?: ReactNode; paper?: 'new-page' | 'apart'; children: ReactNode }

export function PackPart({ id, title, right, paper, children }: PackPartProps) {
  return (
    <section id={id} className={styles.part} data-paper={paper} aria-labelledby={`${id}-title`}>
      <Band level={2} title={<span id={`${id}-title`}>{title}</span>} right={right} />
      {children}
    </section>
  )
}
