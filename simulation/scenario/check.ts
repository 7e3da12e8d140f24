// Checks of a scenario that a schema cannot make: that its parts agree with one another. Each fault is one sentence that says where it
// is.
import { CARDS_DEALT } from '../agenda/home-cards'
import { delegationOf } from '../agenda/parties'
import { isParagraph, never, type TensionKey } from '../kernel/ids'
import { agendaFaults, kindFaults } from './agenda-check'
import { claimFaults } from './claim-check'
import { factFaults } from './fact-check'
import { goalFaults } from './goals-check'
import { partyFaults, repeated } from './party-check'
import { BRACKET_MARK, type Delegation, type Line, type Scenario } from './scenario'
import { sheetFaults } from './sheet-check'
import { teachingFaults } from './teaching-check'
import { textsIn } from './texts-in'

/** An empty list means that the scenario can be played. */
export function checkScenario(scenario: Scenario): readonly string[] {
  return [
    ...partyFaults(scenario),
    ...scenario.delegations.flatMap((delegation) => delegationFaults(scenario, delegation)),
    ...seatFaults(scenario),
    ...tensionFaults(scenario),
    ...communiqueFaults(scenario),
    ...goalFaults(scenario),
    ...kindFaults(scenario),
    ...scenario.agendas.flatMap((agenda) => agendaFaults(scenario, agenda)),
    ...lineFaults(scenario),
    ...claimFaults(scenario),
    ...repeatedNames(scenario),
    ...anchorFaults(scenario),
    ...factFaults(scenario),
    ...teachingFaults(scenario),
    ...sheetFaults(scenario),
  ]
}

function delegationFaults(scenario: Scenario, delegation: Delegation): string[] {
  const faults: string[] = []
  const { id } = delegation
  const known = new Set(scenario.tensions.map((tension) => tension.key))
  for (const key of Object.keys(delegation.openings)) {
    if (!known.has(key)) faults.push(`Delegation ${id}: it has an opening on ${key}, which is no tension.`)
  }
  for (const tension of scenario.tensions) {
    const opening = delegation.openings[tension.key]
    if (opening === undefined) {
      faults.push(`Delegation ${id}: it has no opening on ${tension.key}.`)
      continue
    }
    const [low, high] = opening.band
    if (low > high)
      faults.push(`Delegation ${id}, opening on ${tension.key}: the band ${low} to ${high} runs backwards.`)
    if (opening.value < low || opening.value > high) {
      faults.push(
        `Delegation ${id}, opening on ${tension.key}: ${opening.value} lies outside the band ${low} to ${high}.`,
      )
    }
    const opens = tension.openings[id]?.value
    if (opens !== undefined && opens !== opening.value)
      faults.push(`Tension ${tension.key}: ${id} opens at ${opens}, but its brief says ${opening.value}.`)
  }
  for (const key of Object.keys(delegation.chips ?? {})) {
    if (!known.has(key)) faults.push(`Delegation ${id}: it lays chips on ${key}, which is no tension.`)
  }
  faults.push(...cardFaults(scenario, delegation))
  for (const named of [...delegation.redLines, ...delegation.cards]) {
    if (!named.id.startsWith(`${id}.`)) faults.push(`Delegation ${id}: ${named.id} carries another delegation's name.`)
  }
  return faults
}

/** A card that the rules check names what there is; and two that people judge are left to deal where none can be checked. */
function cardFaults({ tensions, delegations }: Scenario, { id, cards }: Delegation): string[] {
  const known = new Set(tensions.map(({ key }) => key))
  const ids = new Set(delegations.map((each) => each.id))
  const judged = cards.filter(({ check }) => check === undefined)
  return [
    ...cards.flatMap(({ id: card, axes, check }) => [
      ...[...axes, ...(check ? [check.tension] : [])]
        .filter((axis) => !known.has(axis))
        .map((axis) => `Card ${card}: it looks at ${axis}, which is no tension.`),
      ...(check?.type === 'agreed' ? check.by : [])
        .filter((by) => !ids.has(by))
        .map((by) => `Card ${card}: ${by} is no delegation.`),
    ]),
    ...(cards.length > 0 && judged.length < CARDS_DEALT
      ? [`Delegation ${id}: ${judged.length} of its cards are judged by people; at least ${CARDS_DEALT} must be.`]
      : []),
  ]
}

function seatFaults(scenario: Scenario): string[] {
  const faults: string[] = []
  for (const seat of scenario.seats) {
    if (!seat.id.startsWith(`${seat.delegation}.`)) {
      faults.push(`Seat ${seat.id}: it sits with ${seat.delegation}, but is named for another delegation.`)
    }
    for (const objective of seat.objectives) {
      if (!objective.id.startsWith(`${seat.id}.`)) {
        faults.push(`Seat ${seat.id}: objective ${objective.id} carries another seat's name.`)
      }
    }
  }
  for (const { id } of scenario.delegations) {
    const seats = scenario.seats.filter((seat) => seat.delegation === id).sort((a, b) => a.order - b.order)
    const heads = seats.filter((seat) => seat.head)
    if (heads.length !== 1) faults.push(`Delegation ${id}: it has ${heads.length} heads and needs exactly one.`)
    if (seats[0] !== undefined && !seats[0].head) {
      faults.push(`Delegation ${id}: ${seats[0].id} is filled first, but is not the head.`)
    }
    const order = scenario.seatOrder[id] ?? []
    if (order.join() !== seats.map((seat) => seat.id).join()) {
      faults.push(`Seat order of ${id}: ${order.join(', ')} does not match the seats and their own order.`)
    }
    seats.forEach((seat, index) => {
      if (seat.order !== index + 1) faults.push(`Seat ${seat.id}: its order is ${seat.order}; ${index + 1} comes next.`)
    })
  }
  return faults
}

function tensionFaults(scenario: Scenario): string[] {
  const known = new Set(scenario.tensions.map((tension) => tension.key))
  return [
    ...outOfOrder('Tension', scenario.tensions),
    ...scenario.injects.flatMap((inject) =>
      inject.tensions.filter((key) => !known.has(key)).map((key) => `Inject ${inject.key}: ${key} is no tension.`),
    ),
  ]
}

function communiqueFaults(scenario: Scenario): string[] {
  const { clauses } = scenario.communique
  const known = new Set(scenario.tensions.map((tension) => tension.key))
  const faults = outOfOrder('Clause', clauses)
  for (const clause of clauses) {
    if (!known.has(clause.tension)) faults.push(`Clause ${clause.key}: ${clause.tension} is no tension.`)
    if (clause.base.split(BRACKET_MARK).length !== 2) {
      faults.push(`Clause ${clause.key}: its base must hold ${BRACKET_MARK} exactly once.`)
    }
  }
  return faults
}

function outOfOrder(what: string, things: readonly { key: string; order: number }[]): string[] {
  return things.flatMap((thing, index) =>
    thing.order === index + 1
      ? []
      : [`${what} ${thing.key}: its order is ${thing.order}, but it stands in place ${index + 1}.`],
  )
}

function lineFaults(scenario: Scenario): string[] {
  const byId = new Map(scenario.lines.map((line) => [line.id, line]))
  const seats = new Map(scenario.seats.map((seat) => [seat.id, seat]))
  const known = new Set<TensionKey>(scenario.tensions.map((tension) => tension.key))
  const faults: string[] = []
  for (const line of scenario.lines) {
    const fault = (sentence: string) => faults.push(`Line ${line.id}: ${sentence}`)
    if (!line.id.startsWith(`${line.delegation}.${line.tension}.`)) {
      fault(`it belongs to ${line.delegation} on ${line.tension}, but its name says otherwise.`)
    }
    if (!known.has(line.tension)) fault(`${line.tension} is no tension.`)
    const seat = seats.get(line.seat)
    if (seat === undefined) fault(`there is no seat ${line.seat}.`)
    else if (seat.delegation !== line.delegation) fault(`${line.seat} does not sit with ${line.delegation}.`)
    for (const sentence of replyFaults(scenario, line, byId)) fault(sentence)
    for (const id of line.after ?? [])
      if (byId.get(id)?.tension !== line.tension) fault(`it comes after ${id}, which is no line on its tension.`)
  }
  return faults
}

function replyFaults(scenario: Scenario, line: Line, byId: ReadonlyMap<string, Line>): string[] {
  switch (line.kind) {
    case 'answer': {
      const opening = byId.get(line.answers)
      if (opening?.kind !== 'opening') return [`it answers ${line.answers}, which is no opening.`]
      if (opening.tension !== line.tension) return [`it answers ${line.answers}, which speaks on another tension.`]
      return opening.delegation === line.delegation ? [`it answers its own delegation's ${line.answers}.`] : []
    }
    case 'question':
      return line.to === line.delegation ? ['it puts a question to its own delegation.'] : []
    case 'opening': {
      const band = delegationOf(scenario, line.delegation)?.openings[line.tension]?.band
      if (band === undefined || (line.stance >= band[0] && line.stance <= band[1])) return []
      return [`it stands at ${line.stance}, outside its delegation's band ${band[0]} to ${band[1]}.`]
    }
    case 'reply': {
      const question = byId.get(line.answers)
      if (question?.kind !== 'question') return [`it replies to ${line.answers}, which is no question.`]
      return question.to === line.delegation ? [] : [`it replies to ${line.answers}, which asks somebody else.`]
    }
    case 'taking': {
      const offer = byId.get(line.answers)
      if (offer?.kind !== 'concession') return [`it takes or declines ${line.answers}, which is no concession.`]
      return offer.delegation === line.delegation ? [`it takes its own delegation's ${line.answers}.`] : []
    }
    case 'reaction':
      return scenario.injects.some(({ key }) => key === line.inject) ? [] : [`there is no inject ${line.inject}.`]
    case 'concession':
    case 'closing':
    case 'caucus':
      return []
    default:
      return never(line)
  }
}

function repeatedNames(scenario: Scenario): string[] {
  const { delegations } = scenario
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Paragraphs', scenario.paragraphs.map((paragraph) => paragraph.id)],
    ['Glossary', scenario.glossary.map((entry) => entry.term)],
    ['Learning outcomes', scenario.learningOutcomes.map((outcome) => outcome.key)],
    ["Instructor's note", scenario.instructorNote.paragraphs.map((paragraph) => paragraph.key)],
    ['Red lines', delegations.flatMap((delegation) => delegation.redLines.map((line) => line.id))],
    ['Cards', delegations.flatMap((delegation) => delegation.cards.map((card) => card.id))],
    ['Seats', scenario.seats.map((seat) => seat.id)],
    ['Objectives', scenario.seats.flatMap((seat) => seat.objectives.map((objective) => objective.id))],
    ['Tensions', scenario.tensions.map((tension) => tension.key)],
    ['Injects', scenario.injects.map((inject) => inject.key)],
    ['Clauses', scenario.communique.clauses.map((clause) => clause.key)],
    ['Criteria', scenario.rubric.criteria.map((criterion) => criterion.key)],
    ['Debrief questions', scenario.debriefQuestions.map((question) => question.key)],
    ['Agendas', scenario.agendas.map((agenda) => agenda.key)],
    ['Lines', scenario.lines.map((line) => line.id)],
    ['Claims', (scenario.claims ?? []).map((claim) => claim.key)],
    ['Public facts', scenario.publicFacts.map((fact) => fact.key)],
  ]
  return lists.flatMap(([what, names]) => repeated(names).map((name) => `${what}: ${name} appears more than once.`))
}

/** Every anchor in a list, and every paragraph id inside a sentence, must be a paragraph the scenario carries. */
function anchorFaults(scenario: Scenario): string[] {
  const known = new Set<string>(scenario.paragraphs.map((paragraph) => paragraph.id))
  const letters = new Set<string>(scenario.sources.map(({ letter }) => letter))
  return [...textsIn(scenario)].flatMap(({ text, where }) => {
    const named = isParagraph(text) ? [text] : [...text.matchAll(/\b[A-Z]\d+\.\d+\b/g)].map(([id]) => id)
    return named
      .filter((id) => !known.has(id) && (isParagraph(text) || letters.has(id.slice(0, 1))))
      .map((id) => `${where}: ${id} is no paragraph of the sources' map.`)
  })
}
