// The list of who has not come in, as lobby and desk draw it.
import { expect, test } from 'vitest'
import { MissingList } from '../../app/_room/table/missing-list'
import { markup } from './drawn-screens'

const mei = (mark: string) => ({ place: mark, name: 'Mei Chen', called: `Mei Chen (${mark})`, here: 0 })
const names = [mei('88'), mei('m@college.example'), { place: 'j', name: 'Jonas Weber', called: 'Jonas Weber', here: 0 }]

function linesWith(...come: string[]): string[] {
  const html = markup(
    <MissingList names={names} of={12} displayNames={Object.fromEntries(come.map((one) => [one, one]))} understudies />,
  )
  return [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) => line)
}

test('two people of one name read differently, and once one of them has come in the page says that it may be either', () => {
  expect(linesWith()).toEqual(['Mei Chen (88)', 'Mei Chen (m@college.example)', 'Jonas Weber'])
  expect(linesWith('Mei Chen')).toEqual(['One of Mei Chen (88) and Mei Chen (m@college.example)', 'Jonas Weber'])
  expect(linesWith('Mei Chen', 'Mei Chen (2)')).toEqual(['Jonas Weber'])
})
