'use client'
// The joint text while it is negotiated: all clauses one beneath the other, or on a phone one at a time.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ClosingChoice } from '#room/closing-choice'
import { HomeFold } from '#room/home-cards'
import { bringIntoSight, bringTo } from '#room/hooks/bring-to.ts'
import { hasOwnForm } from '#room/hooks/form-focus.ts'
import { useLeading, useLedTo } from '#room/hooks/led.ts'
import { useShownClause } from '#room/hooks/show-clause.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { BringIn } from '#room/text/bring-in'
import { clausesLeft, clauseThatWaits, clauseToInitial, openClauses } from '#simulation/questions/text'
import { bracketsIn } from '#simulation/reading/brackets'
import { clauseState } from '#simulation/reading/text-now'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { ScrollRegion } from '#ui/scroll-region'
import { ClauseArticle } from './clause-article'
import styles from './negotiation-panel.module.css'
import { OffersPanel } from './offers-panel'
import { SinceList } from './since-list'

type NegotiationPlaceProps = {
  at: SeatView
  phone: boolean
  /** The side panel, where there is room for it. */
  papers: ReactNode
  /** The clause whose form is opened because its words were begun elsewhere; null once it is. */
  begun?: string | null
  onBegun?: (clause: null) => void
}

export function NegotiationPanel({ at, phone, papers, begun = null, onBegun }: NegotiationPlaceProps) {
  const t = useTranslations('room.text')
  const { state, delegation } = at
  const { clauses } = state
  const { title, preamble } = state.plan.communique
  const frame = useRef<HTMLElement>(null)
  const bring = useRequest(at.view)
  // A form with unsent words stays, also when its phase is over.
  const writes = opensNow(state, 'text') || hasOwnForm('text')
  const left = clausesLeft(state, delegation)
  const waits = clauseThatWaits(state, delegation)
  const initial = at.acts && delegation !== null ? clauseToInitial(state, delegation) : null
  const next = waits ?? initial
  // Which clause a phone shows is the reader's to choose; nothing that others do moves them on.
  const [shown, show] = useState(begun ?? next?.key ?? clauses[0]?.key ?? '')
  const place = Math.max(
    0,
    clauses.findIndex(({ key }) => key === shown),
  )
  const toClause = (key: string, toAct = false) => {
    show(key)
    requestAnimationFrame(() => {
      const article = frame.current?.querySelector<HTMLElement>(`#clause-${CSS.escape(key)}`)
      if (article) bringTo(article)
      // A phone has what can be done in its dock.
      const acts = toAct && !phone ? article?.querySelector('[data-acts]') : null
      if (acts) bringIntoSight(acts)
      focusedIn(article)?.focus({ preventScroll: true })
    })
  }
  const arrived = useRef((_clause: string) => {})
  arrived.current = (clause) => {
    toClause(clause)
    onBegun?.(null)
  }
  useEffect(() => {
    if (begun !== null) arrived.current(begun)
  }, [begun])
  useShownClause(toClause)
  const { arrived: led } = useLeading()
  useLedTo('communique', () => {
    toClause(next?.key ?? clauses[place]?.key ?? '', true)
    led()
  })
  const toNext = next ? (
    <Button kind="primary" onClick={() => toClause(next.key)}>
      {t(waits ? 'nextOpen' : 'nextInitial', { number: clauses.indexOf(next) + 1 })}
    </Button>
  ) : undefined
  const isThere = phone && next?.key === clauses[place]?.key
  const articles = phone ? clauses.slice(place, place + 1) : clauses
  return (
    <div className="column">
      <BracketCount state={state} onClause={toClause} action={phone ? undefined : toNext} />
      <div className={styles.columns}>
        <ScrollRegion ref={frame} className={styles.scroll} label={t('draft')}>
          <Band unseenOnPhone title={t('draftTitle')} detail={t('clauses', { count: clauses.length })} />
          {phone ? (
            <>
              <Pager place={place} of={clauses.length} onPlace={(to) => show(clauses[to]?.key ?? shown)} />
              {toNext && !isThere ? toNext : null}
            </>
          ) : (
            <header className={styles.head}>
              <h2>{title}</h2>
              <p>{preamble}</p>
            </header>
          )}
          <ClosingChoice at={at} />
          {state.plan.kind === 'homework' ? <SinceList at={at} onClause={toClause} /> : null}
          {delegation === null ? null : <HomeFold state={state} own={delegation} />}
          {delegation !== null && writes ? <OffersPanel key={delegation} at={at} own={delegation} /> : null}
          {articles.map((clause) => (
            <ClauseArticle
              key={clause.key}
              at={at}
              clause={clause}
              number={clauses.indexOf(clause) + 1}
              begun={clause.key === begun}
            />
          ))}
          {at.acts && writes ? (
            <BringIn ask={bring.ask} refused={bring.refused} owner={at} left={left}>
              {t('bringOffer', { left })}
            </BringIn>
          ) : null}
          {phone ? <p className={styles.ends}>{t('whenTimeEnds')}</p> : null}
        </ScrollRegion>
        {papers}
      </div>
    </div>
  )
}

/** A form that stands open in a clause is what one comes for. */
const focusedIn = (article: HTMLElement | null | undefined): HTMLElement | null =>
  article?.querySelector<HTMLElement>('form textarea') ?? article ?? null

function Pager({ place, of, onPlace }: { place: number; of: number; onPlace: (place: number) => void }) {
  const t = useTranslations('room.text')
  return (
    <div className={`line ${styles.pager}`}>
      <h2>{t('position', { number: place + 1, of })}</h2>
      <Button
        aria-label={t('before')}
        icon="left"
        idle={place === 0 ? t('first') : null}
        onClick={() => onPlace(place - 1)}
      />
      <Button
        aria-label={t('after')}
        icon="right"
        idle={place + 1 >= of ? t('last') : null}
        onClick={() => onPlace(place + 1)}
      />
    </div>
  )
}

type BracketCountProps = { state: RoomState; onClause: (key: string) => void; action?: ReactNode }

/** The number of clauses with an open bracket, with a link to each clause and its state, and the next action. */
function BracketCount({ state, onClause, action }: BracketCountProps) {
  const t = useTranslations('room.text')
  const { clauses, plan } = state
  const open = openClauses(state).length
  return (
    <section className={styles.count} aria-label={t('brackets')}>
      <span className={styles.number} aria-hidden="true">
        <span>{open}</span>
      </span>
      <div>
        <p className={styles.finding} role="status">
          {t('open', { open, clean: clauses.length - open })}
        </p>
        <ol className={`acts ${styles.clauses}`}>
          {clauses.map((clause, place) => (
            <li key={clause.key}>
              <a
                href={`#clause-${clause.key}`}
                onClick={(event) => {
                  event.preventDefault()
                  onClause(clause.key)
                }}
              >
                <b>{place + 1}</b> {t(`state.${clauseState(plan, clause)}`, { count: bracketsIn(plan, clause) })}
              </a>
            </li>
          ))}
        </ol>
      </div>
      {action ? <div>{action}</div> : null}
    </section>
  )
}
