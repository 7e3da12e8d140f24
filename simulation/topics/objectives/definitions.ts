// The commands and events of the objectives. Who may claim and who judges is decided in objectives.ts.
import { claimOf } from '../../questions/objectives'
import type { commands, events } from '../../shapes/objectives'
import type { EventOf } from '../../shapes/room-event'
import type { RoomState } from '../../state/room-state'
import { type CommandDefinitions, type EventDefinitions, onRecord, SILENT, type TypeIn } from '../topic'
import { claimObjective, judgeClaim } from './objectives'

export const objectivesCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  claimObjective: { decide: claimObjective },
  judgeClaim: { decide: judgeClaim },
}

export const objectivesEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  ObjectiveClaimed: {
    words: null,
    fold(room, { seat, objective, met, entry }) {
      const others = room.claims.filter((claim) => claim.seat !== seat || claim.objective !== objective)
      // The claim's own entry is added after this fold, under the next number.
      room.claims = [...others, { no: room.record.length + 1, seat, objective, met, entry, confirmed: null }]
    },
    numbering: onRecord,
    content: (state, event, { no }) => ({
      kind: 'claim',
      text: event.text,
      met: event.met,
      shownBy: event.entry,
      ...sinceThen(state, event, Number(no)),
    }),
    searchText: null,
    command: ({ objective, met, entry }) => ({ type: 'claimObjective', objective, met, entry }),
    later(state, event, { no }) {
      const { confirmed, replacedBy } = sinceThen(state, event, Number(no))
      return `${confirmed ?? ''} ${replacedBy ?? ''}`
    },
  },
  ClaimJudged: {
    words: null,
    ...SILENT,
    fold(room, { claim: no, confirmed }) {
      room.claims = room.claims.map((claim) => (claim.no === no ? { ...claim, confirmed } : claim))
    },
    command: ({ claim, confirmed }) => ({ type: 'judgeClaim', claim, confirmed }),
  },
}

/** What became of a claim: what the chair said to it, or the number of the claim in its place. */
function sinceThen(
  state: RoomState,
  { seat, objective }: EventOf<'ObjectiveClaimed'>,
  no: number,
): { confirmed: boolean | null; replacedBy: number | null } {
  const now = claimOf(state, seat, objective)
  return now && now.no !== no
    ? { confirmed: null, replacedBy: now.no }
    : { confirmed: now?.confirmed ?? null, replacedBy: null }
}
