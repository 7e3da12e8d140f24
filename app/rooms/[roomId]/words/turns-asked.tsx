'use client'
// On a person's page, in whatever seat: the finished turn whose words or taps the asked line speaks of, with what can be done about it; beside
// another task only a turn whose words were left to somebody. Every other turn is given its words at its entry, and a scribe's in their task.
// It asks once and never insists: left as spoken, it is not asked for again on this device. The sheet in which words are written belongs to
// the whole room's page, so that no other tab, and nobody else's words for that turn, closes it.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLeftAsSpoken } from '#room/hooks/use-left-as-spoken.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import { Taps } from '#room/turn-words/taps'
import { WaitingWords } from '#room/turn-words/turn-form'
import { RefusalText } from '#room/words/refusal-text'
import { participantActor } from '#simulation/kernel/ids'
import { isToldSpoken } from '#simulation/questions/turns'
import { type TurnInHand, turnsToWord, wordsGoTo } from '#simulation/reading/log/turns'
import type { Now } from '#simulation/reading/talk/now'
import { Button } from '#ui/controls/button'
import { Menu } from '#ui/over/menu'
import styles from './turns-asked.module.css'

/** The one turn that is asked for on this page, and whether the asked line speaks of its words or of its taps; null where none is. */
type TurnAsked = Readonly<{ turn: TurnInHand; told: boolean; taps: boolean; leave: () => void }>

export function useTurnAsked(at: SeatView, { task }: Pick<Now, 'task'>): TurnAsked | null {
  const { left, leave } = useLeftAsSpoken(at)
  if (at.state.floor.holder?.seat === at.seat.id) return null
  const turns = turnsToWord(at.state, at.seat, participantActor(at.person))
  const open = turns.filter(({ no, as }) => as !== 'scribe' && !left.includes(no) && !isSent(at, no))
  const told =
    task.kind === 'owe-words' || task.kind === 'tap-turn' ? open.find(({ no }) => no === task.turn) : undefined
  // One's own would be a second thing asked beside the floor: it waits at its entry.
  const turn = told ?? open.findLast(({ as, leftTo }) => as === 'named' || leftTo !== null)
  const taps = turn === told && task.kind === 'tap-turn'
  return turn ? { turn, told: turn === told && !taps, taps, leave: () => leave(turn.no) } : null
}

type TurnsAskedProps = { at: SeatView; asked: TurnAsked | null; onWrite: (turn: TurnInHand) => void }

export function TurnsAsked({ at, asked, onWrite }: TurnsAskedProps) {
  return (
    <>
      <WaitingWords at={at} />
      {asked ? (
        <Asked
          key={asked.turn.no}
          at={at}
          turn={asked.turn}
          told={asked.told}
          taps={asked.taps}
          onWrite={() => onWrite(asked.turn)}
          onLeave={asked.leave}
        />
      ) : null}
    </>
  )
}

const isSent = (at: SeatView, no: number): boolean =>
  at.view.waiting.some(({ command }) => command.type === 'giveWords' && command.turn === no)

type AskedProps = {
  at: SeatView
  turn: TurnInHand
  /** Whether the asked line says it already: then the way to do it is all that is missing. Else the page's main button is another. */
  told: boolean
  /** Whether the three taps are what is asked. */
  taps: boolean
  onWrite: () => void
  onLeave: () => void
}

function Asked({ at, turn, told, taps, onWrite, onLeave }: AskedProps) {
  const t = useTranslations('room.words')
  const { ask, refused, busy } = useRequest(at.view)
  const to = turn.leftTo ? at.state.seats[turn.leftTo] : undefined
  const speaker = at.state.seats[turn.seat]
  const name = (seat: typeof to) => (seat ? (holderName(at, seat) ?? seat.title) : '')
  const own = turn.as === 'speaker'
  const [changing, setChanging] = useState(false)
  const tapping = taps || changing
  // F6: that it was spoken is told to the room; where that is known there is nothing to tell.
  const leaveAsSpoken = () => {
    if (!isToldSpoken(at.state, turn.no)) void ask({ type: 'leaveWords', turn: turn.no, to: null })
    onLeave()
  }
  const toTap = t(turn.tapped ? 'taps.change' : 'taps.make')
  return (
    <section className={tapping ? styles.taps : styles.asked} aria-label={t('title')}>
      {tapping ? <Taps at={at} turn={turn.no} own={own} /> : null}
      {told || tapping ? null : (
        <p>
          {own
            ? t('leftTo', { name: name(to), title: to?.title ?? '', number: turn.no })
            : t('named', { name: name(speaker), title: at.seat.title, number: turn.no })}
        </p>
      )}
      <div className="acts">
        {turn.withdrawn || (own && !tapping) ? null : (
          <Button size="dense" onClick={taps ? onLeave : () => setChanging(!changing)}>
            {taps ? t('taps.leave') : changing ? t('taps.done') : toTap}
          </Button>
        )}
        <Button size="dense" kind={told && !(to && own) ? 'primary' : 'plain'} onClick={onWrite}>
          {t('write')}
        </Button>
        {own ? (
          <Menu
            align="end"
            trigger={
              <Button size="dense" busy={busy}>
                {t('leave')}
              </Button>
            }
            items={[
              // The composer stays near for the keyboard: what is not asked any more is no stop of its own.
              ...(turn.withdrawn || tapping ? [] : [{ label: toTap, onSelect: () => setChanging(true) }]),
              ...wordsGoTo(at.state, at.seat, turn).map((seat) => ({
                label: t('leaveTo', { name: name(seat), title: seat.title }),
                onSelect: () => void ask({ type: 'leaveWords', turn: turn.no, to: seat.id }),
              })),
              ...(to
                ? [{ label: t('takeBack'), onSelect: () => void ask({ type: 'leaveWords', turn: turn.no, to: null }) }]
                : []),
              ...(turn.withdrawn
                ? [{ label: t('asWithdrawn'), onSelect: onLeave }]
                : [{ label: t('asSpoken'), onSelect: leaveAsSpoken }]),
              ...(isToldSpoken(at.state, turn.no) ? [] : [{ label: t('asSilent'), onSelect: onLeave }]),
            ]}
          />
        ) : (
          <Button size="dense" onClick={onLeave}>
            {t('notMe')}
          </Button>
        )}
      </div>
      <RefusalText>{refused}</RefusalText>
    </section>
  )
}
