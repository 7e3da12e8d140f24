// Rooms of which little is known, or in which sides are even: what the debrief says of each, word for word (D14). A reviewer found each of
// them told wrongly once. The laws beside it judge drawn rooms; this is for the eye.
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { DelegationId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/state/room-state'
import { messages } from '../../../app/_messages/en'
import { AnswersSection } from '../../../app/rooms/[roomId]/debrief/answers-section'
import { useHeadline, useLinesTitle } from '../../../app/rooms/[roomId]/debrief/findings'
import { MovesSection } from '../../../app/rooms/[roomId]/debrief/moves-section'
import { TalkSection } from '../../../app/rooms/[roomId]/debrief/talk-section'
import type { Round } from '../../support/stories/revealed-rounds'
import { CN, JP, US } from '../../support/stories/sides'
import { type DrawnRoom, SEATS, toldRoom } from '../../support/stories/told-rooms'

type Guesses = Readonly<Record<DelegationId, number>>
const filed = (value: number, guesses: Guesses = {}) => ({ value, guesses, how: 'filed' as const, byBrief: false })
const brief = (value: number) => ({ value, guesses: {}, how: 'brief' as const, byBrief: true })
type Stood = ReturnType<typeof filed> | ReturnType<typeof brief>

/** A round of three positions that closes as it opened. */
const round = (us: Stood, jp: Stood, cn: Stood): Round => {
  const revealed = { [US]: us, [JP]: jp, [CN]: cn }
  return { opening: revealed, closing: revealed }
}
const at = (us: number, jp: number, cn: number) => round(filed(us), filed(jp), filed(cn))
type Floor = DrawnRoom['rounds'][number]['floor']
const says = (seat: (typeof SEATS)[number], answers: number | null = null): Floor[number] => ({
  is: 'said',
  seat,
  seconds: 30,
  answers,
  cites: [],
  withdrawn: false,
})

function Titles({ state }: { state: RoomState }) {
  const { headline, lead } = useHeadline(state)
  const back = {
    ...{ room: { id: 'room', name: 'Table 3' }, activity: { id: 'a', title: 'The gap', broughtAt: null } },
    ...{ course: { title: 'Alliances', timeZone: 'UTC' }, viewer: { kind: 'chair' as const }, steers: true },
    ...{ state, displayNames: {}, spreads: [] },
  }
  return (
    <>
      <h2>{headline}</h2>
      <h2>{lead}</h2>
      <h2>{useLinesTitle(state)}</h2>
      <AnswersSection back={back} />
      <TalkSection back={back} />
      <MovesSection back={back} />
    </>
  )
}

/** The titles of a room whose first round was spoken as told. */
function titles(rounds: readonly (Round | null)[], floor: Floor = [], taken: DrawnRoom['taken'] = [...SEATS]) {
  const { state } = toldRoom({
    taken,
    rounds: rounds.map((reveals, place) => ({ reveals, floor: place ? [] : floor })),
  })
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <Titles state={state} />
    </NextIntlClientProvider>,
  )
  const [headline, lead, lines, answers, talk, moves] = [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, words]) =>
    (words ?? '').replaceAll('&#x27;', '’'),
  )
  return { headline, lead, lines, answers, talk, moves }
}

const OWN: Guesses = { [JP]: 0 }
const twoHere: Floor = [says('us.state'), says('jp.pm', 0), says('us.state', 1)]

const GALLERY: Readonly<Record<string, readonly [ReturnType<typeof titles>, Partial<ReturnType<typeof titles>>]>> = {
  'nearer one side in most rounds, and the other in the mean': [
    titles([at(0, 1, 2), at(0, 1, 1.5), at(0, 1.5, 2), at(0, 1, -2)]),
    {
      headline:
        'In 2 of 4 rounds that can be compared Tokyo stood nearer to Beijing than to Washington; in 1 it was the other way; in 1 both were equal.',
      lead: 'Mean distance: US–Japan 1.1, Japan–China 1.3, and US–China 1.9.',
    },
  ],
  'nobody filed': [
    titles([round(brief(2), brief(0), brief(-2)), round(brief(2), brief(0.5), brief(-2))]),
    { headline: 'Nobody filed a position; what the briefs said lay 1.8 apart on average.' },
  ],
  'two students, and one guess': [
    titles([round(filed(2, OWN), filed(0), brief(-1)), round(filed(2), filed(0), brief(-1))], twoHere.slice(0, 2), [
      'us.state',
      'jp.pm',
    ]),
    {
      headline: 'In all 2 rounds that can be compared Tokyo stood nearer to Beijing than to Washington.',
      lead: 'Nobody filed Beijing’s position in 2 rounds: the brief stands there. Mean distance: Japan–China 1.0, US–Japan 2.0, and US–China 3.0. Washington’s own guesses put it 2.0 from Tokyo in one round.',
      lines: 'Washington thought Tokyo as far off as it stood in 1 of 1 round',
      answers: 'Washington was answered most, 1 time; Tokyo and Beijing least, never',
      talk: 'The three heads did 100% of the talking; understudies played 16 seats',
    },
  ],
  'ended before its first round closed': [
    titles([{ ...at(2, 0, -1), closing: {} }]),
    {
      headline: 'In the one round that can be compared Tokyo stood nearer to Beijing than to Washington.',
      lines: 'The allies stood 2.0 apart on the name of the contest',
      moves: 'Who moved is told once a round’s closing positions are revealed',
    },
  ],
  'guessed too near as often as too far': [
    titles([1, 1, -1, -1].map((guess) => round(filed(2, { [JP]: guess }), filed(0), filed(-3)))),
    { lines: 'Washington thought Tokyo nearer than it stood in 2 of 4 rounds and further off than it stood in 2' },
  ],
  'as far apart in every round, and two answered alike': [
    titles([at(2, -1, -3), at(2, -1, -3), at(1, -2, -3)], twoHere),
    {
      lines: 'The allies stood 3.0 apart in every round',
      answers: 'Washington and Tokyo were answered most, 1 time each; Beijing least, never',
      moves: 'No position moved between opening and closing; 3 rounds cannot be compared',
    },
  ],
  'all even': [
    titles([at(2, 0, -2), at(1, 0, 1)]),
    { headline: 'In all 2 rounds that can be compared Tokyo stood as far from Beijing as from Washington.' },
  ],
  'one delegation silent': [
    titles([at(2, 0, -2)], twoHere),
    {
      headline: 'In the one round that can be compared Tokyo stood as far from Beijing as from Washington.',
      talk: 'The three heads did 100% of the talking; 4 of 6 students were never heard; understudies played 12 seats',
    },
  ],
  'nothing revealed': [
    titles([null]),
    {
      headline: 'Too few positions were revealed to say how far apart the delegations stood.',
      lead: '',
      lines: 'The gap cannot be measured',
      answers: 'No statement answered another delegation’s',
      talk: 'Nobody has spoken yet',
    },
  ],
  'three hundred statements of one person': [
    titles(
      [at(2, 1, -2)],
      Array.from({ length: 300 }, () => says('us.trade')),
    ),
    { talk: 'The three heads did 0% of the talking; 5 of 6 students were never heard; understudies played 12 seats' },
  ],
}

test.each(Object.entries(GALLERY))('D14 %s', (_, [said, expected]) => {
  expect(said).toMatchObject(expected)
})
