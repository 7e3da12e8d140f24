// Makes the briefs of each delegation and each office, the questions of the evidence of learning, and the chair's papers, from a scenario
// for the rounds that a room plays.
// topics/seats/briefing.ts decides when they are issued.

import type { Brief } from '../agenda/brief'
import type { ChairPapers } from '../agenda/chair-papers'
import type { RoomPlan } from '../agenda/plan'
import { type DelegationId, MOST_ANCHORS, seatId, type TensionKey } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { factMark, factsNamed } from '../scenario/fact-mark'
import { citationsOf, shownSource } from '../scenario/facts'
import { seatOf, tensionOf } from '../scenario/lookup'
import type { Inject, Scenario, Tension } from '../scenario/scenario'
import { objectivesWithin, type Played } from './within-reach'

type Line = { text: string; anchors: string[] }
type Cited = { text: string; anchors?: readonly string[]; facts?: readonly string[] | undefined }
/** A fact stands among a line's anchors by its mark, `fact:chips`, which nobody takes for a paragraph. */
const line = ({ text, anchors = [], facts = [] }: Cited): Line => ({
  text,
  anchors: [...anchors, ...facts.map(factMark)],
})

/** Whatever lists rounds and seats: a plan, or a scenario's own tensions and offices. */
type Briefed = { rounds: readonly { key: TensionKey }[]; seats: readonly { id: string }[] }

/** `played`: what the room plays, whose offices are asked for what can be reached in it; all is told of a whole scenario. */
export function briefsFor(scenario: Scenario, plan: Briefed, played?: Played): Brief[] {
  const delegations = scenario.delegations.map((delegation): Brief => {
    const anchored = (parts: readonly Cited[]) => parts.map(line)
    return withFacts(scenario, {
      to: delegation.id,
      title: delegation.name,
      sections: written([
        { heading: 'interests', lines: anchored(delegation.interests) },
        { heading: 'red-lines', lines: anchored(delegation.redLines) },
        { heading: 'room-to-move', lines: anchored(delegation.roomToMove) },
        { heading: 'public-at-home', lines: anchored(delegation.publicAtHome) },
        { heading: 'strongest-case', lines: [line({ text: delegation.strongestCase })] },
        { heading: 'weak-spots', lines: anchored(delegation.weakSpots) },
        { heading: 'tone', lines: [line({ text: delegation.tone })] },
      ]),
      bands: plan.rounds.flatMap((round) => {
        const opening = delegation.openings[round.key]
        if (!opening) return []
        const [low, high] = opening.band
        const stand = tensionOf(scenario, round.key)?.openings[delegation.id]
        const { value, reading } = opening
        return [
          {
            ...{ round: round.key, value, low, high, reading },
            ...(stand && stand.reason !== '' ? { stand: standOf(scenario, stand) } : {}),
            ...redLineAt(delegation, round.key),
          },
        ]
      }),
    })
  })
  const seats = plan.seats.flatMap((seat): Brief[] => {
    const office = seatOf(scenario, seat.id)
    if (!office) return []
    const { charge, brief, firstInCaucus, neverInPublic } = office
    const objectives = played ? objectivesWithin(scenario, office, played) : office.objectives
    const stakes = plan.rounds.flatMap(({ key }) => {
      const stake = scenario.stakes[office.id]?.[key]
      return stake ? [{ round: key, value: stake.value, ...line(stake) }] : []
    })
    return [
      withFacts(scenario, {
        to: seatId.parse(office.id),
        title: office.title,
        sections: written([
          { heading: 'charge', lines: [line({ text: charge })] },
          { heading: 'brief', lines: [line({ ...office, text: brief })] },
          { heading: 'objectives', lines: objectives.map(line) },
          { heading: 'first-in-caucus', lines: [line({ text: firstInCaucus })] },
          { heading: 'never-in-public', lines: [line({ text: neverInPublic })] },
        ]),
        bands: [],
        ...(stakes.length > 0 ? { stakes } : {}),
        ...sheetOf(scenario, office.id, plan),
      }),
    ]
  })
  return [...delegations, ...seats]
}

/** The sections in which something is written; of one that an author left out no heading stands either. */
const written = (sections: readonly Brief['sections'][number][]): Brief['sections'] =>
  sections
    .map(({ heading, lines }) => ({ heading, lines: lines.filter(({ text }) => text !== '') }))
    .filter(({ lines }) => lines.length > 0)

/** The one page of an office, where its author wrote one; of the offices it quarrels with, those at this table. */
function sheetOf(scenario: Scenario, office: string, { seats }: Briefed): Pick<Brief, 'sheet'> {
  const sheet = scenario.sheets?.[office]
  if (!sheet) return {}
  const quarrels = sheet.quarrels.flatMap(({ seat, about }) => {
    const other = seats.some(({ id }) => id === seat) ? seatOf(scenario, seat) : undefined
    return other ? [{ delegation: other.delegation, title: other.title, about }] : []
  })
  const { facts, question } = sheet
  return { sheet: { gists: sheet.gists.map(line), facts, question, quarrels } }
}

/** The brief with the facts that its texts and anchors name. */
function withFacts({ publicFacts }: Scenario, brief: Brief): Brief {
  const { sheet } = brief
  const named = new Set([
    ...factsNamed([brief.sections, brief.stakes ?? [], sheet?.gists ?? []]),
    ...(sheet?.facts ?? []),
  ])
  const facts = publicFacts
    .filter(({ key }) => named.has(key))
    .map((fact) => ({ key: fact.key, text: fact.text, source: shownSource(fact) }))
  return facts.length > 0 ? { ...brief, facts } : brief
}

/** The author's sentence for the opening, and what it cites. */
const standOf = (scenario: Scenario, { reason, ...cited }: Tension['openings'][DelegationId]) => ({
  text: reason,
  anchors: citationsOf(scenario, cited).slice(0, MOST_ANCHORS),
})

/** The first of a delegation's red lines that its author says is at stake in this round, where a position has room for it. */
function redLineAt({ redLines }: Scenario['delegations'][number], round: TensionKey): { redLine?: string } {
  const line = redLines.find(({ tensions, text }) => tensions?.includes(round) && text.length <= LIMITS.redLine)
  return line ? { redLine: line.text } : {}
}

/** The questions of the evidence of learning in all their forms, without what is right. */
export function learningFor(
  { knowledge, knowledgeB }: Scenario,
  asked: boolean | undefined,
): Pick<RoomPlan, 'learning' | 'learningB'> {
  if (!asked || !knowledge) return {}
  const asAsked = (form: typeof knowledge) => form.map(({ ask, options }) => ({ ask, options: [...options] }))
  return { learning: asAsked(knowledge), ...(knowledgeB ? { learningB: asAsked(knowledgeB) } : {}) }
}

/** Which options are right, in each form. */
function rightsOf({ knowledge, knowledgeB }: Scenario): Pick<ChairPapers, 'learning' | 'learningB'> {
  const rights = (form: NonNullable<typeof knowledge>) => form.map(({ right }) => right)
  return {
    ...(knowledge ? { learning: rights(knowledge) } : {}),
    ...(knowledgeB ? { learningB: rights(knowledgeB) } : {}),
  }
}

export function papersFor(scenario: Scenario, played: readonly TensionKey[], learning = false): ChairPapers {
  // Injects for the rounds played come first; the chair may send any of the others too.
  const fits = (inject: Inject) => inject.tensions.some((tension) => played.includes(tension))
  const injects = [...scenario.injects.filter(fits), ...scenario.injects.filter((inject) => !fits(inject))]
  return {
    injects: injects.map(({ key, form, headline, text, anchors, tensions, when, followUp }) => ({
      key,
      form,
      headline,
      text,
      anchors: [...anchors],
      tensions: [...tensions],
      when,
      followUp,
    })),
    questions: played.flatMap((round) => {
      const ask = tensionOf(scenario, round)?.chairQuestions
      return ask && ask.length > 0 ? [{ round, ask: [...ask] }] : []
    }),
    ...(learning ? rightsOf(scenario) : {}),
  }
}
