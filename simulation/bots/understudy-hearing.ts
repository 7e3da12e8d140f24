// What understudies make of what people say: which of the scenario's claims it is, and to whom it is said. They know no more than which
// claims it comes near; what comes near none they do not understand.
import { delegationOf } from '../agenda/parties'
import { type DelegationId, personOfActor, type TensionKey } from '../kernel/ids'
import { addresseeOf, calledIn } from '../reading/homework/addressee'
import type { Line, Scenario } from '../scenario/scenario'
import type { Meant } from '../shapes/hearing'
import type { Entry, RoomState } from '../state/room-state'
import { claimsMet, holdsPhrases, isShort, type Met, makesOffer } from './claim-match'
import type { UnderstudyContext } from './understudy-context'

/** A person's statement in the running round, and which delegation made it. */
export type HeardStatement = Readonly<{
  no: number
  seat: string
  delegation: DelegationId
  text: string
  isQuestion: boolean
  /** To whom a question is put, as its writer says; null where it is put to nobody, and for what is no question. */
  to: DelegationId | null
  /** To whom it is said, as far as its words tell. */
  towards: DelegationId | null
  /** To whom it is said for sure, so that they owe it a word: to whom a question is put, whom it calls by name, or whose words it answers. */
  addressed: DelegationId | null
  /** The tensions on which its round may hear a claim: its own, and those folded into it. */
  tensions: readonly TensionKey[]
  /** Of these, the tension of the claim that it most likely makes; null where none was offered. */
  likely: TensionKey | null
  /** The claims that it makes, the surest first. */
  met: readonly Met[]
  /** Whether its speaker, or the room's listener, has said which claim it makes, or that it makes none (U20). */
  isSaid: boolean
  /** Whether it offers something for something. */
  isOffer: boolean
  /** Whether it asks for a figure. */
  asksFigure: boolean
  /** Which delegations have answered it. */
  answeredBy: ReadonlySet<DelegationId>
}>

type Understood = Pick<HeardStatement, 'towards' | 'addressed' | 'tensions' | 'met' | 'isOffer' | 'asksFigure'>
/** What a statement says does not change, and it is looked at again before every move. */
const understood = new WeakMap<Entry, Understood>()

/** What people said or posted in a round and did not withdraw, oldest first. */
export function heardStatements(
  { state, scenario }: Pick<UnderstudyContext, 'state' | 'scenario'>,
  round: TensionKey,
): readonly HeardStatement[] {
  const heard: HeardStatement[] = []
  // The whole record is read at each move of a room: where nobody sits there is nobody to hear, and without claims nothing is understood.
  if (!scenario.claims || Object.values(state.seats).every(({ holder }) => holder === null)) return heard
  const answered = new Map<number, Set<DelegationId>>()
  for (const entry of state.record) {
    const said = saidIn(state, entry)
    if (said?.round !== round || said.delegation === null) continue
    const { delegation, answers, text, seat, intent, to } = said
    if (answers !== null) answered.set(answers, (answered.get(answers) ?? new Set()).add(delegation))
    const no = Number(entry.no)
    if (personOfActor(entry.by) === null || state.withdrawn[no] !== undefined) continue
    const answeredBy = answered.get(no) ?? new Set<DelegationId>()
    answered.set(no, answeredBy)
    const known =
      understood.get(entry) ?? understand(scenario, state, { delegation, answers, text, round, to: to ?? null })
    understood.set(entry, known)
    const meant = meantBy(scenario, state.meant[no], known)
    heard.push({ no, seat, delegation, text, isQuestion: intent === 'question', to: to ?? null, answeredBy, ...meant })
  }
  return heard
}

/** U20: of what a statement means its speaker has the first word, then the listener that the operator has set, and else the matcher. */
function meantBy(
  { claims = [] }: Scenario,
  meant: Meant | undefined,
  known: Understood,
): Understood & Pick<HeardStatement, 'isSaid' | 'likely'> {
  const said = meant?.named ? meant.named.claim : meant?.ear === 'listener' ? meant.chosen : undefined
  const likely = claims.find(({ key }) => key === meant?.claims[0]?.key)?.tension ?? null
  if (said === undefined) return { ...known, likely, isSaid: false }
  const claim = claims.find(({ key }) => key === said)
  // A mistake is said to be one by its speaker alone, or by the matcher where that is sure (U21).
  if (!meant?.named && claim?.kind === 'mistake') return { ...known, likely, isSaid: false }
  // An offer that is meant for nobody in particular may be answered by whoever has an answer to it.
  const isOffer = claim?.kind === 'offer' && known.towards !== null
  return { ...known, likely, isOffer, met: claim ? [{ claim, score: 1 }] : [], isSaid: true }
}

/** For how long, at class speed, a statement waits for its speaker to say what was meant before it is answered. */
const TIME_TO_NAME_MS = 10_000

/** U20: the instant from which a person's statement is answered: as they have said what they meant, or once they had the time to. */
export function answeredFrom({ state, pace }: UnderstudyContext, no: number): number {
  const said = state.record.at(no - 1)?.at ?? 0
  const meant = state.meant[no]
  if (!meant || meant.claims.length === 0) return said
  return meant.named ? meant.named.at : said + Math.round(TIME_TO_NAME_MS * pace)
}

function understand(
  scenario: Scenario,
  state: RoomState,
  said: { delegation: DelegationId; answers: number | null; text: string; round: TensionKey; to: DelegationId | null },
): Understood {
  const before = said.answers === null ? undefined : state.record.at(said.answers - 1)
  const answered = (before && saidIn(state, before)?.delegation) ?? null
  const folded = state.plan.rounds.find(({ key }) => key === said.round)?.folded ?? []
  const isOffer = makesOffer(scenario, said.text)
  const named = addresseeOf(state.plan, said.delegation, said.text, answered)
  const towards = said.to ?? named ?? (isOffer ? ownerOf(scenario, said) : null)
  const other = answered === said.delegation ? null : answered
  const addressed = said.to ?? calledIn(state.plan, said.delegation, said.text) ?? other
  const put = said.to === null ? undefined : delegationOf(state.plan, said.to)
  const names = put ? [put.name, put.capital] : []
  const tensions = [said.round, ...folded.map(({ key }) => key)]
  const met = claimsMet(scenario, said.text, tensions, names)
  return {
    towards,
    addressed,
    tensions,
    isOffer,
    asksFigure: holdsPhrases(scenario, said.text, [scenario.hearing?.asksFigure ?? []]),
    // An offer is answered as one, or it is not understood; and who offers nothing, but asks for more, is not thanked for an offer.
    met: met.filter(({ claim }) => (claim.kind === 'offer') === isOffer),
  }
}

/** The side whose things an offer asks for; null where it asks for nobody's, or for those of several. */
function ownerOf(scenario: Scenario, said: { delegation: DelegationId; text: string }): DelegationId | null {
  const owners = (scenario.hearing?.belongs ?? []).filter(
    ({ side, called }) => side !== said.delegation && holdsPhrases(scenario, said.text, [called]),
  )
  return owners.length === 1 ? (owners[0]?.side ?? null) : null
}

/** A statement or post with its round and delegation; null for entries of other kinds. */
function saidIn({ plan, seats }: RoomState, { event, phase }: Entry) {
  if (event.type !== 'StatementMade' && event.type !== 'StatementPosted') return null
  const round = event.type === 'StatementPosted' ? event.round : plan.phases[phase]?.round
  return { ...event, round, delegation: seats[event.seat]?.delegation ?? null }
}

/** The entry of the glossary whose meaning somebody asks; null where they ask none. */
export function termAsked(scenario: Scenario, { text }: HeardStatement): Scenario['glossary'][number] | null {
  const { hearing, glossary } = scenario
  if (!hearing) return null
  const asks = isShort(scenario, text) ? [...hearing.asksMeaning, ...hearing.asksShortly] : hearing.asksMeaning
  if (!holdsPhrases(scenario, text, [asks])) return null
  const asked = hearing.terms.find(({ called }) => holdsPhrases(scenario, text, [called]))
  return glossary.find(({ term }) => term === asked?.term) ?? null
}

/** A scenario's lines by id, made once: every move of a room looks up some fifty. */
const byId = new WeakMap<Scenario, ReadonlyMap<string, Line>>()

export function lineOf(scenario: Scenario, id: string): Line | undefined {
  const made = byId.get(scenario) ?? new Map(scenario.lines.map((line) => [line.id, line]))
  byId.set(scenario, made)
  return made.get(id)
}
