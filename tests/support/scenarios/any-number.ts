/** Tiny scenarios with any number of parties, for the extremes of two, seven and eight. */
import { HUES, SHAPES } from '#simulation/agenda/party-look'
import type { Scenario } from '#simulation/scenario/scenario'
import { drawnScenario } from './drawn-scenario'
import type { Party } from './drawn-table'

const NAMES = ['Ash', 'Birch', 'Cedar', 'Daphne', 'Elder', 'Fir', 'Gorse', 'Hazel']
const TENSIONS = ['tolls', 'tides']

function partyAt(place: number): Party {
  const name = NAMES[place] ?? `Party ${place}`
  // Spread over the axis, mirrored on the second tension, so that no two parties agree everywhere.
  const value = ((place * 5) % 13) / 2 - 3
  const stand = (words: string, at: number) => ({
    value: at,
    case: `${name} holds that ${words}.`,
    gives: `what ${name} can spare`,
  })
  return {
    ...{ id: name.toLowerCase(), name, short: name, capital: `Port ${name}` },
    ...{ letter: name.slice(0, 1), shape: SHAPES[place] ?? 'disc', hue: HUES[place] ?? 'slate' },
    offices: ['Speaker', 'Scribe'].slice(0, 1 + (place % 2)),
    stands: { tolls: stand('tolls follow the load', value), tides: stand('tides wait for nobody', -value) },
  }
}

/** A scenario with this many parties; the first and the last form the gap, and its sources take no side. */
export function scenarioOf(parties: number): Scenario {
  const all = Array.from({ length: parties }, (_, place) => partyAt(place))
  const ids = all.map(({ id }) => id)
  return drawnScenario({
    key: `ports-of-${parties}`,
    title: `Ports of ${parties}`,
    question: 'Who may pass, and at what price?',
    focus: { members: [ids[0] ?? '', ids.at(-1) ?? ''], name: 'the outer ports' },
    sources: [{ letter: 'K', title: 'A keeper’s notebook', author: 'The keeper', publisher: 'The lock', date: '1904' }],
    paragraphs: [{ id: 'K12.1', section: 'The gate', gist: 'The gate opens twice a day.' }],
    parties: all,
    subjects: TENSIONS.map((key) => ({
      ...{ key, title: key === 'tolls' ? 'Tolls' : 'Tides', question: `What of ${key}?`, minus: 'Less', plus: 'More' },
      steps: ['None', 'Hardly any', 'A little', 'Some', 'More', 'Much', 'All'],
      ...{ anchors: ['K12.1'], heading: key, base: `The ports settle ${key} […].` },
    })),
    news: [],
  })
}
