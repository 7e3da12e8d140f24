// H14: what is left typed at a homework deadline is handed in as it stands.
import { describe, expect, test } from 'vitest'
import type { DelegationId } from '#simulation/kernel/ids'
import { personId, tensionKey } from '#simulation/kernel/ids'
import { leftIn } from '#simulation/reading/homework/left-work'
import { paragraphs } from '#simulation/reading/log/transcript'
import { progressOf } from '#simulation/reading/marks/completion'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { outcome } from '../../corpus/work'
import {
  dueOf,
  post as givenPost,
  givenWeek,
  HOUR,
  type More,
  opensAt,
  phaseOf,
} from '../../screens/homework/given-week'
import { AMARA, BEN, CHAIR, CLEO, HANA, type Written } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'
import { US } from '../../support/stories/sides'

const week = (until: number, more: More = {}): Room => givenWeek(until, { handInDrafts: true, ...more })
type Work = Extract<Written, { type: 'handIn' }>['work']
const handIn = (work: Work): Written => ({ type: 'handIn', work })

const paper = (text: string, value = 1): Work & { type: 'draftPosition' } => ({
  ...{ type: 'draftPosition', round: 'framing', stage: 'opening' },
  ...{ value, text, redLine: '', anchors: [], guesses: {} },
})
const post = givenPost(phaseOf('floor'), 'Half a thought.')
const reflection: Work = { type: 'writeReflection', prompt: 0, text: 'I had not finished.' }
const openingsAt = opensAt('caucus')
const framing = tensionKey.parse('framing')
const file = (room: Room) => room.state.positions[`${framing}/opening/${US}`]

describe('hand-in', () => {
  test('H14 a post left typed is in time at the deadline itself, says so, and counts as done', () => {
    const due = dueOf('floor')
    const room = week(due - 1).does(BEN, handIn(post), due)
    expect(room.events('StatementPosted')).toMatchObject([
      { text: 'Half a thought.', late: false, handedIn: true, author: BEN, postedAt: instantOf(due) - 1 },
    ])
    expect(paragraphs(room.state).findLast(({ kind }) => kind === 'statement')).toMatchObject({ handedIn: true })
    const asked = { requires: [{ what: 'answer', count: 1, by: 'student' }] } satisfies More
    const counted = week(due - 1, asked)
      .does(BEN, handIn(post), due + HOUR)
      .runs(due + 2 * HOUR)
    const progress = progressOf(counted.state, personId.parse('ben'), instantOf(due + 3 * HOUR))
    expect(progress[phaseOf('floor')]).toMatchObject({ status: 'done', done: 1, lateBy: null })
    expect(outcome(replayRecord(counted.rows))).not.toHaveProperty('row')
  })

  test('H14 what was sent already is not handed in twice, by whomever else it may be', () => {
    const room = week(dueOf('floor') - HOUR).does(BEN, post)
    room.when(BEN, handIn(post)).isRefused('nothing-changed')
    room.when(AMARA, handIn(post)).happens({ type: 'StatementPosted', handedIn: true })
    const proposed = week(openingsAt).does(BEN, paper('Together.'))
    proposed.when(CLEO, handIn(paper('Together.'))).isRefused('nothing-changed')
    const reflected = week(opensAt('reflection')).does(HANA, reflection)
    reflected.when(HANA, handIn(reflection)).isRefused('nothing-changed')
    reflected
      .when(HANA, handIn({ ...reflection, text: 'Another.' }))
      .happens({ type: 'ReflectionWritten', handedIn: true })
  })

  test('H14 a paper that was handed in stands where nobody proposed another, and is never filed over one', () => {
    const due = dueOf('caucus')
    const alone = week(openingsAt)
      .does(BEN, handIn(paper('Ben’s.')), due)
      .does(CLEO, handIn(paper('Cleo’s.')), due)
    expect(file(alone)).toMatchObject({ draft: { position: { text: 'Cleo’s.' }, handedIn: true } })
    expect(file(alone.runs(due))).toMatchObject({ how: 'draft', filed: { position: { text: 'Cleo’s.' } } })
    const beside = week(openingsAt)
      .does(AMARA, paper('Proposed.'))
      .does(CLEO, handIn(paper('Left.')), due)
    expect(file(beside)).toMatchObject({ draft: { position: { text: 'Proposed.' } } })
    expect(file(beside)?.drafts).toHaveLength(2)
    expect(file(beside.runs(due))).toMatchObject({ filed: { position: { text: 'Proposed.' } } })
    week(openingsAt)
      .when(AMARA, handIn(paper('')))
      .isRefused('empty-words')
  })

  test('H14 nothing is handed in for another phase, for whoever has longer, and where the plan does not say so', () => {
    const due = dueOf('floor')
    const room = week(due - 1)
    room.when(BEN, handIn({ ...post, phase: phaseOf('openings') })).isRefused('wrong-phase')
    room.when(BEN, handIn(paper('Late.'))).isRefused('not-filing-now')
    room.when(BEN, handIn(reflection)).isRefused('wrong-phase')
    room.when(CHAIR, handIn(post)).isRefused('wrong-phase')
    const longer = {
      type: 'grantExtension',
      person: 'ben',
      phase: phaseOf('floor'),
      dueAt: instantOf(due + HOUR),
    } as const
    const extended = week(due - HOUR).does(CHAIR, longer)
    extended.when(BEN, handIn(post)).isRefused('wrong-phase')
    extended.when(AMARA, handIn(post)).happens({ type: 'StatementPosted' })
    week(due - 1, { handInDrafts: false })
      .when(BEN, handIn(post))
      .isRefused('wrong-phase')
  })

  test('H14 a sealed opening that was handed in opens with the others', () => {
    const phase = phaseOf('openings')
    const due = dueOf('openings')
    const room = week(due - 1, { postFirst: true }).does(BEN, handIn({ ...post, phase }), due)
    expect(room.events('PostSealed')).toMatchObject([{ handedIn: true }])
    expect(room.runs(due).events('StatementPosted')).toMatchObject([{ handedIn: true, author: BEN }])
  })

  test('a kept draft is read as what its writer would have sent, and anything else as nothing', () => {
    const { state } = week(opensAt('floor'))
    const read = (key: string, kept: unknown, own: DelegationId = US) =>
      leftIn(state, own, { key, text: JSON.stringify(kept) })
    const words = { text: ' Will Tokyo pay? ', intent: 'question', answers: null, anchors: ['E1.1'] }
    expect(read('post/3/framing', words)).toMatchObject({
      type: 'postStatement',
      phase: 3,
      text: 'Will Tokyo pay?',
      to: 'jp',
    })
    expect(read('post/3/framing', { ...words, intent: null })).toMatchObject({ intent: 'point' })
    const { type: _type, round: _round, stage: _stage, ...draft } = paper('Ours.')
    expect(read('position/framing/opening', draft)).toEqual(paper('Ours.'))
    expect(read('reflection/1', 'So it was.')).toEqual({ type: 'writeReflection', prompt: 1, text: 'So it was.' })
    for (const [key, kept] of [
      ['post/3/framing', { ...words, text: '  ' }],
      ['post/x/framing', words],
      ['post/3/framing', 'a text'],
      ['position/framing/opening', { ...draft, value: null }],
      ['position/framing/middle', draft],
      ['reflection/1', ''],
      ['talk/us', 'Between us.'],
      ['scrolled', 3],
    ] as const)
      expect(read(key, kept)).toBeNull()
    expect(leftIn(state, US, { key: 'reflection/1', text: 'no JSON' })).toBeNull()
  })
})
