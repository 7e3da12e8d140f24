// The built-in scenario, assembled from its texts and parsed once, when first asked for.
// It must never reach a browser: it holds every brief, card and line. Pages and sockets send a viewer only what that viewer may read.
import { type Scenario, scenario } from '../../scenario/scenario'
import agendas from './en/agendas.json' with { type: 'json' }
import communique from './en/communique.json' with { type: 'json' }
import delegations from './en/delegations.json' with { type: 'json' }
import publicFacts from './en/facts.json' with { type: 'json' }
import frame from './en/frame.json' with { type: 'json' }
import glossary from './en/glossary.json' with { type: 'json' }
import injects from './en/injects.json' with { type: 'json' }
import linesCptpp from './en/lines-cptpp.json' with { type: 'json' }
import linesDeterrence from './en/lines-deterrence.json' with { type: 'json' }
import linesFraming from './en/lines-framing.json' with { type: 'json' }
import linesGuardrails from './en/lines-guardrails.json' with { type: 'json' }
import linesInterdependence from './en/lines-interdependence.json' with { type: 'json' }
import linesReassurance from './en/lines-reassurance.json' with { type: 'json' }
import linesRegionalOrder from './en/lines-regional-order.json' with { type: 'json' }
import paragraphs from './en/paragraphs.json' with { type: 'json' }
import ratification from './en/ratification.json' with { type: 'json' }
import reflection from './en/reflection.json' with { type: 'json' }
import rubric from './en/rubric.json' with { type: 'json' }
import seats from './en/seats.json' with { type: 'json' }
import tensions from './en/tensions.json' with { type: 'json' }

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
