'use client'
// The scene of the joint text: open brackets during negotiation, who has voted during the ballot, the text once issued. Until the ballots
// open, the stage is sent only whether each is cast.
import { useTranslations } from 'next-intl'
import { agreedText, bracketTexts, openBrackets } from '#simulation/questions/communique'
import { ballotsCast } from '#simulation/reading/issued-text'
import { clauseIn } from '#simulation/state/room-state'
import { type Delegation, delegationsIn } from '#ui/delegations.ts'
import { Shape } from '#ui/shape'
import { FloorTable } from './floor-table'
import type { StageContext } from './stage-context'
import { Plate, Question } from './stage-parts'
import styles from './text-scene.module.css'

export function TextScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.text')
  const { state } = on
  const delegations = delegationsIn(state.plan)
  const open = openBrackets(state)
  return (
    <div className={styles.scene}>
      <div className={styles.count} role="status">
        <span className={styles.number}>[{open}]</span>
        <h1>{t('open', { count: open })}</h1>
      </div>
      <ol className={styles.clauses}>
        {state.plan.communique.clauses.map((plan, place) => {
          const clause = clauseIn(state, plan.key)
          if (!clause) return null
          const agreed = agreedText(clause) !== null
          const texts = bracketTexts(state.plan, clause)
          return (
            <li key={plan.key}>
              <span className={styles.place}>{place + 1}</span>
              <span className={styles.heading}>{plan.heading}</span>
              <span className={styles.stands} data-open={agreed ? undefined : ''}>
                {texts.map((text) => (
                  <span key={text.text} className={styles.group}>
                    {delegations
                      .filter(({ id }) => text.delegations.includes(id))
                      .map((delegation) => (
                        <Shape key={delegation.id} delegation={delegation} />
                      ))}
                  </span>
                ))}
              </span>
              <span className={styles.state}>{agreed ? t('agreed') : t('texts', { count: texts.length })}</span>
            </li>
          )
        })}
      </ol>
      <FloorTable on={on} />
    </div>
  )
}

export function BallotScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.ballot')
  const { state } = on
  const delegations = delegationsIn(state.plan)
  const many = delegations.length > 4
  const { clauses } = state.plan.communique
  const castIn = (key: string) => clauseIn(state, key)?.ballots ?? {}
  return (
    <div className={styles.scene}>
      <Question quiet={t('rule', state.plan.ballotRule)}>{t('cast', ballotsCast(state))}</Question>
      <ol className={styles.clauses}>
        {clauses.map((plan, place) => (
          <li key={plan.key}>
            <span className={styles.place}>{place + 1}</span>
            <span className={styles.heading}>{plan.heading}</span>
            <span className={styles.stands}>
              {delegations.map((delegation) => (
                <Cast
                  key={delegation.id}
                  delegation={delegation}
                  cast={delegation.id in castIn(plan.key)}
                  many={many}
                />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Whether a ballot is cast: a placard, or a shape where many must fit in one line. */
function Cast({ delegation, cast, many }: { delegation: Delegation; cast: boolean; many: boolean }) {
  return many ? (
    <Shape delegation={delegation} hollow={!cast} />
  ) : (
    <Plate delegation={delegation} form={cast ? 'filled' : 'outline'} size="line" />
  )
}
