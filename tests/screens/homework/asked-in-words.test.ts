// The wizard says of each requirement no more than it will ask.
import { createTranslator } from 'use-intl'
import { expect, test } from 'vitest'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import homework from '../../../app/_messages/en/homework.json'
import { readSetup, requirementAt, wordsOf } from '../../../app/courses/[courseId]/new-homework/setup'
import { chinaGap } from '../../support/stories/china-gap'

const t = createTranslator({ locale: 'en', messages: homework, namespace: 'wizard.asks.what' })
const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')

/** The words for the answers, with so many tensions chosen and so many answers asked. */
function answersWith(tensions: number, count?: number): string {
  const index = agenda.phases.findIndex(({ requires }) => requires.some(({ what }) => what === 'answer'))
  const place = agenda.phases[index]?.requires.findIndex(({ what }) => what === 'answer') ?? -1
  const requirement = agenda.phases[index]?.requires[place]
  if (!requirement) throw new Error('The week asks for answers.')
  const asked: Record<string, string> = count === undefined ? {} : { [`ask-${index}.${place}`]: String(count) }
  const fields = { start: '2027-03-01', round: agenda.plays.slice(0, tensions), ...asked }
  const bounds = { tomorrow: '2027-03-01', rooms: { fewest: 1, most: 1, usual: 1 }, isDay: () => true }
  const setup = readSetup(fields, { scenario: chinaGap(), ...bounds })
  return t('answer', wordsOf(requirementAt(setup, index, place, requirement)))
}

test('answers are asked over several tensions and to each of the others only where that can be', () => {
  expect(answersWith(7)).toBe('answers to named statements, over two tensions and to each of the others')
  expect(answersWith(1)).toBe('answers to named statements, to each of the others')
  expect(answersWith(7, 1)).toBe('answer to named statements')
})

test('what is asked without a length is told without one', () => {
  const asks = createTranslator({ locale: 'en', messages: homework, namespace: 'wizard.asks' })
  const long = (least: number, most: number) => asks('long', { what: '1 opening', least, most })
  expect([long(0, 0), long(80, 0), long(80, 150)]).toEqual([
    ...['1 opening', '1 opening, at least 80 words', '1 opening, at least 80 words, at most 150 words'],
  ])
})
