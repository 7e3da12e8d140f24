/** Folding the log of ninety minutes, beside reading its rows as JSON. */

import { rehearse } from '#simulation/bots/rehearsal'
import { fold } from '#simulation/engine/room'
import { chairActor } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { chinaGap } from '../support/stories/china-gap'
import { compared, inTurns, type Measure } from './figures'

export const measure: Measure = async ({ quick }) => {
  const scenario = chinaGap()
  const planned = planSeminar(scenario, { ...defaultChoices(scenario, 'seminar-90', 7), understudies: true })
  const { rows } = rehearse(planned, scenario, Date.UTC(2026, 10, 30), chairActor('vera'))
  const texts = rows.map((row) => JSON.stringify(row))
  const spent = (work: () => unknown) => async () => {
    for (let warm = 0; warm < 20; warm += 1) work() // compiled
    const times = quick ? 20 : 200
    const before = process.cpuUsage()
    for (let round = 0; round < times; round += 1) work()
    const { user, system } = process.cpuUsage(before)
    return { us: (user + system) / times / rows.length }
  }
  const read = () => texts.map((text): unknown => JSON.parse(text))
  const taken = await inTurns(
    quick ? 1 : 5,
    spent(() => fold(rows)),
    spent(read),
  )
  return [compared(`a row of ${rows.length} folded, beside read as JSON`, 'us', 'µs', taken)]
}
