// The commands and events of the joint text. Who may give them is decided in text.ts.
import { delegationIds } from '../../agenda/parties'
import type { DelegationId, SeatId } from '../../kernel/ids'
import { sponsorOf, standIn, versionIn } from '../../questions/text'
import { bracketPlace, draftPlace, headingPlace, versionPlace, type WordsAt } from '../../shapes/places'
import type { EventOf } from '../../shapes/room-event'
import type { ClauseText, commands, events, Stand } from '../../shapes/text'
import { isUnderstudy } from '../../state/actor'
import type { NextRoom } from '../../state/next-room'
import { clauseIn, headingIn } from '../../state/room-state'
import { procedure } from '../entry-content'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
} from '../topic'
import { bringInClause, draftVersion, initialClause, keepBracket, putForward, reopenClause, standOn } from './text'

export const textCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  draftVersion: { decide: draftVersion },
  putForward: { decide: putForward },
  bringInClause: { decide: bringInClause },
  standOn: { decide: standOn },
  keepBracket: { decide: keepBracket },
  initialClause: { decide: initialClause },
  reopenClause: { decide: reopenClause },
}

export const textEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  VersionDrafted: {
    words: (event, take) => ({ ...event, words: take(event.words, ofDraft(event)) }),
    places: ({ clause, seat }) => [draftPlace(clause, seat)],
    ...SILENT,
    fold(room, { clause: key, seat, words, from, cites, between }, { at }) {
      change(room, key, ({ drafts }) => ({ drafts: { ...drafts, [seat]: { words, from, cites, between, at } } }))
    },
    command: ({ clause, words, from, cites, between }) => ({
      type: 'draftVersion',
      ...{ clause, words, from, cites, between },
    }),
    work: (_state, { clause }) => ({ what: 'proposal-or-amendment', piece: `draft/${clause}` }),
  },
  VersionPutForward: {
    words: (event, take) => ({ ...event, words: take(event.words, ofVersion(event)) }),
    places: ({ clause, version }) => [versionPlace(clause, version)],
    fold(room, { clause: key, version: id, delegation: by, seat, words, from, cites }, { at, by: actor }) {
      change(room, key, (clause) => {
        return {
          versions: [...clause.versions, { id, words, by, seat, given: isUnderstudy(actor), from, cites, at }],
          drafts: withoutDraft(clause, seat, words),
          ...(by === null ? {} : moved(clause, by, { version: id, reason: null, at })),
        }
      })
    },
    numbering: onRecord,
    content(state, event) {
      const { clause, version, delegation: side, seat: drafter, words: text, from, cites } = event
      const before = versionIn({ versions: clauseIn(state, clause)?.versions ?? [] }, from)?.words ?? null
      return {
        kind: 'version',
        ...{ clause, heading: headingIn(state, clause), broughtIn: false, version, side, drafter, text, before, cites },
      }
    },
    searchText: ({ words }) => searchLines(words),
    command: ({ clause, words, from, cites, seat: drafter }) => ({
      type: 'putForward',
      ...{ clause, words, from, cites, drafter },
    }),
    work: () => ({ what: 'proposal-or-amendment' }),
  },
  ClauseBroughtIn: {
    words: (event, take) => ({
      ...event,
      words: take(event.words, ofVersion({ ...event, from: null, cites: null })),
      heading: take(event.heading, { at: headingPlace(event.clause) }),
      name: take(event.name, { at: headingPlace(event.clause) }),
    }),
    places: ({ clause, version }) => [versionPlace(clause, version), headingPlace(clause)],
    fold(room, { clause: key, version: id, delegation: by, seat, heading, name, tension, words }, { at, by: actor }) {
      const stands = delegationIds(room.plan).map((each): [DelegationId, Stand] => [
        each,
        { version: each === by ? id : null, reason: null, at },
      ])
      const clause: ClauseText = {
        ...{ key, heading, name, tension, anchors: [], broughtBy: by ?? 'chair', drafts: {}, initials: [] },
        versions: [{ id, words, by, seat, given: isUnderstudy(actor), from: null, cites: null, at }],
        stands: Object.fromEntries(stands),
      }
      room.clauses = [...room.clauses, clause]
    },
    numbering: onRecord,
    content(_state, { clause, heading, version, delegation: side, seat: drafter, words: text }) {
      return {
        kind: 'version',
        ...{ clause, heading, broughtIn: true, version, side, drafter, text, before: null, cites: null },
      }
    },
    searchText: ({ heading, words }) => searchLines(words, heading),
    command: ({ heading, name, tension, words }) => ({ type: 'bringInClause', heading, name, tension, words }),
    work: () => ({ what: 'proposal-or-amendment' }),
  },
  VersionStoodOn: {
    words(event, take) {
      const at = bracketPlace(event.clause, event.delegation)
      return { ...event, reason: takeMaybe(event.reason, take, { at }) }
    },
    places: ({ clause, delegation, reason }) => (reason === null ? [] : [bracketPlace(clause, delegation)]),
    fold(room, { clause: key, delegation, version, reason }, { at }) {
      change(room, key, (clause) => moved(clause, delegation, { version, reason, at }))
    },
    numbering: onRecord,
    content(state, { clause, delegation, version, reason, clean }) {
      const heading = headingIn(state, clause)
      const { by: of, no: nth } = sponsorOf(version)
      if (reason !== null) return { kind: 'stand', clause, heading, of, nth, clean, text: reason }
      // A side's first words keep the sentence that records of before the fourth edition have.
      if (of !== 'chair' && nth === 1)
        return procedure({ key: 'text-chosen', clause, heading, delegation, text: of, agreed: clean })
      return procedure({ key: 'stood-on', heading, delegation, of, nth, clean })
    },
    searchText: ({ reason }) => searchLines(reason),
    command: ({ clause, version, reason }) => ({ type: 'standOn', clause, version, reason }),
    work: () => ({ what: 'proposal-or-amendment' }),
  },
  BracketKept: {
    words(event, take) {
      const at = bracketPlace(event.clause, event.delegation)
      return { ...event, reason: take(event.reason, { at }) }
    },
    places: ({ clause, delegation }) => [bracketPlace(clause, delegation)],
    fold(room, { clause: key, delegation, reason }, { at }) {
      change(room, key, (clause) => moved(clause, delegation, { ...standIn(clause, delegation), reason, at }))
    },
    numbering: onRecord,
    content: (_state, { clause, reason }) => ({ kind: 'bracket', clause, text: reason }),
    searchText: ({ reason }) => searchLines(reason),
    command: ({ clause, reason }) => ({ type: 'keepBracket', clause, reason }),
    work: (_state, { clause }) => ({ what: 'proposal-or-amendment', piece: `bracket/${clause}` }),
  },
  ClauseInitialled: {
    words: null,
    fold(room, { clause: key, delegation }) {
      change(room, key, ({ initials }) => ({ initials: [...initials, delegation] }))
    },
    numbering: onRecord,
    content: (state, { clause, delegation, all }) =>
      procedure({ key: 'initialled', heading: headingIn(state, clause), delegation, all }),
    searchText: null,
    command: ({ clause }) => ({ type: 'initialClause', clause }),
    work: () => ({ what: 'proposal-or-amendment' }),
  },
  ClauseReopened: {
    words: (event, take) => ({ ...event, reason: take(event.reason) }),
    fold(room, { clause: key }) {
      change(room, key, () => ({ initials: [] }))
    },
    numbering: onRecord,
    content: (state, { clause, reason }) => ({
      kind: 'reopened',
      clause,
      heading: headingIn(state, clause),
      text: reason,
    }),
    searchText: ({ reason }) => searchLines(reason),
    command: ({ clause, reason }) => ({ type: 'reopenClause', clause, reason }),
  },
}

function change(room: NextRoom, key: string, part: (clause: ClauseText) => Partial<ClauseText>): void {
  room.clauses = room.clauses.map((clause) => (clause.key === key ? { ...clause, ...part(clause) } : clause))
}

/** Lets a delegation stand elsewhere in a clause. */
export const moveIn = (room: NextRoom, key: string, delegation: DelegationId, stand: Stand): void =>
  change(room, key, (clause) => moved(clause, delegation, stand))

/** A draft that was put forward as it stood is done with. */
function withoutDraft({ drafts }: ClauseText, seat: SeatId | null, words: string): ClauseText['drafts'] {
  if (seat === null || drafts[seat]?.words !== words) return drafts
  const { [seat]: _, ...others } = drafts
  return others
}

/** A delegation that stands elsewhere; what was initialled is so no more once the words are others. */
function moved(clause: ClauseText, delegation: DelegationId, stand: Stand): Pick<ClauseText, 'stands' | 'initials'> {
  const elsewhere = standIn(clause, delegation).version !== stand.version
  return { stands: { ...clause.stands, [delegation]: stand }, initials: elsewhere ? [] : clause.initials }
}

type Begun = Pick<EventOf<'VersionPutForward'>, 'clause' | 'version' | 'from' | 'cites' | 'seat'>

const ofVersion = ({ clause, version, seat, ...sources }: Begun): WordsAt => ({
  at: versionPlace(clause, version),
  beside: [...begunFrom(clause, sources), ...(seat === null ? [] : [draftPlace(clause, seat)])],
})

const ofDraft = ({ clause, seat, ...sources }: EventOf<'VersionDrafted'>): WordsAt => ({
  at: draftPlace(clause, seat),
  beside: begunFrom(clause, sources),
})

/** What the words were begun from, a version or an entry, may hold the same ones. */
const begunFrom = (clause: string, { from, cites }: Pick<Begun, 'from' | 'cites'>): readonly string[] => [
  ...(from === null ? [] : [versionPlace(clause, from)]),
  ...(cites === null ? [] : [cites]),
]
