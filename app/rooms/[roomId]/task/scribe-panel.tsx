'use client'
// A scribe's work: the turn that is spoken now, typed while it lasts; the turns without words, the one being written open beneath the list; which one that is, only the scribe changes.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import { TurnForm, WaitingWords } from '#room/turn-words/turn-form'
import { TurnLine } from '#room/turn-words/turn-line'
import { participantActor, type SeatId } from '#simulation/kernel/ids'
import { turnOf, turnsToWord, turnsWordedBy } from '#simulation/reading/log/turns'
import { Button } from '#ui/controls/button'
import { RunningTurn } from './running-turn'
import styles from './task.module.css'

const turnNo = z.nullable(z.int())

/** `open`: the reader is the scribe now, and the record takes words. */
export function ScribePanel({ at, open: takes }: { at: SeatView; open: boolean }) {
  const t = useTranslations('room.task')
  const [writing, setWriting] = useLocalStorage({ roomId: at.roomId, person: at.person }, 'scribing', turnNo, null)
  const by = participantActor(at.person)
  const sent = new Set(at.view.waiting.flatMap(({ command }) => (command.type === 'giveWords' ? [command.turn] : [])))
  const open = takes ? turnsToWord(at.state, at.seat, by).filter(({ no }) => !sent.has(no)) : []
  const mine = turnsWordedBy(at.state, at.seat, by)
  // Whoever gives that turn its words meanwhile, the form stays: it says so, and holds what was written.
  const begun = writing === null ? null : turnOf(at.state, writing)
  const turn =
    open.find(({ no }) => no === writing) ??
    mine.find(({ no }) => no === writing) ??
    (begun && { ...begun, as: 'scribe' as const, words: null })
  return (
    <>
      <WaitingWords at={at} />
      {takes ? <RunningTurn at={at} onFiled={setWriting} /> : null}
      {turn ? (
        <TurnForm key={turn.no} at={at} turn={turn} onGiven={() => setWriting(null)}>
          <Button kind="quiet" onClick={() => setWriting(null)}>
            {t('cancel')}
          </Button>
        </TurnForm>
      ) : null}
      {takes ? (
        <section aria-label={t('waiting')}>
          <h3>{t('waitingCount', { count: open.length })}</h3>
          <ol className={styles.list}>
            {open.map((one) => (
              <li key={one.no} data-now={one.no === writing || undefined}>
                <TurnLine at={at} turn={one} />
                <LeftTo at={at} seat={one.leftTo} />
                <Button
                  size="dense"
                  aria-label={t(one.no === writing ? 'writingTurn' : 'writeTurn', { number: one.no })}
                  onClick={() => setWriting(one.no)}
                >
                  {t(one.no === writing ? 'writing' : 'write')}
                </Button>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {mine.length > 0 ? (
        <section aria-label={t('written')}>
          <h3>{t('written')}</h3>
          <ol className={styles.list}>
            {mine.map((one) => (
              <li key={one.no}>
                <TurnLine at={at} turn={one} />
                <p className={styles.words}>{one.words.text}</p>
                <Button size="dense" kind="quiet" onClick={() => setWriting(one.no)}>
                  {t('replace', { number: one.no })}
                </Button>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}

function LeftTo({ at, seat }: { at: SeatView; seat: SeatId | null }) {
  const t = useTranslations('room.task')
  const to = seat && at.state.seats[seat]
  return to ? <p className={styles.hint}>{t('leftTo', { name: holderName(at, to) ?? to.title })}</p> : null
}
