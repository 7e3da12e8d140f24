/** The regrades that students asked for, as they are stored, with their answers. */
import type { Prisma } from '#server/generated/prisma/client'
import type { Regrade } from '#simulation/reading/marks/regrades'
import { type Database, database } from '../../base/database'
import { environment } from '../../base/environment'
import { IN_GRADES } from './marks'

/** Where regrades are switched off (L31) none is read, and none waits. */
export const areRegradesOff = (): boolean => environment().besideOff.includes('regrades')

/** By participant, oldest first. */
export async function readRegrades(
  participant: Prisma.ParticipantWhereInput,
  on: Database = database(),
): Promise<ReadonlyMap<string, readonly Regrade[]>> {
  if (areRegradesOff()) return new Map()
  const rows = await on.regrade.findMany({ where: { participant }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const byPerson = new Map<string, Regrade[]>()
  for (const row of rows) byPerson.set(row.participantId, [...(byPerson.get(row.participantId) ?? []), regradeOf(row)])
  return byPerson
}

type Row = Prisma.RegradeGetPayload<object>
const regradeOf = ({ criterion, level, text, at, answer, answeredLevel, answeredAt }: Row): Regrade => ({
  ...{ criterion, level, text, at: at.getTime() },
  answer:
    answer === null || answeredLevel === null || answeredAt === null
      ? null
      : { text: answer, level: answeredLevel, at: answeredAt.getTime() },
})

/** How many of an activity wait for their answer. */
export const countOpenRegrades = async (activityId: string): Promise<number> =>
  areRegradesOff()
    ? 0
    : database().regrade.count({ where: { answer: null, participant: { activityId, ...IN_GRADES } } })
