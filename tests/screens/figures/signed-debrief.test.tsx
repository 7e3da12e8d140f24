// What the debrief says of a text that was signed: how each side read it, and what it was worth (rules D10, D11).
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import common from '../../../app/_messages/en/common.json'
import debrief from '../../../app/_messages/en/debrief.json'
import record from '../../../app/_messages/en/record.json'
import ui from '../../../app/_messages/en/ui.json'
import { OutcomeSection } from '../../../app/rooms/[roomId]/debrief/outcome-section'
import { ReadingsSection } from '../../../app/rooms/[roomId]/debrief/readings-section'
import { WorthSection } from '../../../app/rooms/[roomId]/debrief/worth-section'
import { given, type Room } from '../../support/given'
import { signedStory } from '../../support/stories/signed-story'

function said({ state }: Room): string {
  const back = {
    ...{ room: { id: 'room', name: 'Table 3' }, activity: { id: 'activity', title: 'The China gap', broughtAt: null } },
    ...{ course: { title: 'Alliances', timeZone: 'UTC' }, viewer: { kind: 'chair' as const }, steers: true },
    ...{ state, displayNames: {}, spreads: [] },
  }
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, debrief, record, ui }}
      onError={(error) => {
        throw error
      }}
    >
      <OutcomeSection back={back} />
      <ReadingsSection back={back} />
      <WorthSection back={back} />
    </NextIntlClientProvider>,
  )
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/g, ' ')
}

describe('the debrief of what was signed', () => {
  test('D10 D11 all filed: the furthest two, the planes with their numbers, and the trades', () => {
    const page = said(signedStory({ readings: { us: 2, jp: 0.5, cn: -1.5 } }))
    expect(page).toContain('All three signed clause 1; Washington and Beijing read it 3.5 apart')
    expect(page).toContain('Clause 1 as read: United States +2.0, Japan +0.5, China −1.5')
    expect(page).toContain('Each read the words within one step of where it already stood.')
    expect(page).toContain('Clause 2 was not agreed, so there is nothing to read.')
    expect(page).toContain('3 readings of 3 asked for')
    // Nobody is said not to have voted on what was not put to the vote.
    expect(page).toContain('2. The gap, admitted Not agreed not put to the vote')
    expect(page).not.toContain('did not vote')
    expect(page).toContain('The best trade of every pair ran through clause 2, the one left open')
    expect(page).toContain('Both could have had')
    expect(page).toContain('4.0 if they read it alike')
    expect(page).toContain('was worth 6.0 and 4.6 as each reads it, 4.3 and 4.7 if read alike')
    expect(page).toContain('the frontier runs from 7.3 and 10.0 to 10.0 and 7.5')
    expect(page).toContain('Three trades nobody made, the best of each pair')
    expect(page).toMatch(/Tokyo’s 1 for Beijing’s 2 .*worth to Tokyo: \+4\.4 worth to Beijing: \+8\.1/)
    expect(page).toMatch(/Washington 6 · 4 2 of 2 1 of 1/)
    expect(page).toContain('Read apart 1.')
    expect(page).toMatch(/Washington \+2\.0, Tokyo \+0\.5, and Beijing −1\.5/)
    expect(page).toMatch(/Enough was filed: 3 .*Washington and Tokyo: .*best trade: clause \d for clause \d/)
  })

  test('D10 D11 too little filed: nothing is guessed, and what is missing is said', () => {
    const some = said(signedStory({ chips: ['us', 'jp'], readings: { us: 2, jp: 0.5 } }))
    expect(some).toContain('Only Washington and Tokyo can be drawn: Beijing laid no chips and read 0 of its 1 clause')
    expect(some).toContain('Beijing signed and marked nothing.')
    expect(some).toContain('none laid')
    expect(some).toContain('equal chips are our guess, not a wish')
    const none = said(signedStory({}))
    expect(none).toContain('Nobody marked where the agreed words stand')
    expect(none).toContain('Too little was filed to say what the text was worth')
    expect(said(signedStory({ readings: { jp: -1 } }))).toContain('Only Tokyo read clause 1')
    expect(said(signedStory({ readings: { us: -1, jp: -1, cn: -1 } }))).toContain('All three read clause 1 at −1.0')
    expect(said(given().enters('debrief'))).toContain('Nothing was agreed, so there is nothing to read')
  })
})
