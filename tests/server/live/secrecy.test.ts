/** For each kind of private row: its author gets an answer, those it is meant for receive it, and everybody else only its number. */

import { beforeAll, describe, expect, test } from 'vitest'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { versionId } from '#simulation/shapes/text/schemas'
import { JP, US, US_JP } from '../../support/sides'
import { givenClass, givenHouse, givenPage, givenSeated } from './given-classroom'
import { goTo, heardBy, says } from './given-hearing'
import type { Page } from './given-page'

const opened = givenHouse()

/** A room with people of all three delegations, an observer, a chair and a stage. */
async function table() {
  const house = opened.now()
  const of = await givenClass({ observers: ['The press'], learning: true })
  const chair = await givenPage(house, of.chairCookie, of.roomId)
  const stage = await givenPage(house, of.chairCookie, of.roomId, 'stage')
  const state = await givenSeated(house, of, 'Mei', 'us.state')
  const [colleague, tokyo, beijing] = await Promise.all([
    givenSeated(house, of, 'Amara', secondSeat(chair, 'us')),
    givenSeated(house, of, 'Yuki', firstSeat(chair, 'jp')),
    givenSeated(house, of, 'Jiayi', firstSeat(chair, 'cn')),
  ])
  const press = await givenSeated(house, of, 'Leilani', 'observer.1')
  return { house, of, chair, stage, state, colleague, tokyo, beijing, press }
}

const seatsOf = (page: Page, delegation: string) =>
  page.state.plan.seats.filter((one) => one.delegation === delegation && one.mirrors === null).map((one) => one.id)
const firstSeat = (page: Page, delegation: string) => seatsOf(page, delegation)[0]!
const secondSeat = (page: Page, delegation: string) => seatsOf(page, delegation).find((id) => id !== 'us.state')!

describe('who hears what', () => {
  let room: Awaited<ReturnType<typeof table>>
  const pages = () => {
    const { chair, stage, state, colleague, tokyo, beijing, press } = room
    return { chair, stage, state, colleague, tokyo, beijing, press }
  }
  const submit = (page: Page, command: ClientCommand) => says(page, room.of.roomId, command)
  /** Every byte sent to these pages is looked through. */
  const neverReached = (words: string, ...witnesses: Page[]) => {
    for (const page of witnesses) expect(page.bytes).not.toContain(words)
  }
  const sealedFrom = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'sealed']))
  const reads = (type: string, ...names: string[]) => Object.fromEntries(names.map((name) => [name, type]))

  beforeAll(async () => {
    room = await table()
  })

  test.each([
    ['W3', 'ReadingChecked', { type: 'checkReading', question: 0, knew: false }],
    ['R5', 'StanceMarked', { type: 'markStance', round: 'framing', value: -2.5, sure: 4 }],
    ['V3', 'KnowledgeAnswered', { type: 'answerKnowledge', item: 0, option: 1 }],
  ] as const)('%s %s is heard by who answered and the chair', async (_, event, command) => {
    expect(await heardBy(await submit(room.state, command), pages(), room.of.roomId)).toEqual({
      ...reads(event, 'chair', 'state'),
      ...sealedFrom('stage', 'colleague', 'tokyo', 'beijing', 'press'),
    })
  })

  test('W2 a strategy sheet is heard by its delegation and the chair', async () => {
    await goTo(room.chair, room.of, 'briefing')
    const canary = 'the-strategy-canary'
    const sheet = { aim: canary, canSpare: canary, noDeal: canary, theySay: { [JP]: canary }, question: canary }
    const seq = await submit(room.state, { type: 'writeStrategy', ...sheet })
    expect(await heardBy(seq, pages(), room.of.roomId)).toEqual({
      ...reads('StrategyWritten', 'chair', 'state', 'colleague'),
      ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
    })
    neverReached('strategy-canary', room.stage, room.tokyo, room.beijing, room.press)
  })

  test('C1 a caucus is heard by its own delegation and the chair', async () => {
    const seq = await submit(room.state, { type: 'speakInCaucus', text: 'the-caucus-canary stays here' })
    expect(await heardBy(seq, pages(), room.of.roomId)).toEqual({
      ...reads('CaucusSpoken', 'chair', 'state', 'colleague'),
      ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
    })
    neverReached('caucus-canary', room.stage, room.tokyo, room.beijing, room.press)
  })

  test('R8 a nudge is heard by the delegation it is for', async () => {
    const seq = await submit(room.chair, { type: 'nudge', to: US, text: 'the-nudge-canary' })
    expect(await heardBy(seq, pages(), room.of.roomId)).toEqual({
      ...reads('NudgeSent', 'chair', 'state', 'colleague'),
      ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
    })
    neverReached('nudge-canary', room.stage, room.tokyo, room.beijing, room.press)
  })

  test('I6 that a note was read is heard by its reader and the chair, and a note of others cannot be asked for', async () => {
    await room.chair.hears(await submit(room.chair, { type: 'nudge', to: JP, text: 'a-note-for-japan' }))
    const sent = room.chair.readable.flatMap(({ event }) => (event.type === 'NudgeSent' ? [event.no ?? ''] : [])).at(-1)
    const seq = await submit(room.tokyo, { type: 'readNotes', notes: [sent ?? ''] })
    expect(await heardBy(seq, pages(), room.of.roomId)).toEqual({
      ...reads('NotesRead', 'chair', 'tokyo'),
      ...sealedFrom('stage', 'state', 'colleague', 'beijing', 'press'),
    })
    expect(await room.state.submit(room.of.roomId, { type: 'readNotes', notes: [sent ?? ''] })).toMatchObject({
      ok: false,
      rejection: 'no-such-entry',
    })
  })

  test('C2 a bilateral is not heard by the third delegation', async () => {
    await goTo(room.chair, room.of, 'caucus')
    const seq = await submit(room.state, { type: 'speakInBilateral', between: US_JP, text: 'the-bilateral-canary' })
    expect(await heardBy(seq, pages(), room.of.roomId)).toEqual({
      ...reads('BilateralSpoken', 'chair', 'state', 'colleague', 'tokyo'),
      ...sealedFrom('stage', 'beijing', 'press'),
    })
    neverReached('bilateral-canary', room.stage, room.beijing, room.press)
  })

  test('Q20 chips are heard by their delegation, that they are laid included', async () => {
    const laid = [{ tension: room.chair.state.plan.rounds[0]!.key, chips: 10 }]
    for (const [page, type, event] of [
      [room.colleague, 'proposeChips', 'ChipsProposed'],
      [room.state, 'layChips', 'ChipsLaid'],
    ] as const)
      expect(await heardBy(await submit(page, { type, laid }), pages(), room.of.roomId)).toEqual({
        ...reads(event, 'chair', 'state', 'colleague'),
        ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
      })
  })

  test('O4 what is filed is heard by the delegation; that it is filed by everyone', async () => {
    const round = room.chair.state.plan.rounds[0]!.key
    const words = { value: 1.5, text: 'the-position-canary', redLine: 'none', anchors: [], guesses: {} }
    const before = room.chair.seq
    const last = await submit(room.state, { type: 'filePosition', round, stage: 'opening', ...words })
    await room.chair.hears(last)
    const types = room.chair.readable.slice(before).map(({ event }) => event.type)
    expect(types.toSorted()).toEqual(['PositionFiled', 'PositionSealed'])
    const filed = before + types.indexOf('PositionFiled') + 1
    expect(await heardBy(filed, pages(), room.of.roomId)).toEqual({
      ...reads('PositionFiled', 'chair', 'state', 'colleague'),
      ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
    })
    const sealing = before + types.indexOf('PositionSealed') + 1
    expect(await heardBy(sealing, pages(), room.of.roomId)).toEqual(
      reads('PositionSealed', 'chair', 'state', 'colleague', 'stage', 'tokyo', 'beijing', 'press'),
    )
    neverReached('position-canary', room.stage, room.tokyo, room.beijing, room.press)
  })

  test('Q9 a draft for the text is heard by its delegation, and what is put forward by everyone', async () => {
    await goTo(room.chair, room.of, 'negotiation')
    const clause = room.chair.state.clauses[0]!.key
    const sources = { from: null, cites: null }
    const draft = { type: 'draftVersion' as const, clause, words: 'the-version-canary', ...sources, between: null }
    const drafted = await submit(room.state, draft)
    expect(await heardBy(drafted, pages(), room.of.roomId)).toMatchObject({
      ...reads('VersionDrafted', 'chair', 'state', 'colleague'),
      ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
    })
    neverReached('version-canary', room.stage, room.tokyo, room.beijing, room.press)
    const words = 'One text for all of us.'
    const put = await submit(room.state, { type: 'putForward', clause, words, ...sources, drafter: null })
    await room.tokyo.hears(put)
    for (const page of [room.tokyo, room.beijing])
      await submit(page, { type: 'standOn', clause, version: versionId.parse('us-2'), reason: null })
  })

  test('Q16 an offer is heard by the two delegations, that it exists included', async () => {
    const more = { heading: 'Fisheries', name: 'Fish', tension: null, words: 'No nets.' }
    await room.state.hears(await submit(room.chair, { type: 'bringInClause', ...more }))
    const ours = [{ clause: room.chair.state.clauses[0]!.key, version: versionId.parse('jp-1') }]
    const theirs = [{ clause: 'chair.1', version: versionId.parse('chair-1') }]
    const offered = { to: JP, ours, theirs, words: 'the-offer-canary', counters: null }
    const seq = await submit(room.state, { type: 'makeOffer', ...offered })
    expect(await heardBy(seq, pages(), room.of.roomId)).toEqual({
      ...reads('OfferMade', 'chair', 'state', 'colleague', 'tokyo'),
      ...sealedFrom('stage', 'beijing', 'press'),
    })
    neverReached('offer-canary', room.stage, room.beijing, room.press)
  })

  test('Q22 a reading is heard by the seat that marked it and the chair, not by its own delegation', async () => {
    const [clause] = room.chair.state.clauses
    const version = versionId.parse('us-2')
    await submit(room.state, { type: 'initialClause', clause: clause!.key })
    const seq = await submit(room.state, { type: 'markReading', clause: clause!.key, version, value: 1.5 })
    expect(await heardBy(seq, pages(), room.of.roomId)).toEqual({
      ...reads('ReadingMarked', 'chair', 'state'),
      ...sealedFrom('stage', 'colleague', 'tokyo', 'beijing', 'press'),
    })
  })

  test('a ballot is heard by its delegation; that it is cast by everyone', async () => {
    await goTo(room.chair, room.of, 'ballot')
    const clause = room.chair.state.clauses[0]!.key
    const before = room.chair.seq
    const cast = {
      type: 'castBallot' as const,
      clauses: [clause],
      vote: 'against' as const,
      reason: 'the-ballot-canary',
    }
    await room.chair.hears(await submit(room.state, cast))
    const types = room.chair.readable.slice(before).map(({ event }) => event.type)
    const voted = before + types.indexOf('BallotCast') + 1
    expect(voted).toBeGreaterThan(before)
    expect(await heardBy(voted, pages(), room.of.roomId)).toMatchObject({
      ...reads('BallotCast', 'chair', 'state', 'colleague'),
      ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
    })
    neverReached('ballot-canary', room.stage, room.tokyo, room.beijing, room.press)
  })

  test('A6 a vote at home is heard by its office, and that it is sealed by its delegation', async () => {
    const [clause] = room.chair.state.clauses
    const votes = { type: 'castBallot' as const, clauses: [clause!.key], vote: 'for' as const, reason: null }
    for (const page of [room.state, room.tokyo, room.beijing]) await submit(page, votes)
    await goTo(room.chair, room.of, 'ratification')
    const before = room.chair.seq
    const last = await submit(room.colleague, { type: 'voteRatification', vote: 'refuse', reason: 'the-home-canary' })
    await room.chair.hears(last)
    const types = room.chair.readable.slice(before).map(({ event }) => event.type)
    expect(types.toSorted()).toEqual(['RatificationSealed', 'RatificationVoted'])
    const voted = before + types.indexOf('RatificationVoted') + 1
    expect(await heardBy(voted, pages(), room.of.roomId)).toEqual({
      ...reads('RatificationVoted', 'chair', 'colleague'),
      ...sealedFrom('stage', 'state', 'tokyo', 'beijing', 'press'),
    })
    const sealing = before + types.indexOf('RatificationSealed') + 1
    expect(await heardBy(sealing, pages(), room.of.roomId)).toEqual({
      ...reads('RatificationSealed', 'chair', 'colleague', 'state'),
      ...sealedFrom('stage', 'tokyo', 'beijing', 'press'),
    })
    neverReached('home-canary', room.stage, room.state, room.tokyo, room.beijing, room.press)
  })

  test('W2 W3 V3 the debrief opens a caucus to everybody, and neither sheets, answers nor what is right', async () => {
    await goTo(room.chair, room.of, 'debrief')
    const others = [room.tokyo, room.beijing, room.press]
    for (const page of [room.state, room.colleague, ...others]) await page.join(room.of.roomId)
    for (const page of others) expect(page.bytes).toContain('caucus-canary')
    neverReached('strategy-canary', room.stage, ...others)
    const right = JSON.stringify(room.chair.state.papers?.learning)
    expect(room.chair.bytes).toContain(right)
    neverReached(right, room.stage, room.state, room.colleague, ...others)
    for (const page of [room.stage, room.colleague, ...others])
      for (const type of ['ReadingChecked', 'KnowledgeAnswered'])
        expect(page.readable.map(({ event }) => event.type)).not.toContain(type)
  })

  test('R7 every page counts the same rows and the same public entries', async () => {
    const seq = await submit(room.chair, { type: 'nudge', to: 'room', text: 'That is all.' })
    await Promise.all(Object.values(pages()).map((page) => page.hears(seq)))
    for (const page of Object.values(pages())) {
      expect(page.rows.map((row) => row.seq)).toEqual(Array.from({ length: seq }, (_, index) => index + 1))
      expect(page.state.record.length).toBe(room.chair.state.record.length)
    }
  })
})
