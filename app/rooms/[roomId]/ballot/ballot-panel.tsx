'use client'
// The vote, clause by clause: three stands of which only one's own can be read. The acting head casts; the others advise.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import type { ClausePlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import type { ClauseState } from '#simulation/kernel/room-state'
import { agreedText, clauseText, standingTexts } from '#simulation/topics/communique/communique'
import { Band } from '#ui/band'
import { Icon } from '#ui/icon'
import { Placard } from '#ui/placard'
import { Seal } from '#ui/seal'
import { Segmented } from '#ui/segmented'
import { VisuallyHidden } from '#ui/visually-hidden'
import { Bracket, BracketRow, Reason } from '../../../_record/bracket'
import type { AtTable } from '../../../_room/at-table'
import { TABLE_ORDER } from '../../../_ui/table-order'
import { Advising, Casting } from './ballot-form'
import styles from './ballot-panel.module.css'

export function BallotPanel({ at }: { at: AtTable }) {
  const t = useTranslations('room.ballot')
  const { state, delegation } = at
  const { clauses } = state.plan.communique
  const isCast = (key: string) => delegation !== null && state.clauses[key]?.ballots[delegation] !== undefined
  const [chosen, choose] = useState<string | null>(null)
  const key = chosen ?? clauses.find((plan) => !isCast(plan.key))?.key ?? clauses[0]?.key
  const plan = clauses.find((each) => each.key === key)
  const clause = key === undefined ? undefined : state.clauses[key]
  if (!plan || !clause) return null
  const toNext = () => {
    const next = clauses.find((each) => each.key !== key && !isCast(each.key))
    if (next) choose(next.key)
  }
  return (
    <div className={styles.place}>
      <div className={styles.clauses}>
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
      </div>
      <h2 className={styles.title}>{plan.heading}</h2>
      <Band title={t('put')} detail={t('wordsRest')} />
      <Words plan={plan} clause={clause} />
      <div className={styles.stands}>
        {TABLE_ORDER.map((each) => (
          <Stand key={`${plan.key}/${each}`} at={at} plan={plan} clause={clause} of={each} onCast={toNext} />
        ))}
      </div>
    </div>
  )
}

function Words({ plan, clause }: { plan: ClausePlan; clause: ClauseState }) {
  const t = useTranslations('room.text')
  if (agreedText(clause)) return <p className={styles.words}>{clauseText(plan, clause)}</p>
  const standing = standingTexts(clause)
  return (
    <div className={styles.words}>
      <p>{plan.base.split('[…]')[0]?.trim()}</p>
      <Bracket label={t('bracket', { count: standing.length })}>
        {standing.map(({ text, delegations }) => (
          <BracketRow key={text} delegations={delegations}>
            {plan.brackets[text]}
          </BracketRow>
        ))}
      </Bracket>
      {standing.map(({ text, delegations, reasons }) =>
        reasons.length === 0 ? null : (
          <Reason key={text} by={delegations} label={t('reasonBeside')}>
            {reasons.join(' ')}
          </Reason>
        ),
      )}
    </div>
  )
}

type StandProps = { at: AtTable; plan: ClausePlan; clause: ClauseState; of: DelegationId; onCast: () => void }

function Stand({ at, plan, clause, of, onCast }: StandProps) {
  const t = useTranslations('room.ballot')
  const common = useTranslations('common.delegations')
  const ballot = clause.ballots[of]
  const own = of === at.delegation
  const country = common(`${of}.name`)
  const capital = common(`${of}.capital`)
  return (
    <section className={styles.stand} data-own={own || undefined} aria-label={country}>
      <div className={styles.head}>
        <Placard delegation={of} size="lg" square silent />
        <h3>{own && at.acts ? t('castByYou', { country }) : country}</h3>
      </div>
      {own && at.acts ? (
        <Casting at={at} plan={plan} clause={clause} capital={capital} onCast={onCast} />
      ) : own ? (
        <Advising at={at} plan={plan} clause={clause} capital={capital} />
      ) : ballot ? (
        <Seal>
          <b>{t('sealed', { time: timeOfDay(ballot.sealedAt) })}</b>
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
