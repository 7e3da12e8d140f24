// What holds a name of the class: in what leaves for research, and in what is published (rules D18, D21).
import { expect, test } from 'vitest'
import { nameFinder } from '#simulation/reading/record/name-finder'

test('D18 words that hold a name of the class are withheld, and say so', () => {
  const people = [
    ...[
      'Mei Castellano',
      'Seán O’Brien',
      'Anna',
      'Bo',
      'Li Wei',
      'Müller Hans',
      '王小明',
      '李 四',
      '张伟2',
      '𠮷田',
      'สมชาย',
    ],
  ]
  const holds = nameFinder([...people, 'ana@example.edu', '20231234', 'P-2023-7', 'An-7', '7'])
  for (const text of [
    ...['As Mei said.', 'O’Brien', 'as MEI CASTELLANO said', 'castellano, Castellano’s view', '我同意王小明的话'],
    ...['Write to Ana@Example.edu', 'no. 20231234', 'as p-2023-7, who', 'thanks anna for this', 'ANNA said'],
    ...[
      'I agree with Bo here',
      'as Li said',
      'hans müller',
      'Herr Muller',
      '李四说得对',
      '同意张伟',
      '𠮷𠮷田さん',
      '我同意Anna的话',
    ],
    ...['สวัสดีสมชายครับ'],
  ])
    expect({ text, held: holds(text) }).toEqual({ text, held: true })
  for (const text of [
    ...['We may meet.', 'Meiji Japan', 'An annal of 7 bonds', 'In 2023.', 'ana, example.edu', '120231234', '小王'],
  ])
    expect({ text, held: holds(text) }).toEqual({ text, held: false })
  expect(nameFinder([])('Anything.')).toBe(false)
})
