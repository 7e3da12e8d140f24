'use client'
// The scene of the joint text. While it is negotiated: the clause that was touched last in full, the number of open brackets, who writes,
// and the other clauses by name and state. During the vote: the words that are voted on, and who has voted. Until the ballots open, the
// stage is sent only whether each is cast.
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { BracketLine } from '#record/bracket-line'
import { ClauseWords } from '#record/clause-words'
import { GappedWords } from '#record/gapped-words'
import { useSaidAt } from '#record/use-said-at.ts'
import { useOffices } from '#room/text/writing-line'
import { putToVote } from '#simulation/questions/ballots'
import { cleanVersion, openClauses } from '#simulation/questions/text'
import { bracketsIn, clauseStretches } from '#simulation/reading/brackets'
import { bracketsOverTime } from '#simulation/reading/brackets-over-time'
import { clauseState, clauseToVote, lastTouched, type Touched } from '#simulation/reading/text-now'
import type { ClauseText } from '#simulation/shapes/text/slice'
import { votesOn } from '#simulation/state/room-state'
import { type Delegation, delegationIn, delegationsIn } from '#ui/delegations.ts'
import { Shape } from '#ui/shape'
import { FloorTable } from './floor-table'
import type { StageContext } from './stage-context'
import { Plate } from './stage-parts'
import styles from './text-scene.module.css'

export function TextScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.text')
  const { state } = on
  const { clauses, plan } = state
  const touched = lastTouched(state)
  const open = openClauses(state).length
  const said = useSaidAt(state)
  const { clock } = state
  const told = useMemo(() => bracketsOverTime(state), [state])
  // Drawn to the end of the phase, so that the line grows into the time that is left.
  const over = told && { ...told, to: Math.max(told.to, clock?.endsAt ?? 0) }
  return (
    <div className={styles.scene}>
      <div className={styles.main}>
        {touched ? <TouchedClause on={on} touched={touched} /> : <span />}
        <div className={styles.count} role="status">
          <span className={styles.bracket}>[{open}]</span>
          <h1>{t('open', { count: open })}</h1>
          <p>{t('start', { count: over?.start ?? plan.communique.clauses.length })}</p>
          {over ? (
            <div className={styles.fall}>
              <BracketLine steps={over.steps} from={over.from} to={over.to} until={told?.to ?? over.to} />
              <p>
                <span>{said(over.from, { seconds: false })}</span>
                <span>{said(over.to, { seconds: false })}</span>
              </p>
            </div>
          ) : null}
          <Writes on={on} />
        </div>
      </div>
      <ClauseRow clauses={clauses} current={touched?.clause.key ?? null}>
        {(clause) => t(`state.${clauseState(plan, clause)}`, { count: bracketsIn(plan, clause) })}
      </ClauseRow>
      <FloorTable on={on} />
    </div>
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
    <section className={styles.touched} aria-label={clause.heading}>
      <p className={styles.by}>
        <b>{t('clause', { number: clauses.indexOf(clause) + 1 })}</b> ·{' '}
        {at > on.state.openedAt ? t(put ? 'put' : 'stood', { who, time }) : t('first')}
      </p>
      <div className={styles.words} data-long={(clause.versions.at(-1)?.words.length ?? 0) > LONG || undefined}>
        <ClauseWords plan={plan} stretches={clauseStretches(plan, clause)} lead={<b>{clause.heading}.</b>} />
      </div>
    </section>
  )
}

/** A clause longer than this, in letters, is set in a smaller size. */
const LONG = 260

export function BallotScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.ballot')
  const { state } = on
  const delegations = delegationsIn(state.plan)
  const put = putToVote(state)
  const now = clauseToVote(state)
  const clean = now && cleanVersion(now)
  const ballots = now ? votesOn(state, now.key).ballots : {}
  return (
    <div className={styles.scene}>
      {now ? (
        <section className={styles.touched} aria-label={now.heading}>
          <p className={styles.by}>
            <b>{now.heading}</b> · {t('these')}
          </p>
          <div className={styles.words} data-voted="" data-long={(clean?.words.length ?? 0) > LONG || undefined}>
            {clean ? (
              <p>
                <GappedWords text={clean.words} plan={state.plan} />
              </p>
            ) : (
              <ClauseWords plan={state.plan} stretches={clauseStretches(state.plan, now)} />
            )}
          </div>
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
      <ClauseRow clauses={state.clauses} current={now?.key ?? null}>
        {(clause) => {
          if (!put.includes(clause)) return t('state.open')
          if (clause === now) return t('state.now')
          const cast = Object.keys(votesOn(state, clause.key).ballots).length
          return t(cast === delegations.length ? 'state.done' : 'state.next')
        }}
      </ClauseRow>
    </div>
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
          <span>{children(clause)}</span>
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
