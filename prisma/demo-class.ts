// Plays the demo's class at one table: each student says, files and writes what the words of the table have for them. What is left without
// words (chips, votes, brackets, guesses) they do as an understudy of their seat would.
import { opens, ruleOf } from '#simulation/agenda/phase-kinds'
import type { Mover } from '#simulation/bots/rehearsal'
import { earliestOf, understudyMoves } from '#simulation/bots/understudies'
import type { Move } from '#simulation/bots/understudy-context'
import { AXIS_END, withinAxis } from '#simulation/kernel/axis'
import { type DelegationId, type PersonId, participantActor, type SeatId } from '#simulation/kernel/ids'
import { lot } from '#simulation/kernel/seeded-random'
import { ledBy } from '#simulation/questions/homework'
import { formAt, questionsIn, stanceNow, unansweredBy } from '#simulation/questions/stances'
import type { Scenario } from '#simulation/scenario/scenario'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { phaseNow, type RoomState, reflectionKey, stanceKey } from '#simulation/state/room-state'
import type { DemoStudent, RoundWords, TableWords } from './demo-words'

type Seated = Readonly<{ student: DemoStudent; person: PersonId }>
type Table = Readonly<{
  state: RoomState
  scenario: Scenario
  words: TableWords
  seated: ReadonlyMap<SeatId, Seated>
  /** The instant at which this share of the running phase, 0 to 1, has passed. */
  moment: (share: number) => number
}>

/** What an understudy would say and a student says in words of their own, or not at all. */
const SPOKEN: ReadonlySet<ClientCommand['type']> = new Set([
  ...(['speakInCaucus', 'makeStatement', 'postStatement', 'draftPosition', 'askForFloor', 'yieldFloor'] as const),
])
/** Where a phase opens none of these, students only speak in it. */
const UNWORDED = ['text', 'votes', 'ratifies'] as const
const BREATH_MS = 3_000
const WORD_MS = 450
const SHORTEST_MS = 8_000

/** Moves the students of `words`, each seated as `people` says; every seat of theirs that is not in `people` is its understudy's. */
export function classMover(words: TableWords, people: ReadonlyMap<SeatId, PersonId>): Mover {
  const seated = new Map(
    words.students.flatMap((student): [SeatId, Seated][] => {
      const person = people.get(student.seat)
      return person ? [[student.seat, { student, person }]] : []
    }),
  )
  return (state, scenario) => {
    const { clock } = state
    const phase = phaseNow(state)
    if (!clock || !phase || clock.endedAt !== null) return null
    const moment = (share: number) => Math.round(clock.startsAt + share * phase.seconds * 1000)
    const table = { state, scenario, words, seated, moment }
    const moves = [
      ...ownMoves(table),
      ...caucusMoves(table),
      ...(ruleOf(phase).floor !== null && state.plan.kind === 'seminar' ? floorMoves(table) : []),
      ...(phase.posts ? postMoves(table) : []),
      ...unworded(table),
    ]
    return earliestOf(moves, clock.endsAt)
  }
}

const by = ({ person }: Seated) => participantActor(person)

/** Own views, the questions of the evidence of learning and a reflection: one after another, at a moment of each student's. */
function ownMoves({ state, seated, moment }: Table): Move[] {
  const when = stanceNow(state)
  if (when === null || state.agenda.status !== 'running') return []
  const { rounds, learning = [] } = state.plan
  return [...seated.values()].flatMap((one, place): Move[] => {
    const { person, student } = one
    const at = moment(0.1 + (0.8 * place) / seated.size)
    const round = rounds.find(({ key }) => state.stances[stanceKey(person, when, key)] === undefined)
    if (round) {
      const step = (label: string, below: number) => Math.floor(lot(place, student.name, label, round.key) * below)
      const before = state.stances[stanceKey(person, 'before', round.key)] ?? step('view', 2 * AXIS_END + 1) - AXIS_END
      const value = when === 'before' ? before : withinAxis(before + (step('moved', 4) - 1) / 2)
      const sure = ([2, 3, 4, 4, 5] as const)[step('sure', when === 'before' ? 3 : 5)]
      return [{ at, by: by(one), command: { type: 'markStance', round: round.key, value, ...(sure ? { sure } : {}) } }]
    }
    const [item] = unansweredBy(state, person, when)
    const form = formAt(state, person, when)
    const answered = item === undefined ? undefined : questionsIn(state.plan, form)[item]
    if (item !== undefined && answered) {
      const right = (form === 'B' ? state.papers?.learningB : state.papers?.learning)?.[item] ?? 0
      const known = (item + place) % learning.length < (student.right?.[when === 'before' ? 0 : 1] ?? 0)
      const option = known ? right : (right + 1 + (place % (answered.options.length - 1))) % answered.options.length
      return [{ at, by: by(one), command: { type: 'answerKnowledge', item, option } }]
    }
    const phase = phaseNow(state)
    const writes = phase && ruleOf(phase).reflections === 'asked' && student.reflection !== undefined
    const prompt = place % Math.max(1, state.plan.reflectionPrompts.length)
    if (!writes || state.reflections[reflectionKey(person, prompt)]) return []
    return [{ at, by: by(one), command: { type: 'writeReflection', prompt, text: student.reflection ?? '' } }]
  })
}

/** What each says to their own side while the first positions are filed. */
function caucusMoves({ state, seated, moment }: Table): Move[] {
  const files = phaseNow(state)?.files
  const first = state.plan.rounds[0]?.key
  if (files?.stage !== 'opening' || !first || !files.rounds.includes(first)) return []
  const spoken = new Set<string>()
  for (const { event } of state.privateEntries) if (event.type === 'CaucusSpoken') spoken.add(event.text)
  return [...seated.values()].flatMap((one, place): Move[] => {
    const text = one.student.caucus
    if (text === undefined || spoken.has(text)) return []
    return [{ at: moment(0.1 + (0.5 * place) / seated.size), by: by(one), command: { type: 'speakInCaucus', text } }]
  })
}

/** The numbers of the entries that hold a round's words, by the words. */
function saidIn(state: RoomState): ReadonlyMap<string, number> {
  const said = new Map<string, number>()
  for (const { event, no } of state.record)
    if (event.type === 'StatementMade' || event.type === 'StatementPosted') said.set(event.text, Number(no))
  return said
}

/** The number of the entry that words answer; null where they answer none. */
function answered(words: RoundWords, said: ReadonlyMap<string, number>, answers: number | DelegationId | undefined) {
  if (answers === undefined) return null
  const before = typeof answers === 'number' ? words.floor[answers] : words.openings?.[answers]
  return (before && said.get(before.text)) ?? null
}

/** On the floor: the openings of each side, and then one after another as the words stand, spread over the phase. */
function floorMoves(table: Table): Move[] {
  const { state, words, seated, moment } = table
  const phase = phaseNow(state)
  const round = phase?.round ? words.rounds[phase.round] : undefined
  if (!phase || !round) return []
  const said = saidIn(state)
  const { holder, hands } = state.floor
  const lastAt = state.record.at(-1)?.at ?? moment(0)
  const place = round.floor.findIndex(({ text }) => !said.has(text))
  const next = round.floor[place]
  if (!holder) {
    const speaker = next && seated.get(next.by)
    if (!next || !speaker || hands.length > 0 || ruleOf(phase).floor === 'in-order') return []
    const at = Math.max(lastAt + BREATH_MS, moment((0.9 * place) / round.floor.length))
    const command = { type: 'askForFloor' as const, intent: next.intent, answers: answered(round, said, next.answers) }
    return [{ at, by: by(speaker), command }]
  }
  const speaker = seated.get(holder.seat)
  const delegation = state.seats[holder.seat]?.delegation
  if (!speaker) return []
  const opening = holder.turn === 'opening' && delegation ? round.openings?.[delegation] : undefined
  const line = opening
    ? { text: opening.text, anchors: opening.anchors, intent: 'point' as const, answers: null }
    : next?.by === holder.seat && holder.turn !== 'opening'
      ? { text: next.text, anchors: next.anchors, intent: next.intent, answers: answered(round, said, next.answers) }
      : undefined
  if (holder.spoke || !line)
    return [{ at: lastAt + BREATH_MS, by: by(speaker), command: { type: 'yieldFloor', to: null } }]
  const lasts = Math.min(
    0.8 * (holder.until - holder.since),
    Math.max(SHORTEST_MS, line.text.split(' ').length * WORD_MS),
  )
  const put = !opening && next?.to ? { to: next.to } : {}
  return [
    { at: Math.round(holder.since + lasts), by: by(speaker), command: { type: 'makeStatement', ...line, ...put } },
  ]
}

/** In a homework debate: the openings by whoever leads, and what answers them, in the first third of the part. */
function postMoves({ state, words, seated, moment }: Table): Move[] {
  const phase = phaseNow(state)
  const said = saidIn(state)
  const sealed = new Set(state.posts.map(({ text }) => text))
  return state.plan.rounds.flatMap(({ key }): Move[] => {
    const round = words.rounds[key]
    if (!phase || !round) return []
    const post = { type: 'postStatement' as const, phase: state.agenda.index, round: key }
    if (ruleOf(phase).weekPosts === 'openings')
      return [...seated].flatMap(([id, one], place): Move[] => {
        const seat = state.seats[id]
        const line =
          seat?.delegation && ledBy(state.plan, seat).includes(key) ? round.openings?.[seat.delegation] : undefined
        if (!line || said.has(line.text) || sealed.has(line.text)) return []
        const command = { ...post, text: line.text, anchors: line.anchors, intent: 'point' as const, answers: null }
        return [{ at: moment(0.2 + (0.6 * place) / seated.size), by: by(one), command }]
      })
    const place = round.floor.findIndex(({ text }) => !said.has(text))
    const next = round.floor[place]
    const one = next && seated.get(next.by)
    if (!next || !one) return []
    const { text, anchors, intent, to } = next
    const command = {
      ...post,
      text,
      anchors,
      intent,
      answers: answered(round, said, next.answers),
      ...(to ? { to } : {}),
    }
    return [{ at: moment(0.03 + (0.27 * place) / round.floor.length), by: by(one), command }]
  })
}

/** What understudies would do in the students' seats apart from speaking, done by the students; and all that they do in other seats. */
function unworded(table: Table): Move[] {
  const { state, scenario, seated } = table
  const phase = phaseNow(state)
  const isWhole = Object.values(state.seats).every(({ id }) => seated.has(id))
  if (isWhole && !phase?.files && !UNWORDED.some((feature) => opens(phase, feature))) return []
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]) => [id, seated.has(seat.id) ? { ...seat, holder: null } : seat]),
  )
  return understudyMoves({ ...state, seats }, scenario).flatMap((move): Move[] => {
    const [, seat = ''] = move.by.split(':')
    const one = [...seated].find(([id]) => id === seat)?.[1]
    if (!one) return [move]
    // The words that the class does not say, and what is offered to whoever has spoken: nobody of the class is asked.
    const { command } = move
    if (command.type === 'offerClaims' || SPOKEN.has(command.type)) return []
    return [{ ...move, by: by(one), command: inOwnWords(table, one, command) }]
  })
}

/** A position in the words of the table: what it has the side file, or else what the side says last at this stage. */
function inOwnWords({ state, words }: Table, { student }: Seated, command: ClientCommand): ClientCommand {
  const delegation = state.seats[student.seat]?.delegation
  if (command.type !== 'filePosition' || !delegation) return command
  const round = words.rounds[command.round]
  const filed = round?.filed?.[delegation]?.[command.stage]
  if (filed) return { ...command, ...filed }
  const later = round?.floor.findLast(({ by: seat }) => state.seats[seat]?.delegation === delegation)
  const own = (command.stage === 'closing' ? later : undefined) ?? round?.openings?.[delegation]
  return own ? { ...command, text: own.text, anchors: own.anchors } : command
}
