// The communiqué's outcome: which clauses passed, with which votes and how many brackets standing. The text itself is in the record.
import { useLocale, useTranslations } from 'next-intl'
import { homeTitle, sideWords } from '#record/home-words.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import { wholeOf } from '#simulation/questions/ratification'
import { clauseOutcome, outcomeOf } from '#simulation/reading/text/issued-text'
import type { IssuedClause } from '#simulation/shapes/ballots'
import type { RoomState } from '#simulation/state/room-state'
import { Shape } from '#ui/charts/shape'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationsIn } from '#ui/words/delegations.ts'
import { type DebriefData, entryHref } from './debrief-data'
import styles from './outcome-section.module.css'
import { Part } from './part'

export function OutcomeSection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.outcome')
  const outcome = outcomeOf(state)
  if (!outcome) {
    return state.plan.communique.clauses.length === 0 ? null : <Part title={t('none')} sub={t('noneText')} />
  }
  const { clauses, passed, bracketed, no } = outcome
  return (
    <Part title={t('title', { passed, of: clauses.length, standing: bracketed })} sub={state.plan.communique.title}>
      <ScrollRegion className={styles.scroll} label={t('label')}>
        <table className={`table ${styles.outcome}`}>
          <thead>
            <tr>
              <th scope="col">{t('clause')}</th>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('votes')}</th>
              <th scope="col">{t('brackets')}</th>
            </tr>
          </thead>
          <tbody>
            {clauses.map((clause, place) => (
              <tr key={clause.clause}>
                <th scope="row">{t('numbered', { number: place + 1, heading: clause.heading })}</th>
                <td>
                  <b>{t(clause.outcome)}</b>
                </td>
                <td>
                  <Votes plan={state.plan} clause={clause} />
                </td>
                <td>{clause.standing.length === 0 ? t('agreed') : t('texts', { count: clause.standing.length })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <AtHome state={state} />
      {no ? (
        <p className={`unprinted ${styles.more}`}>
          <a href={entryHref(room, no)}>{t('read')}</a>
        </p>
      ) : null}
    </Part>
  )
}

/** What became of the text at home, in a sentence a side; nothing where it did not go home. */
function AtHome({ state }: { state: RoomState }) {
  const { turned, plan } = state
  const says = { record: useTranslations('record'), locale: useLocale(), plan }
  if (!turned) return null
  return (
    <p className={styles.home}>
      <b>{homeTitle(says, wholeOf(turned.sides))}.</b> {turned.sides.map((side) => sideWords(says, side)).join(' ')}
    </p>
  )
}

function Votes({ plan, clause }: { plan: RoomPlan; clause: IssuedClause }) {
  const t = useTranslations('debrief.outcome')
  const { kind } = clauseOutcome(plan, clause)
  if (kind === 'open' || kind === 'own') return t('notPut')
  return (
    <span className={styles.votes}>
      {delegationsIn(plan).map((by) => (
        <span key={by.id}>
          <Shape delegation={by} /> {t(`vote.${clause.votes[by.id]?.vote ?? 'none'}`)}
        </span>
      ))}
    </span>
  )
}
