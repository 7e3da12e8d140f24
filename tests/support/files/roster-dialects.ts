/** Drawn classes, and the dialects in which programs and people write a class list, for tests of how lists are read. */
import fc from 'fast-check'

const FAMILIES = [
  ...['Osei', 'O’Brien', 'Müller-Lüdenscheidt', 'van der Berg', 'Okafor', 'Castellano', 'Nguyễn', 'Çelik', 'Li'],
]
const GIVENS = ['Amara', 'Karl-Heinz', 'Siobhán', 'Chidinma N.', 'Mei', 'Jean Pierre', 'Ömer', 'Thị Lan']
const UNSPACED = ['佐藤', '陈思远', '김민준', '李娜', '田中']

type Student = { family: string; given: string; email: string; number: string }
const student = (index: number, pick: { family: number; given: number; unspaced: number | null }): Student => {
  const own =
    pick.unspaced === null ? null : `${UNSPACED[pick.unspaced % UNSPACED.length]}${'一二三四五六七八九十'[index % 10]}`
  return {
    family: own ?? `${FAMILIES[pick.family % FAMILIES.length]}${String.fromCharCode(97 + (index % 26))}`,
    given: own === null ? (GIVENS[pick.given % GIVENS.length] ?? '') : '',
    email: `s${index}@college.example`,
    number: `S${2000 + index}`,
  }
}
export const full = ({ family, given }: Student) => (given === '' ? family : `${given} ${family}`)
const lastFirst = ({ family, given }: Student) => (given === '' ? family : `${family}, ${given}`)
const wide = (digits: string) => digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** `splits`: it says which part of a name is which. */
type Dialect = { name: string; knows: ('email' | 'number')[]; splits?: true; write: (people: Student[]) => string }
const lines = (all: string[], end = '\n') => all.join(end)
export const DIALECTS: Dialect[] = [
  { name: 'names alone', knows: [], write: (all) => lines(all.map(full)) },
  { name: 'numbered', knows: [], write: (all) => lines(all.map((one, at) => `${at + 1}. ${full(one)}`)) },
  {
    name: 'numbered wide',
    knows: [],
    write: (all) => lines(all.map((one, at) => `${wide(String(at + 1))}）${full(one)}`)),
  },
  { name: 'angle brackets', knows: ['email'], write: (all) => lines(all.map((one) => `${full(one)} <${one.email}>`)) },
  {
    name: 'commas, no headings',
    knows: ['email', 'number'],
    write: (all) => lines(all.map((one) => `${full(one)}, ${one.email}, ${one.number}`)),
  },
  {
    name: 'the number first',
    knows: ['email', 'number'],
    write: (all) =>
      lines(
        all.map((one) => `${one.number}\t${full(one)}\t${one.email}`),
        '\r\n',
      ),
  },
  {
    name: 'quoted Last, First under headings',
    knows: ['email', 'number'],
    splits: true,
    write: (all) =>
      lines([
        'Student,SIS User ID,SIS Login ID',
        ...all.map((one) => `"${lastFirst(one)}",${one.number},${one.email}`),
      ]),
  },
  {
    name: 'semicolons and German headings',
    knows: ['email', 'number'],
    splits: true,
    write: (all) =>
      lines([
        'Nachname;Vorname;Matrikelnummer;E-Mail',
        ...all.map((one) => `${one.family};${one.given};${one.number};${one.email}`),
      ]),
  },
  {
    name: 'Moodle',
    knows: ['email', 'number'],
    splits: true,
    write: (all) =>
      lines([
        '"First name","Last name","ID number","Email address",Groups',
        ...all.map((one) => `"${one.given}","${one.family}",${one.number},${one.email},"A, B"`),
      ]),
  },
  {
    name: 'Japanese headings, wide digits',
    knows: ['email', 'number'],
    write: (all) =>
      lines(['学籍番号,氏名,メール', ...all.map((one) => `${wide(one.number)},${full(one)},${one.email}`)]),
  },
  {
    name: 'Chinese headings, wide commas',
    knows: ['email', 'number'],
    write: (all) => lines(['姓名，学号，邮箱', ...all.map((one) => `${full(one)}，${one.number}，${one.email}`)]),
  },
]

export const classes = fc
  .uniqueArray(fc.nat(25), { minLength: 2, maxLength: 24 })
  .chain((indices) =>
    fc.tuple(
      ...indices.map((index) =>
        fc
          .record({ family: fc.nat(), given: fc.nat(), unspaced: fc.option(fc.nat(), { freq: 3 }) })
          .map((pick) => student(index, pick)),
      ),
    ),
  )
