// Shown while a record loads: nothing for 300 ms, then grey bars in the record's shape, then a count.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import styles from './skeleton.module.css'

const WIDTHS = [92, 100, 78, 0, 96, 88, 0, 84, 100, 64]

type LoadingBonesProps = {
  /** The entries loaded and the total, when they are known. */
  done?: number
  total?: number
  label?: string
}

export function Skeleton({ done, total, label }: LoadingBonesProps) {
  const t = useTranslations('ui')
  const counted = done !== undefined && total !== undefined && total > 0
  return (
    <div className={styles.frame} role="status" aria-busy="true">
      <p className="faint">{label ?? (counted ? t('loading.some', { done, total }) : t('loading.plain'))}</p>
      <div aria-hidden="true">
        {WIDTHS.map((width, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
          <div key={place} className={styles.bone} style={{ '--width': `${width}%` } as CSSProperties} />
        ))}
        {counted ? (
          <div className={styles.meter}>
            <div style={{ '--width': `${(done / total) * 100}%` } as CSSProperties} />
          </div>
        ) : null}
      </div>
    </div>
  )
}
