// The built-in scenario, assembled from its texts and parsed once, when first asked for.
// It must never reach a browser: it holds every brief, card and line. Pages and sockets send a viewer only what that viewer may read.
import { type Scenario, scenario } from '../../scenario'
import agendas from './en/agendas.json'
import communique from './en/communique.json'
import delegations from './en/delegations.json'
import publicFacts from './en/facts.json'
import frame from './en/frame.json'
import glossary from './en/glossary.json'
import injects from './en/injects.json'
import linesCptpp from './en/lines-cptpp.json'
import linesDeterrence from './en/lines-deterrence.json'
import linesFraming from './en/lines-framing.json'
import linesGuardrails from './en/lines-guardrails.json'
import linesInterdependence from './en/lines-interdependence.json'
import linesReassurance from './en/lines-reassurance.json'
import linesRegionalOrder from './en/lines-regional-order.json'
import paragraphs from './en/paragraphs.json'
import ratification from './en/ratification.json'
import reflection from './en/reflection.json'
import rubric from './en/rubric.json'
import seats from './en/seats.json'
import tensions from './en/tensions.json'

let parsed: Scenario | undefined

export function chinaGap(): Scenario {
  parsed ??= scenario.parse({
    ...frame,
    glossary,
    paragraphs,
    delegations,
    seats: seats.seats,
    seatOrder: seats.order,
    tensions,
    injects,
    communique,
    ratification,
    rubric,
    reflectionPrompts: reflection.prompts,
    debriefQuestions: reflection.debriefQuestions,
    agendas: agendas.agendas,
    speakingOrder: agendas.speakingOrder,
    lines: [
      ...linesFraming,
      ...linesDeterrence,
      ...linesReassurance,
      ...linesInterdependence,
      ...linesCptpp,
      ...linesGuardrails,
      ...linesRegionalOrder,
    ],
    publicFacts,
  })
  return parsed
}
