/** The largest room that a stage and a desk must hold: forty people with long names, and long offices, questions and news. */

import { opens } from '#simulation/agenda/phase-kinds'
import { Rehearsal } from '#simulation/bots/rehearsal'
import {
  type ActorId,
  chairActor,
  delegationId,
  MOST_AT_TABLE,
  participantActor,
  personId,
} from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import type { Viewer } from '#simulation/kernel/viewer'
import { chairsOf, defaultChoices, planSeminar } from '#simulation/planning/planning'
import { putToVote } from '#simulation/questions/ballots'
import type { Scenario } from '#simulation/scenario/scenario'
import { viewerOf } from '#simulation/secrecy/hearing'
import { roomCommand } from '#simulation/shapes/room-command'
import { actingHead, phaseNow } from '#simulation/state/room-state'
import type { Written } from '../cast'
import { chinaGap } from '../stories/china-gap'
import { viewOf } from '../stories/heard'
import type { Scene, SceneRecord } from './scene-record'

const STARTS_AT = Date.UTC(2026, 0, 12, 9, 0)
const CHAIR = chairActor('chair')
const GIVEN = 'Amara Siobhán Priya Jean-Baptiste Mei Noor Callum Ingrid Wei 美咲 Thị Minh Khai Oluwaseun Yusuf'.split(
  ' ',
)
const FAMILY = ['O’Brien', 'Castellano-Haddad', 'Osei']
const LONG_OFFICE = 'Minister of State for Economy, Trade, Industry and Recovery'
const QUESTION =
  'How much hard deterrence keeps the status quo between the two shores, who pays for it over the next ten years, and who is told?'
const sentence = (letters: number) =>
  'We will do what we announced, within a policy that is for defence only; and nothing else is meant by it. '
    .repeat(40)
    .slice(0, letters - 1)
    .concat('.')

/** The built-in scenario with the longest of what an author may reasonably write. */
function longScenario(): Scenario {
  const scenario = structuredClone(chinaGap())
  for (const tension of scenario.tensions.slice(0, 2)) tension.question = QUESTION
  for (const seat of scenario.seats.filter((_, place) => place % 4 === 1)) seat.title = LONG_OFFICE
  return scenario
}

/** One seminar of forty, with a scene for each kind of phase and for what may be seen within it. */
export function fullSeminar(): SceneRecord {
  const scenario = longScenario()
  const usual = defaultChoices(scenario, 'seminar-90', 7)
  const planned = planSeminar(scenario, { ...usual, chairs: chairsOf(scenario, () => 13) })
  const story = new Rehearsal(planned, scenario, STARTS_AT)
  const people = Array.from({ length: MOST_AT_TABLE }, (_, place) => {
    const name = `${GIVEN[place % GIVEN.length]} ${FAMILY[place % FAMILY.length]}`
    return { id: personId.parse(`person-${place}`), name }
  })
  const names = Object.fromEntries(people.map(({ id, name }) => [id, name]))
  const marks: { name: string; rows: number; at: number; more: Partial<Scene> }[] = []
  const mark = (name: string, more: Partial<Scene> = {}) =>
    marks.push({ name, rows: story.rows.length, at: story.now, more })
  const tries = (by: ActorId, command: Written) => story.submit(by, roomCommand.parse(command)).ok
  const does = (by: ActorId, command: Written) => {
    const told = story.submit(by, roomCommand.parse(command))
    if (!told.ok) throw new Error(`${by} may not ${command.type}: ${told.rejection}`)
  }
  const sides = planned.plan.delegations.map(({ id }) => id)
  const head = (side: string) =>
    participantActor(actingHead(story.state, delegationId.parse(side))?.holder ?? personId.parse('nobody'))
  const wait = (seconds: number) => {
    story.now += seconds * 1000
  }

  const seated = people.slice(0, -1)
  for (const [place, { id }] of seated.entries()) {
    if (place === 11) mark('lobby, eleven', { open: true })
    does(participantActor(id), { type: 'takeSeat', seat: planned.plan.seats[place]?.id ?? null })
  }
  mark('lobby, full', { open: true })
  mark('lobby, full, out of reach', { open: true, reachable: false })
  mark('lobby, closed')
  const seen = new Map<string, number>()
  const file = () => {
    const { rounds = [], stage = 'opening' } = phaseNow(story.state)?.files ?? {}
    for (const [place, side] of sides.entries())
      for (const round of rounds)
        tries(head(side), {
          ...{ type: 'filePosition', round, stage, value: [2.5, 1, -2.5][place] ?? 0, anchors: ['E1.1', 'E3.1'] },
          ...{ text: sentence(LIMITS.position), redLine: sentence(LIMITS.redLine) },
          guesses: Object.fromEntries(sides.filter((other) => other !== side).map((other) => [other, 0.5])),
        })
  }
  const speak = () => {
    const holder = story.state.floor.holder
    const person = holder && story.state.seats[holder.seat]?.holder
    if (!person) return
    wait(20)
    tries(participantActor(person), {
      ...{ type: 'makeStatement', text: sentence(600), intent: 'point', answers: null, anchors: ['E1.1'] },
    })
    tries(participantActor(person), { type: 'yieldFloor', to: null })
  }
  /** Eight turns that put nothing in writing, of which all but the first two then say whom they answer. */
  const speakAloud = () => {
    const seats = Object.values(story.state.seats).filter(({ holder, delegation }) => holder && delegation)
    const long = seats.find(({ title }) => title === LONG_OFFICE)
    const others = seats.filter((seat) => seat !== long)
    const turns = [others[0], long, ...others.slice(1, 7)].flatMap((seat) => {
      if (!seat?.holder) return []
      does(CHAIR, { type: 'grantFloor', seat: seat.id })
      wait(10)
      does(participantActor(seat.holder), { type: 'yieldFloor', to: null })
      return [{ by: participantActor(seat.holder), turn: story.state.record.length }]
    })
    for (const { id } of seated.slice(20))
      tries(participantActor(id), { type: 'askForFloor', intent: 'challenge', answers: null })
    if (long) does(CHAIR, { type: 'grantFloor', seat: long.id })
    mark('floor, aloud, nobody has tapped', { open: true })
    for (const [place, { by, turn }] of turns.entries()) {
      const answered = turns[place === 5 ? 3 : 1]?.turn ?? 1
      const way = (['for', 'against', 'question', 'against'] as const)[place % 4]
      if (place > 1) does(by, { type: 'tapTurn', turn, answers: answered, about: 'E3.1', way })
    }
    mark('floor, aloud, with taps', { open: true })
  }
  for (let index = 0; index < planned.plan.phases.length; index += 1) {
    does(CHAIR, index === 0 ? { type: 'startPhase', index } : { type: 'endPhase', index: index - 1 })
    if (story.state.agenda.index !== index) does(CHAIR, { type: 'startPhase', index })
    const phase = phaseNow(story.state)
    const kind = phase?.kind ?? 'briefing'
    const nth = (seen.get(kind) ?? 0) + 1
    seen.set(kind, nth)
    wait(60)
    if (kind === 'caucus') {
      for (const { id } of seated.slice(0, 30))
        tries(participantActor(id), { type: 'speakInCaucus', text: sentence(160) })
      file()
    }
    if (kind === 'openings') {
      if (nth === 1) mark('openings, the first speaks')
      for (let turn = 0; turn < sides.length; turn += 1) speak()
    }
    if (opens(phase, 'debate') && nth === 1) {
      for (const [place, { id }] of seated.entries())
        does(participantActor(id), {
          ...{ type: 'askForFloor', intent: place === 20 ? 'point-of-order' : 'challenge', answers: null },
        })
      const first = seated[4]
      const seat = first && Object.values(story.state.seats).find(({ holder }) => holder === first.id)
      if (seat) does(CHAIR, { type: 'grantFloor', seat: seat.id })
      mark(`floor, somebody speaks`, { open: true })
      speak()
      does(CHAIR, { type: 'pauseClock' })
      mark(`floor, paused`)
      does(CHAIR, { type: 'resumeClock' })
      does(CHAIR, { type: 'writeInject', headline: sentence(LIMITS.headline), text: sentence(LIMITS.news) })
      mark(`floor, news`)
      does(CHAIR, { type: 'nudge', to: 'room', text: sentence(LIMITS.note) })
      mark(`floor, a note`)
      for (const scene of ['record', 'gap', 'agenda', 'question'] as const) {
        does(CHAIR, { type: 'showOnStage', scene })
        wait(60)
        mark(`floor, the ${scene}`)
      }
      does(CHAIR, { type: 'showOnStage', scene: 'auto' })
    }
    if (opens(phase, 'debate') && nth === 2) speakAloud()
    if (kind === 'negotiation') {
      mark('negotiation, as it begins')
      for (const [place, { key }] of story.state.clauses.entries())
        for (const side of sides.slice(0, place + 1))
          tries(head(side), {
            ...{ type: 'putForward', clause: key, from: null, cites: null, drafter: null },
            words: `${side} ${sentence(LIMITS.clause - 4)}`,
          })
      for (const { id } of seated) tries(participantActor(id), { type: 'askForFloor', intent: 'point', answers: null })
      mark('negotiation, long words')
      const [only, next] = story.state.clauses
      for (const clause of [only, next]) {
        const version = clause?.versions.at(-1)?.id
        if (clause && version)
          for (const side of sides) tries(head(side), { type: 'standOn', clause: clause.key, version, reason: null })
      }
    }
    if (kind === 'ballot') {
      for (const { key } of putToVote(story.state))
        tries(head(sides[0] ?? 'us'), { type: 'castBallot', clauses: [key], vote: 'for', reason: null })
    }
    if (nth === 1 || (kind === 'caucus' && nth === 2)) mark(`${kind} ${nth}`)
    if (kind === 'debrief') {
      for (const wanted of ['gap', 'issued', 'questions'] as const) mark(`debrief, ${wanted}`, { wanted })
    }
  }
  does(CHAIR, { type: 'endPhase', index: planned.plan.phases.length - 1 })
  mark('the end')

  const student = people[1]?.id ?? personId.parse('nobody')
  const member = viewerOf(story.state, student)
  const heard = (viewer: Viewer, rows: number) =>
    viewOf(story.rows.slice(0, rows), viewer, story.state.unsealedAt !== null).length
  return {
    rows: {
      stage: viewOf(story.rows, { kind: 'stage' }, false),
      desk: viewOf(story.rows, { kind: 'chair' }, false),
      phone: viewOf(story.rows, member, false),
    },
    student,
    names,
    questions: [QUESTION, sentence(200)],
    rubric: scenario.rubric,
    code: 'K7M-4QX',
    joinUrl: 'https://tracktwo.university-of-somewhere.example/join/K7M-4QX',
    scenes: marks.map(({ name, rows, at, more }) => ({
      ...{
        name,
        at,
        stage: heard({ kind: 'stage' }, rows),
        desk: heard({ kind: 'chair' }, rows),
        phone: heard(member, rows),
      },
      ...{ open: false, reachable: true, wanted: null, ...more },
    })),
  }
}
