// What a feature that stands beside the log says of itself, so that the list of news, the mails, the calendar and the sums walk one registry
// (`simulation/beside/slices.ts`) and name no feature.
import type { ZodType, z } from 'zod'

/**
 * How a kind of news is mailed: counted in the mail of the morning, by a mail of its own at its moment, or by a mail that whoever makes it
 * happen writes at once.
 */
export type Mailed = 'morning' | 'own' | 'written'

/** One piece of news. `named` tells it from the others of its kind, for ever; `at` is ms since 1970; `entry` is what it leads to on the record. */
export type NewsOf<Kind> = Readonly<{ kind: Kind; named: string | number; at: number; entry?: string }>

/** ms since 1970 */
export type Time = Readonly<{ opens: number; closes: number; isAhead: boolean }>

/** How much of what is asked is done. */
export type Counted = Readonly<{ asked: number; done: number }>

/** What is known of a slice for one person in one room, under its key; absent where there is nothing. */
type Known<Key extends string, Facts> = { readonly [K in Key]?: Facts | undefined }

/** The fields of a form or an address. */
export type FormFields = Readonly<{
  /** What was sent last under a name. */
  last: (name: string) => string | undefined
  /** A whole number within bounds, else the default. */
  whole: (name: string, low: number, high: number, otherwise: number) => number
}>

/** What is chosen of settings; absent where nothing is. */
export type ChosenOf<Settings extends Readonly<Record<string, ZodType>>> = {
  readonly [Name in keyof Settings]?: z.infer<Settings[Name]> | undefined
}

/** How settings stand in the fields of a form, so that a wizard's address holds them. */
type Form<Settings extends Readonly<Record<string, ZodType>>> = Readonly<{
  read: (fields: FormFields) => ChosenOf<Settings>
  write: (chosen: ChosenOf<Settings>) => readonly [string, string][]
}>

type News = Readonly<Record<string, Mailed>>
type KindOf<Table extends News> = keyof Table & string

type Parts<
  Key extends string,
  Facts,
  Table extends News,
  Settings extends Readonly<Record<string, ZodType>>,
  Off,
  Audited extends string,
> = Readonly<{
  /** The name of its folders, and of the slice in `BESIDE_OFF`. */
  key: Key
  /** What is chosen for each activity, by its name among the settings of grading. */
  settings: Settings
  /** How a wizard's form holds these; absent where no wizard asks for them. */
  form?: Form<Settings>
  news: Table
  /** What is told of it by now, and its reminders before their moment, so that a mail can be planned. */
  tells: (facts: Facts, now: number) => readonly NewsOf<KindOf<Table>>[]
  /** Whether they owe it now. */
  owes?: (facts: Facts) => boolean
  /** How much of what it asks is done. */
  counts?: (facts: Facts) => Counted
  /** From when until when it asks, and whether that is still ahead. */
  time?: (facts: Facts) => Time
  /** The last part of the address of its own page under `/my`, where its news and mails lead. */
  page?: string
  /** What is written down of it for the server's owner, who may have to answer for it later. */
  audited?: readonly Audited[]
  /** What its settings are read as on a server that has switched it off, whatever was chosen; absent where it cannot be switched off. */
  switchedOff?: Off
}>

/** A slice as the registry holds it: each question is asked of all that is known, and a slice of which nothing is known has nothing to say. */
export type Beside<
  Key extends string,
  Facts,
  Table extends News,
  Settings extends Readonly<Record<string, ZodType>>,
  Off,
  Audited extends string,
> = Readonly<{
  key: Key
  settings: Settings
  form: Form<Settings> | null
  news: Table
  tells: (known: Known<Key, Facts>, now: number) => readonly NewsOf<KindOf<Table>>[]
  owes: (known: Known<Key, Facts>) => boolean
  counts: (known: Known<Key, Facts>) => Counted | null
  time: (known: Known<Key, Facts>) => Time | null
  page: string | null
  audited: readonly Audited[]
  switchedOff: Off | null
}>

/** The slice of a feature beside the log, made of the parts that it has. */
export function defineBeside<
  const Key extends string,
  Facts,
  const Table extends News,
  const Settings extends Readonly<Record<string, ZodType>>,
  const Off extends Readonly<Record<string, unknown>> = Readonly<Record<string, never>>,
  const Audited extends string = never,
>(parts: Parts<Key, Facts, Table, Settings, Off, Audited>): Beside<Key, Facts, Table, Settings, Off, Audited> {
  const { key, settings, news, tells, owes, counts, time } = parts
  const { page = null, form = null, audited = [], switchedOff = null } = parts
  const ask = <Answer>(known: Known<Key, Facts>, question: ((facts: Facts) => Answer) | undefined, none: Answer) => {
    const facts = known[key]
    return facts === undefined || !question ? none : question(facts)
  }
  return {
    ...{ key, settings, form, news, page, audited, switchedOff },
    tells: (known, now) => ask(known, (facts) => tells(facts, now), []),
    owes: (known) => ask(known, owes, false),
    counts: (known) => ask<Counted | null>(known, counts, null),
    time: (known) => ask<Time | null>(known, time, null),
  }
}
