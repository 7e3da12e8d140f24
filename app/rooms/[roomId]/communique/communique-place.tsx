'use client'
// The joint text through its three stands: under negotiation, put to the vote, issued.
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { opensNow } from '#simulation/kernel/room-state'
import { agreedText } from '#simulation/reading/joint-text'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import type { AtTable } from '../../../_room/at-table'
import { ScrollRegion } from '../../../_room/scroll-region'
import type { Unread } from '../../../_room/use-unread'
import { BallotPanel } from '../ballot/ballot-panel'
import { ResultPanel } from '../ballot/result-panel'
import type { FloorHere } from '../floor/use-floor'
import { TextPapers } from '../shell/text-papers'
import { BracketCount } from './bracket-count'
import { ClauseArticle } from './clause-article'
import styles from './communique-place.module.css'

type CommuniquePlaceProps = { at: AtTable; floor: FloorHere; unread: Unread; phone: boolean }

export function CommuniquePlace(props: CommuniquePlaceProps) {
  const { state } = props.at
  if (state.issued) return <ResultPanel at={props.at} />
  if (opensNow(state, 'votes')) return <BallotPanel at={props.at} />
  return <Negotiation {...props} />
}

function Negotiation({ at, floor, unread, phone }: CommuniquePlaceProps) {
  const t = useTranslations('room.text')
  const { state } = at
  const { communique } = state.plan
  const frame = useRef<HTMLElement>(null)
  const toClause = (key: string) => {
    const article = frame.current?.querySelector<HTMLElement>(`#clause-${CSS.escape(key)}`)
    article?.scrollIntoView({ block: 'start' })
    article?.focus({ preventScroll: true })
  }
  const waits = communique.clauses.find(({ key }) => {
    const clause = state.clauses[key]
    return clause && agreedText(clause) === null
  })
  return (
    <div className={styles.place}>
      <BracketCount
        state={state}
        onClause={toClause}
        action={
          waits ? (
            <Button kind="primary" onClick={() => toClause(waits.key)}>
              {t('nextOpen', { number: communique.clauses.indexOf(waits) + 1 })}
            </Button>
          ) : undefined
        }
      />
      <div className={styles.columns}>
        <ScrollRegion ref={frame} className={styles.scroll} label={t('draft')}>
          <Band title={t('draftTitle')} detail={t('clauses', { count: communique.clauses.length })} />
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
        {phone ? null : <TextPapers at={at} floor={floor} unread={unread} />}
      </div>
    </div>
  )
}
