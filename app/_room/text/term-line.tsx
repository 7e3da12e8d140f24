'use client'
// One line that explains a word of the text where it first appears. It goes for good once it is closed, or once the reader has done what it
// explains.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './term-line.module.css'

const term = z.enum(['stand', 'clean', 'ratify'])
type Term = z.infer<typeof term>
const terms = z.array(term)
const NONE: Term[] = []

/** The words that this person knows, and how one is noted. */
export function useTerms(at: SeatView): { known: readonly Term[]; know: (one: Term) => void } {
  const [known, keep] = useLocalStorage(at, 'terms', terms, NONE)
  return { known, know: (one) => keep([...new Set([...known, one])]) }
}

export function TermLine({ at, of }: { at: SeatView; of: Term }) {
  const t = useTranslations('room.text.terms')
  const { known, know } = useTerms(at)
  if (known.includes(of)) return null
  const capital = delegationIn(at.state.plan, at.delegation)?.capital ?? ''
  return (
    <p className={`line ${styles.term}`}>
      <span>{t.rich(of, { capital, b: (words) => <b>{words}</b> })}</span>
      <Button kind="quiet" size="dense" icon="close" aria-label={t('close')} onClick={() => know(of)} />
    </p>
  )
}
