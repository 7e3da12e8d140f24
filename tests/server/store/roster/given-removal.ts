/** Removes or readmits a person in a room that is not live: judged by the rules and saved to the room's log. */
import { databaseUrl } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { decide } from '#simulation/engine/decide'
import { fold } from '#simulation/engine/room'
import { chairActor, commandId, personId, roomId } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { chinaGap } from '../../../support/stories/china-gap'

let commands = 0

/** A room whose log is still empty is opened first. */
export async function chairDoes(room: string, by: string, ...asked: readonly RoomCommand[]): Promise<void> {
  const log = openRoomLog(databaseUrl(), 1)
  try {
    const rows = await log.read(roomId.parse(room))
    const saved = rows.length
    const opening = (): RoomCommand => {
      const scenario = chinaGap()
      return { type: 'openRoom', ...planSeminar(scenario, defaultChoices(scenario, 'seminar-50', 7)) }
    }
    for (const command of saved === 0 ? [opening(), ...asked] : asked) rows.push(...judged(rows, by, command))
    const outcome = await log.append(roomId.parse(room), rows.slice(saved))
    if (outcome === 'conflict') throw new Error('Somebody else has written on this log.')
  } finally {
    await log.close()
  }
}

function judged(rows: readonly Recorded[], by: string, command: RoomCommand): Recorded[] {
  commands += 1
  const id = commandId.parse(`chair-does-${process.pid}-${commands}`)
  const at = Math.max(Date.now(), rows.at(-1)?.at ?? 0)
  const actor = chairActor(by)
  const verdict = decide(fold(rows), command, { by: actor, at, lot: 0 })
  if (!verdict.ok) throw new Error(`The chair was to ${command.type} and may not: ${verdict.rejection}`)
  return verdict.rows.map((draft, index) => ({
    seq: rows.length + 1 + index,
    at,
    by: actor,
    commandId: id,
    ...draft,
  }))
}

export const removes = (room: string, by: string, participantId: string): Promise<void> =>
  chairDoes(room, by, { type: 'removePerson', person: personId.parse(participantId) })

export const readmits = (room: string, by: string, participantId: string): Promise<void> =>
  chairDoes(room, by, { type: 'readmitPerson', person: personId.parse(participantId) })
