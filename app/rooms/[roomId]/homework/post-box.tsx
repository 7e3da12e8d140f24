'use client'
// The form for a post in one phase on one tension. The draft is stored on the device and the server; posting needs no floor. After the
// deadline it says until when late posts are taken; after that the text stays as a draft.
import { useTranslations } from 'next-intl'
import { type FormEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { intentWords } from '#record/entry-details.ts'
import { Cited } from '#record/words/cited'
import { useArrival, useLeading, useLedTo } from '#room/hooks/led.ts'
import { useWidth } from '#room/hooks/use-width.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { Docked } from '#room/table/dock-slot'
import { HandsIn } from '#room/table/hands-in'
import { useWhen } from '#room/table/when'
import { useLengthWords } from '#room/words/length-line'
import { anchorKey, useStatementDraft } from '#room/words/statement-draft.ts'
import { type Editing, StatementText, StatementTools } from '#room/words/statement-fields'
import { RefusalSentence, RefusedActions, waitingOf } from '#room/words/waiting-lines'
import type { RoundPlan } from '#simulation/agenda/plan'
import { participantActor } from '#simulation/kernel/ids'
import { lengthFault } from '#simulation/kernel/lengths'
import { postsWith } from '#simulation/questions/homework'
import { postBounds } from '#simulation/questions/lengths'
import { askedIn } from '#simulation/reading/homework/addressee'
import type { PostSlot } from '#simulation/reading/homework/assignment'
import type { WhereDone } from '#simulation/reading/homework/where-done'
import { postKey } from '#simulation/wire/draft-key'
import { RecordEntry } from '#ui/charts/record-entry'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import { LockLine } from '#ui/words/seal'
import { useDrafts } from './drafts-provider'
import { LateDraft } from './late-draft'
import styles from './post-box.module.css'

export type AnswerTo = RefObject<((entry: number) => void) | null>

/** The tension that this person leads, on which alone their opening counts, and where it is still owed. */
export type Elsewhere = Readonly<{ title: string; where: WhereDone | null }>

type PostBoxProps = {
  at: SeatView
  round: RoundPlan
  slot: PostSlot
  /** Set by the box whose phase is open, so that "answer" on an entry goes to it. */
  answerTo: AnswerTo | null
  /** Where what is written here does not count as the opening that is asked for. */
  elsewhere: Elsewhere | null
  /** Whether this is the phase that the page's headline speaks of. */
  asked: boolean
}

export function PostBox({ at, round, slot, answerTo, elsewhere, asked }: PostBoxProps) {
  const t = useTranslations('homework-room.box')
  const what = postKey(slot.phase, round.key)
  const { draft, change, clear } = useStatementDraft(at.roomId, at.person, what)
  const [objection, object] = useState<string | null>(null)
  const drafting: Editing = {
    draft,
    change: (more) => {
      if (more.text !== undefined) object(null)
      change(more)
    },
  }
  const open = slot.time !== 'closed'
  const form = useId()
  const { lead } = useLeading()
  const owed = elsewhere?.where ?? null
  // Words that would be missed where they count are asked about once.
  const [warned, warn] = useState(false)
  const box = useArrival<HTMLFormElement>(
    ({ place, phase, tension }) => place === 'record' && phase === slot.phase && (tension ?? round.key) === round.key,
  )
  useLedTo('record', ({ phase, tension, answer }) => {
    if (phase === slot.phase && tension === round.key && answer !== null && draft.answers === null && open)
      change({ answers: answer })
  })
  const bounds = postBounds(at.state.plan, { phase: slot.phase, answers: draft.answers })
  const sayLength = useLengthWords()
  const toWords = () => document.getElementById(form)?.querySelector('textarea')?.focus()
  // The box lies beneath the whole thread: on a phone what the phase is about would be asked for where nobody sees it.
  const docks = useWidth() === 'phone' && asked
  const written = draft.text.trim() !== ''
  // What the clock has handed in is no draft any more.
  const words = { phase: slot.phase, round: round.key, text: draft.text.trim() }
  const isHandedIn = written && postsWith(at.state, participantActor(at.person), words).some(({ handedIn }) => handedIn)
  useEffect(() => {
    if (isHandedIn) clear()
  }, [isHandedIn, clear])
  if (answerTo && open) {
    answerTo.current = (entry) => {
      change({ answers: entry })
      toWords()
    }
  }
  const post = (event?: FormEvent) => {
    event?.preventDefault()
    if (!written) return object(t('empty'))
    const fault = lengthFault(draft.text, bounds)
    if (fault) return object(sayLength(fault))
    if (elsewhere && owed && !warned) {
      warn(true)
      return object(t('elsewhere', { title: elsewhere.title }))
    }
    object(null)
    const { text, intent, answers, anchors } = draft
    const to = askedIn(at.state, at.delegation, draft)
    // The outbox keeps the text from here on; a refusal shows it again with the reason.
    void at.view.submit({
      type: 'postStatement',
      phase: slot.phase,
      round: round.key,
      text: text.trim(),
      intent,
      answers,
      ...(to === null ? {} : { to }),
      anchors,
    })
    clear()
  }
  const kind = slot.posts ?? 'other'
  const waiting = <WaitingPosts at={at} round={round} slot={slot} keep={change} draft={draft.text} />
  if (!open) {
    return (
      <>
        {waiting}
        {written ? (
          <LateDraft slot={slot} at={at} text={draft.text} bounds={bounds} title={t(kind, { title: round.title })} />
        ) : null}
      </>
    )
  }
  const put = (
    <Button type="submit" form={form} kind="primary">
      {slot.sealed ? t('postSealed') : t(slot.time === 'late' ? 'postLate' : 'post', { kind })}
    </Button>
  )
  const toWrite = (
    <Button kind="primary" onClick={owed ? () => lead(owed) : toWords}>
      {owed ? t('toOwed') : t('write', { kind })}
    </Button>
  )
  return (
    <>
      {waiting}
      <form
        ref={box}
        id={form}
        className={styles.box}
        onSubmit={post}
        aria-label={t(kind, { title: round.title })}
        tabIndex={-1}
      >
        <SlotTime at={at} slot={slot} written={written} />
        {elsewhere ? (
          <p className={styles.owed}>
            {t('owed', { title: elsewhere.title })}{' '}
            {owed ? (
              <Button size="dense" onClick={() => lead(owed)}>
                {t('toOwed')}
              </Button>
            ) : null}
          </p>
        ) : null}
        <StatementText
          drafting={drafting}
          label={t(kind, { title: round.title })}
          rows={{ least: 3, most: 12 }}
          objection={objection}
          bounds={bounds}
          onSend={() => post()}
        />
        <div className={styles.tools}>
          <StatementTools at={at} drafting={drafting} addressed />
        </div>
        <div className={styles.foot}>
          {docks ? <Docked>{written ? put : toWrite}</Docked> : put}
          <DraftStands at={at} what={what} text={draft.text} bounds={bounds} phase={slot.phase} />
        </div>
      </form>
    </>
  )
}

/** The deadline, who reads the post then, and, once late, until when it is taken. */
function SlotTime({ at, slot, written }: { at: SeatView; slot: PostSlot; written: boolean }) {
  const t = useTranslations('homework-room.box')
  const when = useWhen(at.courseZone)
  const due = when.whole(slot.dueAt)
  if (slot.time === 'late') {
    return (
      <p className={styles.late} role="status">
        <span className={styles.badge}>{t('late-badge')}</span>{' '}
        {t(written ? 'lateDraft' : 'late', { due, until: when.whole(slot.until) })}
      </p>
    )
  }
  return (
    <div className={styles.time}>
      {t('due', { when: due })}{' '}
      {slot.sealed ? <LockLine>{t('sealed', { when: when.whole(slot.endsAt) })}</LockLine> : t('public')}
    </div>
  )
}

type DraftStandsProps = Parameters<typeof HandsIn>[0] & { what: string }

function DraftStands({ what, ...stands }: DraftStandsProps) {
  const { at, text } = stands
  const t = useTranslations('homework-room')
  const said = useSaidAt(at.state)
  const standing = useDrafts().view.get(what)
  if (text.trim() === '') return <span className={styles.hint}>{t('box.hint')}</span>
  return (
    <span className={styles.hint}>
      {standing?.kind === 'saved'
        ? t('drafts.one.saved', { time: said(standing.at, { seconds: false }) })
        : t('drafts.one.device')}
      <HandsIn {...stands} />
    </span>
  )
}

type WaitingPostsProps = {
  at: SeatView
  round: RoundPlan
  slot: PostSlot
  draft: string
  keep: ReturnType<typeof useStatementDraft>['change']
}

/** The person's own posts that are not saved yet, as entries without a number. */
function WaitingPosts({ at, round, slot, draft, keep }: WaitingPostsProps) {
  const t = useTranslations('room.waiting')
  const words = useTranslations('record')
  const { view, seat, delegation } = at
  const mine = waitingOf(view.waiting, 'postStatement').filter(
    ({ command }) => command.round === round.key && command.phase === slot.phase,
  )
  return mine.map(({ id, command: { text, intent, answers, to, anchors }, status }) => (
    <RecordEntry
      key={id}
      variant={status.kind === 'sending' ? 'sending' : 'refused'}
      delegation={delegationIn(at.state.plan, delegation)}
      office={words('the', { title: seat.title })}
      meta={[
        intentWords(words, at.state.plan, { intent, to }),
        answers === null ? null : t('answers', { number: answers }),
      ]}
      anchors={anchors.map((anchor) => <Cited key={anchorKey(anchor)} anchor={anchorKey(anchor)} from={at.about} />)}
      {...(status.kind === 'refused'
        ? {
            reason: <RefusalSentence reason={status.reason} />,
            actions: (
              <RefusedActions text={text} onRetry={() => view.retry(id)} onDrop={() => view.dismiss(id)}>
                <Button
                  size="dense"
                  onClick={() => {
                    keep({
                      text: draft.trim() === '' ? text : `${text}\n\n${draft}`,
                      intent,
                      answers,
                      to: to ?? null,
                      anchors,
                    })
                    view.dismiss(id)
                  }}
                >
                  {t('keep')}
                </Button>
              </RefusedActions>
            ),
          }
        : {})}
    >
      {text}
    </RecordEntry>
  ))
}
