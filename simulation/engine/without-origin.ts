// Of words that are gone it is not said that they were the brief's (rules O12, T8, K2): whoever reads the brief would have them again.
import { GAP } from '../kernel/gaps'
import { delegationId } from '../kernel/ids'
import type { RoomEvent } from '../shapes/room-event'

const isGone = (text: string): boolean => text.includes(GAP)

/** The event without it where its words are gone, in whole or in part; whether they were taken off or redacted. */
export function withoutOrigin(event: RoomEvent): RoomEvent {
  if (event.type === 'PositionsRevealed') {
    const positions: typeof event.positions = {}
    for (const [id, shown] of Object.entries(event.positions)) {
      if (!shown) continue
      const { asBrief, ...rest } = shown
      positions[delegationId.parse(id)] =
        asBrief === undefined || isGone(shown.position.text) ? rest : { ...rest, asBrief }
    }
    return { ...event, positions }
  }
  if (!('asBrief' in event) || !isGone(event.text)) return event
  const { asBrief: _gone, ...rest } = event
  return rest
}
