// What understudies make of a person's statement: which of their lines meets it. They compare its words and its anchors with the claim
// that each line was written to answer; nothing is understood beyond that.
import type { DelegationId, TensionKey } from '../kernel/ids'
import { isParagraph, personOfActor } from '../kernel/ids'
import type { Line, Scenario } from '../scenario/scenario'
import type { Entry, RoomState } from '../state/room-state'
import type { UnderstudyContext } from './understudy-context'

/** A person's statement in the running round, and which delegation made it. */
export type HeardStatement = Readonly<{
  no: number
  delegation: DelegationId
  /** Whose statement it answers; null when it answers none. */
  answers: DelegationId | null
  isQuestion: boolean
  words: ReadonlySet<string>
  paragraphs: ReadonlySet<string>
  /** Whether some understudy has answered it, and which delegations' have. */
  answeredBy: ReadonlySet<DelegationId>
}>

/** A line meets a statement from this score on; below it the two have no more in common than any two sentences on one subject. */
const MEETS = 3
/** Each paragraph cited by both counts as much as this many words. */
const PARAGRAPH = 1.5

/** What people said or posted in a round, oldest first. */
export function heardStatements({ state }: UnderstudyContext, round: TensionKey): readonly HeardStatement[] {
  const answered = new Map<number, Set<DelegationId>>()
  const heard: HeardStatement[] = []
  // The whole record is read at each move of a room: where nobody sits there is nobody to hear.
  if (Object.values(state.seats).every(({ holder }) => holder === null)) return heard
  for (const entry of state.record) {
    const said = saidIn(state, entry)
    if (said?.round !== round || said.delegation === null) continue
    const { delegation, answers, text, anchors, intent } = said
    if (personOfActor(entry.by) === null) {
      if (answers !== null) answered.set(answers, (answered.get(answers) ?? new Set()).add(delegation))
      continue
    }
    const no = Number(entry.no)
    const answeredBy = answered.get(no) ?? new Set<DelegationId>()
    answered.set(no, answeredBy)
    const before = answers === null ? undefined : state.record.at(answers - 1)
    heard.push({
      no,
      delegation,
      answers: (before && saidIn(state, before)?.delegation) ?? null,
      isQuestion: intent === 'question',
      words: wordsOf(text),
      paragraphs: new Set(anchors.filter((anchor) => typeof anchor === 'string').filter(isParagraph)),
      answeredBy,
    })
  }
  return heard
}

/** A statement or post with its round and delegation; null for entries of other kinds. */
function saidIn({ plan, seats }: RoomState, { event, phase }: Entry) {
  if (event.type !== 'StatementMade' && event.type !== 'StatementPosted') return null
  const round = event.type === 'StatementPosted' ? event.round : plan.phases[phase]?.round
  return { ...event, round, delegation: seats[event.seat]?.delegation ?? null }
}

/** Whether a line, which was written to answer something else, says something to this statement: null if not, else how well, from 3 up. */
export function meets(scenario: Scenario, line: Line, heard: HeardStatement): number | null {
  const subject = subjectOf(scenario, line, heard)
  if (subject === null) return null
  const { words, paragraphs } = subject
  const score = shared(heard.words, words) + PARAGRAPH * shared(heard.paragraphs, paragraphs)
  return score >= MEETS ? score : null
}

type Subject = { words: ReadonlySet<string>; paragraphs: ReadonlySet<string> }

/** The words and paragraphs of what the line was written to answer. It must not quote it, for nobody may have said it. */
function subjectOf(scenario: Scenario, line: Line, heard: HeardStatement): Subject | null {
  switch (line.kind) {
    case 'answer': {
      if (line.quotes) return null
      const opening = lineOf(scenario, line.answers)
      return { words: wordsOf(`${line.argument} ${opening?.text ?? ''}`), paragraphs: paragraphsOf(line, opening) }
    }
    case 'reply': {
      const question = lineOf(scenario, line.answers)
      if (!heard.isQuestion || question === undefined) return null
      return { words: wordsOf(question.text), paragraphs: paragraphsOf(line, question) }
    }
    case 'opening':
    case 'question':
    case 'concession':
    case 'closing':
    case 'taking':
    case 'reaction':
    case 'caucus':
      return null
    default:
      return line satisfies never
  }
}

/** A scenario's lines by id, made once: every move of a room looks up some fifty. */
const byId = new WeakMap<Scenario, ReadonlyMap<string, Line>>()

export function lineOf(scenario: Scenario, id: string): Line | undefined {
  const made = byId.get(scenario) ?? new Map(scenario.lines.map((line) => [line.id, line]))
  byId.set(scenario, made)
  return made.get(id)
}

const paragraphsOf = (...lines: readonly (Line | undefined)[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line?.anchors.filter(isParagraph) ?? []))

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((one) => b.has(one)).length

/** Words that say nothing of a subject, though they have five letters or more. */
const COMMON = new Set(
  'about above after again allow along among another before being below between cannot could every first itself might never other ought quite rather really right shall should since still their there these thing think those three today under until where which while whole whose without would years your'
    .split(' ')
    .map((word) => word.slice(0, 5)),
)

/** The beginnings of a text's longer words: five letters, so that *promise* and *promises* are one. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  return new Set(words.map((word) => word.slice(0, 5)).filter((word) => !COMMON.has(word)))
}
