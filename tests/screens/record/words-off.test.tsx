// Words that were taken off, on every screen and in every file: the rest of the text stays, a rule says who took what away and why, and the
// stage says neither why nor when. And how reports of a line come to the chair, and their answer to whoever reported.
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { paragraphs } from '#simulation/reading/log/transcript'
import { seatHeldBy } from '#simulation/state/room-state'
import { ParagraphCache } from '../../../app/_record/entries/paragraph-cache'
import { RecordLine } from '../../../app/_record/record-line'
import { beforeJoining } from '../../../app/_room/link/room-view'
import type { SeatView } from '../../../app/_room/link/seat-view'
import { ReportList } from '../../../app/_room/off/report-list'
import { ToldNotices } from '../../../app/_room/off/told-notices'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { transcriptCsv } from '../../../app/rooms/[roomId]/transcript/transcript-csv'
import { AMARA, BEN, CHAIR, CLEO, DAIKI, EMI, FEN, files, opening, statement, type Written } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { smallScenario } from '../../support/stories/small-agenda'
import { translate } from '../../support/translate'
import { chairScreens, markup, otherScreens, roomScreens, words } from '../drawn-screens'

/** What must be on no screen; it is a word that no scenario holds. */
const CANARY = 'quetzal'
const KEPT = 'Notice is a courtesy.'
const NAMED = 'Ask Callum about the quetzal.'

/** A room in which one statement holds a canary, and its number. */
function saying(text = `${KEPT} ${NAMED}`): { room: Room; no: string } {
  const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
  room.does(AMARA, statement(text), 12)
  return { room, no: String(room.state.record.length) }
}

const strikes = (entry: string, words: Extract<Written, { type: 'strikeWords' }>['words'] = 'all'): Written => ({
  type: 'strikeWords',
  entry,
  words,
  reason: 'names-a-person',
})
const named = [{ part: 0, from: KEPT.length + 1, to: KEPT.length + 1 + NAMED.length }]

const screensOf = (room: Room, seat = 'us.state'): Record<string, ReactNode> => {
  const played = { scenario: smallScenario(), rows: room.rows, state: room.state, moments: [] }
  const last = room.rows.length - 1
  const { transcript, debrief } = otherScreens(played)
  return { ...roomScreens(played, last, seatId.parse(seat)), ...chairScreens(played, last), transcript, debrief }
}

const inFiles = ({ state }: Room): string => {
  const about = { plan: state.plan, displayNames: {}, timeZone: 'UTC', locale: 'en-GB' }
  const context = { ...about, words: { t: translate('transcript'), record: translate('record') } }
  const all = paragraphs(state)
  const head = { forWhom: 'x', title: 'x', lines: [] }
  return [transcriptMarkdown(all, head, context), transcriptCsv(all, head, context)].join('\n')
}

describe('words taken off a statement', () => {
  test('the rest stays, and whoever reads it reads who took words off, when and why', () => {
    const { room, no } = saying()
    expect(words(screensOf(room).record)).toContain(CANARY)
    room.does(CHAIR, strikes(no, named), 20)
    const { record, desk, transcript, replay } = screensOf(room)
    for (const screen of [record, desk, transcript, replay]) {
      const read = words(screen)
      expect(read).not.toContain(CANARY)
      expect(read).toContain(KEPT)
      expect(read).toMatch(/words taken off by the chair, \d\d:\d\d: names a person/)
    }
    expect(inFiles(room)).not.toContain(CANARY)
    expect(inFiles(room)).toMatch(/Notice is a courtesy\\?\. — words taken off by the chair, 09:00: names a person/)
  })

  test('the stage shows that words are off, and neither why nor when', () => {
    const { room, no } = saying()
    room.does(CHAIR, { type: 'showOnStage', scene: 'record' }, 13)
    expect(words(screensOf(room).stage)).toContain(CANARY)
    room.does(CHAIR, strikes(no, named), 20)
    const stage = words(screensOf(room).stage)
    expect(stage).toContain(`${KEPT} words taken off by the chair`)
    expect(stage).not.toContain(CANARY)
    expect(stage).not.toContain('names a person')
    expect(stage).not.toMatch(/chair, \d\d:\d\d/)
  })

  test('a reason given afterwards stands where the words were, on a page that was there before', () => {
    const { room, no } = saying()
    const pages = new ParagraphCache()
    room.does(CHAIR, { ...strikes(no), reason: 'not-fit' } as Written, 20)
    pages.read(room.state)
    room.does(CHAIR, { type: 'changeStrikeReason', entry: no, reason: 'names-a-person' }, 30)
    const kept = pages.read(room.state).find((paragraph) => paragraph.no === no)
    expect(kept?.off).toMatchObject([{ reason: 'names-a-person' }])
    expect(words(screensOf(room).record)).toContain(`The chair says why words were taken off ${no}: names a person.`)
  })

  test('putting words back is an entry with its reason, and the words are read again', () => {
    const { room, no } = saying()
    room.does(CHAIR, strikes(no), 20)
    room.does(CHAIR, { type: 'putWordsBack', entry: no, reason: 'it is an office’s name.' }, 30)
    const { record, transcript } = screensOf(room)
    for (const screen of [record, transcript]) {
      expect(words(screen)).toContain(CANARY)
      expect(words(screen)).toContain(
        `The chair put back the words of ${no}, taken off at 09:00: it is an office’s name.`,
      )
    }
  })

  test('a print says off how many entries words were taken', () => {
    const { room, no } = saying()
    expect(markup(screensOf(room).transcript)).not.toContain('were\\20 taken')
    room.does(CHAIR, strikes(no), 20)
    expect(markup(screensOf(room).transcript)).toContain('words were taken off one entry')
  })

  test('what its writer withdrew is read by nobody, and nothing is struck through', () => {
    const { room, no } = saying()
    room.does(AMARA, { type: 'withdrawStatement', entry: Number(no), reason: null }, 14)
    const { record, desk, transcript } = screensOf(room)
    for (const screen of [record, desk, transcript]) {
      expect(words(screen)).not.toContain(CANARY)
      expect(words(screen)).toContain('withdrawn by its writer')
      expect(markup(screen)).not.toContain('<del>')
    }
    expect(inFiles(room)).not.toContain(CANARY)
  })
})

describe('in every other place that shows what people wrote, words taken off are gone, and it is said', () => {
  const holds = (room: Room) =>
    Object.entries(screensOf(room)).flatMap(([name, screen]) => (words(screen).includes(CANARY) ? [name] : []))

  test.each([
    ['a caucus', ['caucus', 'papers', 'record', 'transcript'], givenCaucus],
    ['the positions', ['positions', 'transcript'], givenPositions],
    ['a reason for a bracket', ['record', 'text', 'transcript'], givenReason],
  ])('%s', (_, expected, made) => {
    const { room, places } = made()
    expect(holds(room)).toEqual(expect.arrayContaining(expected))
    for (const entry of places) room.does(CHAIR, strikes(entry))
    expect(holds(room)).toEqual([])
    expect(inFiles(room)).not.toContain(CANARY)
    expect(words(screensOf(room)[expected[0] === 'record' ? 'text' : (expected[0] ?? '')])).toMatch(
      /words taken off by the chair, \d\d:\d\d: names a person/,
    )
  })
})

function givenCaucus() {
  const room = given()
    .enters('caucus')
    .does(BEN, { type: 'speakInCaucus', text: `${CANARY} in caucus` }, 5)
  return { room, places: [room.state.privateEntries.last()?.no ?? ''] }
}

function givenPositions() {
  const room = given().enters('caucus')
  for (const [head, value] of [
    [AMARA, 1],
    [DAIKI, 0],
    [FEN, -1],
  ] as const)
    room.does(head, files(opening(value, `${CANARY} in a position`)), 6)
  room.enters('reveal')
  return { room, places: ['us', 'jp', 'cn'].map((side) => `position/framing/opening/${side}`) }
}

function givenReason() {
  const room = given().enters('negotiation')
  const clause = room.state.plan.communique.clauses[0]?.key ?? ''
  room.does(DAIKI, { type: 'keepBracket', clause, reason: `${CANARY} in a reason` })
  return { room, places: [`bracket/${clause}/jp`] }
}

function Reports({ room }: { room: Room }) {
  return (
    <ReportList
      state={room.state}
      nameOf={(person) => (person === 'daiki' ? 'Daiki Ono' : 'Emi Sato')}
      act={async () => true}
      look={(_, label) => label}
    />
  )
}

describe('a report', () => {
  const report = (entry: string, text: string | null = null): Written => ({
    type: 'reportLine',
    entry,
    reason: 'targets-a-person',
    text,
  })

  test('two reports of one line are one note, with who and why', () => {
    const { room, no } = saying()
    room.does(DAIKI, report(no), 13).does(EMI, report(no, 'Callum did not come in role.'), 14)
    const read = words(<Reports room={room} />)
    expect(read).toContain(`Line ${no} reported by two`)
    expect(read).toContain('Daiki Ono names a person')
    expect(read).toContain('Emi Sato names a person: “Callum did not come in role.”')
    expect(read.match(/Look at/g)).toHaveLength(1)
    expect(words(screensOf(room).desk)).toContain(`Line ${no} reported by two`)
    room.does(CHAIR, { type: 'answerReport', entry: no }, 15)
    expect(words(<Reports room={room} />).trim()).toBe('')
  })

  /** What this person is told above their record. */
  const told = (room: Room, name: string): string => {
    const person = personId.parse(name)
    const state = room.as(room.viewerOf(name))
    const seat = seatHeldBy(state, person)
    if (!seat) throw new Error('Nobody sits there.')
    const at: SeatView = {
      ...{ roomId: 'room', state, essay: [], courseZone: 'UTC', person, seat, delegation: seat.delegation },
      view: { ...beforeJoining, state, connection: { kind: 'live' }, now: () => instantOf(20) },
      about: { plan: state.plan, displayNames: {}, own: person },
      acts: seat.head,
    }
    return words(<ToldNotices at={at} again={() => undefined} />).trim()
  }

  test('whoever reported is told what was done, the writer what and why, and nobody else anything', () => {
    const { room, no } = saying()
    room.does(DAIKI, report(no), 13)
    for (const name of ['daiki', 'amara', 'cleo']) expect(told(room, name)).toBe('')
    room.does(CHAIR, strikes(no, named), 20)
    expect(told(room, 'daiki')).toContain(
      `You reported ${no} at 09:00:13. Your instructor took words off it at 09:00:20.`,
    )
    const writer = told(room, 'amara')
    expect(writer).toContain(`Five words of yours were taken off ${no}`)
    expect(writer).toContain('By your instructor at 09:00: names a person.')
    for (const act of ['Say it again, to the office', 'Ask why']) expect(writer).toContain(act)
    expect(told(room, 'cleo')).toBe('')
    // A notice goes when the next phase begins.
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index }, 40)
    for (const name of ['daiki', 'amara']) expect(told(room, name), name).toBe('')
  })

  test('a report that is left is answered as well', () => {
    const { room, no } = saying()
    room.does(CLEO, report(no), 13).does(CHAIR, { type: 'answerReport', entry: no }, 15)
    expect(told(room, 'cleo')).toContain('Your instructor looked at it and left it as it is, at 09:00:15.')
    expect(told(room, 'amara')).toBe('')
  })
})

test('a line that is read out says that words are off in the place where they were', () => {
  const { room, no } = saying(`Before. ${NAMED} After. ${NAMED}`)
  const from = 'Before. '.length
  const again = `Before. ${NAMED} After. `.length
  room.does(
    CHAIR,
    strikes(no, [
      { part: 0, from, to: from + NAMED.length },
      { part: 0, from: again, to: again + NAMED.length },
    ]),
    20,
  )
  const [line] = paragraphs(room.state).filter((each) => each.no === no)
  if (!line) throw new Error('The line is gone.')
  const read = words(<RecordLine paragraph={line} about={{ plan: room.state.plan, displayNames: {} }} />)
  expect(read).toMatch(/Before\. words taken off After\. words taken off by the chair, 09:00: names a person/)
})
