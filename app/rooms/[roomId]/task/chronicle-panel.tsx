'use client'
// A historian's work: the chronicle, a line for each round and some for the whole. A line that is begun stays on the page until it is sent
// or cleared, even when the task has gone to somebody else.
import { useTranslations } from 'next-intl'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { waitingOf } from '#room/words/waiting-lines'
import { WrittenForm } from '#room/words/written-form'
import { roundOf } from '#simulation/agenda/plan'
import { LIMITS } from '#simulation/kernel/limits'
import { type Chapter, chronicleOf } from '#simulation/reading/room/observing'
import { chronicleDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import styles from './task.module.css'
import { WaitingWork } from './waiting-work'

/** `open`: the reader is the historian now, and the record takes lines. */
export function ChroniclePanel({ at, open }: { at: SeatView; open: boolean }) {
  return (
    <ol className={styles.list}>
      {chronicleOf(at.state).map((chapter) => (
        <ChapterItem key={chapter.round ?? 'whole'} at={at} chapter={chapter} open={open} />
      ))}
    </ol>
  )
}

function ChapterItem({ at, chapter: { round, lines }, open }: { at: SeatView; chapter: Chapter; open: boolean }) {
  const t = useTranslations('room.task')
  const [text, setText] = useKeptWords(
    { roomId: at.roomId, person: at.person },
    chronicleDraftKey(round),
    LIMITS.chronicle,
  )
  const waiting = waitingOf(at.view.waiting, 'writeChronicle').filter(({ command }) => command.round === round)
  const title = (round && roundOf(at.state.plan, round)?.title) ?? t('whole')
  const write = (line: string) => {
    // The draft can be cleared: the outbox holds the words, and if the room refuses them they stand here with the reason.
    void at.view.submit({ type: 'writeChronicle', round, text: line })
    setText('')
  }
  if (!open && text === '' && waiting.length === 0) return null
  return (
    <li className={styles.chapter}>
      <h3>{title}</h3>
      {lines.map(({ no, text: line }) => (
        <p key={no} className={styles.words}>
          <b>{no}</b> {line}
        </p>
      ))}
      {waiting.map((entry) => (
        <WaitingWork key={entry.id} at={at} entry={entry} text={entry.command.text} />
      ))}
      {open || text !== '' ? (
        <WrittenForm
          label={t('line', { title })}
          rows={{ least: 1, most: 4 }}
          letters={LIMITS.chronicle}
          text={text}
          onText={setText}
          noWords={t('noLine')}
          open={open}
          onSend={write}
          button={
            <Button size="dense" type="submit">
              {t('put')}
            </Button>
          }
        />
      ) : null}
    </li>
  )
}
