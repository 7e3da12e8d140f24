/**
 * What a log reads as: room facts, paragraphs, searchable texts and exports, for the chair, the stage and a student of each delegation.
 * Written as plain lines, so that types may change while the reading must not.
 */
import { createTranslator } from 'next-intl'
import { justRecorded } from '#simulation/engine/masking'
import { fold } from '#simulation/engine/room'
import type { PersonId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { paragraphs } from '#simulation/reading/log/transcript'
import { pairReadings } from '#simulation/reading/positions/debrief'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { searchableText } from '#simulation/reading/record/searchable-text'
import { viewerOf } from '#simulation/secrecy/hearing'
import { viewFor } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import { type RoomState, votesOn } from '#simulation/state/room-state'
import { transcriptMarkdown } from '../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { transcriptCsv } from '../../app/rooms/[roomId]/transcript/transcript-csv'

/** One reader's view of a log. */
export type ReadAs = { who: string; facts: string[]; paragraphs: string[]; csv: string; markdown: string }
export type Reading = {
  /** `told` when replaying the commands gives the same log, else the first row that differs and why. */
  retold: string
  /** A row's number and its searchable text. */
  words: [number, string][]
  readers: ReadAs[]
}

/** The messages when the corpus was frozen: rewording a sentence later must not count as a change of the record. */
export type Messages = Record<string, unknown>

export function readingOf(rows: readonly Recorded[], messages: Messages): Reading {
  const state = folded(rows)
  return {
    retold: retoldOf(rows),
    words: rows.flatMap(({ seq, event }): [number, string][] => {
      const words = searchableText(event)
      return words === null ? [] : [[seq, words]]
    }),
    readers: readersOf(state).map(([who, viewer]) => readAs(who, viewer, rows, state.unsealedAt !== null, messages)),
  }
}

function folded(rows: Parameters<typeof fold>[0]): RoomState {
  const state = fold(rows)
  if (!state) throw new Error('The log is empty.')
  return state
}

function retoldOf(rows: readonly Recorded[]): string {
  const work = replayRecord(rows)
  for (;;) {
    const { done, value } = work.next()
    if (done) return 'row' in value ? `row ${value.row}: ${value.rejection}` : 'told'
  }
}

/** Chair, stage, the first person who sat in each delegation, and the first who was removed. */
function readersOf(state: RoomState): [string, Viewer][] {
  const bySide = new Map<string, PersonId>()
  for (const person of state.seated) {
    const viewer = viewerOf(state, person)
    const seat = viewer.kind === 'person' ? (viewer.seat ?? viewer.hears[0]?.seat) : undefined
    const side = seat?.slice(0, seat.indexOf('.')) ?? 'none'
    if (!bySide.has(side)) bySide.set(side, person)
  }
  const [removed] = state.removed
  if (removed !== undefined) bySide.set('removed', removed)
  return [
    ['chair', { kind: 'chair' }],
    ['stage', { kind: 'stage' }],
    ...[...bySide].map(([side, person]): [string, Viewer] => [`${side} ${person}`, viewerOf(state, person)]),
  ]
}

/** A translator keeps the messages that it has read, so each set of messages has one for all readers. */
const translators = new WeakMap<Messages, ReturnType<typeof translatorsOf>>()
function wordsIn(messages: Messages) {
  const words = translators.get(messages) ?? translatorsOf(messages)
  translators.set(messages, words)
  return words
}

function translatorsOf(messages: Messages) {
  const t = (namespace: string) =>
    createTranslator({ locale: 'en', messages, namespace }) as (key: string, values?: object) => string
  return { t: t('transcript'), record: t('record'), common: t('common') }
}

function readAs(who: string, viewer: Viewer, rows: readonly Recorded[], unsealed: boolean, messages: Messages): ReadAs {
  // As they were recorded: T3 takes off what was withdrawn since the fifth version, in older records too (strikes.test.ts).
  const state = folded(viewFor(justRecorded(rows), viewer, unsealed))
  const all = paragraphs(state)
  const words = wordsIn(messages)
  // `fen` has no name here, like an erased person, who stays in the record.
  const named = state.seated.filter((person) => person !== 'fen').map((person) => [person, `${person} of the class`])
  const about = {
    plan: state.plan,
    displayNames: Object.fromEntries(named),
    timeZone: 'Asia/Tokyo',
    locale: 'en-GB',
    words,
  }
  const head = { forWhom: who, title: state.plan.title, lines: [] }
  return {
    who,
    facts: factsOf(state),
    paragraphs: all.map(paragraphLine),
    // Both are written when somebody looks, for they take most of the time.
    get csv() {
      return transcriptCsv(all, head, about)
    },
    // Without the works that it cites, which a record names at its foot since, and without the days of a debate over days.
    get markdown() {
      return transcriptMarkdown(all, head, { ...about, plan: { ...about.plan, sources: [] } }).replaceAll(
        /^(\*\*\S+\*\*) \d{1,2} \p{L}+ (?=\d\d:\d\d:\d\d ·)/gmu,
        '$1 ',
      )
    },
  }
}

const paragraphLine = (entry: ReturnType<typeof paragraphs>[number]): string =>
  [
    ...[entry.no, entry.was, entry.seq, entry.at, entry.phase, entry.phaseKind, entry.round, entry.by, entry.person],
    ...[entry.understudy, entry.seat, entry.delegation, entry.kind],
    ...(entry.kind === 'statement' ? [entry.intent, entry.answers, entry.seconds, entry.withdrawnBy, entry.late] : []),
    ...(entry.kind === 'procedure' ? [entry.sentence.key] : []),
  ].join(' ')

const each = <T>(of: Readonly<Record<string, T>>, line: (key: string, value: T) => string): string[] =>
  Object.entries(of)
    .map(([key, value]) => line(key, value))
    .sort()

/** What an event was called when the first logs were frozen. */
const nameOf = (type: string): string => (type === 'VersionStoodOn' ? 'TextChosen' : type)

function factsOf(state: RoomState): string[] {
  const { plan, agenda, clock, floor } = state
  return [
    `plan ${plan.kind} ${plan.scenarioKey} ${plan.agendaKey} ${plan.seating} ${plan.speed} ${plan.understudies}`,
    ...plan.phases.map((phase, at) => `phase ${at} ${phase.kind} ${phase.round} ${phase.seconds} ${phase.dueAt}`),
    ...plan.rounds.map(({ key, order, folded }) => `round ${key} ${order} ${folded.map((each) => each.key)}`),
    `agenda ${agenda.index} ${agenda.status}`,
    `clock ${clock ? [clock.startsAt, clock.endsAt, clock.pausedAt, clock.endedAt] : null}`,
    `opened ${state.openedAt} closed ${state.closedAt} unsealed ${state.unsealedAt} briefed ${state.briefedAt}`,
    `autopilot ${state.autopilot.agenda} ${state.autopilot.floor} locked ${state.seatingLocked}`,
    `floor ${floor.holder?.seat ?? null} ${floor.holder?.until ?? null} to open ${floor.toOpen}`,
    ...floor.hands.map(({ seat, intent, answers, at }) => `hand ${seat} ${intent} ${answers} ${at}`),
    ...each(state.seats, (id, seat) => `seat ${id} ${seat.delegation} ${seat.holder} ${seat.absentSince}`),
    ...each(
      state.seats,
      (id, seat) => `spent ${id} ${floor.spentMs.get(seat.id) ?? 0} opened ${floor.opened[seat.id] ?? 0}`,
    ),
    `seated ${state.seated}`,
    `removed ${state.removed}`,
    ...state.record.toArray().map(({ no, seq, phase, event }) => `entry ${no} ${seq} ${phase} ${nameOf(event.type)}`),
    ...state.privateEntries.toArray().map(({ no, seq, phase, event }) => `private ${no} ${seq} ${phase} ${event.type}`),
    ...state.posts.map(({ no, seat, round, phase }) => `post ${no} ${seat} ${round} ${phase}`),
    ...state.work.toArray().map((work) => `work ${[work.by, work.what, work.phase, work.round, work.to, work.at]}`),
    ...each(state.moved, (phase, at) => `moved ${phase} ${at}`),
    ...each(state.endedEarly, (phase, at) => `ended early ${phase} ${at}`),
    ...each(state.extensions, (key, at) => `extension ${key} ${at}`),
    ...each(state.withdrawn, (entry, by) => `withdrawn ${entry} ${by}`),
    ...each(state.positions, (key, { draft, filed, sealedAt, revealed }) => {
      const guesses = filed ? each(filed.position.guesses, (of, value) => `${of}=${value}`) : []
      return `position ${key} ${draft?.at} ${filed?.position.value} ${filed?.revision} ${sealedAt} ${revealed} ${guesses}`
    }),
    // A side's first words are named by the side, as they were before they were versions.
    ...state.clauses
      .map(({ key, stands }) =>
        [
          `clause ${key}`,
          ...each(stands, (of, { version, reason }) => {
            const on = version?.replace(/-1$/, '') ?? 'none'
            return `${of}=${on}${reason === null ? '' : ` (${reason})`}`
          }),
          ...each(votesOn(state, key).advice, (seat, vote) => `${seat}:${vote}`),
          ...each(votesOn(state, key).ballots, (of, ballot) => `${of} ${ballot?.vote} ${ballot?.sealedAt}`),
        ].join(' '),
      )
      .sort(),
    ...(state.issued?.clauses ?? []).map(
      ({ clause, outcome, standing }) => `issued ${clause} ${outcome} ${standing.map((each) => each.delegations)}`,
    ),
    ...state.briefs.map((brief) => `brief ${brief.to} ${brief.title}`).sort(),
    `papers ${state.papers?.injects.map(({ key }) => key) ?? null}`,
    ...(state.chairPlan?.news ?? []).map(({ phase, key, atSeconds }) => `planned ${phase} ${key} ${atSeconds}`),
    ...each(state.sent, (key, at) => `sent ${key} ${at}`),
    `retracted ${state.retracted}`,
    ...each(state.bookmarks, (entry, note) => `bookmark ${entry} ${note}`),
    ...state.help.map(({ no, seat, answer }) => `help ${no} ${seat} ${answer?.text ?? null}`),
    ...each(state.stances, (key, value) => `stance ${key} ${value}`),
    ...each(state.reflections, (key, { no }) => `reflection ${key} ${no}`),
    ...pairReadings(state).map(({ round, pair, opening, closing, believed }) => {
      const took = believed.map(({ by, distance, actual }) => `${by} ${distance} ${actual}`)
      return `gap ${round} ${pair} ${opening} ${closing} ${took}`
    }),
  ]
}
