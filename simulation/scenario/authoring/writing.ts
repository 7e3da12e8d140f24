// A scenario while its author writes it: the fields of an outline, each of which may still be empty. Rows have ids, so that two authors who
// write at once, and a party that moves, mix nothing up. `read-writing.ts` says what is missing to play it.
import { z } from 'zod'
import { HUES, type hue } from '../../agenda/party-look'
import { axisValue } from '../../kernel/ids'
import type { Outline } from './outline'
import { OUTLINE_MOST } from './outline-bounds'

/** Names a row within its list, as `p1` or `p4f09c2`. Made where the row is begun; an author never sees it. */
export const rowName = z.string().regex(/^[a-z]\d[a-z0-9]{0,10}$/)

/** Two authors who each add rows at once can come to more than an outline holds; `read-writing.ts` says so. */
const MOST_ROWS = 40
const rowsOf = <Row extends z.ZodType<{ id: string }>>(row: Row) =>
  z
    .array(row)
    .max(MOST_ROWS)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length)

const title = z.string().max(OUTLINE_MOST.label)
const prose = z.string().max(OUTLINE_MOST.prose)
const end = z.string().max(OUTLINE_MOST.end)
export const writingLanguage = z.enum(['en', 'ja', 'zh'])

const writtenSource = z.strictObject({
  ...{ id: rowName, title, author: title, publisher: title, date: title },
  url: z.string().max(OUTLINE_MOST.url),
})
const writtenOffice = z.strictObject({ id: rowName, title, charge: prose })
const writtenParty = z.strictObject({
  ...{ id: rowName, name: title, offices: rowsOf(writtenOffice) },
  short: z.string().max(OUTLINE_MOST.short),
  mark: z.string().max(OUTLINE_MOST.mark),
  colour: z.enum(HUES),
})
const writtenTension = z.strictObject({
  ...{ id: rowName, title, question: prose, minus: end, plus: end },
  /** Where each party opens, by the party's id. */
  opens: z.record(rowName, axisValue),
})

export const writing = z.strictObject({
  ...{ title, question: prose, language: writingLanguage },
  sources: rowsOf(writtenSource),
  parties: rowsOf(writtenParty),
  tensions: rowsOf(writtenTension),
})
export type Writing = z.infer<typeof writing>
export type WrittenSource = Writing['sources'][number]
export type WrittenParty = Writing['parties'][number]
export type WrittenOffice = WrittenParty['offices'][number]
export type WrittenTension = Writing['tensions'][number]

export const blankSource = (id: string): WrittenSource => ({
  ...{ id, title: '', author: '', url: '', publisher: '', date: '' },
})
export const blankOffice = (id: string): WrittenOffice => ({ id, title: '', charge: '' })
export const blankTension = (id: string): WrittenTension => ({
  ...{ id, title: '', question: '', minus: '', plus: '', opens: {} },
})

/** A party with one office and the first colour that no other has. */
export function blankParty(id: string, beside: readonly WrittenParty[]): WrittenParty {
  const taken = new Set<z.infer<typeof hue>>(beside.map(({ colour }) => colour))
  const colour = HUES.find((one) => !taken.has(one)) ?? HUES[0]
  return { id, name: '', short: '', mark: '', colour, offices: [blankOffice('o1')] }
}

/** What an author finds who begins: a source, two parties and a tension, all of them empty. */
export function begunWith(title: string, language: Writing['language']): Writing {
  const first = blankParty('p1', [])
  return {
    ...{ title, question: '', language },
    sources: [blankSource('s1')],
    parties: [first, blankParty('p2', [first])],
    tensions: [blankTension('t1')],
  }
}

/** An outline as its author writes on it. */
export const writingOf = ({ title, question = '', language, sources, parties, tensions }: Outline): Writing => ({
  ...{ title, question, language },
  sources: sources.map((one, place) => ({ ...blankSource(`s${place + 1}`), ...one })),
  parties: parties.map(({ offices, short = '', ...party }, place) => ({
    ...{ id: `p${place + 1}`, short, ...party },
    offices: offices.map((office, seat) => ({ id: `o${seat + 1}`, ...office })),
  })),
  tensions: tensions.map(({ opens, ...tension }, place) => ({
    ...{ id: `t${place + 1}`, ...tension },
    opens: Object.fromEntries(opens.map((value, party) => [`p${party + 1}`, value])),
  })),
})
