// The chair's notes and who has read them, in random stories: what a page and the chair are told is counted from the rows by hand.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { notesFor, notesSent, unreadNotes } from '#simulation/reading/homework/chair-notes'
import { viewerOf } from '#simulation/secrecy/hearing'
import { mayHear } from '#simulation/secrecy/may-hear'
import { isRedacted } from '#simulation/secrecy/visible-row'
import { patience } from '../../../support/patience'
import { viewOf } from '../../../support/stories/heard'
import { storyOf } from '../../../support/stories/stories'
import { PEOPLE, script } from '../../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const PATIENCE = patience(120_000)

test(
  'I6 a page lists exactly the notes its reader hears and those of them not read, and nobody but reader and chair learns of a reading',
  () => {
    const seen = { notes: 0, unheard: 0, read: 0, unread: 0, moved: 0 }
    fc.assert(
      fc.property(script(250), (told) => {
        const { rows, state, book } = storyOf(told)
        const readings = rows.flatMap((row) => (row.event.type === 'NotesRead' ? [{ ...row, event: row.event }] : []))
        for (const name of PEOPLE) {
          const person = personId.parse(name)
          const viewer = viewerOf(state, person)
          const view = viewOf(rows, viewer, book.unsealed)
          const page = fold(view)
          if (!page) throw new Error('The room was opened.')
          const heard = rows.filter((row) => row.event.type === 'NudgeSent' && mayHear(row, viewer, false))
          const mine = new Set(readings.flatMap(({ event }) => (event.person === person ? event.notes : [])))
          const notes = notesFor(page, person)
          expect(notes).toEqual(notesFor(state, person))
          expect(notes.map(({ at, text }) => ({ at, text }))).toEqual(
            heard.map(({ at, event }) => ({ at, text: event.type === 'NudgeSent' ? event.text : '' })).toReversed(),
          )
          const left = notes.flatMap(({ no }) => (mine.has(no) ? [] : [no]))
          expect(unreadNotes(page, person)).toEqual(state.closedAt === null ? left : [])
          // Who may not hear of a reading gets a number without anything in it.
          for (const { seq, event } of readings)
            expect(isRedacted(view[seq - 1] ?? { seq, sealed: true }), `${name} and ${event.person}`).toBe(
              event.person !== person,
            )
          seen.notes += notes.length
          seen.unheard += rows.filter(({ event }) => event.type === 'NudgeSent').length - notes.length
          seen.unread += left.length
          if ((viewer.kind === 'person' ? viewer.hears.length : 0) > 1) seen.moved += 1
        }
        seen.read += readings.length
      }),
      { seed, numRuns: 20, skipAllAfterTimeLimit: PATIENCE },
    )
    expect(seen.notes).toBeGreaterThan(100)
    expect(seen.unheard).toBeGreaterThan(100)
    expect(seen.read).toBeGreaterThan(10)
    expect(seen.unread).toBeGreaterThan(50)
    expect(seen.moved).toBeGreaterThan(10)
  },
  PATIENCE,
)

test(
  'I6 the chair counts for each note exactly the people at the table, and those waiting for a seat, who hear it, and names those who have read it',
  () => {
    const seen = { read: 0, unread: 0, waiting: 0 }
    fc.assert(
      fc.property(script(250), (told) => {
        const { rows, state } = storyOf(told)
        const sent = rows.filter(({ event }) => event.type === 'NudgeSent').toReversed()
        // Every second of them has a page open.
        const people = PEOPLE.filter((_, index) => index % 2 === 0).map((name) => personId.parse(name))
        const shown = notesSent(state, { people })
        expect(shown.map(({ at }) => at)).toEqual(sent.map(({ at }) => at))
        for (const [index, { no, readBy, unreadBy }] of shown.entries()) {
          const row = sent[index]
          const readers = rows.flatMap(({ event }) =>
            event.type === 'NotesRead' && event.notes.includes(no) ? [event.person] : [],
          )
          expect(readBy.map(({ person }) => person)).toEqual(readers)
          const seated = Object.values(state.seats).flatMap(({ holder }) => holder ?? [])
          const standing = people.filter((person) => !seated.includes(person) && !state.removed.includes(person))
          const waiting = [...seated, ...standing].filter(
            (person) => !readers.includes(person) && row && mayHear(row, viewerOf(state, person), false),
          )
          expect(new Set(unreadBy.map(({ person }) => person))).toEqual(new Set(waiting))
          seen.waiting += waiting.filter((person) => standing.includes(person)).length
          seen.read += readers.length
          seen.unread += waiting.length
        }
      }),
      { seed, numRuns: 20, skipAllAfterTimeLimit: PATIENCE },
    )
    expect(seen.read).toBeGreaterThan(10)
    expect(seen.unread).toBeGreaterThan(50)
    expect(seen.waiting).toBeGreaterThan(10)
  },
  PATIENCE,
)
