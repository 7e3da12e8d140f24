// The commands and events of hearing. When they are accepted is decided in hearing.ts. Nobody's words stand in them: the wordings are the
// scenario's.
import type { commands, events, serverCommands } from '../../shapes/hearing'
import { type CommandDefinitions, type EventDefinitions, SILENT, type TypeIn } from '../topic'
import { nameClaim, offerClaims } from './hearing'

export const hearingCommandDefinitions: CommandDefinitions<TypeIn<typeof commands> | TypeIn<typeof serverCommands>> = {
  nameClaim: { decide: nameClaim },
  offerClaims: { decide: offerClaims },
}

export const hearingEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  ClaimsOffered: {
    words: null,
    ...SILENT,
    fold(room, { entry, claims, chosen, ear }) {
      room.meant = { ...room.meant, [entry]: { claims, chosen, ear, named: null } }
    },
    command: ({ entry, claims, chosen, ear }) => ({ type: 'offerClaims', entry, claims, chosen, ear }),
  },
  ClaimNamed: {
    words: null,
    ...SILENT,
    fold(room, { entry, claim }, { at }) {
      const meant = room.meant[entry]
      if (meant) room.meant = { ...room.meant, [entry]: { ...meant, named: { claim, at } } }
    },
    command: ({ entry, claim }) => ({ type: 'nameClaim', entry, claim }),
  },
}
