// The debrief page drawn from a whole seminar: its findings and figures, and what each reader finds on it and does not.
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { Viewer } from '#simulation/kernel/viewer'
import { stanceSpreads } from '#simulation/reading/positions/stance-spread'
import { debriefOrder } from '#simulation/reading/talk/debrief-order'
import type { RoomState } from '#simulation/state/room-state'
import { displayNames } from '#simulation/wire/protocol'
import common from '../../../app/_messages/en/common.json'
import debrief from '../../../app/_messages/en/debrief.json'
import record from '../../../app/_messages/en/record.json'
import transcript from '../../../app/_messages/en/transcript.json'
import ui from '../../../app/_messages/en/ui.json'
import { DebriefView } from '../../../app/rooms/[roomId]/debrief/debrief-view'
import essay from '../../../simulation/scenarios/china-gap/en/paragraphs.json'
import reflection from '../../../simulation/scenarios/china-gap/en/reflection.json'
import { AMARA, CHAIR, DAIKI, files, opening, SEATING, type Written } from '../../support/cast'
import { given, type Room } from '../../support/given'
import { givenWeek, HOUR, opensAt, phaseOf } from '../homework/given-week'
import { rehearsedSeminar } from '../record/rehearsed-seminar'

const names = displayNames.parse(Object.fromEntries(Object.keys(SEATING).map((name) => [name, `Name-${name}`])))

function drawn(state: RoomState, viewer: Viewer, whole: RoomState = state): string {
  const reading = {
    room: { id: 'room', name: 'Table 3' },
    activity: { id: 'activity', title: 'The China gap', broughtAt: null },
    course: { title: 'Alliances', timeZone: 'UTC' },
    viewer,
    steers: viewer.kind === 'chair',
    state,
    displayNames: names,
    spreads: stanceSpreads(whole),
  }
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, debrief, record, transcript, ui }}
      onError={(error) => {
        throw error
      }}
    >
      <DebriefView reading={reading} essay={essay} questions={reflection.debriefQuestions} />
    </NextIntlClientProvider>,
  )
}

const words = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

/**
 * What stands open: without what a reader opens by a press, however deep it lies, the letters in drawings, which are there once for
 * each width, and the bar of the page.
 */
function openWords(html: string): string {
  const outer = html.replaceAll(/<details\b(?:(?!<details\b).)*?<\/details>/gs, '')
  const seen = html.slice(html.indexOf('<main')).replaceAll(/<svg\b.*?<\/svg>/gs, '')
  return outer === html ? words(seen) : openWords(outer)
}

describe('the debrief begins with the question', () => {
  const { state } = rehearsedSeminar()
  const html = drawn(state, { kind: 'chair' })

  test('three questions come before every figure, and at most 700 words stand open', () => {
    const said = openWords(html)
    expect(said.split(/\s+/).length).toBeLessThanOrEqual(700)
    const asked = reflection.debriefQuestions.slice(0, 3).map(({ ask }) => html.indexOf(ask.slice(0, 24)))
    expect(asked.every((place) => place > 0)).toBe(true)
    expect(asked.toSorted((a, b) => a - b)).toEqual(asked)
    expect(html.indexOf('What to talk about now')).toBeLessThan(html.indexOf('<svg', html.indexOf('</header>')))
    expect(html.indexOf('>All figures<')).toBeGreaterThan(asked.at(-1) ?? 0)
  })

  test('at most three figures stand beside the questions and five after them, and what has too little is named in one line', () => {
    for (const room of [state, given().enters('floor').state, given().enters('debrief').state]) {
      const order = debriefOrder(
        room,
        stanceSpreads(room),
        essay.map(({ id }) => id),
      )
      expect(order.first.length).toBeLessThanOrEqual(3)
      expect(order.next.length).toBeLessThanOrEqual(5)
      const shown = [...order.first, ...order.next]
      expect(new Set([...shown, ...order.little]).size).toBe(shown.length + order.little.length)
      const line = drawn(room, { kind: 'chair' }).match(/Not enough was filed for: [^<]*/g) ?? []
      expect(line.length).toBe(order.little.length === 0 ? 0 : 1)
    }
  })
})

describe('the debrief of a whole seminar', () => {
  const { state } = rehearsedSeminar()
  const html = drawn(state, { kind: 'chair' })
  const said = words(html)

  test('every title states a finding and no word is missing', () => {
    const titles = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, title]) => words(title ?? '').trim())
    expect(titles.length).toBe(15)
    expect(titles).toContainEqual(expect.stringMatching(/^\w+ open brackets? at the start, \w+ at the vote$/))
    expect(titles).toContainEqual(expect.stringMatching(/^No word of what was agreed was written in class/))
    for (const title of titles) expect(title).toMatch(/\w+ \w+/)
    expect(said).not.toContain('debrief.')
    expect(html).toMatch(/<h1>(In \d of 4 rounds Tokyo stood|Tokyo stood as often) nearer to (Washington|Beijing)/)
  })

  test('a legend names the dashed lines of what was believed where they are drawn, and nowhere else', () => {
    const unguessed = given()
      .enters('caucus')
      .does(AMARA, files(opening(2)))
      .does(DAIKI, files(opening(-1)))
    unguessed.enters('debrief')
    expect(said).toContain('Dashed:')
    const plain = words(drawn(unguessed.state, { kind: 'chair' }))
    expect(plain).toContain('Plate: closing.')
    expect(plain).not.toContain('Dashed:')
  })

  test('each paragraph of the essay is drawn once and stands once in the proof, with its count or as never cited', () => {
    for (const { id } of essay) expect(html.match(new RegExp(`<b>${id}</b>`, 'g')), id).toHaveLength(2)
    expect(essay).toHaveLength(19)
    expect(html).toContain('/rooms/room/transcript?anchor=E')
  })

  test('a room in which nobody sits shows no stances and says why', () => {
    expect(said).toContain('Fewer than five people marked a stance')
  })
})

describe('the debrief of a week', () => {
  test('D4 where statements are posted without the floor, their number is counted and no time', () => {
    const room = givenWeek(opensAt('openings') + HOUR)
    const post = (text: string, answers: number | null): Written => ({
      type: 'postStatement',
      phase: phaseOf('openings'),
      round: 'framing',
      text,
      intent: 'point',
      answers,
      anchors: ['E5.1'],
    })
    room.does(AMARA, post('A coalition.', null))
    room.does(DAIKI, post('Who is in it?', room.state.record.length))
    const said = words(drawn(room.as({ kind: 'chair' }), { kind: 'chair' }))
    expect(said).toContain('Most first; one block a delegate')
    expect(said).toContain('The three heads did 100% of the writing')
    expect(said).toContain('Washington was answered most, 1 time')
    expect(said).toContain('The room leaned most on E5.1')
    expect(said).not.toMatch(/\d:\d\d/)
  })
})

describe('who finds what', () => {
  const WROTE = { amara: 'word-first', daiki: 'word-second' }

  /** Six people mark a stance before the talks. */
  function marked(phase: PhaseKind): Room {
    const room = given().enters('briefing')
    for (const [place, name] of Object.keys(SEATING).slice(0, 6).entries())
      room.does(`p:${name}`, { type: 'markStance', round: 'framing', value: place / 2 - 1 })
    return room.enters(phase)
  }

  /** Two of them reflect afterwards. */
  function reflected(): Room {
    const room = marked('debrief')
    room.does('p:amara', { type: 'writeReflection', prompt: 0, text: WROTE.amara })
    return room.does('p:daiki', { type: 'writeReflection', prompt: 1, text: WROTE.daiki })
  }

  test('D2 D7 while nobody has a second view or a closing position, the page says what is awaited and asks for no comparison', () => {
    const page = (room: Room) => words(drawn(room.as({ kind: 'chair' }), { kind: 'chair' }, room.state))
    const awaited = page(marked('floor'))
    expect(awaited).toContain('Where people stood themselves, before the talks')
    expect(awaited).toContain('Those after the talks are shown once nobody can mark one any more.')
    expect(awaited).toContain('6 before, mean +0.3')
    expect(awaited).toContain('Who moved is told once a round’s closing positions are revealed')
    expect(awaited).toContain('How the gap changes is told once a round’s closing positions are revealed')
    for (const said of [
      'filled: after',
      ' After ',
      'after: ',
      'before and after',
      'No position moved',
      'Plate: closing',
    ])
      expect(awaited, said).not.toContain(said)

    const compared = marked('reflection')
    for (const name of Object.keys(SEATING).slice(0, 6))
      compared.does(`p:${name}`, { type: 'markStance', round: 'framing', value: 1 })
    compared.does(CHAIR, { type: 'endPhase', index: compared.state.agenda.index })
    const both = page(compared)
    expect(both).toContain('filled: after')
    expect(both).toContain('6 before, mean +0.3 · 6 after, mean +1.0')
    expect(both).toContain('No position moved between opening and closing')
  })

  test('D7 D8 a student finds counts without a name, their own reflection, and nobody else’s', () => {
    const room = reflected()
    for (const name of Object.keys(SEATING)) {
      const html = drawn(room.as(room.viewerOf(name)), room.viewerOf(name), room.state)
      expect(html).toContain('6 before, mean +0.3')
      expect(html).not.toContain('Name-')
      for (const each of Object.keys(SEATING))
        expect(html, `${each} to ${name}`).not.toMatch(new RegExp(`\\b${each}\\b`))
      const found = Object.entries(WROTE).flatMap(([writer, wrote]) => (html.includes(wrote) ? [writer] : []))
      expect(found).toEqual(Object.keys(WROTE).filter((writer) => writer === name))
    }
  })

  test('D8 the chair finds every reflection with its writer, folded away and not for print', () => {
    const room = reflected()
    const html = drawn(room.as({ kind: 'chair' }), { kind: 'chair' })
    expect(html.split('<details').at(-1)).toMatch(/word-first.*Name-amara.*word-second.*Name-daiki/s)
    expect(html.match(/Name-/g)).toHaveLength(2)
    expect(html).not.toMatch(/<details[^>]* open/)
  })
})
