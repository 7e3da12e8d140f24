'use client'
// The joint text while it is negotiated: one clause is the page, the others are a press away, and what else can be done stands beneath it.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { capitalOf } from '#record/names-in-plan.ts'
import { bringIntoSight, bringTo } from '#room/hooks/bring-to.ts'
import { hasOwnForm } from '#room/hooks/form-focus.ts'
import { useLeading, useLedTo } from '#room/hooks/led.ts'
import { useShownClause } from '#room/hooks/show-clause.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { ClosingChoice } from '#room/table/closing-choice'
import { HomeFold } from '#room/table/home-cards'
import { BringIn } from '#room/text/bring-in'
import { offersTo } from '#simulation/questions/offers'
import { clausesLeft, clauseThatWaits, clauseToInitial, isClean, openClauses } from '#simulation/questions/text'
import { bracketsIn } from '#simulation/reading/text/brackets'
import { clauseState } from '#simulation/reading/text/text-now'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { hasOpenSheet } from '#ui/over/opened-sheet.ts'
import { ScrollRegion } from '#ui/page/scroll-region'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { ClauseArticle } from './clause-article'
import styles from './negotiation-panel.module.css'
import { OffersPanel, type OpenOffer } from './offers-panel'
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
  const frame = useRef<HTMLElement>(null)
  const bring = useRequest(at.view)
  // A form with unsent words stays, also when its phase is over.
  const writes = opensNow(state, 'text') || hasOwnForm('text')
  const left = clausesLeft(state, delegation)
  const waits = clauseThatWaits(state, delegation)
  const initial = at.acts && delegation !== null ? clauseToInitial(state, delegation) : null
  const next = waits ?? initial
  // Which clause is shown is the reader's to choose; nothing that others do moves them on.
  const [shown, show] = useState(begun ?? next?.key ?? clauses[0]?.key ?? '')
  const clause = clauses.find(({ key }) => key === shown) ?? clauses[0]
  const [opened, open] = useState<OpenOffer>(null)
  const [offer] = at.acts && writes && delegation !== null ? offersTo(state, delegation) : []
  const toClause = (key: string, toAct = false) => {
    show(key)
    requestAnimationFrame(() => {
      const article = frame.current?.querySelector<HTMLElement>(`#clause-${CSS.escape(key)}`)
      if (article) bringTo(article)
      // A phone has what can be done in its dock.
      const acts = toAct && !phone ? article?.querySelector('[data-acts]') : null
      if (acts) bringIntoSight(acts)
      // Whoever writes in a sheet keeps the focus there.
      if (!hasOpenSheet()) article?.focus({ preventScroll: true })
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
    toClause(next?.key ?? clause?.key ?? '', true)
    led()
  })
  const answer = offer
    ? {
        label: t('offers.answer', { capital: capitalOf(state.plan, offer.from) }),
        act: () => open({ kind: 'answer', offer }),
      }
    : null
  const onward =
    next && next !== clause
      ? { label: t('nextOpen', { number: clauses.indexOf(next) + 1 }), act: () => toClause(next.key) }
      : null
  return (
    <div className="column">
      <ClauseSteps state={state} shown={clause?.key ?? ''} onClause={toClause} />
      <div className={styles.columns}>
        <ScrollRegion ref={frame} className={styles.scroll} label={t('draft')}>
          <ClosingChoice at={at} />
          {state.plan.kind === 'homework' ? <SinceList at={at} onClause={toClause} /> : null}
          {clause ? (
            <ClauseArticle
              key={clause.key}
              {...{ at, clause, answer, onward }}
              number={clauses.indexOf(clause) + 1}
              begun={clause.key === begun}
            />
          ) : null}
          {delegation === null ? null : <HomeFold state={state} own={delegation} />}
          {delegation !== null && (writes || opened !== null) ? (
            <OffersPanel
              key={delegation}
              at={at}
              own={delegation}
              shown={clause?.key ?? ''}
              opened={opened}
              open={open}
            />
          ) : null}
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

type ClauseStepsProps = { state: RoomState; shown: string; onClause: (key: string) => void }

/** How many clauses have an open bracket, and each clause as a press; of those that are open the number stands in brackets. */
function ClauseSteps({ state, shown, onClause }: ClauseStepsProps) {
  const t = useTranslations('room.text')
  const { clauses, plan } = state
  return (
    <nav className={`line ${styles.steps}`} aria-label={t('brackets')}>
      <p role="status">{t('open', { open: openClauses(state).length })}</p>
      <ol className={styles.clauses}>
        {clauses.map((clause, place) => (
          <li key={clause.key}>
            <a
              href={`#clause-${clause.key}`}
              aria-current={clause.key === shown ? 'true' : undefined}
              data-open={isClean(clause) ? undefined : ''}
              onClick={(event) => {
                event.preventDefault()
                onClause(clause.key)
              }}
            >
              <b>{place + 1}</b> <span className={`cut ${styles.heading}`}>{clause.heading}</span>
              <VisuallyHidden>
                {t(`state.${clauseState(plan, clause)}`, { count: bracketsIn(plan, clause) })}
              </VisuallyHidden>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
