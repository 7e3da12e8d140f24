'use client'
// The required counts of a phase, each in words and as a bar. No mark is computed from them.
import { useLocale, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { commaList } from '#format/lists'
import type { Counted } from '#simulation/reading/marks/completion'
import styles from './meter.module.css'

export function Meter({ counted }: { counted: readonly Counted[] }) {
  const t = useTranslations('homework-room.meter')
  const locale = useLocale()
  const asks = counted.filter(({ asked }) => asked > 0)
  if (asks.length === 0) return null
  return (
    <ul className={`acts ${styles.meter}`} aria-label={t('label')}>
      {asks.map(({ requirement, asked, done }) => {
        const share = Math.min(1, done / asked)
        const more = [
          requirement.tensions === undefined ? null : t('tensions', { count: requirement.tensions }),
          requirement.toEachOther ? t('toEachOther') : null,
        ].filter((words) => words !== null)
        return (
          <li className="tools" key={`${requirement.what}/${requirement.by}`}>
            <span>{t(requirement.what, { done: Math.min(done, asked), asked })}</span>
            <span className={styles.bar} style={{ '--share': share } as CSSProperties} aria-hidden="true" />
            {more.length > 0 && share < 1 ? <small>{commaList(locale, more)}</small> : null}
          </li>
        )
      })}
    </ul>
  )
}
