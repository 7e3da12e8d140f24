'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/use-said-at.ts'
import { ownForm } from '#room/at-work.ts'
import { RefusalText } from '#room/refusal-text'
import type { SeatView } from '#room/seat-view.ts'
import { useLocalStorage, useSavedOnServer } from '#room/use-local-storage.ts'
import { useRequest } from '#room/use-request.ts'
import { WaitingNote, waitingOf } from '#room/waiting-lines'
import { type ClausePlan, officeOf } from '#simulation/agenda/plan'
// One delegation's own ballot on a clause: cast by its acting head, advised by its other seats. Only this delegation is sent it until all
// ballots open.
import { LIMITS } from '#simulation/kernel/limits'
import { countVotes } from '#simulation/reading/issued-text'
import { VOTES, type Vote } from '#simulation/shapes/ballots/schemas'
import type { ClauseState } from '#simulation/shapes/ballots/slice'
import { ballotDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { Choice, ChoiceGroup } from '#ui/choice'
import { Field } from '#ui/field'
import { Icon } from '#ui/icon'
import { TextArea } from '#ui/text-input'
import styles from './ballot-panel.module.css'

const reasonWords = z.string().check(z.maxLength(LIMITS.reason))

type BallotProps = { at: SeatView; plan: ClausePlan; clause: ClauseState; capital: string }

export function Casting({ at, plan, clause, capital, onCast }: BallotProps & { onCast: () => void }) {
  const t = useTranslations('room.ballot')
  const said = useSaidAt(at.state)
  const request = useRequest(at.view)
  const ballot = at.delegation === null ? undefined : clause.ballots[at.delegation]
  const [kept, setReason, found] = useLocalStorage(
    { roomId: at.roomId, person: at.person },
    ballotDraftKey(plan.key),
    reasonWords,
    '',
  )
  const reason = found ? kept : (ballot?.reason ?? '')
  // Only a vote against has a reason: one that was begun is found again with its field.
  const [vote, setVote] = useState<Vote | null>(ballot?.vote ?? (found && kept !== '' ? 'against' : null))
  const cast = ballot !== undefined && ballot.vote === vote && (ballot.reason ?? '') === reason.trim()
  useSavedOnServer(at, ballotDraftKey(plan.key), cast && found)
  const seal = async () => {
    if (vote === null) return request.object(t('chooseFirst'))
    const why = reason.trim()
    if (vote === 'against' && why === '') return request.object(t('reasonFirst'))
    const sent = { type: 'castBallot', clause: plan.key, vote, reason: why === '' ? null : why } as const
    if (await request.ask(sent)) onCast()
  }
  return (
    <form
      {...ownForm('text', vote === 'against' && reason.trim() !== '' && !cast)}
      className={styles.ballot}
      onSubmit={(event) => {
        event.preventDefault()
        void seal()
      }}
    >
      <ChoiceGroup legend={t('question', { capital })}>
        {VOTES.map((each) => (
          <Choice
            key={each}
            name={`ballot-${plan.key}`}
            value={each}
            title={t(`vote.${each}`)}
            checked={vote === each}
            onChange={() => setVote(each)}
          >
            {t(`does.${each}`, { capital })}
          </Choice>
        ))}
      </ChoiceGroup>
      {vote === 'against' ? (
        <Field label={t('reason')}>
          <TextArea
            rows={2}
            maxLength={LIMITS.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
      ) : null}
      {cast ? (
        <p className={styles.cast}>
          <Icon name="lock" /> {t('yoursSealed', { time: said(ballot.sealedAt) })}
        </p>
      ) : (
        <Button type="submit" kind="primary" busy={request.busy}>
          {t(ballot ? 'change' : 'seal', { capital })}
        </Button>
      )}
      <p className={styles.hint}>
        {t('changeable')} <Advice clause={clause} />
      </p>
      <RefusalText>{request.refused}</RefusalText>
      <Waits at={at} plan={plan} type="castBallot" />
    </form>
  )
}

export function Advising({ at, plan, clause, capital }: BallotProps) {
  const t = useTranslations('room.ballot')
  const said = useSaidAt(at.state)
  const office = officeOf(at.seat)
  const advised = clause.advice[office]
  const ballot = at.delegation === null ? undefined : clause.ballots[at.delegation]
  return (
    <div className={styles.ballot}>
      <ChoiceGroup legend={t('adviseQuestion', { capital })}>
        {VOTES.map((each) => (
          <Choice
            key={each}
            name={`advice-${plan.key}`}
            value={each}
            title={t(`vote.${each}`)}
            checked={advised === each}
            onChange={() => void at.view.submit({ type: 'adviseBallot', clause: plan.key, vote: each })}
          >
            {t(`does.${each}`, { capital })}
          </Choice>
        ))}
      </ChoiceGroup>
      <p className={styles.hint}>
        {t('headCasts')} <Advice clause={clause} />
      </p>
      {ballot ? (
        <p className={styles.cast}>
          <Icon name="lock" />{' '}
          {ballot.vote
            ? t('delegationCast', { vote: t(`vote.${ballot.vote}`), time: said(ballot.sealedAt) })
            : t('sealed', { time: said(ballot.sealedAt) })}
        </p>
      ) : null}
      <Waits at={at} plan={plan} type="adviseBallot" />
    </div>
  )
}

/** "Your delegation advised: four for, one against." */
function Advice({ clause }: { clause: ClauseState }) {
  const t = useTranslations('room.ballot')
  const given = Object.values(clause.advice)
  if (given.length === 0) return <>{t('noAdvice')}</>
  return <>{t('advice', countVotes(given))}</>
}

function Waits({ at, plan, type }: { at: SeatView; plan: ClausePlan; type: 'castBallot' | 'adviseBallot' }) {
  const t = useTranslations('room.ballot')
  const { view } = at
  const mine = waitingOf(view.waiting, type).filter(({ command }) => command.clause === plan.key)
  return (
    <>
      {mine.map((entry) => (
        <div key={entry.id} className={styles.hint}>
          <WaitingNote entry={entry} view={view} sending={t('sending')} text="" />
        </div>
      ))}
    </>
  )
}
