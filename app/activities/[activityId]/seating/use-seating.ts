'use client'
// The seating as the page has it: the changes it asks of the server, the way back from the last one, and the name that is picked up.
import { useCallback, useState } from 'react'
import type { SeatAt } from '#simulation/seating/prepared-seats'
import type { Seating, SeatingAnswer, SeatingChange } from '#simulation/wire/seating'
import { useSending } from '#ui/controls/use-sending.ts'
import { changeSeats } from './actions'

type Fault = Exclude<SeatingAnswer['fault'], null> | 'offline'

export type SeatingHand = {
  seating: Seating
  busy: boolean
  /** Resolves to true once it is stored. */
  change: (change: SeatingChange) => Promise<boolean>
  /** Why the last change was not done, and the change itself. */
  refused: { fault: Fault; change: SeatingChange } | null
  undo: (() => void) | null
  /** The roster place that is picked up. */
  picked: string | null
  pick: (place: string | null) => void
  /** Puts the picked person down; null takes them off their seat. */
  put: (to: SeatAt | null, place?: string) => void
}

export function useSeating(activityId: string, initial: Seating): SeatingHand {
  const [seating, setSeating] = useState(initial)
  const { busy, send } = useSending<Exclude<Fault, 'offline'>>()
  const [refused, setRefused] = useState<SeatingHand['refused']>(null)
  const [before, setBefore] = useState<Pick<Seating, 'prepared' | 'draw'> | null>(null)
  const [picked, pick] = useState<string | null>(null)

  const change = useCallback(
    async (asked: SeatingChange): Promise<boolean> => {
      const fault = await send(async () => {
        const answer = await changeSeats({ activityId, asked: { version: seating.version, change: asked } })
        if (answer.fault === null) setBefore(asked.do === 'restore' ? null : seating)
        setSeating(answer.seating)
        return answer.fault
      })
      // The seats on the page are those of before the change that is under way.
      const why = fault === undefined ? 'changed' : fault === 'failed' ? 'offline' : fault
      setRefused(why === null ? null : { fault: why, change: asked })
      return why === null
    },
    [activityId, seating, send],
  )

  return {
    ...{ seating, busy, change, refused, picked, pick },
    undo: before ? () => void change(backTo(before)) : null,
    put: (to, place = picked ?? undefined) => {
      pick(null)
      if (place !== undefined) void change({ do: 'seat', place, to })
    },
  }
}

function backTo({ prepared, draw }: Pick<Seating, 'prepared' | 'draw'>): SeatingChange {
  const number = draw && { by: draw.by, who: draw.who, number: draw.number }
  return { do: 'restore', prepared: [...prepared], draw: number }
}
