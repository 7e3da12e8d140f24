'use client'
// Beneath what a reader has just said where understudies answer: which of the likeliest claims they meant (rule U20). One tap, or none: it
// takes no focus, stands in the way of nothing, and is gone once it is answered.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { ClaimOffer } from '#simulation/questions/hearing'
import type { OfferedClaim } from '#simulation/shapes/hearing'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import { useRequest } from '../hooks/use-request'
import type { SeatView } from '../link/seat-view'
import { RefusalText } from './refusal-text'
import styles from './which-said.module.css'

export function WhichSaid({ at, offer: { entry, claims } }: { at: SeatView; offer: ClaimOffer }) {
  const t = useTranslations('room.whichSaid')
  const title = useId()
  const { ask, refused, busy } = useRequest(at.view)
  const name = (claim: string | null) => {
    if (!busy) void ask({ type: 'nameClaim', entry, claim })
  }
  const wordsOf = ({ text, mistaken }: OfferedClaim) => (mistaken ? t('mistaken', { claim: text }) : text)
  return (
    <fieldset className={`unprinted ${styles.box}`} aria-labelledby={title}>
      <p className={styles.head} id={title}>
        <b>{t('title')}</b> <span className="hint">{t('why')}</span>
      </p>
      <ul className={styles.claims}>
        {claims.map((claim) => (
          <li key={claim.key}>
            <button type="button" className={styles.claim} onClick={() => name(claim.key)}>
              <UnbrokenWords>{wordsOf(claim)}</UnbrokenWords>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={styles.none} onClick={() => name(null)}>
            {t('none')}
          </button>
        </li>
      </ul>
      <RefusalText>{refused}</RefusalText>
    </fieldset>
  )
}
