// Makes the briefs of each delegation and each office, and the chair's papers, from a scenario for the rounds that a room plays.
// topics/seats/briefing.ts decides when they are issued.
import type { TensionKey } from '../kernel/ids'
import { tensionOf } from '../scenario/lookup'
import type { Inject, Scenario } from '../scenario/scenario'
import type { Brief, ChairPapers, RoomPlan } from './plan'

type Line = { text: string; anchors: string[] }
const line = (text: string, anchors: readonly string[] = []): Line => ({ text, anchors: [...anchors] })

export function briefsFor(scenario: Scenario, plan: RoomPlan): Brief[] {
  const delegations = scenario.delegations.map((delegation): Brief => {
    const anchored = (parts: readonly { text: string; anchors: readonly string[] }[]) =>
      parts.map((part) => line(part.text, part.anchors))
    return {
      to: delegation.id,
      title: delegation.name,
      sections: [
        { heading: 'interests', lines: anchored(delegation.interests) },
        { heading: 'red-lines', lines: anchored(delegation.redLines) },
        { heading: 'room-to-move', lines: anchored(delegation.roomToMove) },
        { heading: 'public-at-home', lines: anchored(delegation.publicAtHome) },
        { heading: 'strongest-case', lines: [line(delegation.strongestCase)] },
        { heading: 'weak-spots', lines: anchored(delegation.weakSpots) },
        { heading: 'tone', lines: [line(delegation.tone)] },
      ],
      bands: plan.rounds.flatMap((round) => {
        const opening = delegation.openings[round.key]
        if (!opening) return []
        const [low, high] = opening.band
        return [{ round: round.key, value: opening.value, low, high, reading: opening.reading }]
      }),
    }
  })
  const seats = plan.seats.flatMap((seat): Brief[] => {
    const office = scenario.seats.find((candidate) => candidate.id === seat.id)
    if (!office) return []
    return [
      {
        to: seat.id,
        title: office.title,
        sections: [
          { heading: 'charge', lines: [line(office.charge)] },
          { heading: 'brief', lines: [line(office.brief, office.anchors)] },
          {
            heading: 'objectives',
            lines: office.objectives.map((objective) => line(objective.text, objective.anchors)),
          },
          { heading: 'first-in-caucus', lines: [line(office.firstInCaucus)] },
          { heading: 'never-in-public', lines: [line(office.neverInPublic)] },
        ],
        bands: [],
      },
    ]
  })
  return [...delegations, ...seats]
}

export function papersFor(scenario: Scenario, played: readonly TensionKey[]): ChairPapers {
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
      return ask ? [{ round, ask: [...ask] }] : []
    }),
  }
}
