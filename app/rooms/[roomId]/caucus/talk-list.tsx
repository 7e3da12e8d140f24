'use client'
// The messages of one private conversation, newest last, and the field for the next one.
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useMemo } from 'react'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { GappedWords } from '#record/words/gapped-words'
import { useArrival } from '#room/hooks/led.ts'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { usePinned } from '#room/hooks/use-pinned.ts'
import type { PendingCommand } from '#room/link/room-view.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { MoreButton, useLinePress } from '#room/off/more-button'
import { useLineMenu } from '#room/off/use-line-menu'
import { CopyWords } from '#room/words/copy-words'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import { membersOf } from '#simulation/agenda/parties'
import { personId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { companyOf } from '#simulation/reading/homework/attendance'
import { struckAt } from '#simulation/reading/log/strikes'
import { type CaucusMessage, caucusMessages, type Talk, talkKey } from '#simulation/reading/talk/caucus-talk'
import { talkDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import styles from './talk-list.module.css'

const words = z.string().check(z.maxLength(LIMITS.caucus))

export function TalkList({ at, talk, open }: { at: SeatView; talk: Talk; open: boolean }) {
  const t = useTranslations('room.caucus')
  const { state, view, seat } = at
  const { privateEntries } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: messages change only with the private entries
  const lines = useMemo(() => caucusMessages(state, talk), [privateEntries, talkKey(talk)])
  const waiting = waitingIn(view.waiting, talk)
  const { frame, missed, toNewest } = usePinned(lines, waiting.length)
  const { opened, open: openMenu, parts } = useLineMenu(at)
  useLinePress(frame)
  const onMore = (no: string, button: HTMLElement) => {
    const line = lines.find((each) => each.no === no)
    const title = state.plan.seats.find(({ id }) => id === line?.seat)?.title ?? null
    if (line) openMenu({ entry: no, title, at: line.at }, button)
  }
  return (
    <>
      <div className={`column ${styles.hold}`}>
        <ScrollRegion ref={frame} className={styles.scroll} log label={t('lines')}>
          {lines.length === 0 && waiting.length === 0 ? (
            <p className={styles.empty}>
              {talk.kind === 'caucus'
                ? t('empty', { people: at.delegation === null ? 0 : companyOf(state, at.delegation).people })
                : t('emptyTwo')}
            </p>
          ) : null}
          <ol className={styles.lines}>
            {lines.map((line) => (
              <Line key={line.seq} at={at} line={line}>
                <MoreButton no={line.no} open={line.no === opened} onMore={onMore} />
              </Line>
            ))}
            {waiting.map((entry) => (
              <li key={entry.id} className={styles.line} data-own="" data-waits="">
                <p className={`faint ${styles.who}`}>
                  {seat.title} · {t(entry.status.kind === 'sending' ? 'sending' : 'notSent')}
                </p>
                <p className={styles.text}>{entry.command.text}</p>
                {entry.status.kind === 'refused' ? (
                  <div className={`tools ${styles.refused}`}>
                    <WaitingNote entry={entry} view={view} sending={null} text={entry.command.text} />
                  </div>
                ) : null}
              </li>
            ))}
          </ol>
        </ScrollRegion>
        {missed > 0 ? (
          <p className={styles.missed}>
            <Button size="dense" icon="down" onClick={toNewest}>
              {t('newLines', { count: missed })}
            </Button>
          </p>
        ) : null}
      </div>
      <Writing at={at} talk={talk} open={open} onSent={toNewest} />
      {parts}
    </>
  )
}

function waitingIn(waiting: readonly PendingCommand[], talk: Talk) {
  return talk.kind === 'caucus'
    ? waitingOf(waiting, 'speakInCaucus')
    : waitingOf(waiting, 'speakInBilateral').filter(({ command }) => command.between === talk.between)
}

/** `children` are its controls. */
function Line({ at, line, children }: { at: SeatView; line: CaucusMessage; children: ReactNode }) {
  const t = useTranslations('room.caucus')
  const said = useSaidAt(at.state)
  const record = useTranslations('record')
  const { state, seat: own, about } = at
  const seat = state.plan.seats.find(({ id }) => id === line.seat)
  const understudy = line.by.startsWith('understudy:')
  const author = line.by.startsWith('p:') ? about.displayNames[personId.parse(line.by.slice(2))] : undefined
  const mine = line.by === `p:${at.person}`
  const foreign = seat?.delegation === own.delegation ? null : delegationIn(state.plan, seat?.delegation)?.short
  return (
    <li className={styles.line} id={`e${line.no}`} data-own={mine || undefined}>
      <p className={`faint ${styles.who}`}>
        {understudy ? (
          <>
            <Icon name="understudy" /> <b>{record('understudy')}</b>
          </>
        ) : (
          <b>{author ?? t('someone')}</b>
        )}
        {' · '}
        {seat?.title}
        {foreign ? `, ${foreign}` : null}
        {mine ? `, ${t('you')}` : null}
        {' · '}
        <time>{said(line.at)}</time> {children}
      </p>
      <p className={styles.text}>
        <GappedWords text={line.text} off={struckAt(state, line.no)} plan={state.plan} />
      </p>
    </li>
  )
}

type WritingProps = {
  at: SeatView
  talk: Talk
  open: boolean
  /** One's own words are looked for at the end, wherever the reader was. */
  onSent: () => void
}

/** What is begun stays in its field when the talk closes. */
function Writing({ at, talk, open, onSent }: WritingProps) {
  const t = useTranslations('room.caucus')
  const [text, setText] = useLocalStorage(
    { roomId: at.roomId, person: at.person },
    talkDraftKey(talkKey(talk)),
    words,
    '',
  )
  const label =
    talk.kind === 'caucus'
      ? t('write')
      : t('writeTo', {
          capital:
            delegationIn(
              at.state.plan,
              membersOf(talk.between).find((each) => each !== at.delegation),
            )?.capital ?? '',
        })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const said = text.trim()
    if (said === '' || !open) return
    void at.view.submit(
      talk.kind === 'caucus'
        ? { type: 'speakInCaucus', text: said }
        : { type: 'speakInBilateral', between: talk.between, text: said },
    )
    setText('')
    onSent()
  }
  const form = useArrival<HTMLFormElement>(({ place }) => place === 'caucus' && talk.kind === 'caucus')
  const closed = open ? null : <p className={styles.closed}>{t(talk.kind === 'caucus' ? 'closed' : 'closedTwo')}</p>
  return (
    <>
      {closed}
      {open || text !== '' ? (
        <form
          ref={form}
          className={`line ${styles.writing}`}
          onSubmit={send}
          aria-labelledby="caucus-title"
          tabIndex={-1}
        >
          <Field label={label} labelHidden>
            <TextInput
              placeholder={label}
              maxLength={LIMITS.caucus}
              autoComplete="off"
              enterKeyHint="send"
              value={text}
              onWords={setText}
            />
          </Field>
          {open ? <Button type="submit">{t('send')}</Button> : <CopyWords text={text} />}
        </form>
      ) : null}
    </>
  )
}
