// The run sheet of an instructor's pack: a seminar by its minutes and a homework debate by its days.
import { describe, expect, test } from 'vitest'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { dayRows, runRows } from '#simulation/reading/record/scenario-pack'
import { homeworkAgendas, injectOf, seminarAgendas } from '#simulation/scenario/lookup'
import { InstructorPack } from '../../../app/_pack/instructor-pack'
import { chinaGap } from '../../support/stories/china-gap'
import { plain, words } from '../drawn-screens'

describe('the run sheet', () => {
  test('gives each phase and each round its minute, and ends with the agenda', () => {
    const scenario = chinaGap()
    for (const agenda of seminarAgendas(scenario)) {
      const { plan } = planSeminar(scenario, defaultChoices(scenario, agenda.key, 7))
      const rows = runRows(scenario, agenda)
      expect(rows.filter(({ tension }) => tension !== null).map(({ tension }) => tension?.key)).toEqual(
        plan.rounds.map(({ key }) => key),
      )
      const minutes = rows.map(({ minute }) => minute)
      expect(minutes[0]).toBe(0)
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
      expect(minutes.at(-1)).toBeLessThan(agenda.totalSeconds / 60)
      for (const { say } of rows) expect(say).not.toBe('')
    }
  })

  test('gives each part of a homework debate its days, with what it asks and the news in it', () => {
    const scenario = chinaGap()
    const agendas = homeworkAgendas(scenario)
    expect(agendas.map(({ totalDays }) => totalDays)).toEqual([7, 15])
    for (const agenda of agendas) {
      const rows = dayRows(scenario, agenda)
      expect(rows.map(({ phase }) => phase)).toEqual(agenda.phases.map(({ phase }) => phase))
      const page = plain(words(<InstructorPack scenario={scenario} agendaKey={agenda.key} foot="" />))
      expect(page).toContain(plain(`${agenda.title}, ${agenda.totalDays} days`))
      for (const { note, required, injects } of agenda.phases)
        for (const text of [note, required ?? '', ...injects.map(({ key }) => injectOf(scenario, key)?.headline ?? '')])
          expect(page).toContain(plain(text))
    }
  })
})
