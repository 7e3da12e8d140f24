// Asking the other sides and saying their case (rules E1–E7, D15): who may, in which order, who hears, and what is asked of whom.
import { describe, expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import { defaultChoices, keyedPhases, planSeminar } from '#simulation/planning/planning'
import { caseOf } from '#simulation/questions/cases'
import { whereDone } from '#simulation/reading/homework/where-done'
import { paragraphOf } from '#simulation/reading/log/transcript'
import { progressOf } from '#simulation/reading/marks/completion'
import { caseRows, casesFinding } from '#simulation/reading/positions/cases'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { nowFor } from '#simulation/reading/talk/now'
import { agendaFaults } from '#simulation/scenario/agenda-check'
import {
  AMARA,
  BEN,
  CHAIR,
  CLEO,
  closing,
  DAIKI,
  EMI,
  FEN,
  files,
  HANA,
  IVO,
  opening,
  smallSeminar,
  statement,
  type Written,
} from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

const asks = (to: string, text = 'What would you never sign?'): Written => ({
  ...{ type: 'makeStatement', intent: 'question', answers: null, anchors: [] },
  ...{ to, text },
})
const guess = (of: string, value = 1): Written => ({ type: 'guessAgain', of, value })
const says = (of: string, text = 'We are nearest, so we pay first.'): Written => ({ type: 'stateCase', of, text })
const scores = (by: string, score = 4, missing: string | null = 'Our harbours.'): Written => ({
  ...{ type: 'scoreCase', from: by, score, missing },
})
const seminar = () => smallSeminar({ cases: true })
const begun = (): Room => given(seminar()).enters('cases')
const asked = (room: Room, who: string) => {
  const { task } = nowFor(room.state, personId.parse(who), instantOf(1))
  return 'of' in task ? `${task.kind} ${task.of}` : task.kind
}
const last = (room: Room) => room.state.record.length

describe('asking the other sides', () => {
  test('E1 the phase follows the last floor debate before the text, where it is chosen', () => {
    const kinds = (cases?: boolean) =>
      smallSeminar(cases === undefined ? {} : { cases }).plan.phases.map((each) => each.kind)
    expect(kinds()).not.toContain('cases')
    const chosen = kinds(true)
    expect(chosen.slice(chosen.indexOf('cases') - 1, chosen.indexOf('cases') + 2)).toEqual(['floor', 'cases', 'caucus'])
    const choices = { ...defaultChoices(chinaGap(), 'seminar-90', 7), cases: true }
    const phase = () => planSeminar(chinaGap(), choices).plan.phases.filter(({ kind }) => kind === 'cases')
    expect(phase()).toMatchObject([{ round: 'interdependence', seconds: 360 }])
    const key = keyedPhases(chinaGap(), choices).find((each) => each.includes('cases')) ?? ''
    const longer = planSeminar(chinaGap(), { ...choices, lengths: { [key]: 480 } }).plan.phases
    expect(longer.find(({ kind }) => kind === 'cases')?.seconds).toBe(480)
    const twice = chinaGap().agendas.flatMap((agenda) => (agenda.kind === 'homework' ? [agenda] : []))[0]
    if (!twice) throw new Error('The scenario has a homework agenda.')
    const part = homeworkAgendaOf(chinaGap(), twice.key, true).phases.filter((each) => each.phase === 'cases')
    expect(agendaFaults(chinaGap(), { ...twice, phases: [...part, ...part, ...twice.phases] }).join()).toContain(
      '2 times',
    )
  })

  test('E1 a delegate puts one question to each other side without the floor, and nothing else is said', () => {
    const room = given(seminar()).enters('floor')
    room.when(AMARA, asks('jp')).isRefused('does-not-hold-the-floor')
    room.enters('cases')
    room.when(AMARA, statement('Let us talk.')).isRefused('ask-or-answer')
    room.when(AMARA, { ...asks('jp'), to: undefined } as Written).isRefused('ask-or-answer')
    room.when(AMARA, asks('us')).isRefused('not-asked-of-oneself')
    room.when(HANA, asks('jp')).isRefused('not-in-caucus')
    room.when(IVO, asks('jp')).isRefused('not-seated')
    room.does(CLEO, asks('jp')).when(AMARA, asks('jp')).isRefused('already-asked')
    room.does(AMARA, asks('cn'))
    expect(room.hearersOf('StatementMade')).toContain('hana')
    room.enters('caucus', 2).when(DAIKI, asks('us')).isRefused('wrong-phase')
  })

  test('E2 the side that was asked answers once, in public', () => {
    const room = begun().does(AMARA, asks('jp'))
    const question = last(room)
    room.when(FEN, statement('For them.', question)).isRefused('ask-or-answer')
    room.when(EMI, statement('To nothing.', 1)).isRefused('not-a-statement')
    room.does(EMI, statement('A base that we cannot close.', question))
    room.when(DAIKI, statement('And more.', question)).isRefused('question-answered')
    expect(caseOf(room.state, US, JP)).toMatchObject({ question, answer: question + 1 })
  })

  test('E3 the sides are dealt out to who is there, the head first, and each is asked one thing at a time', () => {
    const room = begun()
    expect(['amara', 'ben', 'cleo', 'emi', 'hana'].map((who) => asked(room, who))).toEqual([
      ...['ask-side jp', 'ask-side cn', 'cases-done', 'ask-side cn', 'watch'],
    ])
    room.does(CLEO, asks('cn')).does(AMARA, asks('jp')).does(DAIKI, asks('us'))
    expect(['amara', 'ben', 'daiki'].map((who) => asked(room, who))).toEqual([
      'answer-side jp',
      'guess-side cn',
      'answer-side us',
    ])
    room.does(AMARA, statement('Yes.', last(room))).does(AMARA, guess('jp'))
    expect(asked(room, 'amara')).toBe('say-case jp')
    room.does(FEN, asks('us')).does(FEN, guess('us')).does(FEN, says('us'))
    expect(asked(room, 'amara')).toBe('score-case cn')
    room.does(AMARA, scores('cn')).does(AMARA, says('jp'))
    expect(asked(room, 'amara')).toBe('cases-done')
    room.does('clock', { type: 'markAbsent', seat: 'us.treasury' })
    expect(asked(room, 'cleo')).toBe('answer-side cn')
  })

  test('E4 the guess comes after the question, may change, and stays in the delegation until the debrief', () => {
    const room = begun()
    room.when(BEN, guess('jp')).isRefused('ask-first')
    room.when(BEN, guess('us')).isRefused('not-another-side')
    room.does(AMARA, asks('jp')).does(BEN, guess('jp', 1)).when(AMARA, guess('jp', 1)).isRefused('nothing-changed')
    room.does(AMARA, guess('jp', -0.5))
    expect(room.hearersOf('CaseGuessed')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    room.enters('debrief')
    expect(room.hearersOf('CaseGuessed')).toContain('fen')
  })

  test('E5 a case has 90 words at most, is heard by the two sides, and stands once it is scored', () => {
    const room = begun().does(AMARA, asks('jp'))
    room.when(AMARA, says('jp')).isRefused('guess-first')
    room.does(AMARA, guess('jp'))
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
    room.when(AMARA, says('jp', words(91))).isRefused('case-too-long')
    room.when(AMARA, says('jp', '我'.repeat(91))).isRefused('case-too-long')
    room
      .does(AMARA, says('jp', words(90)))
      .when(AMARA, says('jp', words(90)))
      .isRefused('nothing-changed')
    room.does(BEN, says('jp'))
    expect(room.events('CaseStated')).toMatchObject([{ no: 'e-us-jp1' }, { no: 'e-us-jp1', seat: 'us.treasury' }])
    expect(room.hearersOf('CaseStated')).toEqual(['chair', 'amara', 'ben', 'cleo', 'daiki', 'emi'])
    room.does(DAIKI, scores('us')).when(AMARA, says('jp', 'Better.')).isRefused('case-scored')
    room.enters('debrief')
    expect(room.hearersOf('CaseStated')).toContain('guo')
  })

  test('E6 the head of that side scores it, says what was missing, and may do so until the debrief', () => {
    const room = begun().does(AMARA, asks('jp')).does(AMARA, guess('jp')).does(AMARA, says('jp'))
    room.when(EMI, scores('us')).isRefused('not-the-head')
    room.when(FEN, scores('us')).isRefused('no-such-case')
    room.when(DAIKI, scores('us', 3, null)).isRefused('name-what-is-missing')
    room
      .does(DAIKI, scores('us', 5, null))
      .when(DAIKI, scores('us', 5, null))
      .isRefused('nothing-changed')
    room.enters('negotiation').does(DAIKI, scores('us', 2))
    expect(caseOf(room.state, US, JP).score).toMatchObject({ no: 'e-us-jp2', score: 2, missing: 'Our harbours.' })
    expect(room.hearersOf('CaseScored')).toEqual(['chair', 'amara', 'ben', 'cleo', 'daiki', 'emi'])
    room.enters('debrief').when(DAIKI, scores('us', 4)).isRefused('wrong-phase')
    given(smallSeminar()).enters('debrief').when(DAIKI, scores('us')).isRefused('wrong-phase')
  })

  test('K1 K2 R10 the chair takes words off a case and a score, and the record is told again', () => {
    const room = begun()
      .does(AMARA, asks('jp'))
      .does(AMARA, guess('jp'))
      .does(AMARA, says('jp'))
      .does(DAIKI, scores('us'))
    for (const entry of ['e-us-jp1', 'e-us-jp2'])
      room.does(CHAIR, { type: 'strikeWords', entry, words: 'all', reason: 'not-fit' })
    const { stated, score } = caseOf(room.state, US, JP)
    expect([stated?.text, score?.missing]).not.toContain('Our harbours.')
    expect(JSON.stringify(room.as(room.viewerOf('ben')))).not.toContain('nearest')
    for (const steps = replayRecord(room.rows); ; ) {
      const { done, value } = steps.next()
      if (!done) continue
      expect(value).not.toHaveProperty('rejection')
      break
    }
  })

  test('R1 the entry of a case tells the guess to whoever hears it', () => {
    const room = begun().does(AMARA, asks('jp')).does(AMARA, guess('jp', -1)).does(AMARA, says('jp'))
    const read = (who: string) => {
      const state = room.as(room.viewerOf(who))
      const entry = state.privateEntries.toArray().find(({ no }) => no === 'e-us-jp1')
      return entry && paragraphOf(state, entry)
    }
    expect(read('cleo')).toMatchObject({ kind: 'case', from: US, of: JP, guess: -1 })
    expect(read('daiki')).toMatchObject({ kind: 'case', guess: null })
    expect(read('fen')).toBeUndefined()
    room.enters('debrief')
    expect(read('fen')).toMatchObject({ guess: -1 })
  })

  test('D15 D14 a guess is compared before and after the question, where both are known', () => {
    const room = given(seminar()).enters('caucus')
    room.does(AMARA, files({ ...opening(1), guesses: { jp: 2, cn: 0 } })).does(DAIKI, files(opening(0)))
    room.does(FEN, files({ ...opening(-2), guesses: { us: 1 } })).enters('cases')
    room.does(AMARA, asks('jp')).does(AMARA, guess('jp', 0.5)).does(BEN, asks('cn')).does(BEN, guess('cn', 1))
    const row = (by: string, of: string) => caseRows(room.state).find((each) => each.by === by && each.of === of)
    expect(row('us', 'jp')).toMatchObject({ before: { value: 2, stood: 0, off: 2 }, after: null })
    room
      .enters('caucus', 2)
      .does(DAIKI, files(closing(0.5)))
      .does(FEN, files(closing(-2)))
      .enters('debrief')
    expect(row('us', 'jp')?.after).toEqual({ value: 0.5, stood: 0.5, off: 0 })
    expect(row('us', 'cn')).toMatchObject({ before: { off: 2 }, after: { off: 3 } })
    // Beijing guessed once and never again: nothing is said of what came of it.
    expect(row('cn', 'us')).toMatchObject({ before: { off: 0 }, after: null, score: null })
    expect(casesFinding(caseRows(room.state))).toEqual({ of: 2, nearer: 1, further: 1, same: 0 })
    expect(caseRows(given().state)).toEqual([])
    expect(caseRows(room.as(room.viewerOf('guo'))).find(({ by, of }) => by === US && of === CN)?.after?.off).toBe(3)
  })
})

describe('at home', () => {
  const DAY = 24 * 3600
  const HOUR = 3600
  const agenda = homeworkAgendaOf(chinaGap(), 'homework-week', true)
  const PART = agenda.phases.findIndex(({ phase }) => phase === 'cases')
  /** The part opens on its own day and is due after twenty hours. */
  const week = (): Room =>
    given(
      planHomework(chinaGap(), {
        ...{ agendaKey: 'homework-week', rounds: ['framing', 'deterrence'], chairs: { [US]: 3, [JP]: 2, [CN]: 2 } },
        ...{ observers: ['Press'], seating: 'choose', understudies: false, seed: 7, lateHours: 48, postFirst: false },
        cases: true,
        phases: agenda.phases.map(({ requires }, index) => ({
          ...{ opensAt: instantOf(index * DAY), dueAt: instantOf(index * DAY + 20 * HOUR), injects: [] },
          requires: [...requires],
        })),
      }),
    ).runs(PART * DAY + 1)
  const posts = (to: string): Written => ({
    ...{ type: 'postStatement', phase: PART, round: 'framing', text: 'Why?', intent: 'question', answers: null },
    ...{ to, anchors: [] },
  })
  const counted = (room: Room, who: string, at = PART * DAY + 2) =>
    progressOf(room.state, personId.parse(who), instantOf(at))[PART]?.counted.map(
      ({ requirement, asked, done }) => `${requirement.what} ${done}/${asked}`,
    )

  test('E1 the part comes after the rebuttals and takes a day; what follows comes a day later', () => {
    const before = homeworkAgendaOf(chinaGap(), 'homework-week')
    expect(agenda.totalDays).toBe(before.totalDays + 1)
    const days = agenda.phases.map(({ phase, fromDay, dueDay }) => `${phase} ${fromDay}-${dueDay}`)
    expect(days.slice(4, 7)).toEqual(['floor 4-5', 'cases 5-6', 'negotiation 6-7'])
    expect(agendaFaults(chinaGap(), agenda)).toEqual([])
  })

  test('H10 E7 each is asked for the sides dealt to them, and a head for scores of cases that came in time', () => {
    const room = week()
    expect(counted(room, 'amara')).toEqual(['question 0/1', 'case 0/1'])
    expect(counted(room, 'cleo')).toEqual([])
    expect(counted(room, 'hana')).toEqual([])
    room.does(AMARA, posts('jp')).does(AMARA, guess('jp')).does(AMARA, says('jp'))
    expect(counted(room, 'amara')).toEqual(['question 1/1', 'case 1/1'])
    expect(counted(room, 'daiki')).toEqual(['question 0/1', 'case 0/1', 'case-score 0/1'])
    expect(counted(room, 'emi')).toEqual(['question 0/1', 'case 0/1'])
    // What a colleague has done is asked of nobody.
    room.does(CLEO, posts('cn')).does(CLEO, guess('cn')).does(CLEO, says('cn'))
    expect(counted(room, 'ben')).toEqual([])
    expect(counted(room, 'cleo')).toEqual(['question 1/1', 'case 1/1'])
    const late = PART * DAY + 16 * HOUR
    room.does(FEN, posts('jp'), late).does(FEN, guess('jp'), late).does(FEN, says('jp'), late)
    room.does(DAIKI, scores('us'), late)
    expect(counted(room, 'daiki', late)).toEqual(['question 0/1', 'case 0/1', 'case-score 1/1'])
    room.when(DAIKI, scores('cn'), late).isAllowed()
  })

  test('E1 where each demand is met is said, and nothing of it is taken late', () => {
    const room = week()
    const amara = personId.parse('amara')
    const where = (what: 'question' | 'case', at = PART * DAY + 2) =>
      whereDone(room.state, amara, PART, { what, by: 'student' }, instantOf(at))?.place ?? null
    expect([where('question'), where('case')]).toEqual(['positions', 'positions'])
    room.does(AMARA, posts('jp'))
    expect([where('question'), where('case')]).toEqual([null, 'positions'])
    room.runs(PART * DAY + 21 * HOUR)
    room.when(AMARA, posts('cn')).isRefused('deadline-passed')
    room.when(AMARA, guess('jp')).isRefused('phase-not-running')
    expect(where('case', PART * DAY + 21 * HOUR)).toBeNull()
  })
})
