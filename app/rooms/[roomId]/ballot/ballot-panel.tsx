'use client'
// The vote, clause by clause or on the whole where all is clean: each delegation's ballot, of which only the reader's own is open. The
// acting head casts it; the other seats advise. An open bracket is not put to the vote, and its reason can be given still.
import { useTranslations } from 'next-intl'
import { type CSSProperties, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { ClauseWords } from '#record/words/clause-words'
import { GappedWords } from '#record/words/gapped-words'
import { hasOwnForm } from '#room/hooks/form-focus.ts'
import { useArrival, useLedTo } from '#room/hooks/led.ts'
import { useShownClause } from '#room/hooks/show-clause.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { type ReadFirst, useReadFirst, WordsEnd } from '#room/text/read-first'
import { ReadingLine } from '#room/text/reading-line'
import { putToVote } from '#simulation/questions/ballots'
import { clausesToRead } from '#simulation/questions/readings'
import { cleanVersion } from '#simulation/questions/text'
import { clauseStretches } from '#simulation/reading/text/brackets'
import type { ClauseText } from '#simulation/shapes/text'
import { votesOn } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Segmented } from '#ui/controls/segmented'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { columnsFor, type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { Seal } from '#ui/words/seal'
import { Advising, Casting } from './ballot-form'
import styles from './ballot-panel.module.css'
import { NotPut } from './not-put'

/** The choice of all clauses at once. */
const WHOLE = '*'

export function BallotPanel({ at }: { at: SeatView }) {
  const t = useTranslations('room.ballot')
  const { state, delegation } = at
  const { clauses } = state
  const put = putToVote(state)
  const isCast = (key: string) => delegation !== null && votesOn(state, key).ballots[delegation] !== undefined
  const [chosen, choose] = useState<string | null>(null)
  useShownClause(choose)
  useLedTo('ballot', () => choose(put.find((clause) => !isCast(clause.key))?.key ?? put[0]?.key ?? null))
  const toRead = at.acts && delegation !== null ? clausesToRead(state, delegation, at.seat.id) : []
  const key = chosen ?? put.find((clause) => !isCast(clause.key))?.key ?? toRead[0]?.key ?? clauses[0]?.key
  const shown = key === WHOLE ? put : clauses.filter((clause) => clause.key === key)
  const [first] = shown
  const read = useReadFirst(key ?? '')
  if (!first) return null
  const onVote = put.includes(first)
  const delegations = delegationsIn(state.plan)
  const toNext = () => {
    // Once all are cast, the first whose words are still to be read: the one just cast among them. Where none is, it stays in view.
    const next = put.find((each) => each.key !== key && !isCast(each.key)) ?? toRead[0]
    choose(next?.key ?? key ?? null)
  }
  const others = delegations.filter(({ id }) => id !== delegation)
  const stand = (each: Delegation) => (
    <Stand key={`${key}/${each.id}`} at={at} clauses={shown} of={each} first={read} onCast={toNext} onClause={choose} />
  )
  const whole = put.length > 1 && put.length === clauses.length && at.acts
  return (
    <div className={styles.place}>
      <div className={`tools ${styles.clause}`}>
        <Segmented
          label={t('clauses')}
          value={key ?? ''}
          onValueChange={choose}
          options={[
            ...clauses.map((each, place) => ({
              value: each.key,
              label: (
                <>
                  {place + 1}
                  {isCast(each.key) ? <Icon name="check" /> : null}
                  <VisuallyHidden>
                    {t(isCast(each.key) ? 'stepCast' : put.includes(each) ? 'step' : 'stepOpen', {
                      heading: each.heading,
                    })}
                  </VisuallyHidden>
                </>
              ),
            })),
            ...(whole ? [{ value: WHOLE, label: t('whole') }] : []),
          ]}
        />
        <h2 className={styles.title}>{key === WHOLE ? t('whole') : first.heading}</h2>
      </div>
      <Band unseenOnPhone={onVote} title={t(onVote ? 'put' : 'notPut')} detail={t('wordsRest')} />
      <div className={styles.vote}>
        <div className={styles.words}>
          {shown.map((clause) => (
            <Words key={clause.key} at={at} clause={clause} titled={shown.length > 1} />
          ))}
          <WordsEnd first={read} />
        </div>
        {onVote ? delegations.filter(({ id }) => id === delegation).map(stand) : <NotPut at={at} clause={first} />}
      </div>
      {onVote ? (
        <div className={styles.stands} style={{ '--columns': columnsFor(others.length) } as CSSProperties}>
          {others.map(stand)}
        </div>
      ) : null}
    </div>
  )
}

function Words({ at, clause, titled }: { at: SeatView; clause: ClauseText; titled: boolean }) {
  const clean = cleanVersion(clause)
  const lead = titled ? <b>{clause.heading}.</b> : null
  if (!clean) return <ClauseWords plan={at.state.plan} stretches={clauseStretches(at.state.plan, clause)} lead={lead} />
  return (
    <p>
      {lead} <GappedWords text={clean.words} plan={at.state.plan} />
    </p>
  )
}

type StandProps = {
  at: SeatView
  clauses: readonly ClauseText[]
  of: Delegation
  first: ReadFirst
  onCast: () => void
  onClause: (key: string) => void
}

function Stand({ at, clauses, of, first, onCast, onClause }: StandProps) {
  const t = useTranslations('room.ballot')
  const said = useSaidAt(at.state)
  const ballots = clauses.flatMap(({ key }) => votesOn(at.state, key).ballots[of.id] ?? [])
  const ballot = ballots.length === clauses.length ? ballots.at(-1) : undefined
  const own = of.id === at.delegation
  const stand = useArrival<HTMLElement>(({ place }) => place === 'ballot' && own)
  const { name: country, capital } = of
  return (
    <section ref={stand} className={styles.stand} aria-label={country} tabIndex={-1}>
      <div className={styles.head}>
        <Placard delegation={of} size="lg" square silent />
        <h3>{own && at.acts ? t('castByYou', { country }) : country}</h3>
      </div>
      {/* Whoever writes a reason keeps its field, even while the head comes back. */}
      {own && (at.acts || hasOwnForm('text')) ? (
        <>
          <Casting at={at} clauses={clauses} capital={capital} first={first} onCast={onCast} />
          {clauses.length === 1
            ? clauses.map((clause) => <OwnReading key={clause.key} at={at} clause={clause} onClause={onClause} />)
            : null}
        </>
      ) : own ? (
        <Advising at={at} clauses={clauses} capital={capital} />
      ) : ballot ? (
        <Seal>
          <b>{t('sealed', { time: said(ballot.sealedAt) })}</b>
          <span className="faint">{t('opens')}</span>
        </Seal>
      ) : (
        <div className={styles.waits}>
          <p>{t('notYet')}</p>
          <p className="faint">{t('noBallot')}</p>
        </div>
      )}
    </section>
  )
}

/** How the head reads the words that it voted for, with the way to the next clause whose words are to be read. */
function OwnReading({ at, clause, onClause }: { at: SeatView; clause: ClauseText; onClause: (key: string) => void }) {
  const [next] = at.delegation === null ? [] : clausesToRead(at.state, at.delegation, at.seat.id)
  const number = next ? at.state.clauses.indexOf(next) + 1 : 0
  return (
    <ReadingLine
      key={cleanVersion(clause)?.id}
      at={at}
      clause={clause}
      next={next ? { number, go: () => onClause(next.key) } : null}
    />
  )
}
