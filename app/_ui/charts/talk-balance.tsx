// Speaking time or statements: a row for each delegation, a block for each seat, a hatched 0 for a silent seat. No mark is computed from
// these counts.

import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { VisuallyHidden } from '../page/visually-hidden'
import { delegationColours } from '../words/delegation-colours'
import type { Delegation } from '../words/delegations'
import { clockText } from '../words/signed'
import { Placard } from './placard'
import styles from './talk-balance.module.css'

type TalkRow = {
  delegation: Delegation
  seats: readonly { id: string; label: string; seconds: number }[]
}

type TalkBalanceProps = {
  rows: readonly TalkRow[]
  /** One bar a delegation with its total, for a narrow column. */
  compact?: boolean
  /** The sentence beneath that this is no mark; false only where the screen already says so. */
  help?: boolean
  /** Formats an amount; a plain number where statements are counted instead of time. */
  write?: (amount: number) => string
}

const total = (row: TalkRow) => row.seats.reduce((sum, seat) => sum + seat.seconds, 0)

export function TalkBalance({ rows, compact, help = true, write = clockText }: TalkBalanceProps) {
  const t = useTranslations('ui')
  const most = Math.max(1, ...rows.map(total))
  return (
    <div>
      <ul className={styles.rows} data-compact={compact || undefined}>
        {rows.map((row) => (
          <li key={row.delegation.id} className={delegationColours(row.delegation)}>
            <Placard delegation={row.delegation} size={compact ? 'sm' : 'xs'} />
            {compact ? (
              <span className={styles.bar} aria-hidden="true">
                <span style={{ '--part': `${(total(row) / most) * 100}%` } as CSSProperties} />
              </span>
            ) : (
              <Blocks row={row} write={write} />
            )}
            <span className={styles.total}>{write(total(row))}</span>
          </li>
        ))}
      </ul>
      {help ? <p className={`hint ${styles.help}`}>{t('talk.help')}</p> : null}
    </div>
  )
}

function Blocks({ row, write }: { row: TalkRow; write: (amount: number) => string }) {
  const t = useTranslations('ui')
  const seats = [...row.seats].sort((a, b) => b.seconds - a.seconds)
  return (
    <ul className={styles.blocks}>
      {seats.map((seat) =>
        seat.seconds > 0 ? (
          <li
            key={seat.id}
            className={styles.block}
            style={{ '--seconds': seat.seconds } as CSSProperties}
            title={t('talk.block', { label: seat.label, time: write(seat.seconds) })}
          >
            <span>{seat.label}</span>
          </li>
        ) : (
          <li key={seat.id} className={styles.silent} title={t('talk.silent', { label: seat.label })}>
            <span aria-hidden="true">0</span>
            <VisuallyHidden>{t('talk.silent', { label: seat.label })}</VisuallyHidden>
          </li>
        ),
      )}
    </ul>
  )
}
