/** A seminar's draft for a class of so many, as the wizard reads it, and what its form would send. */
import type { ClassList } from '#simulation/seating/class-tables'
import type { Fields } from '../../../app/courses/[courseId]/_wizard/fields'
import { readSetup } from '../../../app/courses/[courseId]/new-seminar/read-setup'
import { fieldsOf, type SeminarSetup } from '../../../app/courses/[courseId]/new-seminar/setup'
import { chinaGap } from '../../support/stories/china-gap'

export const scenario = chinaGap()
export const classOf = (size: number, sectionOf: (at: number) => string | null = () => null): ClassList => ({
  people: Array.from({ length: size }, (_, at) => ({
    place: `place${at}`,
    name: `Student ${at}`,
    section: sectionOf(at),
  })),
  assistants: [],
})
export const fresh = () => readSetup({}, scenario, classOf(46))

export function sent(setup: SeminarSetup, more: Fields = {}): Fields {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of fieldsOf(setup)) fields[name] = [...(fields[name] ?? []), value]
  return { ...fields, ...more }
}
