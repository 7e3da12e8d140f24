'use client'
// Asks before a seminar starts while people are there without a seat or a table: seat them by lot, give them a table, start without them, or
// go back.
import { useFormatter, useTranslations } from 'next-intl'
import type { PersonId } from '#simulation/kernel/ids'
import { type BeforeStart, beforeStart, type Seating, seatsByLot } from '#simulation/reading/homework/before-start'
import type { RoomState } from '#simulation/state/room-state'
import type { Ack } from '#simulation/wire/protocol'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import styles from './start-dialog.module.css'

/** A room that is about to start: who is without a seat there, and the seats that lots would give them. */
export type Starting = BeforeStart & { name: string; lots: readonly Seating[] }

export const startingFrom = (name: string, state: RoomState, people: readonly PersonId[]): Starting => {
  const before = beforeStart(state, people)
  return { name, ...before, lots: seatsByLot(state, before.unseated, Math.random) }
}

/** Those for whom the chair has still to find a table, and the way to do it. */
export type Unplaced = { people: readonly PersonId[]; onTables: () => void }

/** Whether anybody would be left standing: no start goes on without asking then. */
export const leavesSomebody = (rooms: readonly BeforeStart[], unplaced: readonly PersonId[] = []): boolean =>
  unplaced.length > 0 || rooms.some(({ unseated }) => unseated.length > 0)

type Steps = {
  /** Gives out the seats that the lots gave. The start follows where all of them were given; else it is asked about anew. */
  onSeat: (lots: readonly Starting[]) => Promise<readonly Ack[]>
  onStart: () => void
  onAskAgain: () => void
}

/** Seats people, and starts if all of them were seated: a phase that began all the same would leave the others standing. */
export async function seatThenStart(
  { onSeat, onStart, onAskAgain }: Steps,
  lots: readonly Starting[],
  tellRefusal: (rejection: Extract<Ack, { ok: false }>['rejection']) => void,
): Promise<void> {
  const refused = (await onSeat(lots)).find((ack) => !ack.ok)
  if (refused?.ok !== false) return onStart()
  tellRefusal(refused.rejection)
  onAskAgain()
}

type StartDialogProps = Steps & {
  rooms: readonly Starting[]
  unplaced?: Unplaced
  nameOf: (person: PersonId) => string
  open: boolean
  onClose: () => void
}

export function StartDialog(props: StartDialogProps) {
  const { rooms, unplaced, nameOf, open, onClose, onStart } = props
  const t = useTranslations('seating.start')
  const refusal = useTranslations('refusals')
  const format = useFormatter()
  const tell = useToast()
  const asked = rooms.filter(({ unseated }) => unseated.length > 0)
  const waiting = unplaced?.people ?? []
  const count = asked.flatMap(({ unseated }) => unseated).length + waiting.length
  const seated = asked.flatMap(({ lots }) => lots).length
  const names = ({ unseated }: BeforeStart) => format.list(unseated.map(nameOf))
  const [only] = asked
  const act = (how: 'by-lot' | 'without') => {
    onClose()
    if (how === 'without') onStart()
    else void seatThenStart(props, asked, (rejection) => tell({ text: refusal(rejection) }))
  }
  return (
    <Dialog open={open} onClose={onClose} title={t('title', { count })}>
      <div className={`stack ${styles.ask}`}>
        {only && asked.length === 1 ? (
          <p>{t('who', { names: names(only), count: only.unseated.length, open: only.open })}</p>
        ) : asked.length === 0 ? null : (
          <ul>
            {asked.map((room) => (
              <li key={room.name}>
                {t('whoAt', { table: room.name, names: names(room) })} {t('open', { open: room.open })}
              </li>
            ))}
          </ul>
        )}
        {waiting.length > 0 ? (
          <p>{t('unplaced', { names: format.list(waiting.map(nameOf)), count: waiting.length })}</p>
        ) : null}
        {unplaced && waiting.length > 0 ? (
          <Button
            kind="primary"
            wide
            onClick={() => {
              onClose()
              unplaced.onTables()
            }}
          >
            {t('tables', { count: waiting.length })}
          </Button>
        ) : null}
        {seated > 0 ? (
          <Button kind={waiting.length > 0 ? 'plain' : 'primary'} wide onClick={() => act('by-lot')}>
            {seated === count ? t('byLot', { count }) : t('some', { count: seated, left: count - seated })}
          </Button>
        ) : null}
        <Button wide onClick={() => act('without')}>
          {t('without')}
        </Button>
        <Button kind="quiet" wide onClick={onClose}>
          {t('back')}
        </Button>
        <p className="hint">{t('after')}</p>
      </div>
    </Dialog>
  )
}
