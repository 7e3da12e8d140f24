// Holds the catalogue's claims about each event against random stories. It ends by requiring that every claim was seen.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVENTS, eventDefinition, wordsIn } from '#simulation/engine/catalogue'
import { COMMANDS } from '#simulation/engine/decide'
import { evolve } from '#simulation/engine/room'
import { openMotion } from '#simulation/questions/motions'
import { paragraphOf } from '#simulation/reading/log/transcript'
import type { Recorded } from '#simulation/shapes/record'
import { clientCommand, serverCommand } from '#simulation/shapes/room-command'
import { roomEvent } from '#simulation/shapes/room-event'
import type { RoomState } from '#simulation/state/room-state'
import type { EventType } from '#simulation/topics/topic'
import { givenWeek, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, CHAIR, DAIKI, EMI, FEN, smallSeminar, type Written } from '../../support/cast'
import { given, type Room } from '../../support/given'
import { patience } from '../../support/patience'
import { signed } from '../../support/signed-at-home'
import { Story } from '../../support/stories/stories'
import type { Script } from '../../support/stories/story-script'
import { script, week } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(180_000)
const always = (from: number, runs: number, told: fc.Arbitrary<Script>, law: (told: Script) => void) =>
  fc.assert(fc.property(told, law), { seed: from, numRuns: runs, skipAllAfterTimeLimit: times * PATIENCE })
/** Stories are told in batches until the rarest claim is seen, and at most this many. */
const MOST_LOTS = 12

/** Parts of the state that every entry changes, and the chair's last step. */
const OF_EVERY_ENTRY: ReadonlySet<string> = new Set([
  ...['record', 'privateEntries', 'counts', 'work', 'heardAt', 'lastStep'],
])

const changed = (before: RoomState, after: RoomState): string[] =>
  Object.entries(before).flatMap(([part, value]) =>
    !OF_EVERY_ENTRY.has(part) && value !== Reflect.get(after, part) ? [part] : [],
  )

const entriesOf = ({ record, privateEntries }: RoomState): number => record.length + privateEntries.length

/** Claims seen so far, as `StatementMade.said`. */
class Seen {
  readonly #parts = new Set<string>()

  note(type: EventType, part: string, isSeen: boolean): void {
    if (isSeen) this.#parts.add(`${type}.${part}`)
  }

  missing(): string[] {
    return Object.entries(EVENTS).flatMap(([type, row]) =>
      Object.entries(row).flatMap(([part, rule]) =>
        rule === null || part === 'rank' || part === 'causes' || this.#parts.has(`${type}.${part}`)
          ? []
          : [`${type}.${part}`],
      ),
    )
  }
}

function look(seen: Seen, row: Recorded, before: RoomState, after: RoomState, together: readonly Recorded[]): void {
  const { event } = row
  const { type } = event
  const rules = eventDefinition(event)
  const parts = changed(before, after)
  if (rules.fold === null) expect(parts, `${type} says that it changes nothing`).toEqual([])
  seen.note(type, 'fold', parts.length > 0)

  const place = rules.numbering?.(before, event) ?? null
  expect(entriesOf(after) - entriesOf(before), `the entry of ${type}`).toBe(place === null ? 0 : 1)
  seen.note(type, 'numbering', place !== null)
  const entry = place === null ? undefined : place === 'record' ? after.record.last() : after.privateEntries.last()
  if (entry) {
    const paragraph = paragraphOf(after, entry)
    expect(paragraph, `an entry of ${type} says something while it is new`).not.toBeNull()
    seen.note(type, 'content', paragraph !== null)
    if (rules.attribution) seen.note(type, 'attribution', Object.keys(rules.attribution(event)).length > 0)
  }
  seen.note(type, 'searchText', (rules.searchText?.(event) ?? null) !== null)
  const texts = wordsIn(event)
  seen.note(type, 'words', texts.length > 0)
  const named = rules.places?.(event) ?? []
  seen.note(type, 'places', named.length > 0)
  // A text at a place that no entry's number names says so, or nobody could take it off.
  const own = 'no' in event && event.no !== null ? event.no : null
  const unnamed = texts.flatMap(({ of: { at } }) =>
    at === undefined || at === own || rules.places === undefined ? [] : [at],
  )
  expect(unnamed.filter((place) => !named.includes(place))).toEqual([])
  isAskedFor(seen, row, before, together)
  seen.note(type, 'work', (rules.work?.(after, event) ?? null) !== null)
  seen.note(type, 'step', before.lastStep !== after.lastStep)
}

function isAskedFor(seen: Seen, row: Recorded, before: RoomState | null, together: readonly Recorded[]): void {
  const events = together.map((each) => each.event)
  const asked = eventDefinition(row.event).command?.(row.event, { events, by: row.by, before }) ?? null
  seen.note(row.event.type, 'command', asked !== null)
}

/** Finds what later rows added to entries. */
function lookBack(seen: Seen, last: RoomState): void {
  for (const entry of [...last.record, ...last.privateEntries]) {
    const { event } = entry
    const later = eventDefinition(event).later?.(last, event, entry) ?? ''
    seen.note(event.type, 'later', later !== '' && later !== 'null')
  }
}

/** What random stories come to too seldom: a reading check, evidence of learning, a strategy sheet, a case said for another side, an offer that is accepted, a straw poll that is answered, and a debate on a clause that is closed and reopened. */
function rareRoom(): Room {
  const sheet = { aim: 'A date.', canSpare: '', noDeal: '', theySay: {}, question: '' }
  const room = given(smallSeminar({ cases: true, learning: true }))
    .does(AMARA, { type: 'checkReading', question: 0, knew: true })
    .does(AMARA, { type: 'answerKnowledge', item: 0, option: 0 })
    .enters('briefing')
    .does(AMARA, { type: 'writeStrategy', ...sheet })
    .enters('cases')
    .does(AMARA, { type: 'makeStatement', text: 'Why?', intent: 'question', to: 'jp', answers: null, anchors: [] })
    .does(AMARA, { type: 'guessAgain', of: 'jp', value: 1 })
    .does(AMARA, { type: 'stateCase', of: 'jp', text: 'We are nearest.' })
    .does(AMARA, { type: 'guessAgain', of: 'jp', value: 0 })
    .does(DAIKI, { type: 'scoreCase', from: 'us', score: 4, missing: 'Our harbours.' })
    .enters('negotiation')
    .does(AMARA, {
      type: 'makeOffer',
      ...{ to: 'jp', words: 'One for one.', counters: null },
      ...{ ours: [{ clause: 'common-ground', version: 'jp-1' }], theirs: [{ clause: 'gap', version: 'us-1' }] },
    })
    .does(DAIKI, { type: 'answerOffer', no: 'o-us-jp1', accept: true })
  const decides = (moved: Extract<Written, { type: 'moveMotion' }>['moved']) => {
    room.does(AMARA, { type: 'moveMotion', moved, words: null })
    const motion = openMotion(room.state)?.no ?? 0
    for (const by of [DAIKI, FEN]) room.does(by, { type: 'answerMotion', motion, yes: true })
    return motion
  }
  const motion = decides({ kind: 'straw-poll', clause: 'gap' })
  for (const by of [AMARA, DAIKI, FEN]) room.does(by, { type: 'castStraw', motion, yes: by !== FEN })
  decides({ kind: 'close', clause: 'gap' })
  room.does(CHAIR, { type: 'reopenDebate', clause: 'gap' })
  decides({ kind: 'straw-poll', clause: 'gap' })
  return room.runs(200)
}

/** A turn whose words are left to another, and an objective that is claimed and judged. */
function rareClaim(): Room {
  const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10).does(AMARA, { type: 'yieldFloor', to: null }, 40)
  room.does(AMARA, { type: 'leaveWords', turn: room.state.record.length, to: 'us.treasury' }, 41).enters('debrief')
  room.does(AMARA, { type: 'claimObjective', objective: 0, met: false, entry: null })
  const { no } = room.state.claims.at(-1) ?? { no: 0 }
  return room.does(CHAIR, { type: 'judgeClaim', claim: no, confirmed: true })
}

/** A text that goes home, where a member refuses it and the chair decides for the side. */
const rareHome = (): Room =>
  signed()
    .does(EMI, { type: 'voteRatification', vote: 'refuse', reason: 'A polite limit is a limit.' })
    .does(CHAIR, { type: 'decideRatification', delegation: 'jp', ratified: true, reason: 'Two members had left.' })
    .runs(2_000)

/** A post that is written anew, sealed and open, an annotation that is counted and deleted, what a writer says that they meant, and somebody with extra time. */
function rareWeek(): Room {
  const anew = (entry: string): Written => ({ type: 'reviseStatement', entry, text: 'Second words.', anchors: [] })
  const room = givenWeek(opensAt('openings'), { postFirst: true }).does(
    AMARA,
    post(phaseOf('openings'), 'First words.'),
  )
  room.does(AMARA, anew(room.state.posts[0]?.no ?? '')).runs(opensAt('floor'))
  room.does(AMARA, post(phaseOf('floor'), 'First words.')).does(AMARA, anew(String(room.state.record.length)))
  const entry = room.state.record.length
  const claims = [{ key: 'one', text: 'Harbours are for ships.', mistaken: false }]
  room.does('clock', { type: 'offerClaims', entry, claims, chosen: null, ear: 'matcher' })
  room.does(AMARA, { type: 'nameClaim', entry, claim: 'one' })
  const counts = (stands: boolean): Written => ({ type: 'countAnnotation', annotation: 'one', stands })
  room.does('clock', { type: 'giveExtraTime', person: 'amara', percent: 50 })
  return room.runs(opensAt('reflection')).does(AMARA, counts(true)).does(AMARA, counts(false))
}

function statesOf(rows: readonly Recorded[]): readonly RoomState[] {
  let state: RoomState | null = null
  return rows.map((row) => {
    state = evolve(state, row)
    return state
  })
}

test(
  'R7 R10 each event does what its definition says, and no part of any definition is never at work',
  () => {
    const seen = new Seen()
    const lookThrough = (rows: readonly Recorded[], states: readonly RoomState[]) => {
      const commands = new Map<string, Recorded[]>()
      for (const row of rows) commands.set(row.commandId, [...(commands.get(row.commandId) ?? []), row])
      for (const [index, row] of rows.entries()) {
        const [before, after] = [states[index - 1], states[index]]
        const together = commands.get(row.commandId) ?? []
        if (before && after) look(seen, row, before, after, together)
        else isAskedFor(seen, row, null, together)
      }
      const last = states.at(-1)
      if (last) lookBack(seen, last)
    }
    const tell = (told: Script) => {
      const { rows, states } = new Story(told, { strikes: true })
      lookThrough(rows, states)
    }
    for (const { rows } of [rareRoom(), rareClaim(), rareHome(), rareWeek()]) lookThrough(rows, statesOf(rows))
    for (let lot = 0; lot < times || (lot < MOST_LOTS * times && seen.missing().length > 0); lot += 1) {
      always(seed + lot, 30, script(300), tell)
      always(seed + lot, 12, week(300), tell)
    }
    expect(seen.missing()).toEqual([])
  },
  times * PATIENCE,
)

test('every command and every event has a definition in one topic, and an entry is what says something', () => {
  const named = (options: readonly { shape: { type: { def: { values: readonly unknown[] } } } }[]) =>
    options.flatMap(({ shape }) => shape.type.def.values)
  const events = named(roomEvent.def.options)
  const commands = named([...clientCommand.def.options, ...serverCommand.def.options])
  expect(new Set(events).size).toBe(events.length)
  expect(new Set(commands).size).toBe(commands.length)
  expect(Object.keys(EVENTS).sort()).toEqual([...events].sort())
  expect(Object.keys(COMMANDS).sort()).toEqual([...commands].sort())
  for (const [type, { numbering: place, content: said }] of Object.entries(EVENTS))
    expect(place === null, type).toBe(said === null)
})
