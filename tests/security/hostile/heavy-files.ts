/**
 * Files that ask much of whoever reads them: a record of a plan that no schema takes, the largest records that the rules would tell, and a
 * gradebook of as many columns as rows.
 */

import { Rehearsal } from '#simulation/bots/rehearsal'
import { chairActor, participantActor, personId } from '#simulation/kernel/ids'
import { type PlannedRoom, planSeminar, seminarChoices } from '#simulation/planning/planning'
import { writeRecord } from '#simulation/reading/record/record-file'
import { chinaGap } from '../../support/stories/china-gap'
import { heardByChair } from '../../support/stories/heard'

const CHAIR = chairActor('chair')
const STARTS_AT = Date.UTC(2026, 0, 12, 9, 0)
const about = {
  reader: 'chair',
  room: { name: 'Table 1' },
  activity: { title: 'The China gap', kind: 'seminar', scenario: 'china-gap', agenda: 'seminar-90' },
  course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
} as const

/** As many chairs as a table can have. */
function fullTable(): PlannedRoom {
  return planSeminar(
    chinaGap(),
    seminarChoices.parse({
      agendaKey: 'seminar-90',
      rounds: [{ tension: 'framing', seconds: null }],
      chairs: { us: 12, jp: 12, cn: 12 },
      observers: Array.from({ length: 9 }, (_, index) => `Observer ${index}`),
      seating: 'place',
      understudies: false,
      speed: 1,
      seed: 7,
    }),
  )
}

/** Twenty thousand observers' chairs, and people who move among them. */
export function endlessPlan(): unknown {
  const file: { rows: { event: { plan: { seats: unknown[] } } }[] } = JSON.parse(manyMoves(200))
  const seats = Array.from({ length: 20_000 }, (_, index) => ({
    ...{ id: `observer.x${index}`, delegation: null, title: `Observer ${index}`, head: false, order: 1, mirrors: null },
  }))
  file.rows[0]?.event.plan.seats.push(...seats)
  return file
}

/** The chair moves people between the chairs of a full table, `moves` times. */
export function manyMoves(moves: number): string {
  const room = new Rehearsal(fullTable(), chinaGap(), STARTS_AT)
  const seats = room.state.plan.seats
  for (let move = 0; move < moves; move += 1) {
    room.now += 1
    const seat = seats[(move * 7) % seats.length]?.id ?? null
    room.submit(CHAIR, { type: 'placePerson', person: personId.parse(`m${move % 50}`), seat })
  }
  return writeRecord(about, heardByChair(room.rows), {})
}

/** The chair sends people away whom nobody has seen. */
export function manyRemoved(people: number): string {
  const room = new Rehearsal(fullTable(), chinaGap(), STARTS_AT)
  for (let person = 0; person < people; person += 1)
    room.submit(CHAIR, { type: 'removePerson', person: personId.parse(`m${person}`) })
  return writeRecord(about, heardByChair(room.rows), {})
}

/** The most rows of one kind that the importer takes, less a few that opening and seating need. */
const MOST_OF_A_KIND = 3_900

/**
 * The largest record that the importer takes, in bytes and in entries: the chair's notes, the talk of a delegation and its calls for help, each
 * as often as is allowed. `text` makes the words of a row, 300 characters of them by default.
 */
export function largestRecord(
  text: (row: number) => string = sentences,
  rows = MOST_OF_A_KIND,
): { file: string; entries: number } {
  const room = new Rehearsal(fullTable(), chinaGap(), STARTS_AT)
  const person = personId.parse('m1')
  const seat = room.state.plan.seats.find(({ delegation }) => delegation !== null)?.id ?? null
  room.submit(CHAIR, { type: 'placePerson', person, seat })
  room.submit(CHAIR, { type: 'startPhase', index: 0 })
  for (let row = 0; row < rows; row += 1) {
    room.now += 1
    room.submit(CHAIR, { type: 'nudge', to: 'room', text: text(row) })
    room.submit(participantActor(person), { type: 'speakInCaucus', text: text(row) })
    room.submit(participantActor(person), { type: 'callForHelp', text: text(row).slice(0, 300) })
  }
  return { file: writeRecord(about, heardByChair(room.rows), {}), entries: 3 * rows }
}

const sentences = (row: number): string =>
  `${row}: we hold that the strait stays open, and say so in every paper. `.repeat(10).slice(0, 390)

/** An export that names Canvas's columns after as many others as it has students, so that each row is read from end to end for each name. */
export function wideGradebook(bytes: number): string {
  const many = Math.floor((bytes - 100) / 4)
  return `${'c,'.repeat(many)}ID,Student\n${'a\n'.repeat(many)}`
}
