'use client'
// A person's own view as a step of its own: the axis at hand, the value placed on it, and the marks so far. Which axis is at hand moves
// only by their own act.
import { useState } from 'react'
import * as z from 'zod/mini'
import type { RoundPlan } from '#simulation/agenda/plan'
import type { AxisValue, TensionKey } from '#simulation/kernel/ids'
import { stanceNow } from '#simulation/questions/stances'
import { unmarkedBy, type When } from '#simulation/reading/own-view'
import { stanceKey } from '#simulation/state/room-state'
import { isAtWork } from './at-work'
import type { SeatView } from './seat-view'
import { type Owner, useLocalStorage } from './use-local-storage'
import { useRequest } from './use-request'

/** The form's id, for the button in a phone's dock. */
export const OWN_VIEW_FORM = 'own-view'

const passes = z.array(z.enum(['before', 'after']))
const NONE: z.infer<typeof passes> = []

export type OwnView = {
  /** Which of the two is taken now; null when none is. */
  when: When | null
  /** Whether the step is shown in place of what follows it. */
  open: boolean
  /** Whether it waits, because the person was at words of theirs when it was asked for; `come` opens it. */
  waits: boolean
  come: () => void
  /** What the person preferred not to say. */
  passed: readonly When[]
  round: RoundPlan | null
  /** The value on the axis at hand; zero until it is placed. */
  value: AxisValue
  placed: boolean
  marks: readonly { round: RoundPlan; value: AxisValue }[]
  of: number
  /** Why the last mark was not taken, as a sentence. */
  refused: string | null
  place: (value: AxisValue) => void
  mark: () => void
  pass: () => void
  choose: (round: TensionKey) => void
}

/** The own views that a person preferred not to mark, and how another is added: their device remembers them. */
export function useViewsPassed({ roomId, person }: Owner): [readonly When[], (passed: readonly When[]) => void] {
  const [passed, set] = useLocalStorage({ roomId, person }, 'own-view-passed', passes, NONE)
  return [passed, (all) => set([...all])]
}

export function useOwnView({ state, view, roomId, person }: SeatView): OwnView {
  const [passed, setPassed] = useViewsPassed({ roomId, person })
  const when = state.closedAt === null && state.plan.kind === 'seminar' ? stanceNow(state) : null
  // Decided while the page is drawn and not after it: by then the step would stand where the field stood in which somebody writes.
  const [asked, setAsked] = useState(when)
  const [waits, setWaits] = useState(false)
  if (asked !== when) {
    setAsked(when)
    setWaits(when !== null && isAtWork())
  }
  const [sent, setSent] = useState<Readonly<Record<string, AxisValue>>>({})
  const [chosen, setChosen] = useState<TensionKey | null>(null)
  const [placed, setPlaced] = useState<AxisValue | null>(null)
  const request = useRequest(view)
  const { rounds } = state.plan
  const markOf = (key: TensionKey) =>
    when === null ? undefined : (state.stances[stanceKey(person, when, key)] ?? sent[`${when}/${key}`])
  const left = when === null ? [] : unmarkedBy(state, person, when).filter((key) => markOf(key) === undefined)
  const key = chosen ?? left[0] ?? null
  const round = rounds.find((one) => one.key === key) ?? null
  const isAsked = when !== null && round !== null && (chosen !== null || !passed.includes(when))
  const value = placed ?? (key === null ? undefined : markOf(key)) ?? 0
  return {
    when,
    open: isAsked && !waits,
    waits: isAsked && waits,
    come: () => setWaits(false),
    passed,
    round,
    value,
    placed: placed !== null,
    marks: rounds.flatMap((one) => {
      const mark = markOf(one.key)
      return mark === undefined || one.key === key ? [] : [{ round: one, value: mark }]
    }),
    of: rounds.length,
    refused: request.refused,
    place: setPlaced,
    mark: () => {
      if (when === null || round === null) return
      const sentKey = `${when}/${round.key}`
      setSent({ ...sent, [sentKey]: value })
      setChosen(null)
      setPlaced(null)
      void request.ask({ type: 'markStance', round: round.key, value }).then((saved) => {
        if (!saved) setSent((all) => Object.fromEntries(Object.entries(all).filter(([each]) => each !== sentKey)))
      })
    },
    pass: () => {
      setChosen(null)
      setPlaced(null)
      if (when !== null && !passed.includes(when)) setPassed([...passed, when])
    },
    choose: (to) => {
      setPlaced(null)
      setWaits(false)
      setChosen(to)
    },
  }
}
