'use client'
// The vote, clause by clause: each delegation's ballot, of which only the reader's own is open. The acting head casts it; the other seats
// advise.
import { useTranslations } from 'next-intl'
import { type CSSProperties, useState } from 'react'
import { Bracket, BracketRow, Reason } from '#record/bracket'
import { useSaidAt } from '#record/use-said-at.ts'
import { hasOwnForm } from '#room/at-work.ts'
import { OWN_VOTE } from '#room/own-vote.ts'
import type { SeatView } from '#room/seat-view.ts'
import type { ClausePlan } from '#simulation/agenda/plan'
import { agreedText, bracketTexts, clauseText } from '#simulation/questions/communique'
import type { ClauseState } from '#simulation/shapes/ballots/slice'
import { Band } from '#ui/band'
import { columnsFor, type Delegation, delegationsIn } from '#ui/delegations.ts'
import { Icon } from '#ui/icon'
import { Placard } from '#ui/placard'
import { Seal } from '#ui/seal'
import { Segmented } from '#ui/segmented'
import { VisuallyHidden } from '#ui/visually-hidden'
import { Advising, Casting } from './ballot-form'
import styles from './ballot-panel.module.css'

export function BallotPanel({ at }: { at: SeatView }) {
  const t = useTranslations('room.ballot')
  const { state, delegation } = at
  const { clauses } = state.plan.communique
  const isCast = (key: string) => delegation !== null && state.clauses[key]?.ballots[delegation] !== undefined
  const [chosen, choose] = useState<string | null>(null)
  const key = chosen ?? clauses.find((plan) => !isCast(plan.key))?.key ?? clauses[0]?.key
  const plan = clauses.find((each) => each.key === key)
  const clause = key === undefined ? undefined : state.clauses[key]
  if (!plan || !clause) return null
  const delegations = delegationsIn(state.plan)
  const toNext = () => {
    const next = clauses.find((each) => each.key !== key && !isCast(each.key))
    if (next) choose(next.key)
  }
  const others = delegations.filter(({ id }) => id !== delegation)
  const stand = (each: Delegation) => (
    <Stand key={`${plan.key}/${each.id}`} at={at} plan={plan} clause={clause} of={each} onCast={toNext} />
  )
  return (
    <div className={styles.place}>
      <div className={styles.clause}>
        <Segmented
          label={t('clauses')}
          value={plan.key}
          onValueChange={choose}
          options={clauses.map((each, place) => ({
            value: each.key,
            label: (
              <>
                {place + 1}
                {isCast(each.key) ? <Icon name="check" /> : null}
                <VisuallyHidden>{t(isCast(each.key) ? 'stepCast' : 'step', { heading: each.heading })}</VisuallyHidden>
              </>
            ),
          }))}
        />
        <h2 className={styles.title}>{plan.heading}</h2>
      </div>
      <Band title={t('put')} detail={t('wordsRest')} />
      <div className={styles.vote}>
        <ClauseText delegations={delegations} plan={plan} clause={clause} />
        {delegations.filter(({ id }) => id === delegation).map(stand)}
      </div>
      <div className={styles.stands} style={{ '--columns': columnsFor(others.length) } as CSSProperties}>
        {others.map(stand)}
      </div>
    </div>
  )
}

type WordsProps = { delegations: readonly Delegation[]; plan: ClausePlan; clause: ClauseState }

function ClauseText({ delegations: all, plan, clause }: WordsProps) {
  const t = useTranslations('room.text')
  if (agreedText(clause)) return <p className={styles.words}>{clauseText(plan, clause)}</p>
  const standing = bracketTexts({ delegations: all }, clause)
  return (
    <div className={styles.words}>
      <p>{plan.base.split('[…]')[0]?.trim()}</p>
      <Bracket label={t('bracket', { count: standing.length })}>
        {standing.map(({ text, delegations }) => (
          <BracketRow key={text} delegations={all.filter(({ id }) => delegations.includes(id))}>
            {plan.brackets[text]}
          </BracketRow>
        ))}
      </Bracket>
      {standing.flatMap(({ text, reasons }) =>
        reasons.map(({ by, words }) => (
          <Reason key={`${text}/${by}`} by={all.filter(({ id }) => by.includes(id))} label={t('reasonBeside')}>
            {words}
          </Reason>
        )),
      )}
    </div>
  )
}

type StandProps = { at: SeatView; plan: ClausePlan; clause: ClauseState; of: Delegation; onCast: () => void }

function Stand({ at, plan, clause, of, onCast }: StandProps) {
  const t = useTranslations('room.ballot')
  const said = useSaidAt(at.state)
  const ballot = clause.ballots[of.id]
  const own = of.id === at.delegation
  const { name: country, capital } = of
  return (
    <section {...(own ? { id: OWN_VOTE } : {})} className={styles.stand} aria-label={country}>
      <div className={styles.head}>
        <Placard delegation={of} size="lg" square silent />
        <h3>{own && at.acts ? t('castByYou', { country }) : country}</h3>
      </div>
      {/* Whoever writes a reason keeps its field, even while the head comes back. */}
      {own && (at.acts || hasOwnForm('text')) ? (
        <Casting at={at} plan={plan} clause={clause} capital={capital} onCast={onCast} />
      ) : own ? (
        <Advising at={at} plan={plan} clause={clause} capital={capital} />
      ) : ballot ? (
        <Seal>
          <b>{t('sealed', { time: said(ballot.sealedAt) })}</b>
          <span className={styles.hint}>{t('opens')}</span>
        </Seal>
      ) : (
        <div className={styles.waits}>
          <p>{t('notYet')}</p>
          <p className={styles.hint}>{t('noBallot')}</p>
        </div>
      )}
    </section>
  )
}
