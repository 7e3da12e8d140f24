'use client'
// On a person's page, in whatever seat: the finished turn whose words they may give, with what can be done about it. A scribe's are in their task.
// It asks once and never insists: left as spoken, it is not asked for again on this device. The sheet in which words are written belongs to
// the whole room's page, so that no other tab, and nobody else's words for that turn, closes it.
import { useTranslations } from 'next-intl'
import { RefusalText } from '#room/refusal-text'
import { holderName, type SeatView } from '#room/seat-view.ts'
import { WaitingWords } from '#room/turn-words/turn-form'
import { useLeftAsSpoken } from '#room/use-left-as-spoken.ts'
import { useRequest } from '#room/use-request.ts'
import { participantActor } from '#simulation/kernel/ids'
import { type TurnInHand, turnsToWord, wordsGoTo } from '#simulation/reading/turns'
import { Button } from '#ui/button'
import { Menu } from '#ui/menu'
import { clockText } from '#ui/signed.ts'
import styles from './turns-asked.module.css'

export function TurnsAsked({ at, onWrite }: { at: SeatView; onWrite: (turn: TurnInHand) => void }) {
  const { left, leave } = useLeftAsSpoken(at)
  const turns = turnsToWord(at.state, at.seat, participantActor(at.person))
  const shown = turns.find(({ no, as }) => as !== 'scribe' && !left.includes(no) && !isSent(at, no))
  const holds = at.state.floor.holder?.seat === at.seat.id
  return (
    <>
      <WaitingWords at={at} />
      {shown && !holds ? (
        <Asked key={shown.no} at={at} turn={shown} onWrite={() => onWrite(shown)} onLeave={() => leave(shown.no)} />
      ) : null}
    </>
  )
}

const isSent = (at: SeatView, no: number): boolean =>
  at.view.waiting.some(({ command }) => command.type === 'giveWords' && command.turn === no)

type AskedProps = { at: SeatView; turn: TurnInHand; onWrite: () => void; onLeave: () => void }

function Asked({ at, turn, onWrite, onLeave }: AskedProps) {
  const t = useTranslations('room.words')
  const { ask, refused, busy } = useRequest(at.view)
  const to = turn.leftTo ? at.state.seats[turn.leftTo] : undefined
  const speaker = at.state.seats[turn.seat]
  const name = (seat: typeof to) => (seat ? (holderName(at, seat) ?? seat.title) : '')
  const own = turn.as === 'speaker'
  return (
    <section className={styles.asked} aria-label={t('title')}>
      <p>
        {own
          ? t(to ? 'leftTo' : turn.withdrawn ? 'withdrawn' : 'spoken', {
              time: clockText(turn.seconds),
              name: name(to),
              title: to?.title ?? '',
              number: turn.no,
            })
          : t('named', { name: name(speaker), title: at.seat.title, number: turn.no })}
      </p>
      <div className={styles.acts}>
        <Button size="dense" kind={to && own ? 'plain' : 'primary'} onClick={onWrite}>
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
              ...wordsGoTo(at.state, at.seat, turn).map((seat) => ({
                label: t('leaveTo', { name: name(seat), title: seat.title }),
                onSelect: () => void ask({ type: 'leaveWords', turn: turn.no, to: seat.id }),
              })),
              ...(to
                ? [{ label: t('takeBack'), onSelect: () => void ask({ type: 'leaveWords', turn: turn.no, to: null }) }]
                : []),
              { label: t(turn.withdrawn ? 'asWithdrawn' : 'asSpoken'), onSelect: onLeave },
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
