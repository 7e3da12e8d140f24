'use client'
// Asks before a seminar starts while people are in the room without a seat: seat them by lot, start without them, or go back.
import { useFormatter, useTranslations } from 'next-intl'
import type { PersonId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/kernel/room-state'
import { type BeforeStart, beforeStart, seatsByLot } from '#simulation/reading/before-start'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import type { RoomView } from './room-view'
import styles from './start-dialog.module.css'

/** A room that is about to start, with the people who belong to it. */
export type Starting = {
  name: string
  state: RoomState
  people: readonly PersonId[]
  submit: RoomView['submit']
}

export const hasUnseated = (rooms: readonly Starting[]): boolean =>
  rooms.some(({ state, people }) => beforeStart(state, people).unseated.length > 0)

/** Seats by lot everybody for whom there is a seat; resolves when the rooms have answered. */
export async function seatByLot(rooms: readonly Starting[]): Promise<void> {
  await Promise.all(
    rooms.flatMap(({ state, people, submit }) =>
      seatsByLot(state, beforeStart(state, people).unseated, Math.random).map(({ person, seat }) =>
        submit({ type: 'placePerson', person, seat }),
      ),
    ),
  )
}

type StartDialogProps = {
  rooms: readonly Starting[]
  nameOf: (person: PersonId) => string
  open: boolean
  onClose: () => void
  onStart: () => void
}

export function StartDialog({ rooms, nameOf, open, onClose, onStart }: StartDialogProps) {
  const t = useTranslations('seating.start')
  const format = useFormatter()
  const asked = rooms.flatMap(({ name, state, people }) => {
    const before = beforeStart(state, people)
    return before.unseated.length > 0 ? [{ name, ...before, seats: seatsByLot(state, before.unseated, () => 0) }] : []
  })
  const count = asked.flatMap(({ unseated }) => unseated).length
  const seated = asked.flatMap(({ seats }) => seats).length
  const names = ({ unseated }: BeforeStart) => format.list(unseated.map(nameOf))
  const [only] = asked
  const act = (how: 'by-lot' | 'without') => {
    onClose()
    if (how === 'without') onStart()
    else void seatByLot(rooms).then(onStart)
  }
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())} title={t('title', { count })}>
      <div className={styles.ask}>
        {only && asked.length === 1 ? (
          <p>{t('who', { names: names(only), count, open: only.open })}</p>
        ) : (
          <ul>
            {asked.map((room) => (
              <li key={room.name}>
                {t('whoAt', { table: room.name, names: names(room) })} {t('open', { open: room.open })}
              </li>
            ))}
          </ul>
        )}
        {seated > 0 ? (
          <Button kind="primary" wide onClick={() => act('by-lot')}>
            {seated === count ? t('byLot', { count }) : t('some', { count: seated, left: count - seated })}
          </Button>
        ) : null}
        <Button wide onClick={() => act('without')}>
          {t('without')}
        </Button>
        <Button kind="quiet" wide onClick={onClose}>
          {t('back')}
        </Button>
        <p className={styles.hint}>{t('after')}</p>
      </div>
    </Dialog>
  )
}
