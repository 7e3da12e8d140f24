// The stage drawn from a whole seminar: the scene of each phase, how news appears and goes, and that nothing sealed is ever shown.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { NextIntlClientProvider } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { readEnvironment } from '#server/base/environment'
import { evolve, fold } from '#simulation/engine/room'
import { type Intent, seatId } from '#simulation/kernel/ids'
import { queue } from '#simulation/reading/log/queue'
import type { JudgedSide } from '#simulation/shapes/ratification'
import type { Recorded } from '#simulation/shapes/record'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { displayNames } from '#simulation/wire/protocol'
import common from '../../../app/_messages/en/common.json'
import record from '../../../app/_messages/en/record.json'
import stage from '../../../app/_messages/en/stage.json'
import ui from '../../../app/_messages/en/ui.json'
import { beforeJoining, type RoomView } from '../../../app/_room/link/room-view'
import { announcementAt, type Scene, sceneOf } from '../../../app/rooms/[roomId]/stage/stage-scene'
import { StageView } from '../../../app/rooms/[roomId]/stage/stage-view'
import { AMARA, DAIKI, EMI, FEN, GUO } from '../../support/cast'
import { given } from '../../support/given'
import { patience } from '../../support/patience'
import { viewOf } from '../../support/stories/heard'
import { JP } from '../../support/stories/sides'
import { rehearsedSeminar } from '../record/rehearsed-seminar'

const { rows } = rehearsedSeminar()

/** The room after each row. */
const rooms: RoomState[] = []
for (const row of rows) rooms.push(evolve(rooms.at(-1) ?? null, row))

function roomAt(upTo: readonly Recorded[]): RoomState {
  const state = rooms[upTo.length - 1]
  if (!state) throw new Error('The room was never opened.')
  return state
}

function drawn(state: RoomState, at: number, more: Partial<RoomView> = {}, isReachable = true): string {
  const view: RoomView = {
    ...beforeJoining,
    state,
    viewer: { kind: 'stage' },
    displayNames: displayNames.parse({}),
    connection: { kind: 'live' },
    room: { name: 'Table 3', activityId: 'a', title: 'The China gap', code: null, joinUrl: null, byOpenCode: false },
    now: () => at,
    ...more,
  }
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, record, stage, ui }}>
      <StageView
        view={view}
        wanted={null}
        asked={{ questions: ['What now?', 'And then?'], place: 1 }}
        resting
        isReachable={isReachable}
      />
    </NextIntlClientProvider>,
  )
}

/** The log's length after each command, and a sample of these: drawing every one would mostly draw the same. */
const ends = rows.flatMap(({ commandId }, index) => (rows[index + 1]?.commandId === commandId ? [] : [index + 1]))
const moments = ends.filter((_, place) => place % 6 === 0)

describe('the stage', () => {
  test('R3 nothing sealed is drawn at any moment of a seminar, even from a room that holds it', {
    timeout: patience(30_000),
  }, () => {
    const sealed = (upTo: readonly Recorded[]) =>
      upTo.flatMap(({ audience, event }) => {
        if (audience === 'everyone') return []
        switch (event.type) {
          case 'CaucusSpoken':
          case 'BilateralSpoken':
            return [event.text]
          case 'PositionFiled':
          case 'PositionDrafted':
            return [event.position.text, event.position.redLine]
          case 'BallotCast':
            return event.reason === null ? [] : [event.reason]
          default:
            return []
        }
      })
    let looked = 0
    for (const count of moments) {
      const upTo = rows.slice(0, count)
      // Private words may be said in public later; only words not yet public count here.
      const aloud = new Set(upTo.flatMap(({ event }) => (event.type === 'StatementMade' ? [event.text] : [])))
      const html = drawn(roomAt(upTo), upTo.at(-1)?.at ?? 0)
      for (const words of new Set(sealed(upTo))) {
        if (words === '' || aloud.has(words)) continue
        expect(html).not.toContain(escaped(words))
        looked += 1
      }
    }
    expect(looked).toBeGreaterThan(1000)
  })

  test('what a stage hears draws the same picture as the whole room', () => {
    for (const count of moments) {
      const upTo = rows.slice(0, count)
      const at = upTo.at(-1)?.at ?? 0
      const heard = fold(viewOf(upTo, { kind: 'stage' }, true))
      expect(heard && drawn(heard, at)).toBe(drawn(roomAt(upTo), at))
    }
  })

  test('every phase has its scene, and the close shows the cards from home, and the gap in the end', () => {
    const seen = new Map<string, Set<Scene>>()
    for (const count of ends) {
      const state = roomAt(rows.slice(0, count))
      const at = rows[count - 1]?.at ?? 0
      const kind = state.plan.phases[state.agenda.index]?.kind ?? 'lobby'
      seen.set(kind, (seen.get(kind) ?? new Set()).add(sceneOf(state, at, null)))
    }
    const scenes = Object.fromEntries([...seen].map(([kind, set]) => [kind, [...set]]))
    expect(scenes).toMatchObject({
      lobby: ['lobby'],
      briefing: ['private'],
      caucus: ['private'],
      reveal: ['reveal'],
      openings: ['debate'],
      floor: ['debate'],
      negotiation: ['text'],
      ratification: ['home'],
      debrief: ['home'],
    })
    const { state } = rehearsedSeminar()
    const long = (state.issued?.at ?? 0) + 10 * 60_000
    expect(sceneOf(state, long, null)).toBe('gap')
    expect(sceneOf(state, long, 'issued')).toBe('issued')
    expect(sceneOf(state, long, 'questions')).toBe('questions')
  })

  test('the debrief asks one question at a time over the gap of all rounds, and shows nothing out of role', () => {
    const begun = rows.findIndex(
      ({ event }) => event.type === 'PhaseStarted' && roomAt(rows).plan.phases[event.index]?.kind === 'debrief',
    )
    const state = roomAt(rows.slice(0, begun + 1))
    const long = (state.issued?.at ?? 0) + 10 * 60_000
    expect(sceneOf(state, long, null)).toBe('questions')
    expect(sceneOf(given().enters('negotiation').state, long, 'issued')).toBe('text')
    const html = drawn(state, long)
    expect(html).toMatch(/<h1[^>]*>And then\?<\/h1>/)
    expect(html).toContain('Question 2 of 2')
    expect(html).not.toContain('What now?')
    for (const [, size] of html.matchAll(/font-size="([\d.]+)"/g)) expect(Number(size)).toBeGreaterThanOrEqual(20)
    expect(html).toContain('Distance between delegations by round.')
  })

  test('the first three who wait stand in the order of their calls, each with what they asked for, and a point of order looks it', () => {
    const ask = (intent: Intent) => ({ type: 'askForFloor' as const, intent, answers: null })
    const room = given().enters('floor')
    const at = room.state.clock?.startsAt ?? 0
    room
      .does(AMARA, ask('challenge'))
      .does(DAIKI, ask('build-on'))
      .does(FEN, ask('question'))
      .does(GUO, ask('point-of-order'))
    const calls = queue(room.state)
    expect(calls).toHaveLength(4)
    const html = drawn(room.state, at)
    const waiting = html.slice(html.indexOf('Next'), html.indexOf('</section>', html.indexOf('Next')))
    const places = calls
      .slice(0, 3)
      .flatMap(({ seat, intent }) => [
        waiting.indexOf(record.intents[intent]),
        waiting.indexOf(escaped(room.state.seats[seat]?.title ?? '?')),
      ])
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(places[0]).toBeGreaterThan(0)
    const last = calls.slice(3).flatMap(({ seat }) => room.state.seats[seat]?.title ?? [])
    for (const title of last) expect(waiting).not.toContain(escaped(title))
    expect([...waiting.matchAll(/data-first="true"[^>]*>([^<]*)/g)].map(([, words]) => words)).toEqual([
      'point of order',
    ])
  })

  test('at a reveal every delegation stands somewhere, and says how it came to stand there', () => {
    const position = { value: 1, text: 'Ours.', redLine: '', anchors: [], guesses: {} }
    const room = given().enters('caucus')
    const [round = ''] = phaseNow(room.state)?.files?.rounds ?? []
    const where = { round, stage: 'opening' as const, ...position }
    room.does(AMARA, { type: 'filePosition', ...where }).does(EMI, { type: 'draftPosition', ...where })
    room.enters('reveal')
    const html = drawn(room.state, room.state.clock?.startsAt ?? 0)
    const rows = [...html.matchAll(/<b>[^<]*<\/b><small>([^<]*)<\/small>/g)].map(([, how]) => how)
    expect(rows).toEqual(['filed', 'draft', 'from brief'])
  })

  test('at home a side is told by who decided, and a vote is no reason for what it did not decide', () => {
    const { state } = rehearsedSeminar()
    const at = (state.issued?.at ?? 0) + 1
    const vote = { seat: seatId.parse('jp.finance'), vote: 'ratify' as const, reason: 'It costs us little.' }
    const side = { delegation: JP, cards: [], votes: [vote], reason: null, outcome: 'ratified' as const }
    const shown = (one: JudgedSide) => drawn({ ...state, turned: { at, sides: [one] } }, at).replaceAll(/<[^>]+>/g, ' ')
    const byChair = shown({ ...side, by: 'chair', reason: 'Two members had left.' })
    expect(byChair).toContain('ratified, by the chair’s decision')
    expect(byChair).toMatch(/Two members had left\.\s+The chair/)
    expect(byChair).not.toContain('It costs us little.')
    expect(byChair).toContain('Signed and ratified, for Tokyo by the chair’s decision')
    expect(shown({ ...side, by: 'signature' })).not.toContain('It costs us little.')
    const byMembers = shown({ ...side, by: 'members' })
    expect(byMembers).toContain('ratified, 1 to 0')
    expect(byMembers).toMatch(/It costs us little\.\s+Finance Minister/)
  })

  test('news takes the stage as fiction when it comes, and steps back by itself', () => {
    const sent = rows.findIndex(({ event }) => event.type === 'InjectSent')
    const row = rows[sent]
    if (row?.event.type !== 'InjectSent') throw new Error('No news was sent in this seminar.')
    const state = roomAt(rows.slice(0, sent + 1))
    expect(announcementAt(state, row.at)).toMatchObject({ kind: 'news', headline: row.event.headline })
    const html = drawn(state, row.at + 1_000)
    expect(html).toContain(escaped(row.event.headline))
    expect(html).toContain('fiction')
    expect(announcementAt(state, row.at + 60_000)).toBeNull()
    expect(drawn(state, row.at + 60_000)).not.toContain(escaped(row.event.headline))
  })

  test('the code is on the wall only while the door is open, and whoever has come is named', () => {
    const state = roomAt(
      rows.slice(
        0,
        rows.findIndex(({ event }) => event.type === 'PhaseStarted'),
      ),
    )
    const room = {
      name: 'Table 3',
      activityId: 'a',
      title: 'The China gap',
      code: 'K7M-4QX',
      joinUrl: 'https://x.example/join/K7M-4QX',
      byOpenCode: false,
    }
    const open = drawn(state, 0, { room })
    expect(open).toContain('K7M-4QX')
    expect(open).toContain('x.example/join')
    expect(drawn(state, 0)).not.toContain('K7M')
    expect(open).toContain('6 understudies')
  })

  test('the square opens the address of the network that is written above it; one that only this machine opens is said to', () => {
    const state = roomAt(rows.slice(0, 1))
    const { publicUrl } = readEnvironment({ HOST: '0.0.0.0', PORT: '4000' })
    const room = { name: 'Table 3', activityId: 'a', title: 'The China gap', code: 'K7M-4QX', byOpenCode: false }
    const joinUrl = `${publicUrl}/join/K7M-4QX`
    const square = (address: string) =>
      /<path[^>]* d="[^"]{400,}"/.exec(
        renderToStaticMarkup(<QRCodeSVG value={address} level="M" marginSize={0} />),
      )?.[0]
    const open = drawn(state, 0, { room: { ...room, joinUrl } })
    expect(open).toContain(`${new URL(publicUrl).host}/join`)
    expect(square(joinUrl)).toBeDefined()
    expect(open).toContain(square(joinUrl))
    expect(open).not.toContain(square('http://127.0.0.1:4000/join/K7M-4QX'))
    const says = 'Only this computer can open the address. The lobby says which setting opens it.'
    expect(open).not.toContain(says)
    expect(drawn(state, 0, { room: { ...room, joinUrl } }, false)).toContain(says)
  })

  test('a lost connection is said in words over what was last known', () => {
    const html = drawn(roomAt(rows.slice(0, 200)), rows[199]?.at ?? 0, { connection: { kind: 'offline', since: 0 } })
    expect(html).toContain('This screen has lost the room')
    expect(html).toContain('role="timer"')
  })

  test('no words are set smaller than 40 pixels on a wall of 1920', () => {
    const folder = path.resolve('app/rooms/[roomId]/stage')
    const sizes = readdirSync(folder)
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
      .filter((line) => /^\s*(font|font-size|--stage-(sm|md|lg|clock)):/.test(line))
      .flatMap((line) => [...line.matchAll(/var\(--stage\) \* ([\d.]+)/g)].map(([, factor]) => Number(factor)))
    expect(sizes.length).toBeGreaterThan(10)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2.1)
  })
})

const escaped = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
