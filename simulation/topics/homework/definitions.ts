// The commands and events of posts and deadlines. What is in time is decided in homework.ts, which dates are allowed in homework-dates.ts.
import { ruleOf } from '../../agenda/phase-kinds'
import { revisedAt } from '../../questions/homework'
import { checkedIn, checksLater } from '../../questions/observers'
import { reflectionPhase } from '../../questions/stances'
import type { commands, events, serverCommands } from '../../shapes/homework'
import type { TakeText, WordsAt } from '../../shapes/places'
import type { RoomCommand } from '../../shapes/room-command'
import type { EventOf } from '../../shapes/room-event'
import type { NextRoom } from '../../state/next-room'
import { isRunning, phaseNow, type RoomState } from '../../state/room-state'
import { noteSide } from '../cases/cases'
import { type EntryContent, procedure } from '../entry-content'
import { answeredIn, putTo, withdrawnBy, writtenIn } from '../statements/statements'
import {
  type CommandDefinitions,
  type Done,
  type EventDefinitions,
  onRecord,
  SILENT,
  type TypeIn,
  takeAnchors,
  underItsNumber,
} from '../topic'
import { postStatement, reviseStatement } from './homework'
import {
  giveExtraTime,
  grantExtension,
  moveDates,
  moveDeadline,
  reopenPhase,
  withDates,
  withExtension,
  withExtraTime,
} from './homework-dates'
import { countAnchors, countAnnotation } from './work'

export const homeworkCommandDefinitions: CommandDefinitions<TypeIn<typeof commands> | TypeIn<typeof serverCommands>> = {
  postStatement: { decide: postStatement },
  // The words stay in their form until they are taken.
  reviseStatement: { decide: reviseStatement },
  moveDeadline: { decide: moveDeadline },
  moveDates: { decide: moveDates },
  reopenPhase: { decide: reopenPhase },
  grantExtension: { decide: grantExtension },
  countAnnotation: { decide: countAnnotation },
  giveExtraTime: { decide: giveExtraTime },
}

/** Of what is no entry of its own, and is searched for. */
const UNNUMBERED = { numbering: null, content: null, searchText: writtenIn } as const

export const homeworkEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  PostSealed: {
    words: (event, take) => takePost(event, take, { at: event.no }),
    fold(room, event, { by, at }) {
      room.posts = [...room.posts, { ...event, author: by, at }]
    },
    numbering: underItsNumber,
    // H6: once its deadline has opened it, its public entry says the same; shown here too it would appear twice.
    content: (state, event) =>
      isOpened(state, event) ? null : { ...posted(event, null), ...revisedAt(state, event.no) },
    attribution: ({ phase, round }) => ({ phase, round }),
    searchText: writtenIn,
    command: askedFor,
    work: (state, event) => workIn(state, event, event.no),
    later: (state, event) => (isOpened(state, event) ? 'opened' : revisedLater(state, event.no)),
  },
  // H17: the words stand at the post's own number, in its place on the record.
  PostRevised: {
    words: (event, take) => takePost(event, take, { at: event.no }),
    places: ({ no }) => [no],
    fold(room, { no, text, anchors, asBrief }, { at }) {
      const place = room.privateEntries.toArray().findIndex((entry) => entry.no === no)
      const entry = room.privateEntries.at(place)
      const post = room.posts.find((each) => each.no === no)
      if (!post) return
      room.posts = room.posts.map((each) => (each === post ? { ...each, text, anchors, asBrief } : each))
      if (entry?.event.type === 'PostSealed')
        room.privateEntries = room.privateEntries.with(place, {
          ...entry,
          event: { ...entry.event, text, anchors, asBrief },
        })
      noteRevised(room, no, post.text, at)
      countAnchors(room, no, anchors.length)
    },
    ...UNNUMBERED,
    command: ({ no, text, anchors }) => ({ type: 'reviseStatement', entry: no, text, anchors }),
  },
  StatementRevised: {
    causes: ['facts'],
    words: (event, take) => takePost(event, take, { at: String(event.entry) }),
    places: ({ entry }) => [String(entry)],
    fold(room, { entry: no, text, anchors, asBrief }, { at }) {
      const entry = room.record.at(no - 1)
      if (entry?.event.type !== 'StatementPosted') return
      const { event } = entry
      room.record = room.record.with(no - 1, { ...entry, event: { ...event, text, anchors, asBrief } })
      noteRevised(room, String(no), event.text, at)
      countAnchors(room, event.unseals ?? String(no), anchors.length)
    },
    ...UNNUMBERED,
    command: ({ entry, text, anchors }) => ({ type: 'reviseStatement', entry: String(entry), text, anchors }),
  },
  StatementPosted: {
    causes: ['first-words'],
    words: (event, take) => takePost(event, take, event.unseals === null ? {} : { at: event.unseals }),
    fold(room, event) {
      const { unseals } = event
      noteSide(room, event, event.phase)
      if (unseals !== null) room.posts = room.posts.filter((post) => post.no !== unseals)
    },
    numbering: onRecord,
    content: (state, event, { no }) => ({
      ...posted(event, withdrawnBy(state, no)),
      ...revisedAt(state, event.unseals ?? no, no),
      ...checkedIn(state, no),
    }),
    attribution: ({ phase, round, author, unseals }) => ({ phase, round, by: author, was: unseals }),
    searchText: writtenIn,
    command: askedFor,
    // A post that the end of a phase opens makes that step final: what was revealed cannot be undone (P12).
    step: (_step, { unseals }) => (unseals === null ? null : { final: true }),
    // A post that was sealed was counted when it was written.
    work: (state, event) =>
      event.unseals === null ? { ...workIn(state, event, String(state.record.length)), by: event.author } : null,
    later: (state, _event, { no }) =>
      [withdrawnBy(state, no) ?? '', revisedLater(state, no), checksLater(state, no)].join(' ').trim(),
  },
  DeadlineMoved: {
    causes: ['facts'],
    words: null,
    fold(room, { phase, dueAt }) {
      endsThen(room, phase, dueAt)
      room.moved = { ...room.moved, [phase]: dueAt }
      Object.assign(room, withExtraTime(room))
    },
    numbering: onRecord,
    content: ({ plan }, { phase, dueAt }) =>
      procedure({ key: 'deadline-moved', phase: plan.phases[phase]?.kind ?? 'floor', dueAt }),
    searchText: null,
    command: (event) => ({ ...event, type: 'moveDeadline' }),
  },
  DatesMoved: {
    causes: ['facts'],
    words: null,
    fold(room, { dates }) {
      Object.assign(room, withDates(room, dates))
      Object.assign(room, withExtraTime(room))
      for (const { phase, dueAt } of dates) endsThen(room, phase, dueAt)
    },
    numbering: onRecord,
    content({ plan }, { dates: [first] }) {
      const kind = plan.phases[first?.phase ?? 0]?.kind ?? 'floor'
      return first ? procedure({ key: 'dates-moved', phase: kind, dueAt: first.dueAt }) : null
    },
    searchText: null,
    command: (event) => ({ ...event, type: 'moveDates' }),
  },
  PhaseReopened: {
    words: null,
    fold(room, { phase, until }) {
      room.reopened = { ...room.reopened, [phase]: until }
    },
    numbering: onRecord,
    content: ({ plan }, { phase, until }) =>
      procedure({ key: 'phase-reopened', phase: plan.phases[phase]?.kind ?? 'floor', dueAt: until }),
    searchText: null,
    command: (event) => ({ ...event, type: 'reopenPhase' }),
  },
  ExtensionGranted: {
    words: null,
    ...SILENT,
    fold(room, { person, phase, dueAt }, { at }) {
      Object.assign(room, withExtension(room, [person, phase, dueAt], { at, byName: true }))
    },
    command: (event) => ({ ...event, type: 'grantExtension' }),
  },
  ExtraTimeGiven: {
    words: null,
    ...SILENT,
    fold(room, { person, percent }, { at }) {
      const before = room.extraTime[person]
      const isMore = before === undefined || percent > before.most
      const given = { percent, most: isMore ? percent : before.most, at: isMore ? at : before.at }
      room.extraTime = { ...room.extraTime, [person]: given }
      Object.assign(room, withExtraTime(room))
    },
    command: (event) => ({ ...event, type: 'giveExtraTime' }),
  },
  AnnotationCounted: {
    words: null,
    ...SILENT,
    fold(room, { annotation, stands }) {
      const others = room.uncounted.filter((id) => id !== annotation)
      room.uncounted = stands ? others : [...others, annotation]
    },
    command: ({ annotation, stands }) => ({ type: 'countAnnotation', annotation, stands }),
    work: ({ plan }, { annotation, stands }) =>
      stands ? { what: 'annotation', phase: reflectionPhase(plan), round: null, piece: annotation } : null,
  },
}

/** The clock of the running phase goes with its deadline. */
function endsThen(room: NextRoom, phase: number, dueAt: number): void {
  const runs = phase === room.agenda.index && phaseNow(room) !== null && isRunning(room)
  if (runs && room.clock) room.clock = { ...room.clock, endsAt: dueAt }
}

type Post = EventOf<'PostSealed' | 'StatementPosted'>

const noteRevised = (room: NextRoom, no: string, was: string, at: number): void => {
  room.revised = { ...room.revised, [no]: { at, before: [...(room.revised[no]?.before ?? []), was] } }
}

const revisedLater = ({ revised }: RoomState, no: string): string => {
  const times = revised[no]?.before.length
  return times === undefined ? '' : `revised ${times}`
}

const takePost = <Given extends Pick<Post, 'text' | 'anchors'>>(event: Given, take: TakeText, of: WordsAt): Given => ({
  ...event,
  text: take(event.text, of),
  anchors: takeAnchors(event.anchors, take, of),
})

const isOpened = (state: RoomState, { no }: EventOf<'PostSealed'>): boolean =>
  !state.posts.some((post) => post.no === no)

const posted = (
  { text, intent, answers, to, anchors, late, asBrief, handedIn }: Post,
  by: number | null,
): EntryContent => ({
  kind: 'statement',
  text,
  intent,
  answers,
  ...putTo({ to }),
  anchors,
  seconds: 0,
  withdrawnBy: by,
  late,
  ...(asBrief ? { asBrief } : {}),
  ...(handedIn ? { handedIn } : {}),
})

function askedFor({ phase, round, text, intent, answers, to, anchors, handedIn }: Post): RoomCommand {
  const work = { type: 'postStatement', phase, round, text, intent, answers, ...putTo({ to }), anchors } as const
  return handedIn ? { type: 'handIn', work } : work
}

function workIn(state: RoomState, { phase, round, intent, answers, to, anchors }: Post, entry: string): Done {
  const at = state.plan.phases[phase]
  if (at && ruleOf(at).asksSides && intent === 'question' && to !== undefined)
    return { what: 'question', phase, round, to, piece: `question/${to}`, anchors: anchors.length, entry }
  const what = at && ruleOf(at).weekPosts === 'openings' ? 'opening' : 'answer'
  return { what, phase, round, to: answeredIn(state, answers), anchors: anchors.length, entry }
}
