// The built-in scenario passes its checks, and each check fires on a planted fault. Expected numbers are written out here, never computed
// from the data under test.
import { describe, expect, test } from 'vitest'
import { delegationOf } from '#simulation/agenda/parties'
import { seatId } from '#simulation/kernel/ids'
import { checkScenario } from '#simulation/scenario/check'
import { agendaOf, linesFor, seatsOf, seminarAgendas, speakingOrderOf } from '#simulation/scenario/lookup'
import { type Line, type Scenario, scenario as schema } from '#simulation/scenario/scenario'
import { chinaGap } from '../../support/stories/china-gap'
import { change, found } from '../../support/stories/scenario-parts'
import { CN, JP, US } from '../../support/stories/sides'

const DELEGATIONS = [US, JP, CN]
const TENSIONS = [
  ...['approach', 'framing', 'deterrence', 'reassurance', 'interdependence', 'cptpp', 'guardrails', 'restraint'],
  ...['regional-order'],
] as const

/** The list with its first entry changed. */
function edited<T>(list: T[], by: (entry: T) => unknown): T[] {
  by(found(list[0], 'first entry'))
  return list
}

describe('the built-in scenario', () => {
  test('is accepted by the schema and parsed only once', () => {
    expect(chinaGap().key).toBe('china-gap')
    expect(chinaGap()).toBe(chinaGap())
  })

  test('has no fault', () => {
    expect(checkScenario(chinaGap())).toEqual([])
  })

  // L40
  test('gives each office one page that is read in five minutes, and each side a weak and a strong example', () => {
    const { seats, sheets = {}, models = [], publicFacts } = chinaGap()
    expect(seats).toHaveLength(18)
    for (const { id, delegation, brief, objectives } of seats) {
      const sheet = found(sheets[id], id)
      // Counted by spaces, marks of citations among them: never fewer than the words that are read.
      expect(brief.split(/\s+/).length, id).toBeLessThanOrEqual(165)
      expect(brief.replace(/\[[^\]]*\]/g, '').split(/\s+/).length, id).toBeLessThanOrEqual(150)
      expect([sheet.gists.length, sheet.facts.length, objectives.length]).toEqual([3, 2, 2])
      for (const { text, anchors } of sheet.gists)
        expect([anchors.length, text.split(' ').length < 30]).toEqual([1, true])
      for (const key of sheet.facts) {
        const fact = publicFacts.find((each) => each.key === key)
        expect([key, fact?.looked, fact?.source !== null]).toEqual([key, 'looked-up', true])
      }
      expect(sheet.question.to).not.toBe(delegation)
      expect(sheet.question.text).toMatch(/\?$/)
      const sides = sheet.quarrels.map(({ seat }) => seat.split('.')[0])
      expect([sides.includes(delegation), sides.some((side) => side !== delegation)], id).toEqual([true, true])
      const page = [brief, ...objectives.map(({ text }) => text), ...sheet.gists.map(({ text }) => text)].join(' ')
      const rest = [sheet.question.text, ...sheet.quarrels.map(({ about }) => about)].join(' ')
      expect(`${page} ${rest}`.split(/\s+/).length, id).toBeLessThan(330)
    }
    for (const side of DELEGATIONS)
      expect(models.filter(({ delegation }) => delegation === side).map(({ level }) => level)).toEqual([1, 4])
  })

  test('gives every delegation six seats that a room accepts, the head first', () => {
    for (const delegation of DELEGATIONS) {
      const seats = seatsOf(chinaGap(), delegation)
      expect(seats).toHaveLength(6)
      expect(seats.map((seat) => seat.head)).toEqual([true, false, false, false, false, false])
      expect(seats.every((seat) => seatId.safeParse(seat.id).success)).toBe(true)
    }
  })

  test('gives an understudy of any delegation the same number of lines of each kind on any tension', () => {
    let sets = 0
    for (const delegation of DELEGATIONS) {
      for (const tension of TENSIONS) {
        const count = (kind: Line['kind']) =>
          linesFor(chinaGap(), delegation, tension).filter((line) => line.kind === kind).length
        expect({
          own: [count('opening'), count('question'), count('concession'), count('closing'), count('caucus')],
          toOthers: [count('answer'), count('reply'), count('taking')],
        }).toEqual({ own: [3, 2, 2, 1, 1], toOthers: [6, 2, 4] })
        sets += 1
      }
    }
    expect(sets).toBe(27)
  })

  test("starts each understudy at its delegation's own opening value", () => {
    for (const delegation of DELEGATIONS) {
      for (const tension of TENSIONS) {
        const [first] = linesFor(chinaGap(), delegation, tension)
        expect(first?.stance).toBe(delegationOf(chinaGap(), delegation)?.openings[tension]?.value)
      }
    }
  })

  test('answers every opening, and every side has three answers to each other one on every tension', () => {
    const { lines } = chinaGap()
    const answers = lines.flatMap((line) => (line.kind === 'answer' ? [line] : []))
    const openings = lines.filter((line) => line.kind === 'opening')
    expect(new Set(answers.map((line) => line.answers))).toEqual(new Set(openings.map(({ id }) => id)))
    for (const tension of TENSIONS)
      for (const by of DELEGATIONS)
        for (const to of DELEGATIONS.filter((other) => other !== by))
          expect(
            answers.filter((line) => line.delegation === by && line.answers.startsWith(`${to}.${tension}.o`)),
            `${by} answers ${to} on ${tension}`,
          ).toHaveLength(3)
  })

  test('replies to every question, takes and declines every offer, and lets every side react to all news', () => {
    const { lines, injects } = chinaGap()
    const ids = (kind: Line['kind']) => lines.flatMap((line) => (line.kind === kind ? [line.id] : [])).sort()
    expect(lines.flatMap((line) => (line.kind === 'reply' ? [line.answers] : [])).sort()).toEqual(ids('question'))
    for (const accepts of [true, false])
      expect(
        lines.flatMap((line) => (line.kind === 'taking' && line.accepts === accepts ? [line.answers] : [])).sort(),
      ).toEqual(ids('concession'))
    expect(
      lines.flatMap((line) => (line.kind === 'reaction' ? [`${line.delegation} ${line.inject}`] : [])).sort(),
    ).toEqual(injects.flatMap(({ key }) => DELEGATIONS.map((id) => `${id} ${key}`)).sort())
  })

  test('squeezes the three delegations equally often, and marks every inject as fiction', () => {
    const { injects } = chinaGap()
    for (const delegation of DELEGATIONS) {
      expect(injects.filter((inject) => inject.squeezes.includes(delegation))).toHaveLength(6)
    }
    expect(injects.every((inject) => inject.fiction)).toBe(true)
  })

  test('lasts 50 minutes, 90, two sessions, a week, or two weeks', () => {
    const seconds = (key: string) => {
      const agenda = found(agendaOf(chinaGap(), key), `agenda ${key}`)
      return agenda.kind === 'seminar'
        ? agenda.blocks.flatMap((block) => block.phases).reduce((sum, phase) => sum + phase.seconds, 0)
        : agenda.totalDays
    }
    expect(seconds('seminar-90')).toBe(90 * 60)
    expect(seconds('seminar-50')).toBe(50 * 60)
    expect(seconds('two-sessions')).toBe(2 * 75 * 60)
    expect(seconds('homework-week')).toBe(7)
    expect(seconds('homework-two-weeks')).toBe(15)
    for (const { plays } of chinaGap().agendas) expect(TENSIONS).toEqual(expect.arrayContaining([...plays]))
  })

  test('asks Beijing too for something in every shape longer than the shortest, and for restraint where there is time for it', () => {
    const plays = (key: string) => found(agendaOf(chinaGap(), key), `agenda ${key}`).plays
    const ninety = seminarAgendas(chinaGap()).find(({ key }) => key === 'seminar-90')
    expect(ninety?.blocks.flatMap((block) => (block.block === 'round' ? block.folded : []))).toContain('guardrails')
    for (const key of ['two-sessions', 'homework-week', 'homework-two-weeks'])
      expect(plays(key), key).toContain('guardrails')
    for (const key of ['two-sessions', 'homework-two-weeks']) expect(plays(key), key).toContain('restraint')
    expect([...plays('homework-two-weeks')]).toEqual(TENSIONS.filter((key) => key !== 'approach'))
  })

  test('lets each delegation speak once first, once second and once last in every three rounds', () => {
    for (const [a, b, c] of [
      [1, 2, 3],
      [4, 5, 6],
    ] as const) {
      for (const place of [0, 1, 2]) {
        const there = [a, b, c].map((round) => speakingOrderOf(chinaGap(), round)?.[place])
        expect([...there].sort()).toEqual(['cn', 'jp', 'us'])
      }
    }
    expect(speakingOrderOf(chinaGap(), 7)).toBeUndefined()
  })

  test('writes briefs, openings and lines of equal weight for the three delegations', () => {
    const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/).length
    const weigh = (of: (delegation: (typeof DELEGATIONS)[number]) => readonly string[]) => {
      const counts = DELEGATIONS.map((delegation) => words(of(delegation)))
      return Math.max(...counts) / Math.min(...counts)
    }
    const it = chinaGap()
    expect(weigh((id) => [delegationOf(it, id)?.strongestCase ?? ''])).toBeLessThan(1.25)
    expect(weigh((id) => seatsOf(it, id).map((seat) => seat.brief))).toBeLessThan(1.1)
    expect(weigh((id) => it.lines.flatMap((line) => (line.delegation === id ? [line.text] : [])))).toBeLessThan(1.1)
    expect(new Set(DELEGATIONS.map((id) => delegationOf(it, id)?.cards.length))).toEqual(new Set([5]))
  })

  test('names no minister, president or other person in any text but its source and its readings', () => {
    const { sources, readings: _authors, ...texts } = chinaGap()
    expect(sources[0]?.author).toBeTruthy()
    expect(JSON.stringify(texts)).not.toMatch(
      /\b(Abe|Kishida|Biden|Trump|Xi|Putin|Blinken|Yellen|Kerry|Sullivan|Tai|Hayashi|Suzuki|Nishimura|Wang|Qin|Li|Yi)\b/,
    )
  })
})

describe('the schema', () => {
  const refused: readonly (readonly [string, (draft: Scenario) => unknown])[] = [
    ['an unknown field', (draft) => ({ ...draft, releasedAt: 1 })],
    [
      'a value off the halves',
      (draft) => ({
        ...draft,
        tensions: edited(draft.tensions, (tension) => change(tension.author ?? {}, { value: 0.25 })),
      }),
    ],
    [
      'a value off the axis',
      (draft) => ({
        ...draft,
        tensions: edited(draft.tensions, (tension) => change(tension.author ?? {}, { value: 3.5 })),
      }),
    ],
    [
      'an anchor that is neither a paragraph nor beyond the sources',
      (draft) => ({
        ...draft,
        glossary: edited(draft.glossary, (entry) => Object.assign(entry, { anchors: ['page 3'] })),
      }),
    ],
    [
      'a delegation called what else is called by a name',
      (draft) => ({ ...draft, delegations: draft.delegations.map((each) => ({ ...each, id: 'observer' })) }),
    ],
    [
      'a shape that nobody can draw',
      (draft) => ({ ...draft, delegations: draft.delegations.map((each) => ({ ...each, shape: 'blob' })) }),
    ],
    [
      'an inject that is not marked as fiction',
      (draft) => ({ ...draft, injects: draft.injects.map((inject) => ({ ...inject, fiction: false })) }),
    ],
    ['an empty charge', (draft) => ({ ...draft, seats: edited(draft.seats, (seat) => change(seat, { charge: '' })) })],
    [
      'a source without https',
      (draft) => ({
        ...draft,
        sources: draft.sources.map((source) => ({ ...source, url: 'javascript:alert(1)' })),
      }),
    ],
  ]
  test.each(refused)('refuses %s', (_what, plant) => {
    expect(schema.safeParse(structuredClone(chinaGap())).success).toBe(true)
    expect(schema.safeParse(plant(structuredClone(chinaGap()))).success).toBe(false)
  })
})
