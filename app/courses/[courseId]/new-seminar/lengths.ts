// The lengths of rounds and phases as they are typed and shown: "6:40", or "7". What was chosen is carried in the address, all of a kind in
// one field; a field on the page counts only where it says something else than it was given, because it shows what follows from other
// choices too.
import { phaseKey } from '#simulation/planning/phase-lengths'
import { all, type Fields, last } from '../_wizard/fields'
import { GIVEN } from '../_wizard/said-fields'

/** A round lasts two minutes at the least; nothing lasts longer than four hours. */
export const LEAST_ROUND = 120
const LEAST_PHASE = 15
export const LONGEST = 14_400

/** For the field's own check in the browser. */
export const LENGTH_PATTERN = '\\d{1,3}([:.][0-5]\\d)?'

/** Minutes, and seconds where there are any. */
export const lengthText = (seconds: number): string => {
  const whole = Math.round(seconds)
  return whole % 60 === 0 ? String(whole / 60) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** The seconds of a typed length; null for what is none. */
export function secondsIn(text: string | undefined): number | null {
  const found = /^(\d{1,3})(?:[:.](\d{2}))?$/.exec(text?.trim() ?? '')
  if (!found) return null
  const rest = Number(found[2] ?? 0)
  return rest < 60 ? Number(found[1]) * 60 + rest : null
}

export const roundField = (tension: string): string => `now-${tension}`
export const phaseField = (key: string): string => `phase-${key}`
/** What the page gave to its fields (the field `GIVEN`), so that a typed length can be told from one that only repeats it. */
export const givenField = (given: readonly (readonly [string, number])[]): string =>
  given.map(([name, seconds]) => `${name}=${lengthText(seconds)}`).join(',')

/** Signs that an address keeps as they are: an address has a bound, and every phase may have a length of its own. */
const [BETWEEN, BEFORE_LENGTH] = ['*', '_'] as const

/** Chosen lengths as one field of an address; no field where none was chosen. */
export function carriedLengths(
  name: 'minutes' | 'lengths',
  chosen: Readonly<Record<string, number>>,
): [string, string][] {
  const pairs = Object.entries(chosen).map(([key, of]) => `${key}${BEFORE_LENGTH}${lengthText(of).replace(':', '.')}`)
  return pairs.length === 0 ? [] : [[name, pairs.join(BETWEEN)]]
}

type Chosen = { rounds: Record<string, number>; phases: Record<string, number> }

/** The lengths chosen so far, and what was typed since. A round whose own length was typed shares it among its phases anew. */
export function readLengths(fields: Fields, rounds: readonly string[]): Chosen {
  const chosen: Chosen = {
    rounds: carried(fields, 'minutes', 'minutes', (key) => rounds.includes(key), LEAST_ROUND),
    phases: carried(fields, 'lengths', 'length', (key) => phaseKey.safeParse(key).success, LEAST_PHASE),
  }
  for (const [key, seconds] of typed(fields, 'phase', LEAST_PHASE))
    if (phaseKey.safeParse(key).success) chosen.phases[key] = seconds
  for (const [key, seconds] of typed(fields, 'now', LEAST_ROUND)) {
    if (!rounds.includes(key)) continue
    chosen.rounds[key] = seconds
    for (const phase of Object.keys(chosen.phases)) if (phase.startsWith(`${key}.`)) delete chosen.phases[phase]
  }
  return chosen
}

const named = (fields: Fields, prefix: string): string[] =>
  Object.keys(fields).flatMap((name) => (name.startsWith(`${prefix}-`) ? [name.slice(prefix.length + 1)] : []))

const bounded = (seconds: number, least: number): number => Math.min(LONGEST, Math.max(least, seconds))

/** Reads what `carriedLengths` wrote under `name`, and what an older address has in a field each, under `older-` and their keys. */
function carried(
  fields: Fields,
  name: string,
  older: string,
  isKey: (key: string) => boolean,
  least: number,
): Record<string, number> {
  const packed = (last(fields, name) ?? '').split(BETWEEN).map((pair) => pair.split(BEFORE_LENGTH))
  const apart = named(fields, older).map((key) => [key, last(fields, `${older}-${key}`)])
  return Object.fromEntries(
    [...apart, ...packed].flatMap(([key = '', text]) => {
      const seconds = secondsIn(text)
      return seconds === null || !isKey(key) ? [] : [[key, bounded(seconds, least)]]
    }),
  )
}

function typed(fields: Fields, prefix: string, least: number): [string, number][] {
  const given = all(fields, GIVEN).flatMap((text) => text.split(','))
  return named(fields, prefix).flatMap((key): [string, number][] => {
    const text = last(fields, `${prefix}-${key}`)
    const seconds = secondsIn(text)
    return seconds === null || given.includes(`${prefix}-${key}=${text}`) ? [] : [[key, bounded(seconds, least)]]
  })
}
