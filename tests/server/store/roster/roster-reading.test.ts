/** A class list is read whatever program wrote it, and no line holds another back. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRoster } from '#server/jobs/thread/roster-reading/decoding'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { NO_CHOICES } from '#server/store/courses/roster-read'
import { stepOf } from '#server/web/roster-form'
import { classes, DIALECTS, full } from '../../../support/files/roster-dialects'

const file = (name: string) => readFileSync(path.join(import.meta.dirname, '../rosters', name))
const text = (name: string) => {
  const decoded = decodeRoster(file(name))
  return decoded.kind === 'text' ? decoded.text : ''
}

const CLASS = [
  { name: 'Amara Osei', email: 'a.osei@college.example', studentNumber: 'S1001' },
  { name: 'Jonas Weber', email: 'j.weber@college.example', studentNumber: 'S1002' },
  { name: 'Siobhán O’Brien', email: 's.obrien@college.example', studentNumber: 'S1003' },
  { name: 'Chidinma N. Okafor', email: 'c.okafor@college.example', studentNumber: 'S1005' },
  { name: '佐藤 美咲', email: 'm.sato@college.example', studentNumber: 'S1006' },
]

test.each(['canvas-gradebook.csv', 'registrar.txt', 'japanese.csv', 'chinese.txt'])(
  'the same class is read from %s, and nobody else',
  (name) => {
    const { places, faults } = readPastedRoster(text(name))
    expect(faults).toEqual([])
    expect(
      places.map(({ line: _, section: __, familyName: ___, givenName: ____, canvasId: _____, ...place }) => place),
    ).toEqual(CLASS)
  },
)

test('Canvas’s own ID is read of a list that Canvas made, where it is a number, and from no other', () => {
  const ids = (list: string) =>
    readPastedRoster(list).places.map(({ canvasId = null, studentNumber }) => [canvasId, studentNumber])
  expect(
    ids('Student,ID,SIS Login ID,Section\n"Castellano, Mei",501,mei@college.example,A\n"Reid, Omar",x,,A'),
  ).toEqual([
    ['501', null],
    [null, null],
  ])
  expect(ids('Name,ID\nMei Castellano,1001\nOmar Reid,1002')).toEqual([
    [null, '1001'],
    [null, '1002'],
  ])
  expect(ids(text('canvas-gradebook.csv'))[0]?.[0]).toMatch(/^\d+$/)
})

test('the same class is read from what Moodle writes and from the addressees of a mail', () => {
  // Moodle writes no order of a Japanese name: whoever enters it there decides.
  const moodle = readPastedRoster(text('moodle-participants.csv'))
  expect(moodle.faults).toEqual([])
  expect(moodle.places.map(({ name }) => name.replace('佐藤美咲', '佐藤 美咲'))).toEqual(CLASS.map(({ name }) => name))
  expect(moodle.places.map(({ studentNumber }) => studentNumber)).toEqual(CLASS.map((one) => one.studentNumber))
  const mail = readPastedRoster(text('mail.txt'))
  expect(mail.places.map(({ name, email }) => [name, email])).toEqual(CLASS.map(({ name, email }) => [name, email]))
})

test('the section of each is read where the list has one, under whatever heading, and everybody else has none', () => {
  const sections = (name: string) => readPastedRoster(text(name)).places.map(({ section }) => section)
  expect(new Set(sections('canvas-gradebook.csv'))).toEqual(new Set(['IR 347-A']))
  expect(sections('chinese.txt').slice(0, 3)).toEqual(['国关一班', '国关一班', '国关二班'])
  expect(sections('moodle-participants.csv').slice(1, 3)).toEqual(['Section A', null])
  for (const name of ['registrar.txt', 'japanese.csv', 'by-hand.txt'])
    expect(new Set(sections(name))).toEqual(new Set([null]))
  // The first of two that could be one counts, and the reader may choose the other.
  const two = 'Name\tGroup\tSection\nMei Lin\tBlue\t A01 \nBo Ek\tRed\t'
  expect(readPastedRoster(two).places.map(({ section }) => section)).toEqual(['A01', null])
  const other = [
    { index: 1, meaning: 'section' },
    { index: 2, meaning: 'ignored' },
  ] as const
  expect(readPastedRoster(two, { ...NO_CHOICES, columns: other }).places.map(({ section }) => section)).toEqual([
    'Blue',
    'Red',
  ])
})

test('a list by hand says how it was read, and three lines wait with the field that mends each', () => {
  const read = readPastedRoster(text('by-hand.txt'))
  expect(read.order).toEqual({
    count: 12,
    of: 14,
    example: { from: 'Müller-Lüdenscheidt, Karl-Heinz', to: 'Karl-Heinz Müller-Lüdenscheidt' },
  })
  expect(read.places.map(({ line, name }) => [line, name])).toEqual([
    [1, 'Karl-Heinz Müller-Lüdenscheidt'],
    [2, 'John Smith'],
    [3, "Siobhán O'Brien"],
    [4, 'James Baker'],
    [5, 'Wei Chen'],
    [6, 'Wei Chen'],
    [7, 'Tolu Adeyemi'],
    [9, 'Chidinma Nkechi Okafor'],
    [10, '田中'],
    [11, '李娜'],
    [14, 'John A. Smith'],
    [15, 'Jonas Weber'],
  ])
  expect(read.people.flatMap(({ line, fault }) => (fault ? [[line, fault]] : []))).toEqual([
    [12, { kind: 'bad-email', field: 'email', usual: 'college.example' }],
    [13, { kind: 'mail-for-name', field: 'name' }],
    [16, { kind: 'name-twice', field: 'number', line: 15, name: 'Jonas Weber' }],
  ])
})

test('a mended line joins the list, and one left out is gone', () => {
  const mends = [
    { line: 12, email: 'm.castellano@college.example' },
    { line: 13, name: 'Yusuf Demir' },
  ]
  const read = readPastedRoster(text('by-hand.txt'), { ...NO_CHOICES, mends, out: [16] })
  expect(read.faults).toEqual([])
  expect(read.places).toContainEqual({
    ...{ line: 13, name: 'Yusuf Demir', email: 'y.demir@college.example', studentNumber: null, section: null },
  })
  expect(read.places.map(({ line }) => line)).not.toContain(16)
})

test('columns and the order of names can be chosen otherwise', () => {
  const columns = [
    { index: 0, meaning: 'given' as const },
    { index: 1, meaning: 'family' as const },
  ]
  const list = 'Ho, Lin\nWu, Kai\nAn, Bo'
  expect(readPastedRoster(list).places.map(({ name }) => name)).toEqual(['Lin Ho', 'Kai Wu', 'Bo An'])
  const other = readPastedRoster(list, { ...NO_CHOICES, columns })
  expect(other.places.map(({ name }) => name)).toEqual(['Ho Lin', 'Wu Kai', 'An Bo'])
  const standing = readPastedRoster('"Ho, Lin",1\n"Wu, Kai",2', { ...NO_CHOICES, turned: false })
  expect(standing.places.map(({ name }) => name)).toEqual(['Ho, Lin', 'Wu, Kai'])
})

test('a stray quotation mark takes no other line along', () => {
  const { places } = readPastedRoster('Name,Number\n"Osei, Amara,1\nJonas Weber,2\nPat "Paddy" Lee,3\nMei Li,4')
  expect(places.map(({ name }) => name)).toContain('Jonas Weber')
  expect(places.map(({ name }) => name)).toContain('Mei Li')
  expect(places).toHaveLength(4)
})

test('two people of one name stand beside each other once a number or an address tells them apart', () => {
  const faultsOf = (list: string) => readPastedRoster(list).faults
  expect(faultsOf('Wei Chen, 1008\nWei Chen, 1009')).toEqual([])
  expect(faultsOf('Wei Chen, 1008\nWei Chen, w@college.example')).toEqual([])
  expect(faultsOf('Wei Chen, 1008\nwei  CHEN\nMei Li, 1010')).toEqual([{ line: 2, fault: 'name-twice' }])
  expect(faultsOf('Wei Chen, 1008\nBo An, 1008')).toEqual([{ line: 2, fault: 'number-twice' }])
})

test('a workbook is no list, and a file of a Japanese or European spreadsheet is read in its own encoding', () => {
  expect(decodeRoster(Uint8Array.from([0x50, 0x4b, 3, 4]))).toEqual({ kind: 'workbook' })
  expect(decodeRoster(Uint8Array.from([0x89, 0x50, 0, 0]))).toEqual({ kind: 'no-text' })
  // 氏名,学籍番号 and 佐藤 美咲,1006 in Shift JIS.
  const japanese = Buffer.from(
    '8e8096bc2c8a77 90d0 94d48d860d0a8db2 93a1 2094fc8de92c31303036'.replaceAll(' ', ''),
    'hex',
  )
  expect(decodeRoster(japanese)).toMatchObject({ kind: 'text', text: expect.stringContaining('佐藤') })
  const european = Buffer.from('Name\nJürgen Weiß', 'latin1')
  expect(decodeRoster(european)).toEqual({ kind: 'text', text: 'Name\nJürgen Weiß' })
})

// Any class, written in any of the dialects, is read back the same.

test.each(DIALECTS)('any class written in the dialect $name is read back the same', ({ knows, splits, write }) => {
  let read = 0
  fc.assert(
    fc.property(classes, (people) => {
      // Two people of one name in a list of names alone are one person twice.
      fc.pre(new Set(people.map(full)).size === people.length)
      fc.pre(people.filter(({ given }) => given !== '').length * 2 > people.length)
      const { places, faults } = readPastedRoster(write(people))
      expect(faults).toEqual([])
      expect(places.map(({ line: _, section: __, ...place }) => place)).toEqual(
        people.map((one) => ({
          name: full(one),
          ...(splits && one.given !== '' ? { familyName: one.family, givenName: one.given } : {}),
          email: knows.includes('email') ? one.email : null,
          studentNumber: knows.includes('number') ? one.number : null,
        })),
      )
      read += people.length
    }),
    { numRuns: 150 },
  )
  expect(read).toBeGreaterThan(500)
})

test('no faulty line holds others back, whatever stands in it', () => {
  let tried = 0
  const rubbish = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom('"', '""",', 'x@', ', ,', '\t\t', '"a', '@@@', '<a@b', 'Mei <', '1.', '=1+1', '"a"b,c"d'),
  )
  fc.assert(
    fc.property(classes, rubbish, fc.nat(), (people, broken, where) => {
      fc.pre(!/[\r\n]/.test(broken))
      const written = people.map((one) => `${full(one)}\t${one.email}\t${one.number}`)
      const at = where % (written.length + 1)
      const list = ['Name\tE-mail\tNumber', ...written.slice(0, at), broken, ...written.slice(at)].join('\n')
      const names = readPastedRoster(list).places.map(({ studentNumber }) => studentNumber)
      expect(names).toEqual(expect.arrayContaining(people.map(({ number }) => number)))
      tried += 1
    }),
  )
  expect(tried).toBeGreaterThan(50)
})

test('family and given name are known where the list says which is which, and never from a space', () => {
  const split = (list: string, choices = NO_CHOICES) =>
    readPastedRoster(list, choices).places.map(({ name, familyName = null, givenName = null }) => [
      ...[name, familyName, givenName],
    ])
  const commas = 'Student,SIS User ID\n"CASTELLANO RUIZ, MEI",1\n"Adams, John, Jr.",2\n"佐藤美咲",3'
  expect(split(commas)).toEqual([
    ['Mei Castellano Ruiz', 'Castellano Ruiz', 'Mei'],
    ['John Adams, Jr.', 'Adams', 'John'],
    ['佐藤美咲', null, null],
  ])
  expect(split(commas, { ...NO_CHOICES, turned: false })[1]).toEqual(['Adams, John, Jr.', null, null])
  expect(split('Mei Castellano\nJean Pierre Adams')).toEqual([
    ['Mei Castellano', null, null],
    ['Jean Pierre Adams', null, null],
  ])
  const mended = { ...NO_CHOICES, mends: [{ line: 2, name: 'Mei Ruiz' }] }
  expect(split(commas, mended)[0]).toEqual(['Mei Ruiz', null, null])
})

test('one name of a list that is turned round is put the other way, keeps its parts, and back again', () => {
  const list = '"Osei, Amara",1\n"Nguyễn, Thị Minh Khai",2\n"Weber, Jonas",3'
  const pressed = (button: string) => {
    const [kind, line, ...name] = button.split(' ')
    expect(stepOf(button)).toEqual({ kind, line: Number(line), name: name.join(' ') })
    return { ...NO_CHOICES, mends: [{ line: Number(line), name: name.join(' ') }] }
  }
  const of = (choices = NO_CHOICES) => readPastedRoster(list, choices).people[1]
  const split = { family: 'Nguyễn', given: 'Thị Minh Khai' }
  const [written, asked] = ['Thị Minh Khai Nguyễn', 'Nguyễn Thị Minh Khai']
  expect(of()).toMatchObject({ name: written, otherOrder: asked, split })
  expect(of(pressed(`named 2 ${of()?.otherOrder}`))).toMatchObject({ name: asked, otherOrder: written, split })
  expect(of(pressed(`named 2 ${written}`))).toMatchObject({ name: written, otherOrder: asked, split })
  expect(readPastedRoster('Nguyễn Thị Minh Khai\nJonas Weber').people[0]?.otherOrder).toBeNull()
})
