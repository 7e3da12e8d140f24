/** Mistakes in who sits where, and in what they hear there. */
import type { Bug } from './bug'

const simulation = (name: string) => `tests/rules/${name}.test.ts`

export const IN_THE_SEATING: readonly Bug[] = [
  {
    breaks: 'a student walks through the free chairs of the other delegations',
    inside: 'isOpenTo',
    old: `  return side === null || seat.delegation === null || seat.delegation === side`,
    planted: `  return true`,
    tests: [simulation('seating'), simulation('seating-laws')],
  },
  {
    breaks: 'the lot draws somebody who stood up into another delegation',
    inside: 'takeSeat',
    old: `    const drawn = seatByLot(state, moment.lot, sideOf(state, who.person))`,
    planted: `    const drawn = seatByLot(state, moment.lot)`,
    tests: [simulation('seating'), simulation('seating-laws')],
  },
  {
    breaks: 'whoever the chair moves reads the past of the new side',
    inside: 'hearsFrom',
    old: `  return before.side === delegation ? before.since : FROM_NOW`,
    planted: `  return before.since`,
    tests: [simulation('seating'), simulation('seating-laws')],
  },
  {
    breaks: 'whoever is moved back home reads what was said while they were away',
    inside: 'hearNoMore',
    old: `heard.until === null ? { ...heard, until: seq } : heard`,
    planted: `heard`,
    tests: [simulation('seating'), simulation('seating-laws')],
  },
  {
    breaks: 'the judge of secrecy forgets from when somebody hears',
    inside: 'mayHear',
    old: `    if (from <= seq && (until === null || seq < until) && to.seats.includes(seat)) return true`,
    planted: `    if ((until === null || seq < until) && to.seats.includes(seat)) return true`,
    tests: [simulation('seating')],
  },
  {
    breaks: 'briefs are read in the lobby by whoever sits down there',
    inside: 'openRoom',
    old: `[instructorOnly({ type: 'BriefsPrepared', briefs })]`,
    planted: `[instructorOnly({ type: 'BriefsPrepared', briefs }), ...issueBriefs(plan, briefs)]`,
    tests: [simulation('seating')],
  },
  {
    breaks: 'the start does not lock the seats',
    inside: 'whatKeepsSeats',
    old: `  return agenda.status === 'lobby' ? null : 'seating-started'`,
    planted: `  return agenda.status === 'lobby' ? null : null`,
    tests: [simulation('seating'), simulation('seating-laws')],
  },
  {
    breaks: 'where the lot decides, everybody chooses',
    inside: 'takeSeat',
    old: `  if (state.plan.seating === 'lot') return refuse('seats-by-lot')`,
    planted: ``,
    tests: [simulation('seating')],
  },
  {
    breaks: 'whoever the chair moves has no brief of their new side',
    inside: 'sitDown',
    old: `  ...briefsAgain(state, seat, person),`,
    planted: ``,
    tests: [simulation('seating')],
  },
  {
    breaks: 'a room that was opened by the first edition is judged by the rules of today',
    inside: 'viewerOf',
    old: `  if (state.plan.seating === undefined || state.removed.includes(person)) return inSeat(person, seat)`,
    planted: ``,
    tests: [simulation('seating')],
  },
  {
    breaks: 'a search finds what was told to a seat before its holder came from another side',
    inside: 'HEARD',
    old: ` AND text.seq >= ear."from"`,
    planted: ``,
    tests: ['tests/server/search.test.ts'],
    only: 'the database and the rules agree',
  },
  {
    breaks: 'whoever is in no section is at no table and named nowhere',
    inside: 'withRest',
    old: `    else left.push(person)`,
    planted: ``,
    tests: [simulation('class-tables')],
  },
  {
    breaks: 'a draw seats people away from the table that is prepared for them',
    inside: 'drawn',
    old: `.filter((seat) => table === null || seat.table === table)`,
    planted: ``,
    tests: [simulation('seating-draw')],
  },
  {
    breaks: 'nobody is asked before somebody takes what they have read to another side',
    inside: 'briefsReadBy',
    old: `until === null || until > briefedAt`,
    planted: `until !== null && until > briefedAt`,
    tests: ['tests/rules/reading/read-briefs.test.ts'],
  },
]
