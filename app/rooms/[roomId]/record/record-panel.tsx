'use client'
// The record as one participant may read it, kept at its newest entry until they scroll up, with the actions on each entry.
import { useTranslations } from 'next-intl'
import { memo, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { ParagraphCache } from '#record/entries/paragraph-cache.ts'
import type { RecordContext } from '#record/entries/record-context.ts'
import { RecordLine } from '#record/record-line'
import { useOneStop } from '#room/hooks/use-one-stop.ts'
import { usePinned } from '#room/hooks/use-pinned.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { MoreButton, useLinePress } from '#room/off/more-button'
import { ToldNotices } from '#room/off/told-notices'
import { useLineMenu } from '#room/off/use-line-menu'
import { useWriteInto } from '#room/text/use-write-into.ts'
import type { Drafting } from '#room/words/statement-draft.ts'
import { WaitingStatements } from '#room/words/waiting-lines'
import { WhichSaid } from '#room/words/which-said'
import { Withdrawal } from '#room/words/withdrawal'
import { participantActor } from '#simulation/kernel/ids'
import { type ClaimOffer, offerTo } from '#simulation/questions/hearing'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { type TurnInHand, turnsInHand } from '#simulation/reading/log/turns'
import { entryOfTurn } from '#simulation/reading/room/who-spoke'
import type { Entry } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { RecordList } from '#ui/charts/record-entry'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { EmptyState } from '#ui/page/empty-state'
import { ScrollRegion } from '#ui/page/scroll-region'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import styles from './record-panel.module.css'

type RecordPanelProps = {
  at: SeatView
  drafting: Drafting
  /** The turn whose words are asked for above the record: a second button at its entry would be the same one twice. */
  asked?: number | null
  /** Opens the sheet for a turn's words, which is not the record's: another tab must not close it. */
  onWriteTurn: (turn: TurnInHand) => void
  onWriteInto: (clause: string) => void
  /** Shown beneath the record: the composer. */
  children?: ReactNode
  bare?: boolean
  /** Shown between the title and the entries: who has the floor. */
  head?: ReactNode
  /** The way to the composer beneath; null where there is none. */
  toComposer?: (() => void) | null
  /** The way to the composer from a phone too, to say again what was taken off; null where there is none. */
  again?: (() => void) | null
}

export function RecordPanel({
  at,
  drafting,
  asked = null,
  onWriteTurn,
  onWriteInto,
  children,
  bare = false,
  head = null,
  toComposer = null,
  again = null,
}: RecordPanelProps) {
  const t = useTranslations('room.record')
  const { state, about, view } = at
  const unsealed = state.unsealedAt !== null
  const [whole, setWhole] = useState(true)
  const paragraphs = useRef(new ParagraphCache())
  const lines = useMemo(
    () => paragraphs.current.read(state, (entry) => isRead(entry, unsealed && whole)).filter((line) => !isFolded(line)),
    [state, unsealed, whole],
  )
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const inHand = useMemo(() => turnsInHand(state, at.seat, participantActor(at.person)), [state, at.seat, at.person])
  const write = useRef((_no: string) => {})
  write.current = (no) => {
    const turn = inHand.get(no)
    if (turn) onWriteTurn(turn)
  }
  const onWords = useCallback((no: string) => write.current(no), [])
  const offer = useMemo(() => offerTo(state, at.person), [state, at.person])
  const { frame, missed, toNewest } = usePinned(lines, view.waiting.length + (offer ? 1 : 0))
  useOneStop(frame)
  const speaks = at.delegation !== null && state.closedAt === null
  const { change } = drafting
  const answer = useRef((_no: number) => {})
  answer.current = (no) => {
    change({ answers: no })
    document.querySelector<HTMLTextAreaElement>('#statement textarea')?.focus()
  }
  const onAnswer = useCallback((no: string) => answer.current(Number(no)), [])
  const live = entryOfTurn(state)
  const { opened, open, parts } = useLineMenu(at)
  useLinePress(frame)
  const writeInto = useWriteInto(at, onWriteInto)
  const more = useRef((_no: string, _button: HTMLElement) => {})
  more.current = (no, button) => {
    const line = lines.find((each) => each.no === no)
    if (!line) return
    const title = state.plan.seats.find(({ id }) => id === line.seat)?.title ?? null
    const answers = speaks && stands(line) && line.seat !== at.seat.id
    const write = writeInto(line)
    open({ entry: no, title, at: line.at, write, ...(answers ? { answer: () => onAnswer(no) } : {}) }, button)
  }
  const onMore = useCallback((no: string, button: HTMLElement) => more.current(no, button), [])

  return (
    <section className={`column ${styles.panel}`} aria-labelledby="record-title">
      {bare ? (
        <VisuallyHidden as="h2" id="record-title">
          {t('title')}
        </VisuallyHidden>
      ) : (
        <Band
          title={<span id="record-title">{t('title')}</span>}
          level={2}
          detail={t('entries', { count: state.record.length })}
          right={
            unsealed ? (
              <Checkbox size="dense" checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)}>
                {t('withSealed')}
              </Checkbox>
            ) : toComposer ? (
              <Button size="dense" kind="quiet" keys="C" onClick={toComposer}>
                {t('toComposer')}
              </Button>
            ) : undefined
          }
        />
      )}
      {head}
      <ToldNotices at={at} again={again} />
      <div className={`column ${styles.hold}`}>
        <ScrollRegion id="record-entries" ref={frame} className={styles.scroll} log label={t('newestLast')}>
          {lines.length === 0 && view.waiting.length === 0 ? (
            <EmptyState title={t('emptyTitle')} level={3}>
              {t('empty')}
            </EmptyState>
          ) : null}
          <RecordList label={t('newestLast')}>
            {lines.map((paragraph) => (
              <Row
                key={paragraph.seq}
                paragraph={paragraph}
                about={about}
                live={paragraph.no === live}
                offer={paragraph.no === `${offer?.entry}` ? offer : null}
                at={paragraph.no === `${offer?.entry}` ? at : null}
                answerable={speaks}
                own={speaks && paragraph.seat === at.seat.id}
                onAnswer={onAnswer}
                onWithdraw={setWithdrawing}
                words={inHand.has(paragraph.no) && paragraph.no !== `${asked}`}
                onWords={onWords}
                opened={paragraph.no === opened}
                onMore={onMore}
              />
            ))}
            <WaitingStatements at={at} drafting={drafting} />
          </RecordList>
        </ScrollRegion>
        {missed > 0 ? (
          <p className={styles.missed}>
            <Button size="dense" icon="down" onClick={toNewest}>
              {t('newEntries', { count: missed })}
            </Button>
          </p>
        ) : null}
      </div>
      {children}
      {parts}
      {withdrawing === null ? null : (
        <Withdrawal
          at={at}
          entry={Number(withdrawing)}
          ofTurn={inHand.has(withdrawing)}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </section>
  )
}

/**
 * Whether an entry is listed: public ones and the chair's notes; once the debrief has unsealed the record (`whole`), also the other
 * private ones, but never help calls and reflections.
 */
function isRead({ event, no }: Entry, whole: boolean): boolean {
  if (/^\d/.test(no) || event.type === 'NudgeSent') return true
  return whole && event.type !== 'HelpCalled' && event.type !== 'ReflectionWritten'
}

/** Whether the turn that it is about says it already: that it was given words, and by whom. Words that others have replaced stay. */
const isFolded = (line: Paragraph): boolean => line.kind === 'procedure' && line.sentence.key === 'words-given'

/** Whether it is said and was not withdrawn, so that it can be answered. */
const stands = (line: Paragraph): boolean =>
  line.kind === 'turn' || (line.kind === 'statement' && line.withdrawnBy === null)

/** An accepted offer, whose versions can start other words. */
const isTrade = (line: Paragraph): boolean => line.kind === 'procedure' && line.sentence.key === 'traded'

type RowProps = {
  paragraph: Paragraph
  about: RecordContext
  live: boolean
  /** What its speaker may have meant, and their view of the room; null at every other entry. */
  offer: ClaimOffer | null
  at: SeatView | null
  answerable: boolean
  own: boolean
  /** Whether the reader may give this turn its words, or correct those it has. */
  words: boolean
  onAnswer: (no: string) => void
  onWithdraw: (no: string) => void
  onWords: (no: string) => void
  /** Whether its menu is open. */
  opened: boolean
  onMore: (no: string, button: HTMLElement) => void
}

const Row = memo(function Row(props: RowProps) {
  const { paragraph, about, live, offer, at, answerable, own, words } = props
  const { onAnswer, onWithdraw, onWords, opened, onMore } = props
  const t = useTranslations('room.record')
  const { kind, no } = paragraph
  const isStanding = stands(paragraph)
  const actions = useMemo(() => {
    const answers = isStanding && answerable && !own
    const withdraws = isStanding && answerable && own && kind === 'statement'
    const wordless = kind === 'turn' || !isStanding
    if (kind === 'procedure' && !isTrade(paragraph)) return undefined
    return (
      <>
        {words ? (
          <Button
            size="dense"
            kind="quiet"
            aria-label={t(wordless ? 'giveWordsTo' : 'correctWordsOf', { number: no })}
            onClick={() => onWords(no)}
          >
            {t(wordless ? 'giveWords' : 'correctWords')}
          </Button>
        ) : null}
        {withdraws ? (
          <Button size="dense" kind="quiet" onClick={() => onWithdraw(no)}>
            {t('withdraw')}
          </Button>
        ) : null}
        {answers ? (
          <Button size="dense" kind="quiet" aria-label={t('answerThis', { number: no })} onClick={() => onAnswer(no)}>
            {t('answer')}
          </Button>
        ) : null}
        <MoreButton no={no} open={opened} onMore={onMore} />
      </>
    )
  }, [isStanding, answerable, own, words, kind, no, paragraph, onAnswer, onWithdraw, onWords, opened, onMore, t])
  return (
    <li className={styles.row}>
      <RecordLine paragraph={paragraph} about={about} live={live} actions={actions} />
      {offer && at ? <WhichSaid at={at} offer={offer} /> : null}
    </li>
  )
})
