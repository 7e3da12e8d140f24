/** The class as a seminar's tables are made from it: the people of the roster with their sections, and the colleagues who look after tables. */
import type { ClassList } from '#simulation/seating/class-tables'
import { readColleagues } from './colleagues'
import { readRoster } from './roster'

export async function readClassList(courseId: string): Promise<ClassList> {
  const [places, colleagues] = await Promise.all([readRoster(courseId), readColleagues(courseId)])
  return {
    people: places.map(({ id, name, section }) => ({ place: id, name, section })),
    assistants: colleagues.flatMap(({ userId, name, part }) =>
      part === 'assistant' || part === 'grader' ? [{ id: userId, name }] : [],
    ),
  }
}
