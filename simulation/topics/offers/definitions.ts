// The commands and events of offers. Who may make and answer them is decided in offers.ts.
import { statusOf } from '../../questions/offers'
import { sponsorOf } from '../../questions/text'
import type { commands, events, OfferedStands } from '../../shapes/offers'
import { headingIn, type RoomState } from '../../state/room-state'
import { type NamedVersion, procedure } from '../entry-content'
import { moveIn } from '../text/definitions'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
  underItsNumber,
} from '../topic'
import { answerOffer, makeOffer, withdrawOffer } from './offers'

export const offersCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  makeOffer: { decide: makeOffer },
  answerOffer: { decide: answerOffer },
  withdrawOffer: { decide: withdrawOffer },
}

export const offersEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  OfferMade: {
    words: (event, take) => ({ ...event, words: takeMaybe(event.words, take, { at: event.no }) }),
    fold(room, { no, delegation: from, to, ours, theirs, words, counters }, { at }) {
      const offer = { no, from, to, ours, theirs, words, counters, phase: room.agenda.index, at, answer: null }
      room.offers = [...room.offers, offer]
    },
    numbering: underItsNumber,
    content: (state, { no, delegation: from, to, ours, theirs, words }) => ({
      kind: 'offer',
      ...{ from, to, ours: named(state, ours), theirs: named(state, theirs), text: words ?? '' },
      status: statusIn(state, no),
    }),
    searchText: ({ words }) => searchLines(words),
    command: ({ to, ours, theirs, words, counters }) => ({ type: 'makeOffer', to, ours, theirs, words, counters }),
    rank: 1,
    work: () => ({ what: 'proposal-or-amendment' }),
    later: (state, { no }) => statusIn(state, no),
  },
  OfferAnswered: {
    words: null,
    ...SILENT,
    fold(room, { no, answer }) {
      room.offers = room.offers.map((offer) => (offer.no === no ? { ...offer, answer } : offer))
    },
    command({ no, answer }) {
      if (answer === 'withdrawn') return { type: 'withdrawOffer', no }
      return answer === 'countered' ? null : { type: 'answerOffer', no, accept: answer === 'accepted' }
    },
  },
  StandsTraded: {
    words: null,
    fold(room, { moves }, { at }) {
      for (const { delegation, clause, version } of moves)
        moveIn(room, clause, delegation, { version, reason: null, at })
    },
    numbering: onRecord,
    content: (state, { between, moves }) =>
      procedure({
        key: 'traded',
        between,
        moves: moves.flatMap(({ delegation, ...stand }) =>
          named(state, [stand]).map((version) => ({ delegation, ...version })),
        ),
      }),
    searchText: null,
    command: null,
  },
}

const named = (state: RoomState, stands: OfferedStands): readonly NamedVersion[] =>
  stands.map(({ clause, version }) => {
    const { by: of, no: nth } = sponsorOf(version)
    return { heading: headingIn(state, clause), of, nth }
  })

function statusIn(state: RoomState, no: string) {
  const offer = state.offers.find((each) => each.no === no)
  return offer ? statusOf(state, offer) : 'open'
}
