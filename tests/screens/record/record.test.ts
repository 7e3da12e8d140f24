// The record's sentences: every refusal and every procedural event has one, and durations and times are printed correctly.
import { describe, expect, test } from 'vitest'
import { timeOfDay } from '#format/clock-time'
import { durationWords } from '#format/lengths'
import { PHASE_KINDS } from '#simulation/agenda/phase-kinds'
import { REJECTIONS } from '#simulation/shapes/verdict'
import { WIRE_REFUSALS } from '#simulation/wire/protocol'
import refusals from '../../../app/_messages/en/refusals.json'
import { ParagraphCache } from '../../../app/_record/entries/paragraph-cache'
import { procedureSentence } from '../../../app/_record/words/procedure-sentence'
import { AMARA, CHAIR, statement } from '../../support/cast'
import { given } from '../../support/given'
import { translate } from '../../support/translate'
import { dueOf, givenWeek, opensAt, phaseOf } from '../homework/given-week'
import { rehearsedSeminar } from './rehearsed-seminar'

const t = translate('record')

describe('the record in words', () => {
  test('every refusal of the rules and of the wire has its sentence, and no sentence is left over', () => {
    expect(Object.keys(refusals).sort()).toEqual([...new Set([...REJECTIONS, ...WIRE_REFUSALS])].sort())
  })

  test('every sentence of procedure in a whole seminar can be read', () => {
    const { state } = rehearsedSeminar()
    const sentences = new ParagraphCache()
      .read(state)
      .flatMap((paragraph) =>
        paragraph.kind === 'procedure' ? [procedureSentence('en-GB', t, state.plan, paragraph.sentence)] : [],
      )
    expect(sentences.length).toBeGreaterThan(10)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(sentence).not.toContain('procedure.')
    }
  })

  test('every phase can be announced, with a round and without', () => {
    const { plan } = rehearsedSeminar().state
    for (const phase of PHASE_KINDS) {
      for (const round of [null, plan.rounds[0]!.key]) {
        const said = procedureSentence('en-GB', t, plan, { key: 'phase-started', phase, round, minutes: 1.5 })
        expect(said).toMatch(/^The .*\.$/)
        expect(said).not.toContain('none')
      }
      const due = procedureSentence('en-GB', t, plan, { key: 'homework-started', phase, dueAt: 0 }, 'UTC')
      expect(due).toMatch(phase === 'reveal' ? /^The .*\.$/ : /^The .*Thursday 1 January, 00:00\.$/)
    }
  })

  test('lengths read in words and instants by the clock', () => {
    expect(durationWords(t, 1)).toBe('1 second')
    expect(durationWords(t, 120)).toBe('2 minutes')
    expect(durationWords(t, 95)).toBe('1:35 minutes')
    expect(timeOfDay(Date.UTC(2026, 0, 5, 9, 4, 7), { timeZone: 'UTC' })).toBe('09:04:07')
  })
})

describe('the shelf of paragraphs', () => {
  test('keeps a paragraph that nothing was added to, and makes a new one for a withdrawn statement', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    for (const words of ['One.', 'Two.']) room.does(AMARA, statement(words))
    const shelf = new ParagraphCache()
    const before = shelf.read(room.state)
    const first = before.find((paragraph) => paragraph.kind === 'statement')
    room.does(AMARA, { type: 'withdrawStatement', entry: Number(first?.no), reason: null })
    const after = shelf.read(room.state)
    const changed = before.flatMap((paragraph, place) => after.filter((one, at) => at === place && one !== paragraph))
    expect(changed).toEqual([expect.objectContaining({ no: first?.no, withdrawnBy: room.state.record.length })])
  })

  test('lets a sealed post go once its public entry tells it', () => {
    const openings = phaseOf('openings')
    const words = {
      type: 'postStatement',
      phase: openings,
      round: 'framing',
      text: 'Sealed.',
      intent: 'point',
    } as const
    const room = givenWeek(opensAt('openings'), { postFirst: true }).does(AMARA, {
      ...words,
      answers: null,
      anchors: [],
    })
    const shelf = new ParagraphCache()
    const told = () => shelf.read(room.state).filter(({ kind }) => kind === 'statement')
    expect(told().map(({ no }) => no)).toEqual(['p1-1'])
    room.runs(dueOf('openings'))
    expect(told()).toMatchObject([{ no: expect.stringMatching(/^\d+$/), was: 'p1-1' }])
  })

  test('tells public and private entries in the order they happened', () => {
    const { state } = rehearsedSeminar()
    const order = new ParagraphCache().read(state).map(({ seq }) => seq)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    // That the floor was given is told by the turn itself (T4).
    const told = [...state.record, ...state.privateEntries].filter(({ event }) => event.type !== 'FloorGranted')
    expect(order).toEqual(told.map(({ seq }) => seq).sort((a, b) => a - b))
  })
})
