'use client'
// One tension: its question, who leads it, the status of its position paper, its threads, and the boxes to post on it.
import { useTranslations } from 'next-intl'
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import type { RecordContext } from '#record/entries/record-context.ts'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { RecordLine } from '#record/record-line'
import { GappedWords } from '#record/words/gapped-words'
import { useNow } from '#room/hooks/use-now.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import { MoreButton } from '#room/off/more-button'
import { useLineMenu } from '#room/off/use-line-menu'
import { useWhen } from '#room/table/when'
import { useWriteInto } from '#room/text/use-write-into.ts'
import { Revision } from '#room/words/revision'
import { WhichSaid } from '#room/words/which-said'
import { Withdrawal } from '#room/words/withdrawal'
import { ruleOf } from '#simulation/agenda/phase-kinds'
import { type RoundPlan, roundOf } from '#simulation/agenda/plan'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type ClaimOffer, offerTo } from '#simulation/questions/hearing'
import { dueAt, ledBy, opensAt, postAt, revisableBy, sealsPosts } from '#simulation/questions/homework'
import {
  assignmentOf,
  countsElsewhere,
  nextOwed,
  type PostSlot,
  postSlots,
} from '#simulation/reading/homework/assignment'
import { filingNow, paperStatus } from '#simulation/reading/log/filings'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { type Statement, threadsOf } from '#simulation/reading/talk/threads'
import { seatsIn } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { RecordList } from '#ui/charts/record-entry'
import { Button } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { delegationIn } from '#ui/words/delegations.ts'
import { Seal } from '#ui/words/seal'
import styles from './debate-tab.module.css'
import { type AnswerTo, type Elsewhere, PostBox } from './post-box'

type TensionPostsProps = {
  at: SeatView
  round: RoundPlan
  said: readonly Paragraph[]
  onWriteInto: (clause: string) => void
}

export function TensionPosts({ at, round, said, onWriteInto }: TensionPostsProps) {
  const t = useTranslations('homework-room.debate')
  const threads = useMemo(() => threadsOf(said, round.key), [said, round.key])
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const [revising, setRevising] = useState<string | null>(null)
  const revisable = useRevisable(at)
  const revised = revising === null ? null : postAt(at.state, revising)
  const answerTo: AnswerTo = useRef(null)
  const onAnswer = useCallback((no: string) => answerTo.current?.(Number(no)), [])
  const speaks = at.delegation !== null && at.state.closedAt === null
  const takesPosts =
    speaks && at.state.plan.phases.some((phase, index) => phase.posts && index <= at.state.agenda.index)
  const { opened, open, parts } = useLineMenu(at)
  const writeInto = useWriteInto(at, onWriteInto)
  const more = useRef((_no: string, _button: HTMLElement) => {})
  more.current = (no, button) => {
    const line = said.find((each) => each.no === no)
    if (!line) return
    const title = at.state.plan.seats.find(({ id }) => id === line.seat)?.title ?? null
    const answers = takesPosts && line.kind === 'statement' && line.withdrawnBy === null && line.seat !== at.seat.id
    const write = writeInto(line)
    open({ entry: no, title, at: line.at, write, ...(answers ? { answer: () => onAnswer(no) } : {}) }, button)
  }
  const onMore = useCallback((no: string, button: HTMLElement) => more.current(no, button), [])
  const offer = useMemo(() => offerTo(at.state, at.person), [at.state, at.person])
  const about = useMemo((): RecordContext => ({ ...at.about, oneTension: true }), [at.about])
  const line = (statement: Statement) => (
    <ThreadLine
      statement={statement}
      about={about}
      answerable={takesPosts}
      own={speaks && statement.seat === at.seat.id}
      onAnswer={onAnswer}
      onWithdraw={setWithdrawing}
      onRevise={revisable.has(statement.no) ? setRevising : null}
      opened={statement.no === opened}
      onMore={onMore}
      offer={statement.no === `${offer?.entry}` ? offer : null}
      at={statement.no === `${offer?.entry}` ? at : null}
    />
  )
  return (
    <>
      <Band level={2} title={round.title} />
      <p className={styles.question}>{round.question}</p>
      <PaperLine at={at} round={round} />
      {threads.length === 0 ? <NothingYet at={at} /> : null}
      <RecordList label={t('thread', { title: round.title })}>
        {threads.map(({ root, replies }) => (
          <li key={root.seq} className={styles.root}>
            {line(root)}
            {replies.length > 0 ? (
              <ol className={styles.replies}>
                {replies.map((reply) => (
                  <li key={reply.seq}>{line(reply)}</li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </RecordList>
      <OwnSealed at={at} round={round} onRevise={setRevising} />
      {speaks ? <PostBoxes at={at} round={round} answerTo={answerTo} /> : null}
      {parts}
      {withdrawing === null ? null : (
        <Withdrawal at={at} entry={Number(withdrawing)} onClose={() => setWithdrawing(null)} />
      )}
      {revising === null || !revised ? null : (
        <Revision at={at} entry={revising} post={revised} onClose={() => setRevising(null)} />
      )}
    </>
  )
}

type ThreadLineProps = {
  statement: Statement
  about: RecordContext
  answerable: boolean
  own: boolean
  onAnswer: (no: string) => void
  onWithdraw: (no: string) => void
  /** Null where it is not to be written anew by now (H17). */
  onRevise: ((no: string) => void) | null
  /** Whether its menu is open. */
  opened: boolean
  onMore: (no: string, button: HTMLElement) => void
  /** What its writer may have meant, and their view of the room; null at every other post. */
  offer: ClaimOffer | null
  at: SeatView | null
}

const ThreadLine = memo(function ThreadLine(props: ThreadLineProps) {
  const { statement, about, answerable, own, onAnswer, onWithdraw, onRevise, opened, onMore, offer, at } = props
  const t = useTranslations('room.record')
  const revision = useTranslations('room.revision')
  const { no } = statement
  const standing = statement.kind === 'statement' && statement.withdrawnBy === null
  const actions = useMemo(() => {
    return (
      <>
        {onRevise ? (
          <Button size="dense" kind="quiet" onClick={() => onRevise(no)}>
            {revision('open')}
          </Button>
        ) : null}
        {standing && own ? (
          <Button size="dense" kind="quiet" onClick={() => onWithdraw(no)}>
            {t('withdraw')}
          </Button>
        ) : null}
        {standing && answerable && !own ? (
          <Button size="dense" kind="quiet" aria-label={t('answerThis', { number: no })} onClick={() => onAnswer(no)}>
            {t('answer')}
          </Button>
        ) : null}
        <MoreButton no={no} open={opened} onMore={onMore} />
      </>
    )
  }, [standing, own, answerable, no, onAnswer, onWithdraw, onRevise, opened, onMore, t, revision])
  return (
    <>
      <RecordLine paragraph={statement} about={about} actions={actions} />
      {offer && at ? <WhichSaid at={at} offer={offer} /> : null}
    </>
  )
})

/** The posts of this person that they can write anew by now. It looks at the clock once a minute, as a thread is long; the rules decide. */
function useRevisable(at: SeatView): ReadonlySet<string> {
  const now = useNow(at.view.now, MINUTE_MS)
  const { state, person } = at
  return useMemo(() => new Set(revisableBy(state, person, now)), [state, person, now])
}

type PostBoxesProps = Pick<TensionPostsProps, 'at' | 'round'> & { answerTo: AnswerTo }

/** The boxes of the phases that take a post now. Re-renders with the time, so it is a component of its own. */
function PostBoxes({ at, round, answerTo }: PostBoxesProps) {
  const now = useNow(at.view.now, 1000)
  const slots = postSlots(at.state, at.person, now)
  const first = slots.find(({ time }) => time !== 'closed')
  const assigned = assignmentOf(at.state, at.person, now)
  const asked = nextOwed(assigned)
  const elsewhere = ({ phase }: PostSlot): Elsewhere | null => {
    const key = countsElsewhere(at.state, at.person, phase, round.key, now)
    const title = key === null ? undefined : roundOf(at.state.plan, key)?.title
    return title === undefined ? null : { title, where: assigned[phase]?.where ?? null }
  }
  return slots.map((slot) => (
    <PostBox
      key={`${slot.phase}/${round.key}`}
      at={at}
      round={round}
      slot={slot}
      answerTo={slot === first ? answerTo : null}
      elsewhere={elsewhere(slot)}
      asked={slot.phase === (asked?.phase ?? at.state.agenda.index)}
    />
  ))
}

/** The reader's own sealed posts, with the time at which everyone can read them. */
type OwnSealedProps = { at: SeatView; round: RoundPlan; onRevise: (no: string) => void }

function OwnSealed({ at, round, onRevise }: OwnSealedProps) {
  const t = useTranslations('homework-room')
  const revision = useTranslations('room.revision')
  const said = useSaidAt(at.state)
  const when = useWhen(at.courseZone)
  const own = at.state.posts.filter((post) => post.round === round.key && post.seat === at.seat.id)
  return own.map((post) => (
    <section key={post.no} className={styles.sealed} aria-label={t('debate.sealed')}>
      <Seal>
        <p className={styles.words}>
          <GappedWords text={post.text} plan={at.state.plan} />
        </p>
        <p className={`hint ${styles.note}`}>
          {t('box.sealedAt', {
            time: said(post.at, { seconds: false }),
            when: when.whole(dueAt(at.state, post.phase) ?? post.at),
          })}
        </p>
        <Button size="dense" onClick={() => onRevise(post.no)}>
          {revision('open')}
        </Button>
      </Seal>
    </section>
  ))
}

function NothingYet({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room.debate')
  const when = useWhen(at.courseZone)
  const { state } = at
  const openings = state.plan.phases.findIndex((phase) => ruleOf(phase).weekPosts === 'openings')
  const opens = opensAt(state, openings)
  const ends = dueAt(state, openings)
  const ahead = openings > state.agenda.index
  const sealed = sealsPosts(state, openings)
  return (
    <EmptyState title={t('emptyTitle')} level={3}>
      {sealed && ends !== null
        ? t('emptySealed', { when: when.whole(ends) })
        : ahead && opens !== null
          ? t('emptyAhead', { when: when.whole(opens) })
          : t('empty')}
    </EmptyState>
  )
}

/** Who leads a tension for the reader's delegation, and the status of its position paper. */
function PaperLine({ at, round }: { at: SeatView; round: RoundPlan }) {
  const t = useTranslations('homework-room.debate')
  const when = useWhen(at.courseZone)
  const { state, delegation } = at
  if (delegation === null) return null
  const stage = filingNow(state)?.stage ?? 'opening'
  const status = paperStatus(state, round.key, stage, delegation)
  const leader = seatsIn(state, delegation).find((seat) => ledBy(state.plan, seat).includes(round.key))
  const capital = delegationIn(state.plan, delegation)?.capital ?? ''
  const isRevealed = status.kind === 'revealed'
  const paper = 'at' in status ? t(`paper.${status.kind}`, { when: when.short(status.at) }) : t(`paper.${status.kind}`)
  return (
    <p className={`note ${styles.paper}`}>
      {leader?.id === at.seat.id
        ? t('ledByYou', { capital })
        : leader
          ? t('led', { capital, title: leader.title, name: holderName(at, leader) ?? 'none' })
          : null}{' '}
      {paper}{' '}
      {filingNow(state) || isRevealed ? <a href="#positions">{t(isRevealed ? 'paper.see' : 'paper.go')}</a> : null}
    </p>
  )
}
