'use client'
// One delegation's own ballot on a clause, or on all of them: cast by its acting head, advised by its other seats. Only this delegation is
// sent it until all ballots open.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useKeptWords, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { Docked } from '#room/table/dock-slot'
import { CommitButton, type ReadFirst } from '#room/text/read-first'
import { RefusalText } from '#room/words/refusal-text'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import { officeOf } from '#simulation/agenda/plan'
import { LIMITS } from '#simulation/kernel/limits'
import { countVotes } from '#simulation/reading/text/issued-text'
import { VOTES, type Vote } from '#simulation/shapes/ballots'
import type { ClauseText } from '#simulation/shapes/text'
import { votesOn } from '#simulation/state/room-state'
import { ballotDraftKey } from '#simulation/wire/draft-key'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { Icon } from '#ui/words/icon'
import styles from './ballot-panel.module.css'

type BallotProps = { at: SeatView; clauses: readonly ClauseText[]; capital: string }

/** The votes beside which words are printed. */
const WORDED: Readonly<
  Partial<Record<Vote, { label: 'reason' | 'reservation'; missing: 'reasonFirst' | 'reservationFirst' }>>
> = {
  against: { label: 'reason', missing: 'reasonFirst' },
  reserved: { label: 'reservation', missing: 'reservationFirst' },
}

export function Casting({
  at,
  clauses,
  capital,
  first,
  onCast,
}: BallotProps & { first: ReadFirst; onCast: () => void }) {
  const t = useTranslations('room.ballot')
  const said = useSaidAt(at.state)
  const request = useRequest(at.view)
  const keys = clauses.map(({ key }) => key)
  const of = keys.length === 1 ? (keys[0] ?? '') : 'whole'
  const ballots = keys.flatMap((key) =>
    at.delegation === null ? [] : (votesOn(at.state, key).ballots[at.delegation] ?? []),
  )
  const ballot = ballots.length === keys.length ? ballots[0] : undefined
  const [kept, setReason, found] = useKeptWords(at, ballotDraftKey(of), LIMITS.reason)
  const reason = found ? kept : (ballot?.reason ?? '')
  // Words that were begun are found again with their field.
  const [vote, setVote] = useState<Vote | null>(ballot?.vote ?? (found && kept !== '' ? 'against' : null))
  const isCast = (each: (typeof ballots)[number]) => each.vote === vote && (each.reason ?? '') === reason.trim()
  const cast = ballot !== undefined && ballots.every(isCast)
  const worded = vote === null ? undefined : WORDED[vote]
  useSavedOnServer(at, ballotDraftKey(of), cast && found)
  const seal = async () => {
    if (vote === null) return request.object(t('chooseFirst'))
    const why = reason.trim()
    if (worded && why === '') return request.object(t(worded.missing))
    const sent = { type: 'castBallot', clauses: keys, vote, reason: worded ? why : null } as const
    if (await request.ask(sent)) onCast()
  }
  return (
    <div
      {...ownForm('text', worded !== undefined && reason.trim() !== '' && !cast)}
      className={`fields ${styles.ballot}`}
    >
      <ChoiceGroup legend={t('question', { capital })}>
        <div className={styles.votes}>
          {VOTES.map((each) => (
            <Choice
              key={each}
              name={`ballot-${of}`}
              value={each}
              title={t(`choice.${each}`)}
              checked={vote === each}
              onChange={() => setVote(each)}
            />
          ))}
        </div>
      </ChoiceGroup>
      {worded ? (
        <Field label={t(worded.label)}>
          <TextArea rows={2} maxLength={LIMITS.reason} value={reason} onWords={setReason} />
        </Field>
      ) : null}
      {cast ? (
        <p className={styles.cast}>
          <Icon name="lock" /> {t('yoursSealed', { time: said(ballot.sealedAt) })}
        </p>
      ) : (
        <Docked>
          <RefusalText>{request.refused}</RefusalText>
          <CommitButton first={first} means={`seal ${of}`} busy={request.busy} onAct={() => void seal()}>
            {t(ballot ? 'change' : 'seal', { capital })}
          </CommitButton>
        </Docked>
      )}
      <p className="faint">
        {t('changeable')} <Advice at={at} clauses={clauses} />
      </p>
      <Waits at={at} keys={keys} type="castBallot" />
    </div>
  )
}

export function Advising({ at, clauses, capital }: BallotProps) {
  const t = useTranslations('room.ballot')
  const said = useSaidAt(at.state)
  const [clause] = clauses
  if (!clause) return null
  const { advice, ballots } = votesOn(at.state, clause.key)
  const advised = advice[officeOf(at.seat)]
  const ballot = at.delegation === null ? undefined : ballots[at.delegation]
  return (
    <div className={`fields ${styles.ballot}`}>
      <ChoiceGroup legend={t('adviseQuestion', { capital })}>
        <div className={styles.votes}>
          {VOTES.map((each) => (
            <Choice
              key={each}
              name={`advice-${clause.key}`}
              value={each}
              title={t(`choice.${each}`)}
              checked={advised === each}
              onChange={() => void at.view.submit({ type: 'adviseBallot', clause: clause.key, vote: each })}
            />
          ))}
        </div>
      </ChoiceGroup>
      <p className="faint">
        {t('headCasts')} <Advice at={at} clauses={clauses} />
      </p>
      {ballot ? (
        <p className={styles.cast}>
          <Icon name="lock" />{' '}
          {ballot.vote
            ? t('delegationCast', { vote: t(`vote.${ballot.vote}`), time: said(ballot.sealedAt) })
            : t('sealed', { time: said(ballot.sealedAt) })}
        </p>
      ) : null}
      <Waits at={at} keys={[clause.key]} type="adviseBallot" />
    </div>
  )
}

/** "Your delegation advised: four for, one against." */
function Advice({ at, clauses }: Omit<BallotProps, 'capital'>) {
  const t = useTranslations('room.ballot')
  const given = clauses.flatMap(({ key }) => Object.values(votesOn(at.state, key).advice))
  if (given.length === 0 || clauses.length > 1) return <>{t('noAdvice')}</>
  return <>{t('advice', countVotes(given))}</>
}

function Waits({ at, keys, type }: { at: SeatView; keys: readonly string[]; type: 'castBallot' | 'adviseBallot' }) {
  const t = useTranslations('room.ballot')
  const { view } = at
  const mine = waitingOf(view.waiting, type).filter(({ command }) =>
    ('clauses' in command ? command.clauses : [command.clause]).some((key) => keys.includes(key)),
  )
  return (
    <>
      {mine.map((entry) => (
        <div key={entry.id} className="faint">
          <WaitingNote entry={entry} view={view} sending={t('sending')} text="" />
        </div>
      ))}
    </>
  )
}
