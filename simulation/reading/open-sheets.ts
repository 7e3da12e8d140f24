// Of whose open sheets somebody who grades is told (rule J20).

/** How long a sheet counts as open after its page last said so, in milliseconds. */
export const OPEN_MS = 120_000

/** A sheet as it was said to be open: whose it is, who has it open, since when, and when that was last said. */
export type SaidOpen = Readonly<{ participantId: string; userId: string; since: number; saidAt: number }>

/** Everybody else's that are open at `now`, of the students whom the reader grades and is not the second to grade. */
export const openElsewhere = <Sheet extends SaidOpen>(
  sheets: readonly Sheet[],
  reader: { userId: string; grades: (participantId: string) => boolean; isSecond: (participantId: string) => boolean },
  now: number,
): readonly Sheet[] =>
  sheets
    .filter(
      ({ participantId, userId, saidAt }) =>
        userId !== reader.userId &&
        now - saidAt <= OPEN_MS &&
        reader.grades(participantId) &&
        !reader.isSecond(participantId),
    )
    .toSorted((a, b) => a.since - b.since)
