// Where the words of positions and statements came from (rules O12, T8).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskedLog } from '#simulation/engine/masked-log'
import { redactedRows } from '#simulation/engine/redaction'
import { tensionKey } from '#simulation/kernel/ids'
import type { PlannedRoom } from '#simulation/planning/planning'
import { sameWords } from '#simulation/questions/origin'
import { shareChanged } from '#simulation/reading/log/differences'
import { changedFrom } from '#simulation/reading/log/origin'
import { positionSheet } from '#simulation/reading/log/position-sheet'
import { paragraphs } from '#simulation/reading/log/transcript'
import { replayRecord } from '#simulation/reading/record/replay-check'
import {
  AMARA,
  CHAIR,
  closing,
  DAIKI,
  drafts,
  FEN,
  files,
  GUO,
  opening,
  smallSeminar,
  statement,
} from '../../support/cast'
import { given, type Room } from '../../support/given'
import { BRIEF, OWN, speaking } from '../../support/stories/beijing-speaks'
import { CN, US } from '../../support/stories/sides'

const framing = tensionKey.parse('framing')
/** The first fifteen words of the brief, and three others. */
const A_SIXTH = 'Every people chooses its own road, and a lecture on systems sounds to us like an old wound.'

const sheetFor = (room: Room, name: string | null, delegation = CN) =>
  positionSheet(
    name === null ? room.state : room.as(name === 'chair' ? { kind: 'chair' } : room.viewerOf(name)),
    framing,
    delegation,
  )
const openingFor = (room: Room, name: string | null) => sheetFor(room, name).opening

/** A room of before: its plan does not tell, and its rows do not. */
const before = (): PlannedRoom => {
  const { plan, ...papers } = smallSeminar()
  const { tellsOrigin: _none, ...older } = plan
  return { ...papers, plan: older }
}

describe('positions', () => {
  test('O12 the brief’s words are the brief’s, whoever files them and however they are spaced; at the reveal everybody learns it', () => {
    const room = given()
      .enters('caucus')
      .does(FEN, files(opening(-2, `  ${BRIEF.replace(', ', ',\n')} `)))
    expect(openingFor(room, 'guo')).toMatchObject({
      how: 'filed',
      origin: { from: 'brief', changed: 0 },
      filedBy: 'cn.foreign',
    })
    expect(openingFor(room, 'daiki')).toBe(null)
    room.enters('reveal')
    expect(room.events('PositionsRevealed')).toMatchObject([{ positions: { cn: { how: 'filed', asBrief: true } } }])
    for (const name of ['guo', 'daiki', 'hana', 'ivo', 'chair'])
      expect(openingFor(room, name)).toMatchObject({ origin: { from: 'brief', changed: 0 } })
    // Japan knows no more: not who drafted nor who filed.
    expect(openingFor(room, 'daiki')).toMatchObject({
      drafted: null,
      filedBy: null,
      anchorsOfBrief: [],
      redLineOfBrief: false,
    })
  })

  test('O12 a share changed is read by who hears the brief, and by everybody once the debrief opens it', () => {
    const room = given()
      .enters('caucus')
      .does(FEN, files(opening(-2, A_SIXTH)))
      .enters('reveal')
    expect(room.events('PositionsRevealed')).not.toMatchObject([{ positions: { cn: { asBrief: true } } }])
    for (const name of ['guo', 'chair'])
      expect(openingFor(room, name)?.origin).toEqual({ from: 'brief', changed: expect.closeTo(3 / 18, 5) })
    for (const name of ['daiki', 'hana']) expect(openingFor(room, name)?.origin).toBe(null)
    room.enters('debrief')
    expect(openingFor(room, 'daiki')?.origin).toEqual({ from: 'brief', changed: expect.closeTo(3 / 18, 5) })
  })

  test('O12 words of their own are said to be theirs, and what stood in by itself is the brief', () => {
    const room = given()
      .enters('caucus')
      .does(FEN, files(opening(-2, OWN)))
      .enters('reveal')
    expect(openingFor(room, null)).toMatchObject({ origin: { from: 'own' } })
    expect(sheetFor(room, null, US).opening).toMatchObject({ how: 'brief', origin: { from: 'brief', changed: 0 } })
  })

  test('O12 the member whose draft a head files is named to who hears the drafts; who wrote first wrote it', () => {
    const taken = given()
      .enters('caucus')
      .does(GUO, drafts(opening(-1, OWN)), 1)
      .does(FEN, files(opening(-1, `${OWN} And the hours.`)), 2)
      .enters('reveal')
    // Nine of its twelve words are hers.
    expect(openingFor(taken, 'guo')?.drafted).toEqual({ seat: 'cn.commerce', changed: expect.closeTo(3 / 12, 5) })
    expect(openingFor(taken, 'daiki')?.drafted).toBe(null)
    const shown = given()
      .enters('caucus')
      .does(FEN, drafts(opening(-1, OWN)), 1)
      .does(GUO, drafts(opening(-1.5, OWN)), 2)
      .does(FEN, files(opening(-1, OWN)), 3)
    expect(openingFor(shown, 'guo')?.drafted).toBe(null)
  })

  test('O12 a later draft changes nothing of what was filed, and opening and closing stand on one sheet with the guesses', () => {
    const room = given()
      .enters('caucus')
      .does(GUO, drafts(opening(-1, OWN)), 1)
      .does(FEN, files({ ...opening(-1, OWN), guesses: { us: 2 } }), 2)
      .does(GUO, drafts(opening(-3, 'Something else altogether.')), 3)
      .does(AMARA, files({ ...opening(1.5, 'Ours.'), guesses: { cn: -2 } }), 4)
      .enters('caucus', 2)
      .does(FEN, files(closing(-0.5, 'Nearer now.')))
    expect(sheetFor(room, null)).toMatchObject({
      opening: { position: { value: -1 }, drafted: { seat: 'cn.commerce', changed: 0 }, filedBy: 'cn.foreign' },
      closing: { position: { value: -0.5 }, how: 'filed', origin: { from: 'own' } },
      guesses: [{ delegation: 'us', value: 2, stood: 1.5 }],
      guessedBy: [{ delegation: 'us', value: -2, stood: -1 }],
    })
    // A closing that is not revealed is its delegation's alone.
    expect(sheetFor(room, 'daiki').closing).toBe(null)
  })

  test('O12 what a draft of the closing believes hides nothing of what was filed', () => {
    const believes = (us: number) => ({ ...opening(-1, OWN), guesses: { us } })
    const drafted = given()
      .enters('caucus')
      .does(GUO, drafts(believes(1)), 1)
    expect(sheetFor(drafted, null).guesses).toMatchObject([{ stage: 'opening', value: 1 }])
    const room = drafted
      .does(FEN, files(believes(2)), 2)
      .enters('caucus', 2)
      .does(GUO, drafts({ ...believes(3), stage: 'closing' }))
    expect(sheetFor(room, null).guesses).toMatchObject([{ stage: 'opening', value: 2 }])
  })

  test('O12 in a room of before nothing is told to who does not hear the brief', () => {
    const room = given(before())
      .enters('caucus')
      .does(FEN, files(opening(-2, BRIEF)))
      .enters('reveal')
    expect(JSON.stringify(room.rows)).not.toContain('asBrief')
    expect(openingFor(room, 'daiki')?.origin).toBe(null)
    expect(openingFor(room, 'guo')?.origin).toEqual({ from: 'brief', changed: 0 })
  })
})

const newestSaid = (room: Room, name: string | null) => {
  const state = name === null ? room.state : room.as(room.viewerOf(name))
  return paragraphs(state).findLast(({ kind }) => kind === 'statement')
}

describe('statements', () => {
  test('T8 a statement in the brief’s words is said to be so to everybody', () => {
    const room = speaking()
    room.when(FEN, statement(BRIEF), 12).happens({ type: 'StatementMade', asBrief: true })
    room.does(FEN, statement(BRIEF), 12)
    for (const name of ['daiki', 'hana', 'ivo', 'guo'])
      expect(newestSaid(room, name)?.origin).toEqual({ from: 'brief', changed: 0 })
    const other = speaking().does(FEN, statement('Quite another thing.'), 12)
    expect(other.events('StatementMade')[0]).not.toHaveProperty('asBrief')
    expect(newestSaid(other, 'daiki')?.origin).toBe(undefined)
    expect(newestSaid(other, 'guo')?.origin).toEqual({ from: 'own' })
  })

  test('T8 the brief of another delegation is nobody’s brief', () => {
    const room = given()
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 10)
      .does(DAIKI, statement(BRIEF), 12)
    expect(room.events('StatementMade')[0]).not.toHaveProperty('asBrief')
  })

  test('T8 an opening that reads out the position is told as such', () => {
    const room = speaking().does(FEN, statement(OWN), 12)
    expect(newestSaid(room, 'daiki')?.origin).toEqual({ from: 'position', changed: 0 })
  })

  test('T8 no words come from a position that was filed after them', () => {
    const { plan, ...papers } = smallSeminar()
    const phases = plan.phases.toSorted((a, b) => Number(b.kind === 'floor') - Number(a.kind === 'floor'))
    const room = given({ ...papers, plan: { ...plan, phases } })
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'cn.foreign' }, 10)
      .does(FEN, statement(OWN), 12)
      .enters('caucus')
      .does(FEN, files(opening(-2, OWN)), 20)
      .enters('reveal')
    expect(newestSaid(room, 'guo')?.origin).toEqual({ from: 'own' })
    expect(newestSaid(room, 'daiki')?.origin).toBe(undefined)
  })

  test('T8 words with which a brief shares its small words alone are nobody else’s', () => {
    expect(changedFrom(BRIEF, 'Every road is to us the same.')).toBeNull()
  })

  test('T8 however far words are changed, what is told is how many of them are not the source’s', () => {
    const words = fc.array(fc.constantFrom('the', 'sea', 'is', 'ours', 'and', 'deep', '海', '…'), { maxLength: 12 })
    const seen = { made: 0, own: 0 }
    fc.assert(
      fc.property(words, words, fc.nat(12), (before, more, kept) => {
        const after = [...before.slice(0, kept), ...more]
        const [source, said] = [before.join(' '), after.join(' ')]
        const told = changedFrom(source, said)
        if (sameWords(source, said)) return
        const share = shareChanged(source, said)
        seen[told === null ? 'own' : 'made'] += 1
        // Small words in common are no chance only where three of them stand in a row in both.
        const rows = (all: readonly string[]) => all.filter((word) => word !== '…')
        const threes = (all: readonly string[]) =>
          rows(all).map((_, at) =>
            rows(all)
              .slice(at, at + 3)
              .join(' '),
          )
        const inBoth = threes(after).filter((three) => three.split(' ').length === 3 && threes(before).includes(three))
        if (share > 2 / 3 || inBoth.length === 0) expect(told).toBeNull()
        else expect([null, Math.max(share, 0.01)]).toContain(told)
      }),
      { numRuns: 500 },
    )
    expect(Math.min(seen.made, seen.own)).toBeGreaterThan(50)
  })

  test('T8 in a room of before the rows say nothing', () => {
    const room = speaking(OWN, before()).does(FEN, statement(BRIEF), 12)
    expect(JSON.stringify(room.rows)).not.toContain('asBrief')
  })

  test('T8 O12 K2 of words that are taken off nobody is told that they were the brief’s, until they are put back', () => {
    const room = speaking(BRIEF).does(FEN, statement(BRIEF), 12)
    const said = String(room.state.record.length)
    const rowsOf = (type: string) =>
      JSON.stringify(maskedLog(room.rows).rows.filter(({ event }) => event.type === type))
    for (const [type, entry] of [
      ['StatementMade', said],
      ['PositionsRevealed', 'position/framing/opening/cn'],
    ] as const) {
      expect(rowsOf(type)).toContain('asBrief')
      room.does(CHAIR, { type: 'strikeWords', entry, words: [{ part: 0, from: 0, to: 5 }], reason: 'not-fit' }, 20)
      expect(rowsOf(type)).not.toContain('asBrief')
    }
    for (const name of ['guo', 'daiki']) {
      expect(newestSaid(room, name)?.origin ?? null).toBe(null)
      expect(openingFor(room, name)?.origin ?? null).toBe(null)
    }
    room.does(CHAIR, { type: 'putWordsBack', entry: said, reason: 'It was fit.' }, 21)
    expect(newestSaid(room, 'daiki')?.origin).toEqual({ from: 'brief', changed: 0 })
  })

  test('T8 O12 R10 K9 a record is told again as it was, also after words of the brief were redacted', () => {
    const room = speaking(BRIEF).does(FEN, statement(BRIEF), 12)
    const said = String(room.state.record.length)
    room.enters('negotiation')
    const again = (rows: typeof room.rows) => {
      for (const steps = replayRecord(rows); ; ) {
        const { done, value } = steps.next()
        if (done) return value
      }
    }
    expect(again(room.rows)).not.toHaveProperty('rejection')
    for (const entry of [said, 'position/framing/opening/cn']) {
      room.does(CHAIR, { type: 'strikeWords', entry, words: 'all', reason: 'not-fit' }, 20)
      const changed = redactedRows(room.rows, entry, () => 'a'.repeat(64))
      expect(changed.size).toBeGreaterThan(0)
      const rows = room.rows.map((row) => ({ ...row, event: changed.get(row.seq) ?? row.event }))
      expect(again(rows)).not.toHaveProperty('rejection')
    }
  })
})
