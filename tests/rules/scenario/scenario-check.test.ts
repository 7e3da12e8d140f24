// Each check across a scenario's parts fires on a planted fault with a sentence naming the place; scenario-check-agendas.test.ts has the
// agendas. Sentences are written out here, not taken from the checks.
import { describe, expect, test } from 'vitest'
import { delegationId, pair, tensionKey } from '#simulation/kernel/ids'
import { checkScenario } from '#simulation/scenario/check'
import { injectOf } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { chinaGap } from '../../support/stories/china-gap'
import {
  change,
  claim,
  clause,
  delegation,
  found,
  line,
  objective,
  opening,
  redLine,
  seat,
  tension,
} from '../../support/stories/scenario-parts'
import { CN, JP, US } from '../../support/stories/sides'

/** A delegation that the scenario does not have. */
const ELSEWHERE = delegationId.parse('kr')

describe('a planted fault is found, and the sentence names where', () => {
  const faults: readonly (readonly [string, (draft: Scenario) => void])[] = [
    ['Delegations: more than one has the id jp.', (draft) => change(delegation(draft, US), { id: JP })],
    [
      'Objective us.state.obj1: clause gap has no words of us-kr.',
      (draft) => change(objective(draft), { by: { words: [{ clause: 'gap', of: pair.parse('us-kr') }] } }),
    ],
    [
      'Objective us.state.obj1: there is no line us.nothing.',
      (draft) => change(objective(draft), { unless: { lines: ['us.nothing'] } }),
    ],
    [
      'Red line us.red.treaty: weather is no clause of the communiqué.',
      (draft) => change(redLine(draft), { crossedBy: { words: [{ clause: 'weather', of: CN }] } }),
    ],
    [
      "Red line us.red.treaty: the words of us-cn on gap are its own side's.",
      (draft) => change(redLine(draft), { crossedBy: { words: [{ clause: 'gap', of: pair.parse('us-cn') }] } }),
    ],
    [
      'Red line us.red.treaty: us.framing.o1 is a line of its own side.',
      (draft) => change(redLine(draft), { crossedBy: { lines: ['us.framing.o1'] } }),
    ],
    [
      'Delegation cn: none of its red lines is at stake on interdependence.',
      (draft) =>
        change(delegation(draft, 'cn'), {
          redLines: delegation(draft, 'cn').redLines.filter(
            ({ tensions }) => !tensions?.some((key) => key === 'interdependence'),
          ),
        }),
    ],
    [
      'Sheet of jp.finance: it is missing; each office has one, or none.',
      ({ sheets = {} }) => delete sheets['jp.finance'],
    ],
    [
      'Sheet of us.state: its brief has 151 words; 150 fit on the page.',
      (draft) => change(seat(draft, 'us.state'), { brief: Array(151).fill('word').join(' ') }),
    ],
    ['Sheet of us.state: the office has 1 objectives, not 2.', (draft) => seat(draft, 'us.state').objectives.splice(1)],
    [
      'Sheet of us.state: there is no fact nothing.',
      ({ sheets }) => change(found(sheets?.['us.state'], 'sheet'), { facts: ['nothing', 'visits'] }),
    ],
    [
      'Sheet of us.state: its question goes to us, which is no other delegation.',
      ({ sheets }) => change(found(sheets?.['us.state'], 'sheet').question, { to: US }),
    ],
    [
      'Sheet of us.state: us.state is no other office.',
      ({ sheets }) => change(found(sheets?.['us.state'], 'sheet').quarrels[0] ?? {}, { seat: 'us.state' }),
    ],
    ['Models of us: each side has two, a weak position and a strong one.', ({ models }) => models?.splice(0, 1)],
    ['Delegations: more than one has the letter JP.', (draft) => change(delegation(draft, 'us'), { letter: 'JP' })],
    ['Delegations: more than one has the shape disc.', (draft) => change(delegation(draft, 'us'), { shape: 'disc' })],
    ['Delegations: more than one has the hue red.', (draft) => change(delegation(draft, 'jp'), { hue: 'red' })],
    ['Delegations: there are 1; two to 8 can sit at a table.', (draft) => draft.delegations.splice(1)],
    [
      'Delegations: there are 9; two to 8 can sit at a table.',
      (draft) => draft.delegations.push(...draft.delegations, ...draft.delegations),
    ],
    ['Focus: kr is no delegation.', (draft) => draft.focus.members.push(ELSEWHERE)],
    ['Focus: it names us more than once.', (draft) => draft.focus.members.push(US)],
    ['Sources: more than one has the letter E.', (draft) => draft.sources.push(...draft.sources)],
    ['Paragraph E0.1: no source has the letter E.', (draft) => change(draft.sources[0] ?? {}, { letter: 'B' })],
    [
      "Tension framing: its author's reading is of T, which is no source.",
      (draft) => change(tension(draft, 'framing').author ?? {}, { source: 'T' }),
    ],
    [
      'Ballot rule: 3 for and 1 against are more than the 3 delegations.',
      (draft) => change(draft.communique, { ballotRule: { votesFor: 3, votesAgainst: 1 } }),
    ],
    [
      'Clause gap, brackets: nothing is written for cn.',
      (draft) => change(clause(draft, 'gap'), { brackets: { [US]: 'ours', [JP]: 'ours' } }),
    ],
    [
      'Tension framing, openings: kr is no delegation.',
      (draft) =>
        change(tension(draft, 'framing').openings, {
          [ELSEWHERE]: found(tension(draft, 'framing').openings[US], 'opening'),
        }),
    ],
    [
      'Inject earthquake: kr is no delegation.',
      (draft) => found(injectOf(draft, 'earthquake'), 'inject earthquake').squeezes.push(ELSEWHERE),
    ],
    [
      'Delegation jp: it has an opening on weather, which is no tension.',
      (draft) => change(delegation(draft, 'jp').openings, { weather: opening(draft, 'jp', 'framing') }),
    ],
    ['Delegation cn: it has no opening on cptpp.', (draft) => delete delegation(draft, 'cn').openings.cptpp],
    [
      'Delegation us, opening on framing: the band 3 to 0 runs backwards.',
      (draft) => change(opening(draft, 'us', 'framing'), { band: [3, 0] }),
    ],
    [
      'Delegation us, opening on framing: 2 lies outside the band -1 to 1.',
      (draft) => change(opening(draft, 'us', 'framing'), { band: [-1, 1] }),
    ],
    [
      'Tension guardrails: cn opens at 0.5, but its brief says 1.',
      (draft) => change(found(tension(draft, 'guardrails').openings[CN], 'opening'), { value: 0.5 }),
    ],
    [
      'Card us.card.letter: it looks at weather, which is no tension.',
      (draft) => delegation(draft, 'us').cards[0]?.axes.push('weather'),
    ],
    [
      "Delegation us: jp.red.bloc carries another delegation's name.",
      (draft) =>
        delegation(draft, 'us').redLines.splice(0, 1, found(delegation(draft, 'jp').redLines[1], 'second red line')),
    ],
    [
      'Seat us.nsc: it sits with jp, but is named for another delegation.',
      (draft) => change(seat(draft, 'us.nsc'), { delegation: JP }),
    ],
    [
      "Seat cn.bank: objective jp.pm.obj1 carries another seat's name.",
      (draft) => change(found(seat(draft, 'cn.bank').objectives[0], 'objective'), { id: 'jp.pm.obj1' }),
    ],
    ['Delegation jp: it has 2 heads and needs exactly one.', (draft) => change(seat(draft, 'jp.meti'), { head: true })],
    ['Delegation jp: it has 0 heads and needs exactly one.', (draft) => change(seat(draft, 'jp.pm'), { head: false })],
    [
      'Delegation jp: jp.pm is filled first, but is not the head.',
      (draft) => change(seat(draft, 'jp.pm'), { head: false }),
    ],
    [
      'Seat order of cn: cn.foreign, cn.commerce does not match the seats and their own order.',
      (draft) => draft.seatOrder[CN]?.splice(2),
    ],
    ['Seat us.climate: its order is 9; 6 comes next.', (draft) => change(seat(draft, 'us.climate'), { order: 9 })],
    [
      'Tension deterrence: its order is 4, but it stands in place 3.',
      (draft) => change(tension(draft, 'deterrence'), { order: 4 }),
    ],
    [
      'Inject tax-leak: weather is no tension.',
      (draft) => found(injectOf(draft, 'tax-leak'), 'inject').tensions.push('weather'),
    ],
    ['Clause gap: weather is no tension.', (draft) => change(clause(draft, 'gap'), { tension: 'weather' })],
    [
      'Clause gap: its base must hold […] exactly once.',
      (draft) => change(clause(draft, 'gap'), { base: 'All is well.' }),
    ],
    [
      'Line us.cptpp.o1: it belongs to us on framing, but its name says otherwise.',
      (draft) => change(line(draft, 'opening', 'us.cptpp.o1'), { tension: 'framing' }),
    ],
    [
      'Line us.cptpp.o1: weather is no tension.',
      (draft) => change(line(draft, 'opening', 'us.cptpp.o1'), { tension: 'weather' }),
    ],
    [
      'Line us.cptpp.o1: there is no seat us.weather.',
      (draft) => change(line(draft, 'opening', 'us.cptpp.o1'), { seat: 'us.weather' }),
    ],
    [
      'Line us.cptpp.o1: jp.pm does not sit with us.',
      (draft) => change(line(draft, 'opening', 'us.cptpp.o1'), { seat: 'jp.pm' }),
    ],
    [
      "Line us.cptpp.o1: it stands at -1, outside its delegation's band 0 to 3.",
      (draft) => change(line(draft, 'opening', 'us.cptpp.o1'), { stance: -1 }),
    ],
    [
      'Line jp.framing.a1: it answers us.framing.q1, which is no opening.',
      (draft) => change(line(draft, 'answer', 'jp.framing.a1'), { answers: 'us.framing.q1' }),
    ],
    [
      'Line jp.framing.a1: it answers us.cptpp.o1, which speaks on another tension.',
      (draft) => change(line(draft, 'answer', 'jp.framing.a1'), { answers: 'us.cptpp.o1' }),
    ],
    [
      "Line jp.framing.a1: it answers its own delegation's jp.framing.o1.",
      (draft) => change(line(draft, 'answer', 'jp.framing.a1'), { answers: 'jp.framing.o1' }),
    ],
    [
      'Line jp.framing.a1: it comes after us.cptpp.o1, which is no line on its tension.',
      (draft) => change(line(draft, 'answer', 'jp.framing.a1'), { after: ['us.cptpp.o1'] }),
    ],
    ['Knowledge question 1: it has no option 4.', (draft) => change(draft.knowledge?.[0] ?? {}, { right: 4 })],
    [
      'Knowledge question 2: two of its options are alike.',
      (draft) => change(draft.knowledge?.[1] ?? {}, { options: ['The same', 'Another', 'The same'] }),
    ],
    [
      'Knowledge question 4: it cites neither a paragraph nor a fact.',
      (draft) => change(draft.knowledge?.[3] ?? {}, { anchors: [] }),
    ],
    ['Knowledge question B 2: it has no option 4.', (draft) => change(draft.knowledgeB?.[1] ?? {}, { right: 4 })],
    ['Knowledge: there is a second form and no first.', (draft) => delete draft.knowledge],
    ['Claims: hearing.json is missing.', (draft) => delete draft.hearing],
    [
      'Claim framing-ukraine: there is no seat us.navy.',
      (draft) => change(claim(draft, 'framing-ukraine').answers[1] ?? {}, { seat: 'us.navy' }),
    ],
    [
      'Claim framing-ukraine: cn.foreign answers its own side.',
      (draft) => claim(draft, 'framing-ukraine').answers[0]?.to.push(CN),
    ],
    [
      'Claim framing-ukraine: it is answered to kr, which is no delegation.',
      (draft) => claim(draft, 'framing-ukraine').answers[0]?.to.push(ELSEWHERE),
    ],
    [
      'Claim framing-ukraine: fair is no tension.',
      (draft) => change(claim(draft, 'framing-ukraine'), { tension: tensionKey.parse('fair') }),
    ],
    [
      'Claim framing-ukraine, answer of cn.foreign: it cites neither a paragraph nor a fact.',
      (draft) => change(claim(draft, 'framing-ukraine').answers[0] ?? {}, { anchors: [], facts: [] }),
    ],
    [
      'Claims and lines: "The question has been noted." stands there more than once.',
      (draft) => {
        for (const answer of claim(draft, 'framing-ukraine').answers.slice(0, 2))
          change(answer, { text: 'The question has been noted.' })
      },
    ],
    [
      'Hearing, unmet: there is no seat us.navy.',
      (draft) => change(draft.hearing?.unmet[0] ?? {}, { seat: 'us.navy' }),
    ],
    [
      'Hearing, terms: the glossary has no Blockade.',
      (draft) => change(draft.hearing?.terms[0] ?? {}, { term: 'Blockade' }),
    ],
    [
      'Hearing, belongs: eu is no delegation.',
      (draft) => change(draft.hearing?.belongs?.[0] ?? {}, { side: delegationId.parse('eu') }),
    ],
    [
      'Line cn.framing.q1: it puts a question to its own delegation.',
      (draft) => change(line(draft, 'question', 'cn.framing.q1'), { to: CN }),
    ],
    [
      'Injects: earthquake appears more than once.',
      (draft) => draft.injects.push(found(injectOf(draft, 'earthquake'), 'inject')),
    ],
    [
      "seats › us.nsc › anchors › 1: E9.9 is no paragraph of the sources' map.",
      (draft) => seat(draft, 'us.nsc').anchors.splice(0, 1, 'E9.9'),
    ],
    [
      "seats › us.nsc › brief: E7.1 is no paragraph of the sources' map.",
      (draft) => change(seat(draft, 'us.nsc'), { brief: 'See [E7.1].' }),
    ],
  ]
  test.each(faults)('%s', (sentence, plant) => {
    const draft = structuredClone(chinaGap())
    plant(draft)
    expect(checkScenario(draft)).toContain(sentence)
  })
})
