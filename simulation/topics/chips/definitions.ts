// The commands and events of chips. Who may give them, and when, is decided in chips.ts.
import type { DelegationId } from '../../kernel/ids'
import { chipsOf } from '../../questions/chips'
import type { commands, DelegationChips, events } from '../../shapes/chips'
import type { NextRoom } from '../../state/next-room'
import { type CommandDefinitions, type EventDefinitions, SILENT, type TypeIn, underItsNumber } from '../topic'
import { layChips, proposeChips } from './chips'

export const chipsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  proposeChips: { decide: proposeChips },
  layChips: { decide: layChips },
}

export const chipsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  ChipsProposed: {
    words: null,
    ...SILENT,
    fold(room, { delegation, seat, laid }, { at }) {
      const others = chipsOf(room, delegation).proposed.filter((each) => each.seat !== seat)
      keep(room, delegation, { proposed: [...others, { seat, laid, at }] })
    },
    command: ({ laid }) => ({ type: 'proposeChips', laid }),
  },
  ChipsLaid: {
    words: null,
    fold(room, { no, delegation, seat, laid }, { at }) {
      keep(room, delegation, { laid: { no, seat, laid, at } })
    },
    numbering: underItsNumber,
    content: (_state, { laid }) => ({ kind: 'chips', laid }),
    searchText: null,
    command: ({ laid }) => ({ type: 'layChips', laid }),
  },
}

function keep(room: NextRoom, delegation: DelegationId, change: Partial<DelegationChips>): void {
  room.chips = { ...room.chips, [delegation]: { ...chipsOf(room, delegation), ...change } }
}
