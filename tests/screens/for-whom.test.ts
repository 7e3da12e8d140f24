// The record's file for the class: the same whoever exports it, without private and sealed words.
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import type { Viewer } from '#simulation/kernel/viewer'
import { paragraphs } from '#simulation/reading/transcript'
import { isForTheClass } from '#simulation/secrecy/may-hear'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import { asTheClassReads } from '../../app/rooms/[roomId]/transcript/for-whom'
import type { TranscriptData } from '../../app/rooms/[roomId]/transcript/transcript-data'
import { AMARA, CHAIR, statement } from '../support/cast'
import { given, type Room } from '../support/given'
import { viewOf } from '../support/heard'

const PRIVATE = [
  'canary-help',
  'canary-answer',
  'canary-seat',
  'canary-delegation',
  'canary-reflection',
  'canary-bookmark',
]
const SEALED = ['canary-caucus', 'canary-bilateral']
const OPEN = ['canary-statement', 'canary-room', 'canary-news']

/** One unique word in everything that can be said in private. */
function told(): Room {
  const room = given().enters('briefing')
  room.does(AMARA, { type: 'speakInCaucus', text: 'canary-caucus' })
  room.does(AMARA, { type: 'callForHelp', text: 'canary-help' })
  room.does(CHAIR, { type: 'answerHelp', no: room.state.help.at(-1)?.no ?? '', text: 'canary-answer' })
  room.does(CHAIR, { type: 'nudge', to: 'us.state', text: 'canary-seat' })
  room.does(CHAIR, { type: 'nudge', to: 'us', text: 'canary-delegation' })
  room.does(CHAIR, { type: 'nudge', to: 'room', text: 'canary-room' })
  room.enters('caucus')
  room.does(AMARA, { type: 'speakInBilateral', between: 'us-jp', text: 'canary-bilateral' })
  room.enters('floor')
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
  room.does(AMARA, statement('canary-statement'))
  room.does(CHAIR, { type: 'bookmarkEntry', entry: '1', note: 'canary-bookmark' })
  room.does(CHAIR, { type: 'writeInject', headline: 'canary-news', text: 'Fiction.' })
  return room
}

function readingOf(room: Room, viewer: Viewer): TranscriptData & { told: readonly VisibleRow[] } {
  const rows = viewOf(room.rows, viewer, room.state.unsealedAt !== null)
  const state = fold(rows)
  if (!state) throw new Error('The room is not open.')
  return {
    ...{ viewer, steers: viewer.kind === 'chair', state, told: rows, displayNames: {} },
    room: { id: 'room', name: 'Table 1' },
    activity: { title: 'The China gap', courseId: 'course', broughtAt: null },
    course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
  }
}
const canaries = (value: unknown) => [...new Set(JSON.stringify(value).match(/canary-[a-z]+/g) ?? [])].sort()
const entriesOf = (reading: TranscriptData) => paragraphs(reading.state)

test.each(['chair', 'amara', 'fen', 'ivo', 'stage'])('before the debrief, as %s holds it', (who) => {
  const room = told()
  const viewer: Viewer = who === 'chair' || who === 'stage' ? { kind: who } : room.viewerOf(who)
  const whole = readingOf(room, viewer)
  const forClass = asTheClassReads(whole)
  expect(canaries([forClass.told, entriesOf(forClass)])).toEqual([...OPEN].sort())
  expect(entriesOf(forClass)).toEqual(entriesOf(asTheClassReads(readingOf(room, { kind: 'chair' }))))
  // The file for the reader alone leaves nothing out.
  if (who === 'chair') expect(canaries(whole.told)).toEqual([...OPEN, ...SEALED, ...PRIVATE].filter(isSaidYet).sort())
})
const isSaidYet = (word: string) => word !== 'canary-reflection'

test.each(['chair', 'amara', 'fen', 'ivo'])(
  'after the debrief, as %s holds it: caucuses are the class’s, the rest stays private',
  (who) => {
    const room = told().enters('debrief')
    room.enters('reflection').does(AMARA, { type: 'writeReflection', prompt: 0, text: 'canary-reflection' })
    expect(room.state.unsealedAt).not.toBeNull()
    const viewer: Viewer = who === 'chair' ? { kind: 'chair' } : room.viewerOf(who)
    const forClass = asTheClassReads(readingOf(room, viewer))
    expect(canaries([forClass.told, entriesOf(forClass)])).toEqual([...OPEN, ...SEALED].sort())
    expect(entriesOf(forClass)).toEqual(entriesOf(asTheClassReads(readingOf(room, { kind: 'chair' }))))
  },
)

test('whatever goes to the class, each of the class may read', () => {
  const room = told().enters('debrief')
  let seen = 0
  for (const unsealed of [false, true])
    for (const row of room.rows) {
      if (!isForTheClass(row.audience, unsealed)) continue
      seen += 1
      expect(viewOf([row], room.viewerOf('ivo'), unsealed)).toHaveLength(1)
    }
  expect(seen).toBeGreaterThan(20)
})
