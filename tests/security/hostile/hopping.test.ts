/**
 * The hopping student: somebody who tries every chair of a room over the socket, in the lobby, while it runs and in homework, under each
 * way of seating, and holds no word of another side: not on the line, not in a page, an export, a replay or a search.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { scheduleAgenda } from '#server/store/activities/deadlines'
import { createHomework } from '#server/store/homework/homework'
import { createSession } from '#server/store/people/sessions'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { givenCourse, names, weekOf, ZONE } from '../../server/homework/given-homework'
import {
  type Class,
  cookieOf,
  givenClass,
  givenPage,
  givenStudent,
  seat,
} from '../../server/live/given/given-classroom'
import { accepted, type Page, until } from '../../server/live/given/given-page'
import { useSharedServer } from '../../support/machines/built-server'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'
import { ask, payload } from '../knocking'
import { asks, forgetHops, givenHopper, type Hopper, hopped, hops } from './hopper'

const server = useSharedServer()
const house = () => ({ address: server.url })

beforeAll(forgetHops)

/** What was searched and what was hidden in it, so that a search that finds nothing to look at is seen. */
const tried = { answers: 0, words: 0 }

/** All that the house would send them: what came over the line, their pages, files and what they find. */
async function everythingOf(hopper: Hopper): Promise<string> {
  const at = `${server.url}/rooms/${hopper.room}`
  const paths = ['', '/transcript', '/replay', '/debrief', '/replay/rows', '/replay/rows?as=cn', '/replay/rows?as=jp']
  const files = ['json', 'md', 'csv'].map((format) => `/transcript/export?format=${format}`)
  const pages = await Promise.all(paths.map((path) => payload(at + path, hopper.cookie)))
  const kept = await Promise.all(files.map((path) => ask(at + path, hopper.cookie)))
  const answers = [...pages, ...kept].filter(({ status }) => status === 200)
  tried.answers += answers.length
  return [hopper.page.bytes, ...answers.map(({ body }) => body)].join('\n')
}

const SIDES = [US, JP, CN]
const wordOf = (side: string, when: string): string => `canary-${side}-${when}-z`
const wordsIn = (text: string): Set<string> => new Set(text.match(/canary-[a-z]+-[a-z]+-z/g) ?? [])

/** The chair writes to each delegation, in private. */
async function whispers(chair: Page, room: RoomId, when: string): Promise<void> {
  for (const side of SIDES) accepted(await chair.submit(room, { type: 'nudge', to: side, text: wordOf(side, when) }))
  tried.words += SIDES.length
}

/** Whose briefs are in what was sent. */
const briefsIn = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/\\?"to\\?":\\?"(us|jp|cn)(?:\.[a-z0-9.]+)?\\?",\\?"title\\?"/g)].map(([, side]) => side ?? ''),
  )

async function classroom(seating: 'choose' | 'lot' | 'place') {
  const of: Class = await givenClass({ seating })
  const chair = await givenPage(house(), of.chairCookie, of.roomId)
  const student = await givenStudent(of, 'Hopping Student')
  return { of, chair, student, hopper: await givenHopper(house(), student.cookie, of.roomId) }
}

describe('the hopping student', () => {
  // Beside each other: each waits for the pace at which a page may submit.
  test.concurrent.each(['choose', 'lot', 'place'] as const)(
    'in a seminar where the seating is “%s”',
    async (seating) => {
      const { of, chair, student, hopper } = await classroom(seating)
      const lands = (side: string | null): string => {
        const held = Object.values(hopper.page.state.seats).find(({ holder }) => holder === student.person)
        return side ?? held?.delegation ?? ''
      }
      if (seating === 'place')
        accepted(
          await chair.submit(of.roomId, { type: 'placePerson', person: student.person, seat: seat('us.treasury') }),
        )
      await whispers(chair, of.roomId, 'lobby')
      await until(async () => expect(await hopper.page.join(of.roomId)).toMatchObject({ ok: true }))
      if (seating === 'choose') expect(await asks(hopper, { type: 'takeSeat', seat: seat('us.state') })).toBe('done')
      const sides = await hops(hopper)
      const own = lands(null)
      expect([...sides].filter((side) => side !== own && side !== 'ob')).toEqual([])
      expect(briefsIn(await everythingOf(hopper))).toEqual(new Set())
      accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
      await whispers(chair, of.roomId, 'running')
      // While it runs nobody stands up by their own hand.
      expect([...(await hops(hopper))]).toEqual([])
      // Unseated by the chair they may come back to their own side, and try all the others.
      accepted(await chair.submit(of.roomId, { type: 'placePerson', person: student.person, seat: null }))
      await until(async () =>
        expect(await hopper.page.join(of.roomId)).toMatchObject({ ok: true, viewer: { seat: null } }),
      )
      expect([...(await hops(hopper))].filter((side) => side !== own && side !== 'ob')).toEqual([])
      const all = await everythingOf(hopper)
      expect([...wordsIn(all)].filter((word) => !word.startsWith(`canary-${own}-`))).toEqual([])
      expect([...briefsIn(all)]).toEqual([own])
      if (seating === 'choose') expect(wordsIn(all)).toEqual(new Set([wordOf('us', 'lobby'), wordOf('us', 'running')]))
      hopper.page.socket.disconnect()
      chair.socket.disconnect()
    },
    patience(60_000),
  )

  test('whom the chair moves to another side reads nothing of its past, in any form', async () => {
    const { of, chair, student, hopper } = await classroom('choose')
    expect(await asks(hopper, { type: 'takeSeat', seat: seat('us.state') })).toBe('done')
    accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
    await whispers(chair, of.roomId, 'before')
    accepted(await chair.submit(of.roomId, { type: 'placePerson', person: student.person, seat: seat('cn.foreign') }))
    await whispers(chair, of.roomId, 'after')
    await until(async () => expect(await hopper.page.join(of.roomId)).toMatchObject({ viewer: { seat: 'cn.foreign' } }))
    await hopper.page.now()
    const all = await everythingOf(hopper)
    expect(wordsIn(all)).toEqual(new Set([wordOf('us', 'before'), wordOf('cn', 'after')]))
    expect(briefsIn(all)).toEqual(new Set(['us', 'cn']))
    // A page that begins anew is given the same, and no more.
    const anew = await givenHopper(house(), student.cookie, of.roomId)
    expect(wordsIn(anew.page.bytes)).toEqual(new Set([wordOf('us', 'before'), wordOf('cn', 'after')]))
    for (const page of [anew.page, hopper.page, chair]) page.socket.disconnect()
  })

  test.concurrent.each(['before it opens', 'while it runs'] as const)(
    'in homework, %s',
    async (when) => {
      const course = await givenCourse(names(7))
      const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')
      const from = (days: number) => {
        const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
        return scheduleAgenda(agenda, day, ZONE).phases
      }
      // Between two phases nothing runs, so the week begins on a day from which one runs now and for an hour.
      const isOpen = ({ opens, due }: ReturnType<typeof from>[number]) =>
        opens.at < Date.now() && due.at > Date.now() + 3_600_000
      const laid = when === 'while it runs' ? [-1, -2, -3].map(from).find((week) => week.some(isOpen)) : from(5)
      if (!laid) throw new Error('No phase runs at this hour.')
      const week = weekOf(course, { at: Date.now() - 4 * 86_400_000, understudies: true })
      const made = await createHomework({
        ...week,
        phases: week.phases.map((phase, index) => ({ ...phase, ...(laid[index] ?? {}) })),
      })
      if (made === 'no-roster') throw new Error('The course has nobody in it.')
      const room = roomId.parse(made.roomIds[0])
      const cookie = async (userId: string) => cookieOf(await createSession(database(), userId, 'test'))
      const chair = await givenPage(house(), await cookie(course.instructor.id), room)
      const place = await database().participant.findFirstOrThrow({ where: { activityId: made.activityId } })
      const hopper = await givenHopper(house(), await cookie(place.userId ?? ''), room)
      const own = Object.values(hopper.page.state.seats).find(({ holder }) => holder === place.id)?.delegation ?? ''
      if (when === 'while it runs') await until(() => expect(chair.state.agenda.status).toBe('running'))
      await whispers(chair, room, 'week')
      expect([...(await hops(hopper))]).toEqual([])
      await hopper.page.now()
      const all = await everythingOf(hopper)
      expect([...wordsIn(all)]).toEqual([wordOf(own, 'week')])
      expect([...briefsIn(all)]).toEqual(when === 'while it runs' ? [own] : [])
      hopper.page.socket.disconnect()
      chair.socket.disconnect()
    },
    patience(60_000),
  )

  test('there was enough to try', () => {
    process.stdout.write(`hopping: tried ${JSON.stringify({ ...tried, ...hopped, refused: [...hopped.refused] })}\n`)
    expect(hopped.chairs).toBeGreaterThan(80)
    expect(hopped.sat).toBeGreaterThan(2)
    expect(tried.answers).toBeGreaterThan(40)
    expect([...hopped.refused].sort()).toEqual(
      expect.arrayContaining(['other-delegation', 'seating-started', 'seats-by-chair', 'seats-by-lot']),
    )
  })
})
