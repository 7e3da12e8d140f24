// Injects, chair's notes and calls for help (rules I1–I4, I6, I7).
import { describe, expect, test } from 'vitest'
import { seatId } from '#simulation/kernel/ids'
import { callToTell } from '#simulation/reading/room/room-needs'
import type { StageScene } from '#simulation/shapes/injects'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, HANA, IVO, statement } from '../support/cast'
import { given } from '../support/given'

const send = { type: 'sendInject', key: 'tax-leak' } as const

describe('the chair’s hand', () => {
  test('I1 a prepared inject is sent once, heard by everyone', () => {
    const room = given().enters('floor')
    room.when(AMARA, send).isRefused('not-the-chair')
    room.when(CHAIR, { ...send, key: 'no-news' }).isRefused('no-such-inject')
    room.does(CHAIR, send)
    expect(room.hearersOf('InjectSent')).toContain('stage')
    room.when(CHAIR, send).isRefused('already-sent')
    room.when(CLOCK, send).isRefused('already-sent')
    room.when(CHAIR, { ...send, key: 'growth-miss' }).isAllowed()
    room.does(CHAIR, { type: 'undoLastStep' }).when(CHAIR, send).isRefused('already-sent')
  })

  test('I1 an inject is written on the spot, as often as need be, each marked as fiction', () => {
    const room = given().enters('floor')
    const write = { type: 'writeInject', headline: 'A rumour', text: 'Nobody confirms it.' } as const
    room.when(AMARA, write).isRefused('not-the-chair')
    room.does(CHAIR, write).does(CHAIR, write)
    const [first, second] = room.events('InjectSent')
    expect(first).toMatchObject({ form: 'news flash', headline: 'A rumour', text: 'Nobody confirms it.', anchors: [] })
    expect(second).not.toEqual(first)
    expect(Object.keys(room.state.sent)).toHaveLength(2)
  })

  test('I2 a nudge is heard by the room, a delegation or a seat, as addressed', () => {
    const room = given()
    const nudge = (to: string) => ({ type: 'nudge', to, text: 'Time to move.' }) as const
    room.when(AMARA, nudge('jp')).isRefused('not-the-chair')
    room.when(CHAIR, nudge('us.trade')).isRefused('no-such-seat')
    for (const [to, hearers] of [
      ['room', ['chair', 'stage', 'amara', 'ben', 'cleo', 'daiki', 'emi', 'fen', 'guo', 'hana', 'ivo']],
      ['jp', ['chair', 'daiki', 'emi']],
      ['us.treasury', ['chair', 'ben']],
      ['observer.1', ['chair', 'hana']],
    ] as const)
      expect(room.does(CHAIR, nudge(to)).hearersOf('NudgeSent'), to).toEqual(hearers)
  })

  test('I6 a note is marked as read by who hears it; the chair alone learns of it, and a note of others does not exist', () => {
    const room = given().enters('floor')
    const nudge = (to: string) => ({ type: 'nudge', to, text: 'Time to move.' }) as const
    for (const to of ['room', 'jp', 'us.treasury']) room.does(CHAIR, nudge(to))
    const [toRoom, toJapan, toBen] = room.state.record
      .toArray()
      .concat(room.state.privateEntries.toArray())
      .flatMap(({ no, event }) => (event.type === 'NudgeSent' ? [no] : []))
    const read = (...notes: (string | undefined)[]) =>
      ({ type: 'readNotes', notes: notes.map((no) => no ?? '0') }) as const
    room.when(CHAIR, read(toRoom)).isRefused('not-seated')
    room.when(AMARA, read(toJapan)).isRefused('no-such-entry')
    room.when(AMARA, read('n-jp9')).isRefused('no-such-entry')
    room.when(AMARA, read(toRoom, toBen)).isRefused('no-such-entry')
    room.when(AMARA, read('1')).isRefused('no-such-entry')
    room.does(DAIKI, read(toRoom, toJapan, toRoom))
    expect(room.hearersOf('NotesRead')).toEqual(['chair', 'daiki'])
    expect(room.events('NotesRead')).toMatchObject([{ person: 'daiki', notes: [toRoom, toJapan] }])
    room.when(DAIKI, read(toJapan)).isRefused('nothing-changed')
    room.does(BEN, read(toRoom)).does(BEN, read(toRoom, toBen))
    expect(room.events('NotesRead').at(-1)).toMatchObject({ person: 'ben', notes: [toBen] })
    room.does(IVO, read(toRoom))
    expect(room.state.notesRead[toRoom ?? '']).toEqual(['daiki', 'ben', 'ivo'])
  })

  test('I7 the chair chooses what the stage shows, until the next phase starts', () => {
    const room = given()
    const show = (scene: StageScene) => ({ type: 'showOnStage', scene }) as const
    room.when(CHAIR, show('gap')).isRefused('phase-not-running')
    room.enters('floor')
    expect(room.state.stageScene).toBe('auto')
    room.when(AMARA, show('gap')).isRefused('not-the-chair')
    room.when(CHAIR, show('auto')).isRefused('nothing-changed')
    room.does(CHAIR, show('gap'))
    expect(room.hearersOf('StageSet')).toContain('stage')
    room.when(CHAIR, show('gap')).isRefused('nothing-changed')
    room.does(CHAIR, show('agenda'))
    expect(room.state.stageScene).toBe('agenda')
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    expect(room.state.stageScene).toBe(room.state.agenda.status === 'running' ? 'auto' : 'agenda')
    room.enters('reveal', 2)
    expect(room.state.stageScene).toBe('auto')
  })

  test('I7 what the chair blanked is blank before the start too, and stays so until the chair shows something', () => {
    const room = given()
    const show = (scene: StageScene) => ({ type: 'showOnStage', scene }) as const
    room.does(CHAIR, show('blank'))
    room.does(CHAIR, show('auto'))
    room.when(CHAIR, show('question')).isRefused('phase-not-running')
    room.does(CHAIR, show('blank'))
    room.enters('floor')
    expect(room.state.stageScene).toBe('blank')
    room.does(CHAIR, show('auto'))
    expect(room.state.stageScene).toBe('auto')
  })

  test('I3 the chair bookmarks an entry and lifts the bookmark, alone', () => {
    const room = given()
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
      .does(AMARA, statement('Mark this.'))
    room.does(AMARA, { type: 'speakInCaucus', text: 'And this.' })
    const entry = String(room.state.record.length)
    const mark = { type: 'bookmarkEntry', entry, note: 'A turn.' } as const
    room.when(AMARA, mark).isRefused('not-the-chair')
    for (const none of ['0', '999', 'us2', 'jp1', 'c1'])
      room.when(CHAIR, { ...mark, entry: none }).isRefused('no-such-entry')
    room.when(CHAIR, { ...mark, entry: 'us1' }).isAllowed()
    room.when(CHAIR, { type: 'liftBookmark', entry }).isRefused('no-such-entry')
    room.does(CHAIR, mark)
    room.when(CHAIR, mark).isRefused('nothing-changed')
    room.when(CHAIR, { ...mark, note: null }).isAllowed()
    expect(room.hearersOf('EntryBookmarked')).toEqual(['chair'])
    room.when(AMARA, { type: 'liftBookmark', entry }).isRefused('not-the-chair')
    room.does(CHAIR, { type: 'liftBookmark', entry })
    expect(room.hearersOf('BookmarkLifted')).toEqual(['chair'])
    room.when(CHAIR, { type: 'liftBookmark', entry }).isRefused('no-such-entry')
    expect(room.state.bookmarks).toEqual({})
  })

  test('I4 anyone seated calls for help in private; the chair answers once, or puts it aside', () => {
    const room = given()
    const call = { type: 'callForHelp', text: 'What is a bracket?' } as const
    room.when(IVO, call).isRefused('not-seated')
    room.does(BEN, call)
    expect(room.hearersOf('HelpCalled')).toEqual(['chair', 'ben'])
    room.does(HANA, call)
    const answer = { type: 'answerHelp', no: 'h2-1', text: 'Words not agreed.' } as const
    room.when(AMARA, answer).isRefused('not-the-chair')
    room.when(CHAIR, { ...answer, no: 'h2-9' }).isRefused('no-such-call')
    room.does(CHAIR, answer)
    expect(room.hearersOf('HelpAnswered')).toEqual(['chair', 'ben'])
    room.when(CHAIR, answer).isRefused('already-answered')
    room.does(CHAIR, { type: 'answerHelp', no: 'h8-1', text: null })
    room.when(CHAIR, { type: 'answerHelp', no: 'h8-1', text: 'After all.' }).isRefused('already-answered')
    // A page without a side panel tells of a call until it is answered, and of an answer in words until another phase begins.
    const told = () => ['us.treasury', 'observer.1'].map((id) => callToTell(room.state, seatId.parse(id))?.no ?? null)
    expect(told()).toEqual(['h2-1', null])
    room.does(BEN, call, 4)
    expect(told()).toEqual([room.state.help.at(-1)?.no, null])
    room.does(CHAIR, { ...answer, no: room.state.help.at(-1)?.no ?? '' }, 5)
    room.does(CHAIR, { type: 'startPhase', index: 0 }, 6)
    expect(told()).toEqual([null, null])
    expect(room.state.help).toMatchObject([
      { no: 'h2-1', seat: 'us.treasury', answer: { text: 'Words not agreed.' } },
      { no: 'h8-1', seat: 'observer.1', answer: { text: null } },
      { seat: 'us.treasury', answer: { text: 'Words not agreed.' } },
    ])
  })
})
