// A whole seminar played by understudies, once for each test file.

import { type Rehearsed, rehearse } from '#simulation/bots/rehearsal'
import { chairActor } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { chinaGap } from '../../support/stories/china-gap'

export const STARTS_AT = Date.UTC(2026, 0, 12, 9, 0)

let played: Rehearsed | undefined

export function rehearsedSeminar(): Rehearsed {
  if (!played) {
    const scenario = chinaGap()
    const agenda = scenario.agendas.find(({ kind }) => kind === 'seminar')
    if (!agenda) throw new Error('The scenario has no seminar agenda')
    played = rehearse(
      planSeminar(scenario, defaultChoices(scenario, agenda.key, 7)),
      scenario,
      STARTS_AT,
      chairActor('chair'),
    )
  }
  return played
}
