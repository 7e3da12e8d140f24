// What one student did, as it lies before whoever grades it (rule J5).
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { studentWork } from '#simulation/reading/text/student-work'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, BEN, DAIKI, type Written } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'

const ben = personId.parse('ben')
const paper = (text: string): Written => ({
  ...{ type: 'draftPosition', round: 'framing', stage: 'opening' },
  ...{ value: 1, text, redLine: '', anchors: [], guesses: {} },
})
const workOf = (room: Room, until: number) => studentWork(room.state, ben, instantOf(until))
const inPhase = (room: Room, kind: Parameters<typeof phaseOf>[0], until = 9 * DAY) =>
  workOf(room, until).phases.find(({ phase }) => phase === phaseOf(kind))

test('J5 a paper says how many of its words are whose, whoever filed it, and can be evidence once it is open', () => {
  const drafted = givenWeek(opensAt('caucus')).does(BEN, paper('Japan pays for the shield by taxes.'))
  expect(inPhase(drafted, 'caucus')?.pieces).toMatchObject([{ kind: 'paper', no: null, mine: 7, all: 7, others: [] }])
  const filed = drafted
    .does(AMARA, {
      ...{ type: 'filePosition', round: 'framing', stage: 'opening', value: 1, redLine: '', anchors: [], guesses: {} },
      text: 'Japan pays for the shield by taxes. And before the ships are named.',
    })
    .runs(dueOf('caucus') + DAY)
  const [piece] = inPhase(filed, 'caucus')?.pieces ?? []
  expect(piece).toMatchObject({ kind: 'paper', mine: 7, all: 13, others: [{ seat: 'us.state', words: 6 }] })
  expect(piece?.no).not.toBeNull()
})

test('J5 posts stand in their phase with what they answer, late or not; private talk and others’ words do not', () => {
  const room = givenWeek(opensAt('openings'))
    .does(DAIKI, post(phaseOf('openings'), 'Theirs.', 'framing'))
    .does(BEN, post(phaseOf('openings'), 'Mine, of five plain words.', 'framing'))
    .runs(opensAt('floor'))
  const theirs = Number(
    room.state.record.toArray().findLast(({ event }) => 'text' in event && event.text === 'Theirs.')?.no,
  )
  room.does(BEN, post(phaseOf('floor'), 'No.', 'framing', theirs)).does(BEN, { type: 'speakInCaucus', text: 'Hush.' })
  const work = workOf(room, opensAt('floor') + HOUR)
  expect(inPhase(room, 'openings')?.pieces).toMatchObject([
    { kind: 'entry', entry: { text: 'Mine, of five plain words.' } },
  ])
  expect(inPhase(room, 'floor')?.pieces).toMatchObject([
    { kind: 'entry', entry: { text: 'No.' }, answers: { text: 'Theirs.' } },
  ])
  expect(JSON.stringify(work.phases.map(({ pieces }) => pieces))).not.toContain('Hush.')
  expect(work.words).toBe(6)
  // What lies ahead is neither listed nor asked for yet.
  expect(work.phases.map(({ phase }) => phase)).not.toContain(phaseOf('reflection'))
  expect(work.asked).toBe(work.phases.reduce((sum, { progress }) => sum + progress.asked, 0))
})
