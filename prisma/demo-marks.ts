// The marks of what the demo's class has played: of positions by counting over the record, of students as the demo's words say, each with the
// entries that show it. Only for the demo, whose statements are made up: counting says nothing about how well students argued.
import type { NewMark } from '#server/store/marks/marks'
import { delegationIds, membersOf, pairsOf } from '#simulation/agenda/parties'
import { reviewedCriteria } from '#simulation/beside/peer-reviews/peer-medians'
import type { DelegationId, PersonId, TensionKey } from '#simulation/kernel/ids'
import { distance, revealedValues } from '#simulation/reading/log/gap'
import { criteriaFor, ownRubric } from '#simulation/reading/log/rubric'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import type { Scenario } from '#simulation/scenario/scenario'
import type { RoomState } from '#simulation/state/room-state'

type PositionMark = Extract<NewMark, { subject: 'position' }>
type Judgement = { level: number; evidence: readonly string[] }
type Statement = Paragraph & { kind: 'statement' }
type Subject = { state: RoomState; round: TensionKey; delegation: DelegationId; said: readonly Statement[] }

/** The criteria a delegation's position is marked on (keys of the rubric), each with the function that marks it. */
const RULES: Readonly<Record<string, (subject: Subject) => Judgement>> = {
  role: judgeRole,
  evidence: judgeEvidence,
  answer: judgeAnswer,
  negotiation: judgeNegotiation,
}

/** A mark for each delegation's position, in each round and on each criterion, with its evidence. */
export function demoMarks(roomId: string, state: RoomState): PositionMark[] {
  const record = paragraphs(state)
  return state.plan.rounds.flatMap(({ key: round }) =>
    delegationIds(state.plan).flatMap((delegation) => {
      const said = record.filter(
        (entry): entry is Statement =>
          entry.kind === 'statement' && entry.round === round && entry.delegation === delegation,
      )
      return Object.entries(RULES).map(([criterion, judge]): PositionMark => {
        const { level, evidence } = judge({ state, round, delegation, said })
        return {
          subject: 'position',
          roomId,
          delegation,
          round,
          criterion,
          level,
          evidence: [...evidence],
          noEvidence: evidence.length === 0,
          comment: null,
        }
      })
    }),
  )
}

type StudentMark = Extract<NewMark, { subject: 'student' }>

/** A mark for each criterion by which the scenario judges students, with what they said themselves, or their reflection where they are out of role. */
export function studentMarks(
  { rubric }: Pick<Scenario, 'rubric'>,
  { room, state }: { room: string; state: RoomState },
  { person, levels }: { person: PersonId; levels: readonly number[] },
): StudentMark[] {
  const said = paragraphs(state).flatMap((entry) =>
    entry.kind === 'statement' && entry.person === person ? [entry.no] : [],
  )
  const written = Object.entries(state.reflections).flatMap(([key, { no }]) =>
    key.startsWith(`${person}/`) ? [no] : [],
  )
  return criteriaFor(ownRubric(rubric), 'student').map((criterion, place): StudentMark => {
    const evidence = criterion.subjects.includes('position') ? said.slice(0, 3) : written
    return {
      ...{ subject: 'student', participantId: person, roomId: room, round: null, criterion: criterion.key },
      ...{ level: levels[place] ?? 0, evidence, noEvidence: evidence.length === 0, comment: null },
    }
  })
}

/** What one student gives another whose own levels are these: in turn a little more and a little less than the demo's instructor. */
export function peerLevels(
  { rubric }: Pick<Scenario, 'rubric'>,
  levels: readonly number[],
  turn: number,
): Readonly<Record<string, number>> {
  const most = rubric.scale.length - 1
  const near = (level: number, place: number) => Math.min(most, Math.max(1, level + ((turn + place) % 3) - 1))
  return Object.fromEntries(
    reviewedCriteria(ownRubric(rubric)).map(({ key }, place) => [key, near(levels[place] ?? 2, place)]),
  )
}

/** Whether the closing position is within the band of the delegation's brief, and how near to the brief's own value. */
function judgeRole({ state, round, delegation, said }: Subject): Judgement {
  const band = state.briefs.find((brief) => brief.to === delegation)?.bands.find((each) => each.round === round)
  const closing = revealedValues(state, round, 'closing')[delegation]
  if (!band || closing === undefined) return { level: 0, evidence: [] }
  const inside = closing >= band.low && closing <= band.high
  const level = !inside ? 1 : Math.abs(closing - band.value) <= 0.5 ? 3 : 2
  return { level, evidence: [...numbersOf(said.slice(0, 1)), ...revealOf(state, round, 'closing')] }
}

/** Whether the statements cite sources, and how many different paragraphs. */
function judgeEvidence({ said }: Subject): Judgement {
  const anchored = said.filter((statement) => statement.anchors.length > 0)
  const paragraphsUsed = new Set(
    anchored.flatMap((statement) => statement.anchors).filter((each) => typeof each === 'string'),
  )
  const level = anchored.length === 0 ? 0 : anchored.length < said.length ? 2 : paragraphsUsed.size >= 5 ? 4 : 3
  const richest = anchored.toSorted((a, b) => b.anchors.length - a.anchors.length).slice(0, 3)
  return { level, evidence: numbersOf(richest.toSorted((a, b) => a.seq - b.seq)) }
}

/** The share of the delegation's statements that answer another statement. */
function judgeAnswer({ said }: Subject): Judgement {
  const replies = said.filter((statement) => statement.answers !== null)
  const share = said.length === 0 ? 0 : replies.length / said.length
  const level = replies.length === 0 ? 0 : share >= 0.5 ? 3 : share >= 0.25 ? 2 : 1
  return { level, evidence: numbersOf(replies.slice(0, 3)) }
}

/** How much nearer to the others the delegation's closing position is than its opening one. */
function judgeNegotiation({ state, round, delegation }: Subject): Judgement {
  const shown = [...revealOf(state, round, 'opening'), ...revealOf(state, round, 'closing')]
  const gained = apartFrom(state, round, 'opening', delegation) - apartFrom(state, round, 'closing', delegation)
  return { level: gained >= 1.5 ? 4 : gained > 0 ? 3 : gained === 0 ? 2 : 1, evidence: shown }
}

/** The sum of the delegation's distances to all others at a stage. */
function apartFrom(
  state: RoomState,
  round: TensionKey,
  stage: 'opening' | 'closing',
  delegation: DelegationId,
): number {
  const values = revealedValues(state, round, stage)
  return pairsOf(state.plan)
    .filter((pair) => membersOf(pair).includes(delegation))
    .reduce((sum, pair) => sum + (distance(values, pair) ?? 0), 0)
}

const numbersOf = (entries: readonly Paragraph[]): string[] => entries.map((entry) => entry.no)

function revealOf(state: RoomState, round: TensionKey, stage: 'opening' | 'closing'): string[] {
  return state.record
    .toArray()
    .flatMap(({ event, no }) =>
      event.type === 'PositionsRevealed' && event.round === round && event.stage === stage ? [no] : [],
    )
}
