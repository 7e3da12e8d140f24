'use client'
// The scene of the joint text. While it is negotiated: the clause that was touched last, beside it the number of open brackets and who
// speaks, and at the foot all clauses by name and state. During the vote: the words that are voted on, and who has voted. Until the ballots open, the
// stage is sent only whether each is cast.
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { BracketLine } from '#record/words/bracket-line'
import { ClauseWords } from '#record/words/clause-words'
import { GappedWords } from '#record/words/gapped-words'
import { useOffices } from '#room/text/writing-line'
import { putToVote } from '#simulation/questions/ballots'
import { cleanVersion, openClauses } from '#simulation/questions/text'
import { bracketsIn, clauseStretches } from '#simulation/reading/text/brackets'
import { bracketsOverTime } from '#simulation/reading/text/brackets-over-time'
import { clauseState, clauseToVote, lastTouched, type Touched } from '#simulation/reading/text/text-now'
import type { ClauseText } from '#simulation/shapes/text'
import { votesOn } from '#simulation/state/room-state'
import { Shape } from '#ui/charts/shape'
import { type Delegation, delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import { Fit } from './fit'
import { FloorTable } from './floor-table'
import type { StageContext } from './stage-context'
import { Plate } from './stage-parts'
import styles from './text-scene.module.css'
import { useFitted, type Way } from './use-fitted'

export function TextScene({ on }: { on: StageContext }) {
  const touched = lastTouched(on.state)
  return <div className={styles.scene}>{touched ? <TouchedClause on={on} touched={touched} /> : null}</div>
}

/** Beneath the clock: how many clauses are open, and who speaks. Where both are too long, who is next gives way. */
export function TextBeside({ on }: { on: StageContext }) {
  const t = useTranslations('stage.text')
  const { state } = on
  const open = openClauses(state).length
  const told = useMemo(() => bracketsOverTime(state), [state])
  // Drawn to the end of the phase, so that the line grows into the time that is left.
  const ends = Math.max(told?.to ?? 0, state.clock?.endsAt ?? 0)
  const box = useFitted<HTMLDivElement>(WAYS)
  return (
    <div ref={box} className={`pane ${styles.beside}`}>
      <div className={styles.count} role="status">
        <span className={styles.bracket}>[{open}]</span>
        <div>
          <h1>{t('open', { count: open })}</h1>
          <p className="quiet">{t('start', { count: told?.start ?? state.plan.communique.clauses.length })}</p>
        </div>
      </div>
      {told ? (
        <div className={styles.fall}>
          <BracketLine steps={told.steps} from={told.from} to={ends} until={told.to} />
        </div>
      ) : null}
      <Writes on={on} />
      <FloorTable on={on} />
    </div>
  )
}
const WAYS: readonly Way[] = [(box) => box.removeAttribute('data-tight'), (box) => box.setAttribute('data-tight', '')]

export function TextFoot({ on }: { on: StageContext }) {
  const t = useTranslations('stage.text')
  const { clauses, plan } = on.state
  return (
    <ClauseRow clauses={clauses} current={lastTouched(on.state)?.clause.key ?? null}>
      {(clause) => t(`state.${clauseState(plan, clause)}`, { count: bracketsIn(plan, clause) })}
    </ClauseRow>
  )
}

/** Who types words for which clause at this moment. */
function Writes({ on: { state, writing } }: { on: StageContext }) {
  const t = useTranslations('stage.text')
  const officesOf = useOffices(state)
  return state.clauses.map((clause, place) => {
    const seats = writing.flatMap(({ clause: key, seat }) => (key === clause.key ? [seat] : []))
    if (seats.length === 0) return null
    return (
      <p key={clause.key} className={styles.writes}>
        {t('writes', { who: officesOf(seats), count: seats.length, number: place + 1 })}
      </p>
    )
  })
}

function TouchedClause({ on, touched: { clause, by, at, put } }: { on: StageContext; touched: Touched }) {
  const t = useTranslations('stage.text')
  const said = useSaidAt(on.state)
  const { plan, clauses } = on.state
  const time = said(at, { seconds: false })
  const who = by === null ? t('chair') : (delegationIn(plan, by)?.short ?? '')
  return (
    <section className={`pane ${styles.touched}`} aria-label={clause.heading}>
      <p className={styles.by}>
        <b>{t('clause', { number: clauses.indexOf(clause) + 1 })}</b> ·{' '}
        {at > on.state.openedAt ? t(put ? 'put' : 'stood', { who, time }) : t('first')}
      </p>
      <Fit largest={2.9} className={styles.words}>
        <ClauseWords plan={plan} stretches={clauseStretches(plan, clause)} lead={<b>{clause.heading}.</b>} />
      </Fit>
    </section>
  )
}

export function BallotScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.ballot')
  const { state } = on
  const delegations = delegationsIn(state.plan)
  const now = clauseToVote(state)
  const clean = now && cleanVersion(now)
  const ballots = now ? votesOn(state, now.key).ballots : {}
  return (
    <div className={styles.scene}>
      {now ? (
        <section className={`pane ${styles.touched}`} aria-label={now.heading}>
          <p className={styles.by}>
            <b>{now.heading}</b> · {t('these')}
          </p>
          <Fit largest={4} className={styles.words}>
            {clean ? (
              <p>
                <GappedWords text={clean.words} plan={state.plan} />
              </p>
            ) : (
              <ClauseWords plan={state.plan} stretches={clauseStretches(state.plan, now)} />
            )}
          </Fit>
          <div className={styles.votes}>
            {delegations.map((delegation) => (
              <Cast
                key={delegation.id}
                delegation={delegation}
                cast={delegation.id in ballots}
                many={delegations.length > 4}
              />
            ))}
            <p>{t('voted', { count: Object.keys(ballots).length })}</p>
          </div>
        </section>
      ) : (
        <h1>{t('none')}</h1>
      )}
    </div>
  )
}

export function BallotFoot({ on: { state } }: { on: StageContext }) {
  const t = useTranslations('stage.ballot')
  const put = putToVote(state)
  const now = clauseToVote(state)
  return (
    <ClauseRow clauses={state.clauses} current={now?.key ?? null}>
      {(clause) => {
        if (!put.includes(clause)) return t('state.open')
        if (clause === now) return t('state.now')
        const cast = Object.keys(votesOn(state, clause.key).ballots).length
        return t(cast === state.plan.delegations.length ? 'state.done' : 'state.next')
      }}
    </ClauseRow>
  )
}

type ClauseRowProps = {
  clauses: readonly ClauseText[]
  current: string | null
  children: (clause: ClauseText) => string
}

/** All clauses by number, short name and state. */
function ClauseRow({ clauses, current, children }: ClauseRowProps) {
  return (
    <ol className={styles.row}>
      {clauses.map((clause, place) => (
        <li key={clause.key} aria-current={clause.key === current || undefined}>
          <b>
            {place + 1} {clause.name ?? ''}
          </b>
          <span className="quiet">{children(clause)}</span>
        </li>
      ))}
    </ol>
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
