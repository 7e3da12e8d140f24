// The rows of positions. When one may be filed is decided in positions.ts.
import { delegationIds } from '../../agenda/parties'
import type { DelegationId, Stage, TensionKey } from '../../kernel/ids'
import type { NextRoom } from '../../kernel/next-room'
import type { PositionFile } from '../../kernel/room-state'
import { positionFile, positionKey } from '../../kernel/room-state'
import type { CommandRows, EventRows, TypeIn } from '../topic'
import { onRecord, SILENT, searchLines } from '../topic'
import { draftPosition, filePosition } from './positions'
import type { positionsCommands, positionsEvents } from './schemas'

export const positionsCommandRows: CommandRows<TypeIn<typeof positionsCommands>> = {
  draftPosition: { decide: draftPosition, inOutbox: true },
  filePosition: { decide: filePosition, inOutbox: true },
}

export const positionsEventRows: EventRows<TypeIn<typeof positionsEvents>> = {
  PositionDrafted: {
    ...SILENT,
    fold(room, event, { at }) {
      const { delegation, position, seat } = event
      keepFile(room, event, delegation, { draft: { position, seat, at } })
    },
    command: ({ round, stage, position }) => ({ type: 'draftPosition', round, stage, ...position }),
    work: (_state, { round, position }) => ({ what: 'position-draft', round, anchors: position.anchors.length }),
  },
  PositionFiled: {
    ...SILENT,
    fold(room, event, { at, by }) {
      const { delegation, position, revision, how = null } = event
      keepFile(room, event, delegation, { filed: { position, at, revision, by }, how })
    },
    command: ({ round, stage, position }) => ({ type: 'filePosition', round, stage, ...position }),
    work: (_state, { round, position }) => ({ what: 'position-draft', round, anchors: position.anchors.length }),
  },
  PositionSealed: {
    ...SILENT,
    fold(room, event, { at }) {
      keepFile(room, event, event.delegation, { sealedAt: at, how: event.how ?? null })
    },
    command: null,
  },
  PositionsRevealed: {
    fold(room, event) {
      for (const delegation of delegationIds(room.plan)) {
        const open = event.positions[delegation]
        if (!open) continue
        const { position, filedAt, revision, how = null } = open
        const filed = { position, at: filedAt, revision, by: null }
        keepFile(room, event, delegation, { filed, sealedAt: filedAt, how, revealed: true })
      }
    },
    numbering: onRecord,
    content: (_state, { stage, positions }) => ({ kind: 'reveal', stage, positions }),
    // One phase may reveal several rounds, and in a homework debate it belongs to none: the entry takes its round from the event.
    attribution: ({ round }) => ({ round }),
    searchText: ({ positions }) =>
      searchLines(...Object.values(positions).flatMap(({ position }) => [position.text, position.redLine])),
    command: null,
    step: 'final',
  },
}

function keepFile(
  room: NextRoom,
  place: { round: TensionKey; stage: Stage },
  delegation: DelegationId,
  change: Partial<PositionFile>,
): void {
  const key = positionKey(place.round, place.stage, delegation)
  const file = positionFile(room, place.round, place.stage, delegation)
  room.positions = { ...room.positions, [key]: { ...file, ...change } }
}
