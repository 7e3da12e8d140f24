// Look-ups in a scenario by key. For a key that the scenario does not have they return undefined or an empty list; none throws.
import type { DelegationId, TensionKey } from '../kernel/ids'
import type {
  Agenda,
  Clause,
  HomeworkAgenda,
  Inject,
  Line,
  Scenario,
  ScenarioSeat,
  SeminarAgenda,
  Tension,
} from './scenario'

export const tensionOf = (scenario: Scenario, key: TensionKey): Tension | undefined =>
  scenario.tensions.find((tension) => tension.key === key)

export const seatOf = (scenario: Scenario, id: string): ScenarioSeat | undefined =>
  scenario.seats.find((seat) => seat.id === id)

export const agendaOf = (scenario: Scenario, key: string): Agenda | undefined =>
  scenario.agendas.find((agenda) => agenda.key === key)

export const seminarAgendas = ({ agendas }: Pick<Scenario, 'agendas'>): SeminarAgenda[] =>
  agendas.filter((agenda) => agenda.kind === 'seminar')

/** The agendas of debates over days, the one that is chosen first at the start. */
export const homeworkAgendas = ({ agendas }: Pick<Scenario, 'agendas'>): HomeworkAgenda[] =>
  agendas.filter((agenda) => agenda.kind === 'homework')

export const injectOf = (scenario: Scenario, key: string): Inject | undefined =>
  scenario.injects.find((inject) => inject.key === key)

export const clauseOf = (scenario: Scenario, key: string): Clause | undefined =>
  scenario.communique.clauses.find((clause) => clause.key === key)

/** The words that a clause offers: each side's first ones by its id, and the bridges of two sides by the pair. */
export const wordsOffered = ({ brackets, bridges }: Clause): Readonly<Record<string, string>> => ({
  ...brackets,
  ...bridges,
})

/** A delegation's seats in the order in which they are filled; the head comes first. */
export const seatsOf = (scenario: Scenario, delegation: DelegationId): readonly ScenarioSeat[] =>
  scenario.seats.filter((seat) => seat.delegation === delegation).sort((a, b) => a.order - b.order)

/** The lines that understudies of this delegation can say on this tension, in the author's order. */
export const linesFor = (scenario: Scenario, delegation: DelegationId, tension: TensionKey): readonly Line[] =>
  scenario.lines.filter((line) => line.delegation === delegation && line.tension === tension)

/** The order of openings in a round (counted from 1); undefined for rounds that the scenario does not list. */
export const speakingOrderOf = (scenario: Scenario, round: number): readonly DelegationId[] | undefined =>
  scenario.speakingOrder.rounds[round - 1]

/** A scenario's tensions in the order its author gives them. */
export const tensionsInOrder = ({ tensions }: Pick<Scenario, 'tensions'>): Scenario['tensions'] =>
  tensions.toSorted((a, b) => a.order - b.order)
