'use client'
// While sides ask each other: for each other side its question and ours, where we guess it stands, the case we say for it, and how it and we
// score. What comes next of it opens once what is before it is done.
import { useTranslations } from 'next-intl'
import { GappedWords } from '#record/words/gapped-words'
import { caseStepId } from '#room/hooks/own-work.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import { useSentValue } from '#room/hooks/use-sent-value.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import { AxisMark } from '#room/table/axis-mark'
import { RefusalText } from '#room/words/refusal-text'
import { roundOf } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { CASE_WORDS, caseOf, casesRound, othersOf, seatDealt } from '#simulation/questions/cases'
import { casesBegun, firstGuess, wordsOfEntry } from '#simulation/reading/positions/cases'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { opensNow } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { type Delegation, delegationIn } from '#ui/words/delegations.ts'
import { LockLine } from '#ui/words/seal'
import { signed } from '#ui/words/signed.ts'
import { CaseScore } from './case-score'
import { CaseWords } from './case-words'
import styles from './cases-panel.module.css'

export function CasesPanel({ at }: { at: SeatView }) {
  const t = useTranslations('room.cases')
  const { state, delegation: own } = at
  const open = opensNow(state, 'asksSides')
  if (own === null || !casesBegun(state) || state.unsealedAt !== null) return null
  return (
    <section className={`form ${styles.panel}`} aria-labelledby="cases-title">
      <Band level={2} title={<span id="cases-title">{t('title')}</span>} />
      <LockLine>{t('private')}</LockLine>
      {othersOf(state.plan, own).map((of) => {
        const party = delegationIn(state.plan, of)
        return party ? <Side key={of} at={at} own={own} of={of} party={party} open={open} /> : null
      })}
    </section>
  )
}

type SideProps = { at: SeatView; own: DelegationId; of: DelegationId; party: Delegation; open: boolean }

function Side({ at, own, of, party, open }: SideProps) {
  const t = useTranslations('room.cases')
  const { state, seat, acts } = at
  const { plan } = state
  const side = party.capital
  const ours = caseOf(state, own, of)
  const theirs = caseOf(state, of, own)
  const dealt = seatDealt(state, own, of)
  const asked = wordsOfEntry(state, ours.question)
  const answered = wordsOfEntry(state, theirs.answer)
  const mayState = open && ours.score === null
  const says = (key: 'asked' | 'answered' | 'theyAsk' | 'weAnswer' | 'case' | 'theirCase', text: string | null) =>
    text === null ? null : (
      <div>
        <h4>{t(key, { side })}</h4>
        <p className={styles.words}>
          <GappedWords text={text} plan={plan} />
        </p>
      </div>
    )
  return (
    <section className={`fields ${styles.side}`} aria-label={side}>
      <h3>
        <Placard delegation={party} size="sm" silent /> {side}
        {open && dealt && dealt.id !== seat.id ? (
          <small className="hint">{t('dealt', { name: holderName(at, dealt) ?? dealt.title })}</small>
        ) : null}
      </h3>
      {says('asked', asked)}
      <CaseWords
        {...{ at, of, open: open && asked === null, sent: asked, most: LIMITS.statement }}
        step="ask-side"
        label={t('ask', { side })}
        verb={t('put')}
        command={(text) => saying(at, { text, intent: 'question', answers: null, to: of })}
      />
      {ours.question === null ? null : ours.answer === null ? (
        <p className="hint">{t('unanswered', { side })}</p>
      ) : (
        says('answered', wordsOfEntry(state, ours.answer))
      )}
      {says('theyAsk', wordsOfEntry(state, theirs.question))}
      {says('weAnswer', answered)}
      {theirs.question === null ? null : (
        <CaseWords
          {...{ at, of, open: open && answered === null, sent: answered, most: LIMITS.statement }}
          step="answer-side"
          label={t('answer', { side })}
          verb={t('give')}
          command={(text) => saying(at, { text, intent: 'point', answers: theirs.question })}
        />
      )}
      {ours.question === null ? null : <Guess at={at} own={own} of={of} party={party} open={open} />}
      {mayState ? null : says('case', ours.stated?.text ?? null)}
      {ours.guess === null ? null : (
        <CaseWords
          {...{ at, of, open: mayState, sent: ours.stated?.text ?? null, most: LIMITS.case, mostWords: CASE_WORDS }}
          step="say-case"
          label={t('say', { side })}
          hint={t('sayHow', { side })}
          verb={t(ours.stated ? 'handInAgain' : 'handIn')}
          command={(text) => ({ type: 'stateCase', of, text })}
        />
      )}
      {ours.score ? (
        <div role="status">
          <h4>{t('theyScore', { side, score: ours.score.score })}</h4>
          {ours.score.missing === null ? null : (
            <p className={styles.words}>
              <GappedWords text={ours.score.missing} plan={plan} />
            </p>
          )}
        </div>
      ) : null}
      {says('theirCase', theirs.stated?.text ?? null)}
      {theirs.stated ? (
        <CaseScore key={theirs.score?.at} at={at} by={of} side={side} said={theirs} acts={acts} />
      ) : null}
    </section>
  )
}

/** Where the own side guesses that another stands: one tap sends it. */
function Guess({ at, own, of, party, open }: SideProps) {
  const t = useTranslations('room.cases')
  const request = useRequest(at.view)
  const { state } = at
  const { guess } = caseOf(state, own, of)
  const [value, mark] = useSentValue(guess?.value ?? null)
  const key = casesRound(state.plan)
  const round = key === null ? undefined : roundOf(state.plan, key)
  if (!round) return null
  const first = firstGuess(state, own, of)
  const side = party.capital
  if (!open) return guess ? <p className="hint">{t('guessed', { side, value: signed(guess.value) })}</p> : null
  return (
    <div id={caseStepId('guess-side', of)} className="stack">
      <AxisMark
        label={t('guess', { side, title: round.title })}
        name={`guess-${of}`}
        delegation={party}
        axis={round.axis}
        value={value}
        onMark={(to) => mark(to, () => request.ask({ type: 'guessAgain', of, value: to }))}
      />
      <p className="hint">
        {guess ? t('guessKept') : first === null ? t('guessNone') : t('guessFirst', { value: signed(first) })}
      </p>
      <RefusalText>{request.refused}</RefusalText>
    </div>
  )
}

type Saying = Pick<Extract<ClientCommand, { type: 'makeStatement' }>, 'text' | 'intent' | 'answers' | 'to'>

/** As a statement, and in a homework debate as a post on the round that is guessed on. */
function saying({ state: { plan, agenda } }: SeatView, said: Saying): ClientCommand {
  return plan.kind === 'homework'
    ? { type: 'postStatement', phase: agenda.index, round: casesRound(plan) ?? '', ...said, anchors: [] }
    : { type: 'makeStatement', ...said, anchors: [] }
}
