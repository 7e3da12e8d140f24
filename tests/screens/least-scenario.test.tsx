// L46 on screens: whatever is drawn of the least that an author writes has no heading without words beneath it, no empty list or paragraph, and
// no sentence that lacks a name. It looks at the markup alone and knows nothing of what draws it.
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { outlineOf } from '#simulation/reading/record/scenario-outline'
import { studentPack } from '#simulation/reading/record/scenario-pack'
import { scenarioFrom } from '#simulation/scenario/authoring/outline-scenario'
import { InstructorPack } from '../../app/_pack/instructor-pack'
import { ScenarioOutline } from '../../app/_pack/scenario-outline'
import { StudentPack } from '../../app/_pack/student-pack'
import { patience } from '../support/patience'
import { LEAST } from '../support/scenarios/least'
import { chairScreens, markup, otherScreens, playedOf, roomScreens, wordsOf } from './drawn-screens'

/** What stands empty in a page's markup, with some of what is around it. */
function empties(html: string): readonly string[] {
  const around = (at: number) => html.slice(Math.max(0, at - 80), at + 60)
  // A place where something will be said, or listed once there is something, is no gap.
  const bare = html
    .replaceAll(/<(span|b|i|em|small|bdi)(?: [^>]*)?>\s*<\/\1>/g, '')
    .replaceAll(/<(ul|ol|dl)(?: [^>]*)?>\s*<\/\1>/g, '')
    .replaceAll(/<p [^>]*role="status"[^>]*>\s*<\/p>/g, '')
  const marks = [
    // An element of words that holds none.
    /<(h[1-6]|p|li|dt|dd|legend|summary|th|time)(?: [^>]*)?>\s*<\/\1>/g,
    // A heading of words alone with nothing beneath it, or before another heading as high.
    /<h4(?: [^>]*)?>[^<]*<\/h4>\s*(?:<\/(?:section|article|div|li)>|<h4)/g,
    /<\/h3>\s*<h3/g,
    // A part of which only its band is there.
    /<\/h2><\/span>(?:<span>[^<]*<\/span>)?<\/div><\/section>/g,
  ]
  return marks
    .flatMap((mark) => [...bare.matchAll(mark)].map(({ index }) => bare.slice(Math.max(0, index - 120), index + 40)))
    .concat(
      [...wordsOf(html).matchAll(/undefined|\[object|\bNaN\b|“”|: \.|\( ?\)|,\s*,/g)].map(
        ({ 0: what }) => `${what} in ${around(html.indexOf(what))}`,
      ),
    )
}

describe('L46 a scenario of which only the least is written', () => {
  const scenario = scenarioFrom(LEAST)
  const played = playedOf(scenario)

  test('leaves nothing empty on any screen, from the wizard to the debrief', { timeout: patience(60_000) }, () => {
    const found = new Map<string, readonly string[]>()
    const look = (screens: Record<string, ReactNode>) => {
      for (const [name, screen] of Object.entries(screens)) {
        const empty = empties(markup(screen))
        if (empty.length > 0) found.set(name, empty)
      }
    }
    const seats = played.state.plan.seats.map(({ id }) => id)
    for (const [place, upTo] of played.moments.entries()) {
      const seat = seats[place % seats.length]
      if (seat) look(roomScreens(played, upTo, seat))
      look(chairScreens(played, upTo))
    }
    look(otherScreens(played))
    look({
      'student pack': <StudentPack pack={studentPack(scenario, 'seminar-90')} briefs={null} foot="" />,
      'instructor pack': <InstructorPack scenario={scenario} agendaKey="seminar-90" foot="" />,
      outline: <ScenarioOutline outline={outlineOf(scenario)} foot="" />,
    })
    expect(Object.fromEntries(found)).toEqual({})
  })
})
