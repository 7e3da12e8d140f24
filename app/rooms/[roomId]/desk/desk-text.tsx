'use client'
// The communiqué at the desk while it is written or voted on, in either layout: each clause whole, with the texts that stand in its
// brackets and whose they are, and while it is voted on who has cast a ballot. In other phases there is nothing here.
import { useTranslations } from 'next-intl'
import { agreedText, bracketTexts, clauseText, openBrackets } from '#simulation/questions/communique'
import { ballotsCast } from '#simulation/reading/issued-text'
import { clauseIn, opensNow, type RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/band'
import { delegationsIn } from '#ui/delegations.ts'
import { Placard } from '#ui/placard'
import styles from './desk-text.module.css'

/** Whether the phase that runs is about the joint text: it is written, or voted on. */
export const isAboutText = (state: RoomState): boolean => opensNow(state, 'text') || opensNow(state, 'votes')

export function DeskText({ state }: { state: RoomState }) {
  const t = useTranslations('desk.text')
  const delegations = delegationsIn(state.plan)
  if (!isAboutText(state)) return null
  const voting = opensNow(state, 'votes')
  return (
    <section className={styles.text} aria-label={t('title')}>
      <Band
        dense
        level={2}
        title={t('title')}
        right={voting ? t('cast', ballotsCast(state)) : t('open', { count: openBrackets(state) })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ol className={styles.clauses} tabIndex={0} aria-label={t('clauses')}>
        {state.plan.communique.clauses.map((plan) => {
          const clause = clauseIn(state, plan.key)
          if (!clause) return null
          return (
            <li key={plan.key}>
              <h3>{plan.heading}</h3>
              <p>{clauseText(plan, clause)}</p>
              {voting ? (
                <p className={styles.cast}>
                  {t('voted', { count: Object.keys(clause.ballots).length })}
                  {delegations
                    .filter(({ id }) => clause.ballots[id])
                    .map((delegation) => (
                      <Placard key={delegation.id} delegation={delegation} size="xs" />
                    ))}
                </p>
              ) : null}
              {agreedText(clause) === null ? (
                <ul className={styles.bracket}>
                  {bracketTexts(state.plan, clause).map((one) => (
                    <li key={one.text}>
                      <span className={styles.whose}>
                        {delegations
                          .filter(({ id }) => one.delegations.includes(id))
                          .map((delegation) => (
                            <Placard key={delegation.id} delegation={delegation} size="xs" />
                          ))}
                      </span>
                      <p>{plan.brackets[one.text]}</p>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
