// The current phase and round of a room in words. `t` translates the namespace `replay`, `record` the namespace `record`.

import type { Translate } from '#format/translate'
import { phaseName } from '#record/entries/phase-name.ts'
import { type RoomPlan, roundOf } from '#simulation/agenda/plan'

type AgendaWords = { phase: string; round: { number: string; title: string; question: string } | null }

export function agendaWords(
  t: Translate<'replay'>,
  record: Translate<'record'>,
  plan: RoomPlan,
  phase: number,
): AgendaWords {
  const planned = plan.phases[phase]
  if (!planned) return { phase: t('before'), round: null }
  const round = planned.round ? roundOf(plan, planned.round) : undefined
  const number = round ? plan.rounds.indexOf(round) + 1 : 0
  return {
    phase: phaseName(record, plan, planned.kind),
    round: round ? { number: t('round', { number }), title: round.title, question: round.question } : null,
  }
}

/** "Round 2, Floor debate". */
export const agendaLine = ({ phase, round }: AgendaWords): string => (round ? `${round.number}, ${phase}` : phase)
