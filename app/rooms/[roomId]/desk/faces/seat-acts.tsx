'use client'
// The chair's actions on a seat and its holder: grant the floor, send a note, move or swap, take the name off, remove, re-admit.
import { useTranslations } from 'next-intl'
import { putNameBack, takeNameOff } from '#room/off/strike-actions.ts'
import type { Moving } from '#room/table/move-dialog'
import type { ObserverTask } from '#simulation/agenda/plan'
import type { PersonId, SeatId } from '#simulation/kernel/ids'
import type { Hand } from '#simulation/shapes/floor'
import { useToast } from '#ui/over/toast'
import { setDoor } from '../../../../activities/[activityId]/actions'
import { type DeskView, nameOf } from '../scoring/desk-view'

export type SeatActs = {
  grant: (seat: SeatId) => void
  nudge: (seat: SeatId) => void
  move: (moving: Moving) => void
  task: (seat: SeatId, task: ObserverTask | null) => void
  /** The member acts for a head who is not there; in the head's own seat, the head does again. */
  letAct: (seat: SeatId) => void
  /** Takes the holder's name off, if they are a guest. */
  unname: (person: PersonId) => void
  /** With `closing`, the join code is closed too: otherwise a removed guest could join again under another name. */
  remove: (person: PersonId, seat: SeatId, closing?: 'closing') => void
}

/** The props that all seat rows share. */
export type SeatsShared = { desk: DeskView; acts: SeatActs; silent: ReadonlySet<SeatId>; hands: readonly Hand[] }

export function useSeatActs(
  { roomId, displayNames, ask, openDoor }: DeskView,
  on: { nudge: (seat: SeatId) => void; move: (moving: Moving) => void },
): SeatActs {
  const t = useTranslations('desk.seat')
  const tell = useToast()
  const unname = useUnname(roomId)
  return {
    ...on,
    unname,
    grant: (seat) => void ask({ type: 'grantFloor', seat }),
    task: (seat, task) => void ask({ type: 'giveTask', seat, task }),
    letAct: (seat) => void ask({ type: 'letAct', seat }),
    remove: async (person, seat, closing) => {
      if (!(await ask({ type: 'removePerson', person }))) return
      const closed = closing === 'closing' ? openDoor : null
      if (closed !== null) await setDoor(doorForm(closed, 'closed'))
      const putBack = async () => {
        if (closed !== null) await setDoor(doorForm(closed, 'open'))
        if (await ask({ type: 'readmitPerson', person }))
          await ask({ type: 'placePerson', person, seat, onlyIf: { from: null, holder: null } })
      }
      const name = nameOf(displayNames, person) ?? t('someone')
      const how = closed !== null ? 'removedAndClosed' : openDoor === null ? 'removed' : 'removedDoorOpen'
      tell({ text: t(how, { name }), undo: () => void putBack() })
    },
  }
}

/** Takes a name off, and says what the person is called now, with the way back, or why it was not done. */
function useUnname(roomId: string): SeatActs['unname'] {
  const t = useTranslations('desk.seat')
  const tell = useToast()
  const change = async (act: typeof takeNameOff, person: PersonId) =>
    act({ roomId, person }).catch(() => ({ ok: false, refusal: 'no-answer' }) as const)
  const putBack = async (person: PersonId) => {
    const answer = await change(putNameBack, person)
    tell({ text: answer.ok ? t('nameIsBack', { name: answer.name }) : t(`nameRefused.${answer.refusal}`) })
  }
  return async (person) => {
    const answer = await change(takeNameOff, person)
    if (!answer.ok) return tell({ text: t(`nameRefused.${answer.refusal}`) })
    tell({ text: t('nameIsOff', { name: answer.name }), undo: () => void putBack(person) })
  }
}

function doorForm(activityId: string, door: 'open' | 'closed'): FormData {
  const form = new FormData()
  form.set('activityId', activityId)
  form.set('door', door)
  return form
}
