/** The marks that go into a research file where whoever makes it chose them (rule D32): levels of students, as each student reads their own. */

import { begunKey, criteriaFor, rubricOf, topOf } from '#simulation/reading/log/rubric'
import type { ResearchMark } from '#simulation/research/research-rows'
import { database } from '../../base/database'
import { readRubrics } from '../activities/rubrics'
import { readOwnMarks, readReleasedUntil } from '../marks/marks'

/** By the id of the room in which they were given; one student after another, so that live rooms keep their connections. */
export async function readResearchMarks(activityId: string): Promise<Map<string, ResearchMark[]>> {
  const people = await database().participant.findMany({
    where: { activityId, removedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const rubrics = await readRubrics(activityId)
  const byRoom = new Map<string, ResearchMark[]>()
  for (const { id: person } of people) {
    const until = await readReleasedUntil(activityId, person)
    if (until === null) continue
    const rubric = rubricOf(rubrics, begunKey({ participantId: person }), until)
    const names = new Map(criteriaFor(rubric, 'student').map(({ key, name }) => [key, name]))
    for (const { roomId, criterion, round, level, evidence, at } of await readOwnMarks(activityId, person)) {
      const name = names.get(criterion)
      if (name === undefined) continue
      const mark = { person, round, criterion: name, level, highest: topOf(rubric), at: at.getTime(), evidence }
      byRoom.set(roomId, [...(byRoom.get(roomId) ?? []), mark])
    }
  }
  return byRoom
}
