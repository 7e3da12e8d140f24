// What a student may ask of a level that was released to them, and when they read the answer (rule J6).
import { DAY_MS } from '../../kernel/time'

/** So many characters say at least what is to be looked at. */
export const LEAST_REGRADE = 40
export const MOST_REGRADE_DAYS = 60

export type Regrade = Readonly<{
  criterion: string
  /** The level that was read when it was asked. */
  level: number
  text: string
  at: number
  /** With the level that counted then. */
  answer: Readonly<{ text: string; level: number; at: number }> | null
}>

const REGRADE_FAULTS = ['off', 'no-level', 'asked', 'too-late', 'short'] as const
export type RegradeFault = (typeof REGRADE_FAULTS)[number]

type Asking = Readonly<{
  criterion: string
  text: string
  now: number
  days: number
  /** When the levels were released to them. */
  releasedAt: number
  /** The criteria for which they read a level, and those for which they have asked. */
  given: readonly string[]
  asked: readonly string[]
}>

/** Until when a regrade may be asked for; null where none may. */
export const regradeUntil = (days: number, releasedAt: number): number | null =>
  days > 0 ? releasedAt + days * DAY_MS : null

/** Why a student may not ask for this regrade; null where they may. */
export function regradeFault({ criterion, text, now, days, releasedAt, given, asked }: Asking): RegradeFault | null {
  const until = regradeUntil(days, releasedAt)
  if (until === null) return 'off'
  if (!given.includes(criterion)) return 'no-level'
  if (asked.includes(criterion)) return 'asked'
  if (now > until) return 'too-late'
  return [...text.trim()].length < LEAST_REGRADE ? 'short' : null
}

/** Whether the student reads the answer: at once where the level stays, else with the release of the new level. */
export const isAnswerSeen = ({ level, answer }: Regrade, releasedUntil: number | null): boolean =>
  answer !== null && (answer.level === level || answer.at <= (releasedUntil ?? 0))

/** Which answers a student reads by now, and since when: that a level stays at once, a new level since its release. */
export function readableFrom(
  regrades: readonly Regrade[],
  /** ms since 1970: of everybody's marks, and of theirs alone, oldest first. */
  released: Readonly<{ everybody: number | null; own: readonly number[] }>,
): readonly Readonly<{ criterion: string; at: number }>[] {
  const until = released.everybody === null ? (released.own.at(-1) ?? null) : Number.POSITIVE_INFINITY
  return regrades.flatMap((regrade) => {
    const { criterion, level, answer } = regrade
    if (!answer || until === null || !isAnswerSeen(regrade, until)) return []
    const since = answer.level === level ? undefined : released.own.find((at) => at >= answer.at)
    return [{ criterion, at: since ?? answer.at }]
  })
}

export const openRegrades = (regrades: readonly Regrade[]): readonly Regrade[] =>
  regrades.filter(({ answer }) => answer === null)
