'use client'
// One act at several tables: asks them, keeps what came of it until the next act, repeats it only where it was not done, and takes it back.
// What an act was sent as keeps its ids, so that a table which had done it and could not say so does not do it twice.
import { useCallback, useState } from 'react'
import type { AnsweredCommand } from '#room/link/activity-link.ts'
import type { ActivityRoom } from '#room/link/activity-view.ts'
import { isPassing } from '#room/link/outgoing.ts'
import type { Refusal } from '#room/link/room-view.ts'
import { activityLink } from '#room/link/use-activity.ts'
import type { CommandId } from '#simulation/kernel/ids'
import { type ChairAct, commandsOf } from '#simulation/reading/talk/chair-acts'

export type Outcome = {
  act: ChairAct
  /** Rooms that have not answered yet are in neither list. */
  asked: number
  done: readonly ActivityRoom[]
  failed: readonly { room: ActivityRoom; why: Refusal; unanswered: readonly AnsweredCommand[] }[]
  isOver: boolean
  /** The last command of each room where it was done. */
  steps: ReadonlyMap<string, CommandId>
}

export type Acts = {
  outcome: Outcome | null
  /**
   * Resolves to whether a sheet with the act's words may close: some table did it, or it can be asked again from the outcome, under the same
   * ids. Sent from its sheet once more it would be done twice where it had been done.
   */
  run: (act: ChairAct, rooms: readonly ActivityRoom[]) => Promise<boolean>
  again: () => void
  undo: () => void
  dismiss: () => void
}

export function useActs(activityId: string): Acts {
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const run = useCallback(
    async (act: ChairAct, rooms: readonly ActivityRoom[]) => {
      const asked = rooms.flatMap((room) => commandsOf(act, room).map((command) => ({ room, command })))
      if (asked.length === 0) return false
      setOutcome(outcomeOf(act, [], new Set(asked.map(({ room }) => room.id)).size))
      const answers = await activityLink(activityId).ask(asked)
      const over = outcomeOf(act, answers)
      setOutcome(over)
      return over.done.length > 0 || over.failed.some(({ unanswered }) => unanswered.length > 0)
    },
    [activityId],
  )

  async function again() {
    if (!outcome) return
    const unanswered = outcome.failed.flatMap((one) => one.unanswered)
    setOutcome({ ...outcome, isOver: false })
    const answers = await activityLink(activityId).askAgain(unanswered)
    const then = outcomeOf(outcome.act, answers)
    setOutcome({
      ...then,
      asked: outcome.asked,
      done: [...outcome.done, ...then.done],
      failed: [...outcome.failed.flatMap((one) => (one.unanswered.length === 0 ? [one] : [])), ...then.failed],
      steps: new Map([...outcome.steps, ...then.steps]),
    })
  }

  return {
    outcome,
    run,
    again: () => void again(),
    undo: () => outcome && void run({ kind: 'undo', steps: outcome.steps }, activityLink(activityId).view.rooms),
    dismiss: () => setOutcome(null),
  }
}

/** Several commands to one room (a note to each head) count as done where all of them were. */
function outcomeOf(act: ChairAct, answers: readonly AnsweredCommand[], asked?: number): Outcome {
  const byRoom = new Map<ActivityRoom, readonly AnsweredCommand[]>()
  for (const one of answers) byRoom.set(one.room, [...(byRoom.get(one.room) ?? []), one])
  const failed = [...byRoom].flatMap(([room, own]) => {
    const refused = own.flatMap(({ ack }) => (ack.ok ? [] : [ack.rejection]))
    const [why] = refused
    if (why === undefined) return []
    return [{ room, why, unanswered: own.filter(({ ack }) => !ack.ok && isOpen(ack.rejection)) }]
  })
  const done = [...byRoom.keys()].filter((room) => failed.every((one) => one.room !== room))
  return {
    ...{ act, done, failed, asked: asked ?? byRoom.size, isOver: asked === undefined },
    steps: new Map(answers.flatMap(({ room, id, ack }): [string, CommandId][] => (ack.ok ? [[room.id, id]] : []))),
  }
}

/** Whether asking again makes sense: the room did not answer, or could not save. */
const isOpen = (why: Refusal): boolean => isPassing(why) || why === 'cannot-save'
