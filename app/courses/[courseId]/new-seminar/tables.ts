// How a setup spreads its students over tables, and the seats it puts there. What is shown adds up to what was asked, or says who has no seat.
import { MOST_AT_TABLE, MOST_CHAIRS } from '#simulation/kernel/ids'
import { MOST_TABLES, type SeminarSetup } from './setup'

/** Students at each table: as the roster has them, or as even as possible. Those for whom no table has room are `unseatedOf`. */
export function tablesOf(setup: SeminarSetup): number[] {
  const { students, split, size, listed } = setup
  if (listed) return listed.tables.map(({ people }) => people.length)
  const most = split === 'size' ? size : MOST_AT_TABLE
  const count = split === 'size' ? Math.min(MOST_TABLES, Math.ceil(students / size)) : Math.min(setup.tables, students)
  const seated = Math.min(students, count * most)
  return Array.from({ length: count }, (_, index) => Math.floor(seated / count) + (index < seated % count ? 1 : 0))
}

/** The students whom the chosen tables cannot seat. */
export const unseatedOf = (setup: SeminarSetup): number =>
  setup.students - tablesOf(setup).reduce((sum, table) => sum + table, 0)

/** The seats of each delegation, the same at every table: for the students at the fullest one and the spare seats, and no fewer than the offices chosen. */
export function chairsFor(setup: SeminarSetup): number {
  const people = Math.max(...tablesOf(setup)) + setup.spare
  return Math.min(MOST_CHAIRS, Math.max(setup.chairs, Math.ceil(people / setup.offices.length)))
}

export const tableSize = (setup: SeminarSetup): number => chairsFor(setup) * setup.offices.length

/** How many of a room's students each delegation gets; which delegations get one more rotates with the room's index. */
export function sidesOf(delegations: number, students: number, table: number): readonly number[] {
  const base = Math.floor(students / delegations)
  const turned = (place: number) => (((place - table) % delegations) + delegations) % delegations
  return Array.from({ length: delegations }, (_, place) => base + (turned(place) < students % delegations ? 1 : 0))
}

/** Totals over all rooms: empty offices, empty seats, and students who share an office. */
export function remaindersOf(setup: SeminarSetup): { offices: number; chairs: number; sharing: number } {
  const sides = tablesOf(setup).flatMap((students, table) =>
    sidesOf(setup.offices.length, students, table).map((seated, place) => ({
      seated,
      offices: setup.offices[place] ?? 0,
    })),
  )
  const chairs = chairsFor(setup)
  const sum = (count: (side: (typeof sides)[number]) => number) => sides.reduce((all, side) => all + count(side), 0)
  return {
    offices: sum(({ seated, offices }) => Math.max(0, Math.min(chairs, offices) - seated)),
    chairs: sum(({ seated }) => chairs - seated),
    sharing: sum(({ seated, offices }) => Math.max(0, seated - offices)),
  }
}

/** What a page showed of the tables: their sizes and how many have no seat. The seminar is made only while it is still so. */
export const plannedText = (setup: SeminarSetup): string => `${tablesOf(setup).join('-')} ${unseatedOf(setup)}`
