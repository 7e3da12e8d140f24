// L13 over whole stories: whatever others do, and whatever the clock does, what a person has begun to write stands where they wrote it
// until they send it or put it away. Drawn with the page's own hooks and screens, without a focus: the words alone hold their place.
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fold } from '#simulation/engine/room'
import { type PersonId, personId } from '#simulation/kernel/ids'
import { filingOf } from '#simulation/reading/log/filings'
import { phaseNow, type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { checkDraftKey, chronicleDraftKey, reflectionDraftKey, talkDraftKey } from '#simulation/wire/draft-key'
import { keptKey } from '../../app/_room/hooks/use-local-storage'
import { beforeJoining } from '../../app/_room/link/room-view'
import type { SeatView } from '../../app/_room/link/seat-view'
import { hasComposer } from '../../app/_room/table/own-page'
import type { Composing } from '../../app/_room/words/statement-draft'
import { CaucusPanel } from '../../app/rooms/[roomId]/caucus/caucus-panel'
import { Composer } from '../../app/rooms/[roomId]/floor/composer'
import { type OwnFiling, useOwnFiling } from '../../app/rooms/[roomId]/positions/own-filing'
import { ReflectionPanel } from '../../app/rooms/[roomId]/reflection/reflection-panel'
import { useDrafting } from '../../app/rooms/[roomId]/shell/use-drafting'
import { TaskTab } from '../../app/rooms/[roomId]/task/task-tab'
import { patience } from '../support/patience'
import { chinaGap } from '../support/stories/china-gap'
import { Story } from '../support/stories/stories'
import { PEOPLE, script } from '../support/stories/story-script'
import { markup, playedOf } from './drawn-screens'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)

/** What a device keeps, in place of the browser's. */
let shelf = new Map<string, string>()
beforeEach(() => {
  shelf = new Map()
  const localStorage = {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, text: string) => void shelf.set(key, text),
  }
  vi.stubGlobal('window', { localStorage })
})
afterEach(() => void vi.unstubAllGlobals())

const ROOM = 'room'
const keep = (person: PersonId, what: string, value: unknown) =>
  void shelf.set(keptKey({ roomId: ROOM, person }, what), JSON.stringify(value))

/** A person's page; null while they sit nowhere. */
function pageOf(state: RoomState, person: PersonId): SeatView | null {
  const seat = seatHeldBy(state, person)
  if (!seat) return null
  return {
    ...{
      roomId: ROOM,
      state,
      essay: [],
      courseZone: 'UTC',
      person,
      seat,
      delegation: seat.delegation,
      acts: seat.head,
    },
    view: { ...beforeJoining, state, connection: { kind: 'live' } },
    about: { plan: state.plan, displayNames: {}, own: person },
  }
}

type Open = { drafting: Composing; own: OwnFiling }

function Probe({ at, tell }: { at: SeatView; tell: (open: Open) => void }) {
  tell({ drafting: useDrafting(at), own: useOwnFiling(at) })
  return null
}

function read(at: SeatView): Open {
  const told: Open[] = []
  renderToStaticMarkup(<Probe at={at} tell={(open) => void told.push(open)} />)
  const [open] = told
  if (!open) throw new Error('The page was not drawn.')
  return open
}

/** Types into the composer, and settles which draft it holds, as the page does once it is drawn. */
function type(at: SeatView, { change }: Composing, text: string): void {
  change({ text })
  const opening = at.state.plan.rounds.find(({ key }) =>
    shelf.get(keptKey(at, `opening-${key}`))?.includes(JSON.stringify(text)),
  )
  keep(at.person, 'composing', opening?.key ?? null)
}

/** All that this person began is sent or put away. */
function forget(name: string): void {
  for (const key of [...shelf.keys()]) if (key.includes(`/${name}/`)) shelf.delete(key)
}

/** What somebody has begun: where they sat, in what, and since which beat. */
type Begun = { side: string | null; text: string; filing: string | null; phase: number; until: number }

test(
  'L13 whatever others do, words begun in the composer and in a position stay in their field until their writer ends them or they can be used no more',
  () => {
    const seen = { composer: 0, turnsOver: 0, filings: 0, pastTheEnd: 0, goneOn: 0, followed: 0 }
    fc.assert(
      fc.property(script(250), (tale) => {
        shelf.clear()
        const begun = new Map<string, Begun>()
        new Story(tale, {
          beat: ({ state }, beat) => {
            for (const [place, name] of PEOPLE.entries()) {
              const at = pageOf(state, personId.parse(name))
              const mine = begun.get(name)
              if (!at || at.delegation === null || (mine && mine.side !== at.delegation)) {
                begun.delete(name)
                forget(name)
                continue
              }
              const { drafting, own } = read(at)
              const filing = JSON.stringify(own.filing)
              if (mine) {
                expect(drafting.draft.text).toBe(mine.text)
                // Where the chair takes the start back there is no record yet; the words wait for it.
                expect(hasComposer(state, at.seat, drafting.inHand)).toBe(state.agenda.index >= 0)
                seen.composer += 1
                if (state.floor.holder?.seat !== at.seat.id) seen.turnsOver += 1
                // They hold the page through the two phases after theirs; then it goes on, and they lie on the device.
                const gone = state.plan.kind === 'seminar' && state.agenda.index > mine.phase + 2
                if (mine.filing !== null && gone) {
                  expect(filing).not.toBe(mine.filing)
                  expect(JSON.stringify([...shelf.values()])).toContain(mine.text)
                  seen.goneOn += 1
                } else if (mine.filing !== null) {
                  expect(filing).toBe(mine.filing)
                  seen.filings += 1
                  if (own.ended) seen.pastTheEnd += 1
                }
                if (beat < mine.until) continue
                forget(name)
                begun.delete(name)
              } else {
                expect(own.ended, 'a form of nobody’s words stays').toBe(false)
                seen.followed += 1
                if ((beat + place) % 7 !== 0 || !hasComposer(state, at.seat, false)) continue
                const text = `As ${name} says at beat ${beat}`
                type(at, drafting, text)
                const round = own.filing?.rounds[0]
                if (own.filing && round) {
                  const words = { value: 0.5, text, redLine: '', anchors: [], guesses: {} }
                  keep(at.person, `position/${round}/${own.filing.stage}`, words)
                  keep(at.person, 'filing', own.filing)
                }
                begun.set(name, {
                  side: at.delegation,
                  text,
                  filing: round ? filing : null,
                  phase: state.agenda.index,
                  until: beat + 5 + (beat % 40),
                })
              }
            }
          },
        })
      }),
      { seed, numRuns: 20 * times, skipAllAfterTimeLimit: times * patience(120_000) },
    )
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(100)
  },
  patience(180_000),
)

describe('drawn at the last moment of every kind of phase', () => {
  const { rows, moments } = playedOf(chinaGap())
  const person = personId.parse('amara')
  const states = moments
    .flatMap((moment) => fold(rows.slice(0, moment + 1)) ?? [])
    .filter(({ agenda }) => agenda.index >= 0)
  const seats = states[0]?.plan.seats ?? []
  const delegate = seats.find(({ head }) => head)

  /** The page of this person in a seat, which they take in place of whoever has it. */
  function inSeat(state: RoomState, id: string | undefined): SeatView {
    const seat = Object.values(state.seats).find((one) => one.id === id)
    const at = seat && pageOf({ ...state, seats: { ...state.seats, [seat.id]: { ...seat, holder: person } } }, person)
    if (!at) throw new Error(`There is no seat ${id}.`)
    return at
  }

  /** The fields that show these words. */
  const fieldsWith = (html: string, words: string) =>
    [...html.matchAll(/<textarea[^>]*>([^<]*)|<input[^>]*\bvalue="([^"]*)"/g)].filter(
      ([, area, line]) => (area ?? line)?.trim() === words,
    )

  test('a delegate’s statement, message and reflection stand in their fields', () => {
    expect(states.length).toBeGreaterThan(8)
    for (const state of states) {
      const at = inSeat(state, delegate?.id)
      const own = at.delegation
      if (own === null) throw new Error('A head has a delegation.')
      keep(person, 'statement', { text: 'What I would say.', intent: null, answers: null, anchors: [] })
      keep(person, talkDraftKey(own), 'To my delegation.')
      keep(person, talkDraftKey(`caucus`), 'To my delegation.')
      keep(person, reflectionDraftKey(0), 'Out of role.')
      const drawn = markup(
        <>
          <Drawn at={at} />
          <CaucusPanel at={at} delegation={own} unread={{ counts: {}, total: 0, read: () => undefined }} />
          <ReflectionPanel at={at} ownView={NO_VIEW} rounds={null} />
        </>,
      )
      for (const words of ['What I would say.', 'To my delegation.', 'Out of role.'])
        expect(fieldsWith(drawn, words), `${words} in ${state.agenda.index}`).toHaveLength(1)
    }
  })

  test('V2 in a debrief before the reflection the panel says that its words are asked for later', () => {
    const begun = rows.flatMap(({ event }, index) => (event.type === 'PhaseStarted' ? [index + 1] : []))
    const said = begun.flatMap((end) => {
      const state = fold(rows.slice(0, end))
      if (!state) return []
      const at = inSeat(state, delegate?.id)
      const view = { ...at.view, now: () => state.clock?.startsAt ?? 0 }
      const drawn = markup(<ReflectionPanel at={{ ...at, view }} ownView={NO_VIEW} rounds={null} />)
      return [[phaseNow(state)?.kind, drawn.includes('you may begin now')] as const]
    })
    expect(said).toContainEqual(['debrief', true])
    expect(said).toContainEqual(['reflection', false])
    expect(said.filter(([kind, later]) => later !== (kind === 'debrief'))).toEqual([])
  })

  test('an observer’s check and line stand in their fields, whoever has the task', () => {
    for (const state of states)
      for (const task of ['scribe', 'fact-checker', 'historian', null] as const) {
        const seated = inSeat(state, delegate?.id)
        const tasks = { ...state.tasks }
        if (task === null) delete tasks[seated.seat.id]
        else tasks[seated.seat.id] = task
        const at = { ...seated, state: { ...seated.state, tasks } }
        keep(person, 'checking', '1')
        keep(person, checkDraftKey(1), { finding: 'holds', text: 'The budget law says so.', anchors: [] })
        keep(person, chronicleDraftKey(null), 'Nobody named who pays.')
        const drawn = markup(<TaskTab at={at} />)
        expect(fieldsWith(drawn, 'The budget law says so.')).toHaveLength(1)
        expect(fieldsWith(drawn, 'Nobody named who pays.')).toHaveLength(1)
      }
  })

  test('T8 whoever opens finds an empty field, with the delegation’s position beside it, and puts it there at their wish', () => {
    let found = 0
    const begins = rows.flatMap(({ event }, index) => (event.type === 'PhaseStarted' ? [index] : []))
    for (const begun of begins.slice(0, 8)) {
      const state = fold(rows.slice(0, begun + 1))
      if (!state) continue
      for (const seat of state.plan.seats.filter(({ delegation }) => delegation !== null)) {
        shelf.clear()
        const at = inSeat(state, seat.id)
        const { drafting } = read(at)
        expect(drafting.draft.text).toBe('')
        const { position } = drafting
        if (position === '') continue
        found += 1
        const filed = state.plan.rounds.map(
          ({ key }) => seat.delegation && filingOf(state, key, 'opening', seat.delegation),
        )
        expect(filed.some((file) => file && file.filed?.position.text === position)).toBe(true)
        expect(drafting.inHand).toBe(false)
        keep(person, 'statement', { text: 'First of all:', intent: null, answers: null, anchors: [] })
        const own = read(at).drafting
        expect(own.draft.text).toBe('First of all:')
        own.takePosition?.()
        expect(read(at).drafting.draft.text).toBe(`First of all:\n\n${position}`)
        expect(read(at).drafting.takePosition).toBe(null)
      }
    }
    expect(found).toBeGreaterThan(0)
  })
})

const NO_VIEW = {
  ...{
    when: null,
    open: false,
    waits: false,
    come: () => undefined,
    passed: [],
    ...{ round: null, question: null, value: 0 as const, sure: null, option: null, done: 0 },
    placed: false,
    marks: [],
    of: 0,
    refused: null,
  },
  ...{ place: () => undefined, mark: () => undefined, pass: () => undefined, choose: () => undefined },
  ...{ beSure: () => undefined, pick: () => undefined, resume: () => undefined },
}

function Drawn({ at }: { at: SeatView }) {
  const drafting = useDrafting(at)
  if (!hasComposer(at.state, at.seat, drafting.inHand)) return null
  return <Composer at={at} drafting={drafting} onSend={null} objection={null} />
}
