/** An agenda of two rounds for the rule tests, with every kind of phase but one: its one caucus at the start files all openings. */
import type { Scenario, SeminarAgenda } from '#simulation/scenario/scenario'
import { chinaGap } from './china-gap'

const AGENDA: SeminarAgenda = {
  kind: 'seminar',
  key: 'seminar-90',
  title: 'Two rounds',
  totalSeconds: 3520,
  plays: ['framing', 'regional-order'],
  clauses: ['common-ground', 'status-quo', 'trade-and-security', 'gap'],
  why: 'Its lengths stay when an author changes those of the lessons.',
  blocks: [
    {
      block: 'start',
      phases: [
        { phase: 'briefing', seconds: 300, note: 'Read.' },
        { phase: 'caucus', seconds: 480, note: 'File.' },
      ],
    },
    {
      block: 'round',
      tension: 'framing',
      folded: [],
      phases: [
        { phase: 'reveal', seconds: 60 },
        { phase: 'openings', seconds: 360, speakingSeconds: 120 },
        { phase: 'floor', seconds: 400, inject: { key: 'asean-statement', atSeconds: 180 } },
        { phase: 'caucus', seconds: 120 },
      ],
    },
    {
      block: 'round',
      tension: 'regional-order',
      folded: [],
      phases: [
        { phase: 'reveal', seconds: 60 },
        { phase: 'negotiation', seconds: 540, inject: { key: 'ally-memo', atSeconds: 60 } },
        { phase: 'caucus', seconds: 90 },
        { phase: 'ballot', seconds: 150 },
      ],
    },
    {
      block: 'close',
      phases: [
        { phase: 'debrief', seconds: 600 },
        { phase: 'reflection', seconds: 360 },
      ],
    },
  ],
}

let small: Scenario | undefined
/** The built-in scenario with this agenda in place of its ninety minutes. */
export function smallScenario(): Scenario {
  small ??= {
    ...chinaGap(),
    agendas: chinaGap().agendas.map((agenda) => (agenda.key === AGENDA.key ? AGENDA : agenda)),
  }
  return small
}
