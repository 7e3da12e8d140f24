// Who types words for a clause now, by office. Its place is kept while nobody does, so that nothing beneath it moves.
import { useFormatter, useTranslations } from 'next-intl'
import type { RoomView } from '#room/link/room-view.ts'
import type { SeatId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/state/room-state'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './writing-line.module.css'

type WritingLineProps = {
  state: RoomState
  writing: RoomView['writing']
  clause: string
  /** The reader's own office, of which they know. */
  own?: SeatId | null
}

export function WritingLine({ state, writing, clause, own = null }: WritingLineProps) {
  const t = useTranslations('record.text')
  const officesOf = useOffices(state)
  const seats = writing.flatMap(({ clause: on, seat }) => (on === clause && seat !== own ? [seat] : []))
  const who = officesOf(seats)
  return (
    <span className={`note ${styles.line}`}>
      {seats.length === 0
        ? null
        : t('writing', { who: who.charAt(0).toUpperCase() + who.slice(1), count: seats.length })}
    </span>
  )
}

/** Offices with their capitals, as a list. */
export function useOffices({ plan }: RoomState): (seats: readonly SeatId[]) => string {
  const t = useTranslations('record.text')
  const format = useFormatter()
  return (seats) =>
    format.list(
      plan.seats.flatMap(({ id, title, delegation }) =>
        seats.includes(id) ? [t('office', { title, capital: delegationIn(plan, delegation)?.capital ?? '' })] : [],
      ),
    )
}
