// The joint text as issued: agreed clauses, brackets left standing with their reason, abstentions, and the signatories' placards. It
// prints as it is.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import type { ReadClause } from '#simulation/questions/ballots'
import { columnsFor, type Delegation, delegationsIn } from '#ui/delegations.ts'
import { Placard } from '#ui/placard'
import { Bracket, BracketRow, Reason } from './bracket'
import { GappedWords } from './gapped-words'
import styles from './issued-text.module.css'
import { dashed } from './off-words'

type IssuedTextProps = {
  plan: RoomPlan
  clauses: readonly ReadClause[]
  /** "Table 3 · issued 24 November, 11:21". */
  issued: string
  heading?: 1 | 2
}

export function IssuedText({ plan, clauses, issued, heading = 2 }: IssuedTextProps) {
  const t = useTranslations('record.text')
  const delegations = delegationsIn(plan)
  const Title = `h${heading}` as const
  const signed = clauses.some(({ outcome }) => outcome === 'passed')
  return (
    <article className={styles.text}>
      <p className={styles.head}>{issued}</p>
      <Title className={styles.title}>{plan.communique.title}</Title>
      <p className={styles.preamble}>{plan.communique.preamble}</p>
      <ol className={styles.clauses}>
        {clauses.map((clause, place) => (
          <li key={clause.clause} className={styles.clause}>
            <span className={styles.number} aria-hidden="true">
              {place + 1}
            </span>
            <div>
              <Clause plan={plan} delegations={delegations} clause={clause} />
            </div>
          </li>
        ))}
      </ol>
      {signed ? (
        <div className={styles.signatures} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
          {delegations.map((delegation) => {
            const head = plan.seats.find((seat) => seat.delegation === delegation.id && seat.head)
            return (
              <div key={delegation.id}>
                <div className={styles.stand}>
                  <Placard delegation={delegation} size="lg" square />
                </div>
                <p>
                  <b>{head?.title}</b>
                </p>
                <p>{t('signs', { capital: delegation.capital })}</p>
              </div>
            )
          })}
        </div>
      ) : (
        <p className={styles.unsigned}>{t('unsigned')}</p>
      )}
      <p className={styles.foot}>{t('foot')}</p>
    </article>
  )
}

type ClauseProps = { plan: RoomPlan; delegations: readonly Delegation[]; clause: ReadClause }

function Clause({ plan, delegations, clause }: ClauseProps) {
  const t = useTranslations('record.text')
  const of = (vote: 'abstain' | 'against') => delegations.filter(({ id }) => clause.votes[id]?.vote === vote)
  const these = (ids: readonly DelegationId[]) => delegations.filter(({ id }) => ids.includes(id))
  const names = (list: readonly Delegation[]) => list.map(({ capital }) => capital).join(', ')
  const [abstained, against] = [of('abstain'), of('against')]
  const silent = delegations.filter(({ id }) => clause.votes[id] === undefined)
  const before = clause.text.split('[…]')[0]?.trim() ?? clause.text
  return (
    <>
      <p>
        <b>{clause.heading}.</b> {clause.standing.length > 0 ? before : clause.text}
      </p>
      {clause.standing.length > 0 ? (
        <>
          <Bracket label={t('bracket', { count: clause.standing.length })}>
            {clause.standing.map((standing) => (
              <BracketRow key={standing.text} delegations={these(standing.delegations)}>
                {standing.text}
              </BracketRow>
            ))}
          </Bracket>
          {clause.standing.flatMap(({ reasons, text }) =>
            reasons.map(({ by, words }) => (
              <Reason key={`${text}/${by}`} by={these(by)} label={t('standing')}>
                <GappedWords text={words} plan={plan} />
              </Reason>
            )),
          )}
        </>
      ) : null}
      {abstained.length > 0 ? <p className={styles.vote}>{t('abstained', { who: names(abstained) })}</p> : null}
      {against.map((delegation) => (
        <p key={delegation.id} className={styles.vote}>
          {t('against', { who: names([delegation]), reason: dashed(clause.votes[delegation.id]?.reason ?? 'none') })}
        </p>
      ))}
      {silent.length > 0 ? <p className={styles.vote}>{t('noBallot', { who: names(silent) })}</p> : null}
      {clause.outcome === 'not-passed' ? <p className={styles.vote}>{t('notPassed')}</p> : null}
    </>
  )
}
