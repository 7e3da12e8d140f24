// One entry of the verbatim record, set as in print: number and time in the left margin, the placard, the office in bold with a full
// stop, the words running on, speaker and intent beneath, anchors in the right margin.

import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { ErrorText } from '../controls/error-text'
import { delegationColours } from '../words/delegation-colours'
import type { Delegation } from '../words/delegations'
import { SealStrip } from '../words/seal'
import { Placard } from './placard'
import styles from './record-entry.module.css'

type RecordVariant = 'statement' | 'procedure' | 'news' | 'withdrawal' | 'live' | 'sending' | 'refused' | 'caucus'

type RecordEntryProps = {
  variant?: RecordVariant
  /** The server's number; none while an entry is being sent. */
  number?: number | string | undefined
  /** The link of the number; by default the entry's own anchor on the page. */
  href?: string | undefined
  time?: string | undefined
  delegation?: Delegation | undefined
  /** "The Finance Minister": the full stop is added here. */
  office?: string | undefined
  /** A small line before the words, such as who wrote them. */
  above?: ReactNode
  /** The words. A plain string keeps its line breaks. */
  children: ReactNode
  /** Beneath the words: speaker, intent, seconds, the entry it answers. Joined by middle dots. */
  meta?: readonly ReactNode[]
  /** What can be opened beneath that line, on a line of its own. */
  opens?: ReactNode
  /** The anchors, in the right margin. */
  anchors?: ReactNode
  /** For a refused entry: the reason, and that the words are kept. */
  reason?: ReactNode
  actions?: ReactNode
  /** Of news: in which form, and who sent it. */
  from?: string | undefined
  selected?: boolean
  density?: 'room' | 'desk'
  /** On the desk: controls before the number and after the words. */
  lead?: ReactNode
  aside?: ReactNode
}

/** The id of an entry's words alone, without its number and office. */
export const wordsOf = (number: number | string): string => `e${number}-words`

export function RecordEntry(props: RecordEntryProps) {
  const { variant = 'statement', number, delegation, density = 'room', selected, anchors, lead, aside } = props
  return (
    <div
      className={`${styles.entry} ${delegationColours(delegation)}`}
      id={number === undefined ? undefined : `e${number}`}
      data-variant={variant}
      data-density={density}
      data-selected={selected || undefined}
    >
      <div className={styles.grid}>
        <div className={`faint ${styles.margin}`}>
          {lead}
          <Margin {...props} />
        </div>
        <div className={styles.body}>
          {variant === 'news' ? <News {...props} /> : <Words {...props} />}
          <Beneath {...props} />
        </div>
        <div className={`faint ${styles.anchors}`}>
          {anchors}
          {aside}
        </div>
      </div>
    </div>
  )
}

function Margin({ variant, number, href, time, density }: RecordEntryProps) {
  const t = useTranslations('ui')
  const instead = variant === 'sending' ? t('record.sending') : variant === 'refused' ? t('record.notSent') : undefined
  return (
    <>
      {instead === undefined ? null : <small>{instead}</small>}
      {number === undefined || instead !== undefined ? null : (
        <a href={href ?? `#e${number}`} aria-label={t('record.permalink', { number })}>
          {number}
        </a>
      )}
      {instead === undefined && density !== 'desk' ? (
        <small>{variant === 'live' ? t('record.now') : time}</small>
      ) : null}
    </>
  )
}

function News({ number, children, from }: RecordEntryProps) {
  return (
    <div className={styles.news}>
      <small>{from}</small>
      <p id={number === undefined ? undefined : wordsOf(number)}>{children}</p>
    </div>
  )
}

function Words({ variant, number, delegation, office, above, children }: RecordEntryProps) {
  const sealed = variant === 'caucus'
  const plated = delegation && variant !== 'procedure' && !sealed
  return (
    <>
      {sealed ? <SealStrip /> : null}
      {above}
      <p className={styles.words} data-sealed={sealed || undefined}>
        {plated ? (
          <span className={styles.plate}>
            <Placard delegation={delegation} size="xs" />
          </span>
        ) : null}
        {office ? <b className={styles.office}>{office}. </b> : null}
        <span id={number === undefined ? undefined : wordsOf(number)}>{children}</span>
      </p>
    </>
  )
}

function Beneath({ meta = [], opens, reason, actions }: RecordEntryProps) {
  const said = meta.filter((part) => part !== null && part !== undefined && part !== false && part !== '')
  if (said.length === 0 && !opens && !reason && !actions) return null
  return (
    <div className={`faint ${styles.meta}`}>
      {said.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line have no other identity
        <Fragment key={place}>
          {place > 0 ? ' · ' : null}
          {part}
        </Fragment>
      ))}
      {opens}
      {reason ? (
        <>
          {said.length > 0 ? ' · ' : null}
          <ErrorText>{reason}</ErrorText>
        </>
      ) : null}
      {actions ? <div className={`unprinted ${styles.actions}`}>{actions}</div> : null}
    </div>
  )
}

/** The list around entries. A virtualised list has its own element and puts RecordEntry in its rows. */
export function RecordList({ label, children }: { label?: string; children: ReactNode }) {
  const t = useTranslations('ui')
  return (
    <ol className={styles.list} aria-label={label ?? t('record.list')}>
      {children}
    </ol>
  )
}
