// A record as its thread draws it: old records full of line feeds, and the page of a long one.
import { expect, test } from 'vitest'
import { Rehearsal } from '#simulation/bots/rehearsal'
import { chairActor, participantActor, personId } from '#simulation/kernel/ids'
import { type PlannedRoom, planSeminar, seminarChoices } from '#simulation/planning/planning'
import type { DrawingFormat, DrawingOrder } from '#simulation/reading/positions/drawing'
import { writeFor } from '../../../app/rooms/[roomId]/transcript/drawing'
import { unzipped } from '../../support/files/unzipped'
import { chinaGap } from '../../support/stories/china-gap'
import { heardByChair } from '../../support/stories/heard'

const MEI = personId.parse('mei')
const planned = (): PlannedRoom =>
  planSeminar(
    chinaGap(),
    seminarChoices.parse({
      ...{ agendaKey: 'seminar-90', rounds: [{ tension: 'framing', seconds: null }], chairs: { us: 1, jp: 1, cn: 1 } },
      ...{ observers: [], seating: 'place', understudies: false, speed: 1, seed: 7 },
    }),
  )

/** A delegation that wrote these texts in its caucus. */
function caucus(texts: readonly string[]) {
  const room = new Rehearsal(planned(), chinaGap(), Date.UTC(2026, 0, 12, 9, 0))
  const chair = chairActor('chair')
  const seat = room.state.plan.seats.find(({ delegation }) => delegation !== null)?.id ?? null
  room.submit(chair, { type: 'placePerson', person: MEI, seat })
  room.submit(chair, { type: 'startPhase', index: 0 })
  for (const text of texts) {
    const verdict = room.submit(participantActor(MEI), { type: 'speakInCaucus', text })
    expect(verdict.ok).toBe(true)
  }
  return heardByChair(room.rows)
}

const order = (format: DrawingFormat): DrawingOrder => ({
  ...{
    format,
    forWhom: { kind: 'own' },
    numbersKey: 'key',
    asked: {},
    locale: 'en-GB',
    threads: [],
    displayNames: {},
  },
  room: { id: 'room', name: 'Table 1', ordinal: 1 },
  activity: { title: 'The China gap', kind: 'seminar', scenarioKey: 'china-gap', agendaKey: 'seminar-90' },
  course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
  ...{ viewer: { kind: 'chair' }, names: [] },
  picked: { found: null, evidence: new Set(), marks: null, empty: false, common: [], behind: 0 },
})

test.each(['md', 'csv', 'docx', 'json'] as const)(
  'a caucus of messages that are nearly all line feeds is a %s file with one empty line of each',
  async (format) => {
    const told = caucus(Array.from({ length: 12 }, (_, row) => `a${row}${'\n'.repeat(990)}b${row}`))
    const { bytes } = await writeFor(order(format), told)
    const text =
      format === 'docx' ? [...unzipped(Buffer.from(bytes)).values()].join('') : new TextDecoder().decode(bytes)
    for (const row of [0, 11]) for (const letter of ['a', 'b']) expect(text).toContain(`${letter}${row}`)
    if (format === 'json') return
    expect(text).not.toMatch(/\n\n\n|(<w:cr\/>){3}|(>\n){3}/)
  },
)

test('the words of a message that keeps to one empty line are drawn as they were written', async () => {
  const { bytes } = await writeFor(order('md'), caucus(['one\n\ntwo\nthree', '  \nfirst\r\n\r\nlast\n']))
  expect(new TextDecoder().decode(bytes)).toContain('> one\n>\n> two  \n> three')
})

test('the page of a long record starts with its first entries, counts all of them, and fetches the rest as they are', async () => {
  const told = caucus(Array.from({ length: 450 }, (_, row) => `message ${row}`))
  const { page } = await writeFor(order('page'), told)
  const start = page?.sections.flatMap(({ entries }) => entries) ?? []
  expect(start).toHaveLength(30)
  const entries: { sections: { entries: { no: string }[] }[] } = JSON.parse(
    new TextDecoder().decode((await writeFor(order('entries'), told)).bytes),
  )
  const all = entries.sections.flatMap((section) => section.entries)
  expect(all).toHaveLength(page?.counts.shown ?? 0)
  expect(all.length).toBeGreaterThan(450)
  expect(all.slice(0, 30)).toEqual(JSON.parse(JSON.stringify(start)))
  expect(page?.contents.map(({ first }) => first)).toEqual(entries.sections.map((section) => section.entries[0]?.no))
})
