/** Which names staff are shown as worth a look, and which are an ordinary class. */
import { expect, test } from 'vitest'
import { nameMarksOf } from '#server/store/door/name-marks'

const comer = (
  id: string,
  name: string,
  seconds: number,
  more: { device?: string; address?: string; proven?: boolean } = {},
) => ({
  ...{ id, name, createdAt: new Date(seconds * 1000), rosterPlaceId: null },
  ...{ deviceHash: more.device ?? null, addressHash: more.address ?? null, proven: more.proven ?? false },
})
const marksOf = (people: ReturnType<typeof comer>[]) => Object.fromEntries(nameMarksOf(people))

test('two names of one device are marked whenever they came, and two of one address within a minute', () => {
  expect(
    marksOf([
      comer('late', 'Third Name', 4_000, { device: 'a', address: 'x' }),
      comer('first', 'Mei', 0, { device: 'a', address: 'x' }),
      comer('near', 'Jonas', 59, { device: 'b', address: 'x' }),
      comer('far', 'Amara', 200, { device: 'c', address: 'x' }),
      comer('else', 'Yuki', 10, { device: 'd', address: 'y' }),
    ]),
  ).toEqual({ late: [{ kind: 'same-device', as: 'first' }], near: [{ kind: 'same-address', as: 'first' }] })
})

test('a class that comes in from one address is no finding, and a device of it with two names is', () => {
  const people = Array.from({ length: 30 }, (_, at) =>
    comer(`p${at}`, `Student ${at + 100}`, at, { device: `d${at}`, address: 'x' }),
  )
  expect(marksOf(people)).toEqual({})
  expect(marksOf([...people, comer('twice', 'Somebody', 31, { device: 'd3', address: 'x' })])).toEqual({
    twice: [{ kind: 'same-device', as: 'p3' }],
  })
})

test('a name that looks like another, and one of two alphabets, are marked', () => {
  expect(marksOf([comer('ann', 'Ann', 0), comer('false', '\u0410nn', 90)])).toEqual({
    false: [{ kind: 'look-alike', as: 'ann' }, { kind: 'mixed-alphabets' }],
  })
})

test('a proven name is never marked; whoever came in before it under another name on its device is', () => {
  const here = { device: 'a', address: 'x' }
  const proven = [
    comer('ann', 'Ann', 60, { ...here, proven: true }),
    comer('ben', '\u0412en', 70, { ...here, proven: true }),
    comer('third', '\u0410nn', 80, { proven: true }),
  ]
  expect(marksOf(proven)).toEqual({})
  expect(marksOf([...proven, comer('guest', 'Somebody', 0, here)])).toEqual({
    guest: [{ kind: 'same-device', as: 'ann' }],
  })
})
