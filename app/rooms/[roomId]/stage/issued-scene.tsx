'use client'
// The issued joint text, filling the stage: as much as stays readable from the back row. The full text is in the record.
import { useTranslations } from 'next-intl'
import { useOutcomeWords, useTextTitle } from '#record/issued-text'
import { isFourthEdition, type RoomPlan } from '#simulation/agenda/plan'
import { withReasons } from '#simulation/questions/ballots'
import { bracketed } from '#simulation/reading/text/brackets'
import { outcomeOf } from '#simulation/reading/text/issued-text'
import type { IssuedClause } from '#simulation/shapes/ballots'
import { Shape } from '#ui/charts/shape'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import { TimeLeft } from './stage-clock'
import type { StageContext } from './stage-context'
import styles from './text-scene.module.css'

/** The capacity of the scene in the smallest font size of the stage: two columns of LINES lines of about LETTERS letters. */
const LINES = 28
const LETTERS = 44

type Detail = 'whole' | 'words' | 'results'

/** How much of the text fits: with the bracketed texts, the clauses alone, or only their results. */
function detailFor(clauses: readonly IssuedClause[]): Detail {
  const linesOf = (text: string) => Math.ceil(text.length / LETTERS)
  const lines = (whole: boolean) =>
    clauses.reduce((sum, clause) => {
      const standing = whole ? clause.standing.reduce((rows, each) => rows + linesOf(`xxx ${each.text}`), 0) : 0
      return sum + linesOf(`${clause.heading} ${clause.text}`) + standing + 1.6
    }, 0)
  if (lines(true) <= LINES) return 'whole'
  return lines(false) <= LINES ? 'words' : 'results'
}

export function IssuedScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.issued')
  const outcome = outcomeOf(on.state)
  const title = useTextTitle(on.state.plan, withReasons(on.state, outcome?.clauses ?? []))
  if (!outcome) return null
  const { clauses, passed } = outcome
  return (
    <div className={styles.issued}>
      <div className={styles.title}>
        <h1>{title}</h1>
        <span className={styles.result}>{t('passed', { passed, of: clauses.length })}</span>
        <TimeLeft state={on.state} now={on.now} />
      </div>
      <IssuedClauses plan={on.state.plan} clauses={clauses} />
      <p className={styles.fiction}>{t('fiction')}</p>
    </div>
  )
}

/** The clauses, as much of each as fits. */
export function IssuedClauses({ plan, clauses }: { plan: RoomPlan; clauses: readonly IssuedClause[] }) {
  const detail = detailFor(clauses)
  return (
    <ol className={styles.text}>
      {clauses.map((clause, place) => (
        <Issued
          key={clause.clause}
          plan={plan}
          delegations={delegationsIn(plan)}
          clause={clause}
          place={place + 1}
          detail={detail}
        />
      ))}
    </ol>
  )
}

type IssuedProps = {
  plan: RoomPlan
  delegations: readonly Delegation[]
  clause: IssuedClause
  place: number
  detail: Detail
}

function Issued({ plan, delegations, clause, place, detail }: IssuedProps) {
  return (
    <li>
      <p>
        <span className="quiet">{place}</span> <b>{clause.heading}.</b> {detail === 'results' ? null : clause.text}
      </p>
      {detail === 'whole' ? <Standing plan={plan} delegations={delegations} clause={clause} /> : null}
      <p className={styles.votes}>{useOutcomeWords(plan, { ...clause, standing: [] }).join(' ')}</p>
    </li>
  )
}

/** What stood in brackets: since the fourth edition the words that all sides had in common run between them. */
function Standing({ plan, delegations, clause }: Omit<IssuedProps, 'place' | 'detail'>) {
  const wordings = clause.standing.map(({ text, delegations: who }) => ({ words: text, who }))
  const stretches = isFourthEdition(plan)
    ? bracketed(wordings.filter(({ words }) => words !== ''))
    : [{ kind: 'bracket' as const, alternatives: wordings.map(({ words: text, who }) => ({ text, who })) }]
  return stretches.map((stretch, at) =>
    stretch.kind === 'common' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text keep their order
      <p key={at}>{stretch.text}</p>
    ) : (
      stretch.alternatives.map(({ text, who }) => (
        <p key={who.join()} className={styles.standing}>
          {delegations
            .filter(({ id }) => who.includes(id))
            .map((delegation) => (
              <Shape key={delegation.id} delegation={delegation} />
            ))}{' '}
          {text}
        </p>
      ))
    ),
  )
}
