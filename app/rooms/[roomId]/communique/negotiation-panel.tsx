'use client'
// The joint text while it is negotiated: its clauses and their open brackets.
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Docked } from '#room/dock-slot'
import { ScrollRegion } from '#room/scroll-region'
import type { SeatView } from '#room/seat-view.ts'
import { clauseThatWaits } from '#simulation/questions/communique'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { BracketCount } from './bracket-count'
import { ClauseArticle } from './clause-article'
import styles from './negotiation-panel.module.css'

type NegotiationPlaceProps = {
  at: SeatView
  phone: boolean
  /** The side panel, where there is room for it. */
  papers: ReactNode
}

export function NegotiationPanel({ at, phone, papers }: NegotiationPlaceProps) {
  const t = useTranslations('room.text')
  const { state } = at
  const { communique } = state.plan
  const frame = useRef<HTMLElement>(null)
  const toClause = (key: string) => {
    const article = frame.current?.querySelector<HTMLElement>(`#clause-${CSS.escape(key)}`)
    article?.scrollIntoView({ block: 'start' })
    article?.focus({ preventScroll: true })
  }
  const waits = clauseThatWaits(state, at.delegation)
  const toNext = waits ? (
    <Button kind="primary" onClick={() => toClause(waits.key)}>
      {t('nextOpen', { number: communique.clauses.indexOf(waits) + 1 })}
    </Button>
  ) : undefined
  return (
    <div className={styles.place}>
      <BracketCount state={state} onClause={toClause} action={phone ? undefined : toNext} />
      {phone && at.acts && toNext ? <Docked>{toNext}</Docked> : null}
      <div className={styles.columns}>
        <ScrollRegion ref={frame} className={styles.scroll} label={t('draft')}>
          <Band unseenOnPhone title={t('draftTitle')} detail={t('clauses', { count: communique.clauses.length })} />
          <header className={styles.head}>
            <h2>{communique.title}</h2>
            <p>{communique.preamble}</p>
            {at.delegation === null || at.acts ? null : <p className={styles.members}>{t('headSettles')}</p>}
          </header>
          {communique.clauses.map((plan, place) => {
            const clause = state.clauses[plan.key]
            return clause ? (
              <ClauseArticle key={plan.key} at={at} plan={plan} clause={clause} number={place + 1} />
            ) : null
          })}
          {phone ? <p className={styles.ends}>{t('whenTimeEnds')}</p> : null}
        </ScrollRegion>
        {papers}
      </div>
    </div>
  )
}
