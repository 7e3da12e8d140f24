// The commands and events of positions. When one may be filed is decided in positions.ts.
import { delegationIds } from '../../agenda/parties'
import { type DelegationId, delegationId, type FilingStage, type TensionKey } from '../../kernel/ids'
import { ofPosition, positionPlace, type TakeText } from '../../shapes/places'
import type { commands, events, Position, PositionFile } from '../../shapes/positions'
import type { EventOf } from '../../shapes/room-event'
import type { NextRoom } from '../../state/next-room'
import { positionFile, positionKey } from '../../state/room-state'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeAnchors,
} from '../topic'
import { draftPosition, filePosition } from './positions'

export const positionsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  draftPosition: { decide: draftPosition },
  filePosition: { decide: filePosition },
}

export const positionsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  PositionDrafted: {
    words: (event, take) => ({ ...event, position: takePosition(event.position, take, event) }),
    places: (event) => [positionPlace(event)],
    ...SILENT,
    fold(room, event, { at }) {
      const { delegation, position, seat, handedIn = false } = event
      const { draft: before, drafts } = positionFile(room, event.round, event.stage, delegation)
      const draft = { position, seat, at, handedIn }
      // H14: what somebody proposed stands before what others had only left typed.
      const stands = handedIn && before !== null && !before.handedIn ? before : draft
      keepFile(room, event, delegation, { draft: stands, drafts: [...drafts, draft] })
    },
    command({ round, stage, position, handedIn }) {
      const work = { type: 'draftPosition', round, stage, ...position } as const
      return handedIn ? { type: 'handIn', work } : work
    },
    work: (_state, { round, position }) => ({ what: 'position-draft', round, anchors: position.anchors.length }),
  },
  PositionFiled: {
    words: (event, take) => ({ ...event, position: takePosition(event.position, take, event) }),
    places: (event) => [positionPlace(event)],
    ...SILENT,
    fold(room, event, { at, by }) {
      const { delegation, position, revision, how = null } = event
      const { drafts } = positionFile(room, event.round, event.stage, delegation)
      const filed = { position, at, revision, by, asBrief: false }
      keepFile(room, event, delegation, { filed, filing: { by, revision, drafts }, how })
    },
    command: ({ round, stage, position }) => ({ type: 'filePosition', round, stage, ...position }),
    work: (_state, { round, position }) => ({ what: 'position-draft', round, anchors: position.anchors.length }),
  },
  PositionSealed: {
    words: null,
    ...SILENT,
    fold(room, event, { at }) {
      keepFile(room, event, event.delegation, { sealedAt: at, how: event.how ?? null })
    },
    command: null,
  },
  PositionsRevealed: {
    causes: ['facts'],
    words({ round, stage, positions, ...event }, take) {
      const taken: typeof positions = {}
      for (const [delegation, shown] of shownIn(positions))
        taken[delegation] = { ...shown, position: takePosition(shown.position, take, { round, stage, delegation }) }
      return { ...event, round, stage, positions: taken }
    },
    places: ({ round, stage, positions }) =>
      shownIn(positions).map(([delegation]) => positionPlace({ round, stage, delegation })),
    fold(room, event) {
      for (const delegation of delegationIds(room.plan)) {
        const open = event.positions[delegation]
        if (!open) continue
        const { position, filedAt, revision, how = null, asBrief = false } = open
        const filed = { position, at: filedAt, revision, by: null, asBrief }
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
  place: { round: TensionKey; stage: FilingStage },
  delegation: DelegationId,
  change: Partial<PositionFile>,
): void {
  const key = positionKey(place.round, place.stage, delegation)
  const file = positionFile(room, place.round, place.stage, delegation)
  room.positions = { ...room.positions, [key]: { ...file, ...change } }
}

type PositionAt = { round: TensionKey; stage: FilingStage; delegation: DelegationId }

function takePosition(position: Position, take: TakeText, place: PositionAt): Position {
  const of = ofPosition(place)
  const { text, redLine, anchors } = position
  return {
    ...position,
    text: take(text, of),
    redLine: redLine === '' ? '' : take(redLine, of),
    anchors: takeAnchors(anchors, take, of),
  }
}

type Shown = EventOf<'PositionsRevealed'>['positions']

const shownIn = (positions: Shown): [DelegationId, NonNullable<Shown[DelegationId]>][] =>
  Object.entries(positions).flatMap(([id, shown]) => (shown ? [[delegationId.parse(id), shown]] : []))
