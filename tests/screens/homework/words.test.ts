// The sentences of a student's week: every headline and count, and the order of the cards on their page.

import { describe, expect, test } from 'vitest'
import { PHASE_KINDS } from '#simulation/agenda/phase-kinds'
import { personId } from '#simulation/kernel/ids'
import { alsoOwed, comesAfter, headlineOf } from '#simulation/reading/homework/assignment'
import type { Seat } from '#simulation/shapes/seats'
import { type RoomState, seatHeldBy, seatsIn } from '#simulation/state/room-state'
import { type ActivityFacts, activityCardOf, inOrder, owing } from '../../../app/my/activity-card'
import { AMARA } from '../../support/cast'
import { instantOf } from '../../support/given'
import { translate } from '../../support/translate'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf } from './given-week'

const t = translate('homework-room')
const own = translate('my')
const amara = personId.parse('amara')

describe('the week in words', () => {
  test('every headline is a sentence in every phase', () => {
    for (const kind of PHASE_KINDS) {
      for (const headline of ['due', 'late', 'done', 'opens'] as const) {
        const said = t(`headline.${headline}`, { kind, left: '2 days 7 hours' })
        expect(said).toMatch(/^[A-Z][^{}]+$/)
      }
    }
    expect(t('headline.due', { kind: 'openings', left: t('left.days', { days: 2, hours: 7 }) })).toBe(
      'Your opening is due in 2 days 7 hours',
    )
    expect(t('left.hours', { hours: 1, minutes: 0 })).toBe('1 hour')
  })

  test('every count that a phase may ask for can be read', () => {
    const { plan } = givenWeek(0).state
    for (const { what, count } of plan.phases.flatMap(({ requires }) => requires))
      expect(t(`meter.${what}`, { done: 0, asked: count })).toMatch(/^0 of \d+ [a-z ]+$/)
  })

  test('a team and the number of debates are spelled out', () => {
    expect(own('owed', { count: 2, pieces: 0 })).toBe('Two debates wait for you')
    expect(own('owed', { count: 1, pieces: 3 })).toBe('One debate waits for you: 3 things to do')
    expect(own('with', { name: 'Mei', count: 4 })).toBe(', with Mei and four others')
  })
})

describe('a student’s own page', () => {
  const about = (activityId: string, more: Partial<ActivityFacts> = {}): ActivityFacts => ({
    activityId,
    roomId: 'room',
    roomName: 'Room 1',
    title: 'The week’s debate',
    latePolicy: null,
    beside: [],
    courseTitle: 'IR 347',
    courseZone: 'Asia/Tokyo',
    kind: 'homework',
    released: false,
    instructions: null,
    ...more,
  })
  const BEN = { [personId.parse('ben')]: 'Ben' }
  const placeIn = (name: string, state: RoomState, now: number) => {
    const seat = seatHeldBy(state, amara)
    const team = seat?.delegation ? seatsIn(state, seat.delegation) : []
    const others = team.flatMap(({ holder }) => (holder === null || holder === amara ? [] : [holder]))
    const room = {
      status: state.agenda.status,
      isClosed: state.closedAt !== null,
      isUnsealed: state.unsealedAt !== null,
      seat: seat && office(seat),
      others,
      plan: state.plan,
    }
    return activityCardOf(about(name), room, { state, person: amara, now }, BEN)
  }
  const office = ({ title, delegation }: Seat) => ({ title, delegation })
  const place = (name: string, seconds: number) => placeIn(name, givenWeek(seconds).state, instantOf(seconds))

  test('what is owed comes first, soonest due first; what is over comes last', () => {
    const places = [
      place('over', 30 * DAY),
      place('ahead', -DAY),
      place('owed', opensAt('openings') + HOUR),
      activityCardOf(about('seminar', { kind: 'seminar' }), null, null, {}),
    ]
    expect(inOrder(places).map(({ activityId }) => activityId)).toEqual(['owed', 'ahead', 'seminar', 'over'])
    expect(owing(places).map(({ activityId }) => activityId)).toEqual(['owed'])
    expect(places[2]?.seat).toMatchObject({ title: 'Secretary of State', delegation: { id: 'us' }, others: ['Ben'] })
  })

  test('what is late stands beside what is due, with the last moment at which it is taken', () => {
    const owed = (seconds: number) => {
      const { asked } = place('week', seconds)
      return alsoOwed(asked, headlineOf(asked)).map(({ asked: { kind }, ...debt }) => ({ phase: kind, ...debt }))
    }
    const open = (seconds: number) => owed(seconds).filter(({ kind }) => kind !== 'closed')
    expect(open(opensAt('openings') + HOUR)).toEqual([])
    // The rebuttals run and something is due in them: the opening is late, and taken until its late hours end.
    const hours = givenWeek(0).state.plan.lateHours
    const until = instantOf(dueOf('openings')) + hours * HOUR * 1000
    expect(open(opensAt('floor') + HOUR)).toEqual([
      {
        phase: 'openings',
        kind: 'late',
        until,
        where: expect.objectContaining({ what: 'opening', tension: 'framing' }),
      },
    ])
    expect(open(dueOf('openings') + hours * HOUR + HOUR)).toEqual([])
    // What is no longer taken stands after all that is, by when it was due.
    const all = owed(dueOf('openings') + hours * HOUR + HOUR)
    expect(
      all.filter(({ kind }) => kind === 'closed').map(({ phase, until, where }) => ({ phase, until, where })),
    ).toEqual(
      (['briefing', 'caucus', 'openings', 'negotiation'] as const).map((phase) => ({
        ...{ phase, until: instantOf(dueOf(phase)), where: null },
      })),
    )
    const kinds = owed(opensAt('floor') + HOUR).map(({ kind }) => kind)
    expect(kinds).toEqual(['late', 'closed', 'closed'])
  })

  test('the headline goes from what opens to what is due, done, late, and over', () => {
    const head = (seconds: number) => headlineOf(place('week', seconds).asked).kind
    expect(head(-DAY)).toBe('opens')
    expect(head(opensAt('openings'))).toBe('due')
    expect(head(dueOf('openings') + HOUR)).toBe('late')
    expect(head(30 * DAY)).toBe('over')
    const posted = givenWeek(opensAt('openings')).does(AMARA, {
      type: 'postStatement',
      phase: phaseOf('openings'),
      round: 'framing',
      text: 'Words.',
      intent: 'point',
      answers: null,
      anchors: ['E1.1'],
    })
    const done = placeIn('week', posted.state, instantOf(opensAt('openings')))
    expect(headlineOf(done.asked).kind).toBe('done')
    expect(owing([done])).toEqual([])

    // What comes next is the first phase still to open that the headline does not speak of; after the last, nothing.
    const next = (seconds: number) => {
      const { asked } = place('week', seconds)
      return comesAfter(asked, headlineOf(asked))
    }
    const opening = next(opensAt('openings'))
    expect(opening?.asked.status).toBe('ahead')
    expect(opening?.asked.kind).not.toBe('openings')
    const [first] = place('week', opensAt('openings')).asked.filter(({ status }) => status === 'ahead')
    expect(opening).toEqual({ asked: first, opensAt: first?.opensAt })
    const { asked } = place('week', opensAt('openings'))
    expect(comesAfter(asked, { kind: 'opens', asked: first ?? asked[0]!, at: 0 })?.asked.phase).not.toBe(first?.phase)
    expect(
      comesAfter(
        asked.filter(({ status }) => status !== 'ahead'),
        { kind: 'over' },
      ),
    ).toBeNull()
  })
})
