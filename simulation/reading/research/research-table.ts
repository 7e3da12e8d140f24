// What a table of a research file (D18) is made of, and the columns that most of them have.

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime'
/** `rule` is the number of the rule that says how it comes about. */
export type Column = Readonly<{ name: string; type: ColumnType; about: string; rule?: string; unit?: string }>
export type Table = Readonly<{ about: string; columns: readonly Column[] }>

const of =
  <Type extends ColumnType>(type: Type) =>
  <const Name extends string>(name: Name, about: string, rule?: string, unit?: string) => ({
    name,
    type,
    about,
    unit,
    rule,
  })
export const text = of('string')
export const count = of('integer')
export const value = of('number')
export const yesNo = of('boolean')
export const instant = of('datetime')

export const UTC = 'UTC'

export const room = text('room', 'The table. The same code in every file of this server.')
export const uid = text('uid', 'The entry: its room and its number. All tables are joined by it.', 'R6')
export const pid = text(
  'pid',
  'The person, a pseudonym: the same in all activities of the course. Empty for the chair, the clock and understudies.',
  'D18',
)

export type Tables = Readonly<Record<string, Table>>
/** Instants are milliseconds since 1970; a missing value is null. */
type Cell<Type extends ColumnType> = {
  string: string
  integer: number
  number: number
  boolean: boolean
  datetime: number
}[Type]
export type RowOf<Of extends Table> = Readonly<{
  [One in Of['columns'][number] as One['name']]: Cell<One['type']> | null
}>
export type RowsOf<All extends Tables> = { readonly [Name in keyof All]: readonly RowOf<All[Name]>[] }
