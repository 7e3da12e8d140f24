import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { drawCode, parseCode, showCode } from '#server/store/activities/codes'
import { claimsTitle, cleanName, lookOf, mixesAlphabets, nameKey, toldApart } from '#server/store/people/names'
import { judgePassword } from '#server/store/people/passwords'

test('a code is understood whatever is done with capitals, dash, width and spaces', () => {
  for (const typed of ['K7M-4QX', 'k7m4qx', ' k7m 4qx ', 'K7M–4QX', 'Ｋ７Ｍ－４ＱＸ', 'k-7-m-4-q-x'])
    expect(parseCode(typed)).toBe('K7M4QX')
  expect(showCode('K7M4QX')).toBe('K7M-4QX')
})

test('what cannot be a code is not one', () => {
  for (const typed of ['', 'K7M4Q', 'K7M4QXX', 'K7M-4QO', '<script>', '日本語日本語'])
    expect(parseCode(typed)).toBeNull()
})

test('a thousand codes drawn are all readable back and nearly all different', () => {
  const codes = Array.from({ length: 1000 }, drawCode)
  for (const code of codes) expect(parseCode(showCode(code))).toBe(code)
  expect(new Set(codes).size).toBeGreaterThan(990)
})

test('a name loses control and direction characters and keeps every script', () => {
  expect(cleanName('  Mei \t Castellano\n')).toBe('Mei Castellano')
  expect(cleanName('evil\u202Egnp')).toBe('evilgnp')
  expect(cleanName('田中 花子')).toBe('田中 花子')
  expect(cleanName('Élise Moreau')).toBe('Élise Moreau')
  for (const nothing of ['', '   ', '\u200b', '---', 'x'.repeat(61)]) expect(cleanName(nothing)).toBeNull()
})

test('a name loses what nobody sees, wherever it stands', () => {
  for (const unseen of [
    ...['\u202e', '\u2066', '\u200b', '\u200d', '\ufeff', '\u034f', '\u3164', '\u2800', '\ufe0f', '\u{e0041}'],
  ])
    expect(cleanName(`Me${unseen}i`)).toBe('Mei')
})

test('nobody calls themselves the instructor, also in letters that only look so; names that hold such a word stay names', () => {
  for (const claimed of [
    ...['Own Er (Instructor)', 'Mei (Chair)', 'Instructor', 'Professor', 'Professor Smith', 'The Chair', 'Mei [admin]'],
    ...['Instru\u0441tor', 'INSTRUCTOR', 'Mei （Chair）', 'I n s t r u c t o r'.replaceAll(' ', '\u200b'), 'Prof.'],
  ])
    expect([claimed, claimsTitle(cleanName(claimed) ?? '')]).toEqual([claimed, true])
  for (const honest of [
    ...['Mei Chair', 'Amara Host', 'Profeta', 'Instructa Ruiz', 'Mei (Ms)', '田中 花子', 'Tutor Okafor'],
  ])
    expect([honest, claimsTitle(honest)]).toEqual([honest, false])
})

test('one word in two alphabets is seen, and a Japanese, Chinese or Korean name beside Latin letters is none', () => {
  for (const mixed of ['\u0410nn', 'Mei C\u0430stellano', 'J\u03bfnas']) expect(mixesAlphabets(mixed)).toBe(true)
  for (const plain of [
    ...['Ann', '\u0410\u043d\u043d\u0430', '田中 Mei', '田中Mei', '김Mei', 'Élise', 'Ann \u0410\u043d\u043d\u0430'],
  ])
    expect(mixesAlphabets(plain)).toBe(false)
})

test('names that are drawn alike look alike, and others do not', () => {
  for (const [one, other] of [
    ['Ann', '\u0410nn'],
    ['Alice', 'AIice'],
    ['Jonas', 'J0nas'],
    ['José', 'Jose'],
  ] as const)
    expect(lookOf(one)).toBe(lookOf(other))
  for (const [one, other] of [
    ['Ann', 'Anna'],
    ['Mei', 'Mai'],
    ['Mei', 'Mei (2)'],
  ] as const)
    expect(lookOf(one)).not.toBe(lookOf(other))
})

test('two spellings of one name are the same name', () => {
  expect(nameKey('Mei  CASTELLANO')).toBe(nameKey('mei castellano'))
  expect(nameKey('Ｍｅｉ')).toBe(nameKey('Mei'))
  expect(nameKey('Mei')).not.toBe(nameKey('Mai'))
})

test('a password is refused for being short or common, never for lacking a kind of character', () => {
  expect(judgePassword('elevenchars')).toBe('too-short')
  expect(judgePassword('password1234')).toBe('too-common')
  expect(judgePassword('Password!!!!1')).toBe('too-common')
  expect(judgePassword('aaaaaaaaaaaaaa')).toBe('too-common')
  expect(judgePassword('123456789012')).toBe('too-common')
  expect(judgePassword('qwertyuiopas')).toBe('too-common')
  expect(judgePassword('noor@college.example', 'Noor@college.example')).toBe('is-your-address')
  expect(judgePassword('plain words only')).toBeNull()
  expect(judgePassword('四月は残酷な月でありますね')).toBeNull()
})

test('a roster is read from plain names, from commas and from a spreadsheet', () => {
  const { places, faults } = readPastedRoster(
    [
      'Name\tE-mail\tNumber',
      'Mei Castellano\tMei@College.example\ts1041',
      '',
      'Jonas Weber',
      'Amara Osei, s1007',
      '"Priya Raman";priya@college.example',
    ].join('\r\n'),
  )
  expect(faults).toEqual([])
  expect(places).toEqual([
    { line: 2, name: 'Mei Castellano', email: 'mei@college.example', studentNumber: 's1041', section: null },
    { line: 4, name: 'Jonas Weber', email: null, studentNumber: null, section: null },
    { line: 5, name: 'Amara Osei', email: null, studentNumber: 's1007', section: null },
    { line: 6, name: 'Priya Raman', email: 'priya@college.example', studentNumber: null, section: null },
  ])
})

test('every fault of a roster is named with its line, and the good lines are still read', () => {
  const { places, faults } = readPastedRoster(
    [
      ...['Mei Castellano, mei@college.example', ', nobody@college.example', 'Jonas Weber, jonas@', 'MEI CASTELLANO'],
      ...['A B, mei@college.example', 'C D, 1, 2, 3', 'Tomás Rivas'],
    ].join('\n'),
  )
  expect(places.map((place) => place.name)).toEqual(['Mei Castellano', 'C D', 'Tomás Rivas'])
  expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'mail-for-name'],
    [3, 'bad-email'],
    [4, 'name-twice'],
    [5, 'email-twice'],
  ])
})

test('of two people with one name a list for their chair says which is which, and of nobody else', () => {
  const one = (name: string, studentNumber: string | null, email: string | null = null) => ({
    name,
    studentNumber,
    email,
  })
  const list = [one('Maria Silva', '88'), one('maria  silva', null, 'm@college.example'), one('Wei Chen', '9')]
  expect(toldApart(list).map(({ name }) => name)).toEqual([
    'Maria Silva (88)',
    'maria  silva (m@college.example)',
    'Wei Chen',
  ])
})

test('no two lines of a list for its chair read the same, whatever the list holds', () => {
  const mark = fc.constantFrom('1', '2', null)
  const name = fc.constantFrom('Mei Chen', 'mei  chen', 'Mei Chen (1)', 'Mei Chen (2)', 'Jonas Weber')
  const line = fc.record({ name, studentNumber: mark, email: fc.constantFrom('1', 'm@college.example', null) })
  let alike = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (list) => {
      const keys = toldApart(list).map((one) => nameKey(one.name))
      expect(new Set(keys).size).toBe(list.length)
      if (new Set(list.map((one) => nameKey(one.name))).size < list.length) alike += 1
    }),
  )
  expect(alike).toBeGreaterThan(20)
})
