'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import { Bracket, BracketRow, Reason } from '#record/bracket'
import { Cited } from '#record/cited'
import { GappedWords } from '#record/gapped-words'
import { struckName } from '#record/off-words.ts'
import { useSaidAt } from '#record/use-said-at.ts'
import { hasOwnForm, ownForm } from '#room/at-work.ts'
import { CopyWords } from '#room/copy-words'
import { MoreButton } from '#room/off/more-button'
import { useLineMenu } from '#room/off/use-line-menu'
import { RefusalText } from '#room/refusal-text'
import type { SeatView } from '#room/seat-view.ts'
import { useLocalStorage, useSavedOnServer } from '#room/use-local-storage.ts'
import { type Request, useRequest } from '#room/use-request.ts'
import { WaitingNote, waitingOf } from '#room/waiting-lines'
import type { ClausePlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
// One clause of the joint text, agreed or with its bracket, and the actions of this delegation's acting head.
import { LIMITS } from '#simulation/kernel/limits'
import { agreedText, bracketTexts, choiceIn, clauseText, lastChosenAt } from '#simulation/questions/communique'
import { mayReport, struckAt } from '#simulation/reading/strikes'
import type { ClauseState } from '#simulation/shapes/ballots/slice'
import { opensNow } from '#simulation/state/room-state'
import { reasonDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { type Delegation, delegationIn, delegationsIn } from '#ui/delegations.ts'
import { Field } from '#ui/field'
import { Shape } from '#ui/shape'
import { TextArea } from '#ui/text-input'
import styles from './clause-article.module.css'

const reasonWords = z.string().check(z.maxLength(LIMITS.reason))

type ClauseProps = { at: SeatView; plan: ClausePlan; clause: ClauseState; number: number }

export function ClauseArticle({ at, plan, clause, number }: ClauseProps) {
  const t = useTranslations('room.text')
  const said = useSaidAt(at.state)
  const request = useRequest(at.view)
  const agreed = agreedText(clause)
  const standing = bracketTexts(at.state.plan, clause)
  const acts = at.acts && at.state.closedAt === null && opensNow(at.state, 'text')
  const own = at.delegation
  const delegations = delegationsIn(at.state.plan)
  const these = (ids: readonly DelegationId[]) => delegations.filter(({ id }) => ids.includes(id))
  const since = lastChosenAt(clause)
  const record = useTranslations('record')
  const { opened, open, parts } = useLineMenu(at)
  const onMore = (entry: string, button: HTMLElement) => open({ entry, title: null, at: null }, button)
  return (
    <article
      className={styles.clause}
      id={`clause-${plan.key}`}
      aria-labelledby={`clause-title-${plan.key}`}
      tabIndex={-1}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        <h3 id={`clause-title-${plan.key}`} className={styles.heading}>
          {plan.heading}.
        </h3>{' '}
        <p className={styles.words}>{agreed ? clauseText(plan, clause) : plan.base.split('[…]')[0]?.trim()}</p>
        {agreed ? null : (
          <Bracket label={t('bracket', { count: standing.length })}>
            {standing.map(({ text, delegations: by }) => (
              <BracketRow
                key={text}
                delegations={these(by)}
                meta={<Whose text={delegationIn(at.state.plan, text)} delegations={these(by)} own={own} />}
                action={
                  acts && own !== null && !by.includes(own) ? (
                    <Accept at={at} request={request} clause={plan} number={number} text={text} own={own} />
                  ) : undefined
                }
              >
                {plan.brackets[text]}
              </BracketRow>
            ))}
          </Bracket>
        )}
        {agreed
          ? null
          : standing.flatMap(({ text, reasons }) =>
              reasons.map(({ by, words }) => (
                <Reason key={`${text}/${by}`} by={these(by)} label={t('reasonBeside')}>
                  <GappedWords
                    text={words}
                    off={by.flatMap((one) => struckAt(at.state, `bracket/${plan.key}/${one}`))}
                    plan={at.state.plan}
                  />{' '}
                  {by.map((one) => {
                    const place = `bracket/${plan.key}/${one}`
                    return mayReport(at.state, at.person, place) ? (
                      <MoreButton
                        key={one}
                        no={place}
                        name={struckName(record, at.state.plan, place)}
                        open={place === opened}
                        onMore={onMore}
                      />
                    ) : null
                  })}
                </Reason>
              )),
            )}
        {own !== null && (acts || hasOwnForm('text')) ? (
          <Own key={own} at={at} plan={plan} clause={clause} own={own} request={request} acts={acts} />
        ) : null}
        <RefusalText>{request.refused}</RefusalText>
        <ReasonsWaiting at={at} clause={plan.key} />
        {parts}
      </div>
      <div className={styles.margin}>
        <b>{agreed ? t('agreedTitle') : t('textsTitle', { count: standing.length })}</b>
        {agreed || since > at.state.openedAt ? (
          <span>{t(agreed ? 'at' : 'since', { time: said(since, { seconds: agreed !== null }) })}</span>
        ) : null}
        {agreed ? (
          <span className={styles.shapes}>
            {delegations.map((delegation) => (
              <Shape key={delegation.id} delegation={delegation} />
            ))}
          </span>
        ) : null}
        <span className={styles.anchors}>
          {plan.anchors
            .filter((anchor) => /^[A-Z]\d/.test(anchor))
            .map((anchor) => (
              <Cited key={anchor} anchor={anchor} from={at.about} />
            ))}
        </span>
      </div>
    </article>
  )
}

type WhoseProps = { text: Delegation | undefined; delegations: readonly Delegation[]; own: DelegationId | null }

function Whose({ text, delegations, own }: WhoseProps) {
  const t = useTranslations('room.text')
  const accepting = delegations.filter(({ id }) => id !== text?.id)
  return (
    <>
      {text?.id === own ? t('yourWords') : t('wordsOf', { capital: text?.capital ?? '' })}
      {accepting.map((delegation) => (
        <span key={delegation.id}>
          {' · '}
          <Shape delegation={delegation} silent /> {t('accepts', { capital: delegation.capital })}
        </span>
      ))}
    </>
  )
}

type AcceptProps = {
  at: SeatView
  request: Request
  clause: ClausePlan
  number: number
  text: DelegationId
  own: DelegationId
}

function Accept({ at, request, clause, number, text, own }: AcceptProps) {
  const t = useTranslations('room.text')
  const capital = (id: DelegationId) => delegationIn(at.state.plan, id)?.capital ?? ''
  return (
    <Button
      size="dense"
      busy={request.busy}
      aria-label={t('acceptFor', { of: capital(text), number, capital: capital(own) })}
      onClick={() => void request.ask({ type: 'chooseText', clause: clause.key, text })}
    >
      {t('accept')}
    </Button>
  )
}

/** A reason that the room does not have yet, or has refused: its form is folded by then, and nothing else would show the words. */
function ReasonsWaiting({ at, clause }: { at: SeatView; clause: string }) {
  const t = useTranslations('room.text')
  if (!opensNow(at.state, 'text')) return null
  const mine = waitingOf(at.view.waiting, 'keepBracket').filter(({ command }) => command.clause === clause)
  return mine.map((entry) => (
    <div key={entry.id} className={styles.waiting}>
      <WaitingNote
        entry={entry}
        view={at.view}
        sending={t('reasonSending', { words: entry.command.reason })}
        text={entry.command.reason}
      />
    </div>
  ))
}

type OwnProps = {
  at: SeatView
  plan: ClausePlan
  clause: ClauseState
  own: DelegationId
  request: Request
  acts: boolean
}

/** The acting head's actions besides accepting: go back to its own text, or leave the bracket standing with a reason. */
function Own({ at, plan, clause, own, request, acts }: OwnProps) {
  const t = useTranslations('room.text')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useLocalStorage(
    { roomId: at.roomId, person: at.person },
    reasonDraftKey(plan.key),
    reasonWords,
    '',
  )
  const saved = choiceIn(clause, own).reason === reason.trim()
  useSavedOnServer(at, reasonDraftKey(plan.key), saved)
  const takes = acts && agreedText(clause) === null
  const returned = choiceIn(clause, own).text === own
  const leave = () => {
    if (!takes) return
    if (reason.trim() === '') return request.object(t('reasonFirst'))
    void at.view.submit({ type: 'keepBracket', clause: plan.key, reason: reason.trim() })
    setOpen(false)
  }
  return (
    <div className={styles.own}>
      {returned || !acts ? null : (
        <Button size="dense" onClick={() => void request.ask({ type: 'chooseText', clause: plan.key, text: own })}>
          {t('return')}
        </Button>
      )}
      {!takes || open ? null : (
        <Button size="dense" onClick={() => setOpen(true)}>
          {t(choiceIn(clause, own).reason === null ? 'leave' : 'leaveAgain')}
        </Button>
      )}
      {open && (takes || reason.trim() !== '') ? (
        <form
          {...ownForm('text', reason.trim() !== '' && !saved)}
          className={styles.leaving}
          onSubmit={(event) => {
            event.preventDefault()
            leave()
          }}
        >
          <Field label={t('reason')} hint={t('reasonHint')}>
            <TextArea
              voice="record"
              rows={2}
              maxLength={LIMITS.reason}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Field>
          <div className={styles.own}>
            {takes ? (
              <Button type="submit" kind="primary">
                {t('leaveNow')}
              </Button>
            ) : (
              <CopyWords text={reason} />
            )}
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('notNow')}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  )
}
