/** Bugs in what the chair does to people and to the projector from the desk, and in what a student's page then shows and asks. */
import type { Bug } from './bug'

export const AT_THE_DESK: readonly Bug[] = [
  {
    breaks: 'everybody at the table is told who has read a private note',
    inside: 'readNotes',
    old: `return accept(person(reader, { type: 'NotesRead', person: reader, notes: unread }))`,
    planted: `return accept(everyone({ type: 'NotesRead', person: reader, notes: unread }))`,
    tests: ['tests/rules/injects.test.ts', 'tests/rules/reading/chair-notes.test.ts'],
  },
  {
    breaks: 'by trying numbers one learns how many notes another delegation was sent',
    inside: 'readNotes',
    old: `if (notes.some((no) => !heard.has(no))) return refuse('no-such-entry')`,
    planted: ``,
    tests: ['tests/rules/injects.test.ts'],
  },
  {
    breaks: 'who was swapped is told that they lost their seat to nobody',
    inside: 'noteMove',
    old: `room.reseated = isMove ? { ...others, [person]: { from, to, at } } : others`,
    planted: `room.reseated = isMove && to === null ? { ...others, [person]: { from, to, at } } : room.reseated`,
    tests: ['tests/rules/seats.test.ts', 'tests/rules/reading/moved-seat.test.ts'],
  },
  {
    breaks: 'a reveal comes unseen, because the projector still shows what the chair chose before',
    inside: 'phasesEventRows',
    old: `room.stageScene = 'auto'`,
    planted: ``,
    tests: ['tests/rules/injects.test.ts'],
  },
  {
    breaks: 'the words of a turn are asked for although they were left as spoken',
    inside: 'owedWords',
    old: `as === 'scribe' || left.includes(no) ||`,
    planted: `as === 'scribe' ||`,
    tests: ['tests/rules/reading/now.test.ts'],
  },
  {
    breaks: 'what takes a move back pushes out whoever has sat down there since',
    inside: 'placePerson',
    old: ` || onlyIf.holder !== holder)) return refuse('seats-changed')`,
    planted: `)) return refuse('seats-changed')`,
    tests: ['tests/rules/seats.test.ts'],
  },
  {
    breaks:
      'a phone that slept through a phase comes back to the tab of the phase before, and is not shown what is asked',
    inside: 'tabAtOpening',
    old: `(isOld ? null : readHash(hash)?.place) ?? fitting`,
    planted: `readHash(hash)?.place ?? fitting`,
    tests: ['tests/screens/room.test.ts'],
  },
]
