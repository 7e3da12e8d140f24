/**
 * Checks a record file and prepares the rows to insert for it. It may take seconds, so it runs in the worker thread (worker-thread.ts), where
 * neither the database nor the server's settings are available.
 */

import { delegationIds } from '#simulation/agenda/parties'
import { type SeatPlan, seatsOf } from '#simulation/agenda/plan'
import { MOST_CHAIRS, roomId } from '#simulation/kernel/ids'
import type { RecordFault } from '#simulation/reading/record/record-fault'
import { readRecord } from '#simulation/reading/record/record-file-reading'
import { factsOf } from '#simulation/reading/record/room-facts'
import type { RoomState } from '#simulation/state/room-state'
import { ActivitySettings } from '../../store/activities/activity-settings'
import { columnsOf, valuesOf } from '../../store/log/stored-rows'
import type { JudgedRecord } from '../worker-tasks'

/** Checks the file as room `room`. `judged` is called with the number of rows checked so far. */
export function judgeRecord(bytes: Uint8Array, room: string, judged: (rows: number) => void): JudgedRecord {
  const text = decoded(bytes)
  if (text === null) return refused('not-text')
  const reading = readRecord(text)
  for (;;) {
    const { done, value } = reading.next()
    if (!done) judged(value)
    else if ('fault' in value) return { ok: false, fault: value }
    else {
      const { head, rows, state } = value
      const settings = ActivitySettings.safeParse(settingsOf(state))
      if (!settings.success) return refused('wrong-plan')
      const log = columnsOf(valuesOf(roomId.parse(room), rows))
      return { ok: true, head, settings: settings.data, log, facts: factsOf(state) }
    }
  }
}

/** Settings reconstructed from the plan. Every activity has to have some; in an imported one they are only shown, since nothing is played. */
function settingsOf({ plan }: RoomState): ActivitySettings {
  const chairs = Math.max(...delegationIds(plan).map((id) => seatsOf(plan, id).length))
  return {
    rounds: plan.rounds.map(({ key }) => ({ tension: key, seconds: null })),
    roomCount: 1,
    seatsPerDelegation: Math.min(MOST_CHAIRS, Math.max(1, chairs)),
    delegations: plan.delegations.length,
    seating: 'place',
    practiceSpeed: plan.speed > 1 ? 30 : 1,
    understudies: plan.understudies,
    door: 'ask',
    lateArrivals: 'until-start',
    observers: plan.seats.flatMap(observerOf).slice(0, 9),
  }
}

function observerOf({ delegation, title, task }: SeatPlan): ActivitySettings['observers'] {
  if (delegation !== null) return []
  return [task ? { title: title.slice(0, 60), task } : title.slice(0, 60)]
}

const refused = (fault: RecordFault['fault']): JudgedRecord => ({
  ok: false,
  fault: { fault, line: null, row: null, about: null },
})

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
