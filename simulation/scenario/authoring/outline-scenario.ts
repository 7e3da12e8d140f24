// Makes a whole scenario of an outline. Names that an author never types, such as a delegation's or a tension's key, are made from the words
// where these have Latin letters, else from their place.
import { SHAPES } from '../../agenda/party-look'
import { type DelegationId, delegationId, type TensionKey, tensionKey } from '../../kernel/ids'
import { type Scenario, scenario } from '../scenario'
import type { Outline } from './outline'
import { agendasOf } from './outline-agendas'
import { OUTLINE_WORDS, type OutlineWords } from './outline-words'

/** How far from its opening a party can move without leaving its role, where no author says. */
const BAND = 1.5
const END = 3

/** `key` is what plans and records call it; made of the title where nobody says. */
export function scenarioFrom(outline: Outline, key?: string): Scenario {
  const { title, language, sources } = outline
  const words = OUTLINE_WORDS[language]
  const sides = namesOf(
    outline.parties.map(({ name }) => name),
    11,
    'side',
    (name) => delegationId.safeParse(name).success,
  )
  const tensions = namesOf(
    outline.tensions.map(({ title }) => title),
    30,
    'question',
    // Every object has something of this name.
    (key) => key !== 'constructor' && tensionKey.safeParse(key).success,
  )
  const ids = sides.map((side) => delegationId.parse(side))
  const seats = outline.parties.map(({ offices }, party) =>
    namesOf(
      offices.map(({ title }) => title),
      20,
      'office',
      () => true,
    ).map((office) => `${sides[party]}.${office}`),
  )
  const [first, second] = outline.parties
  return scenario.parse({
    ...{ key: (key ?? latin(title, 50, '-')) || 'scenario', title, subtitle: '', language, asOf: '', asOfNote: '' },
    sources: sources.map((source, place) => ({
      ...{ letter: letterAt(place), title: source.title, author: source.author },
      ...{ publisher: source.publisher ?? '', date: source.date ?? '' },
      ...(source.url === undefined ? {} : { url: source.url }),
    })),
    premise: { text: '', anchors: [], note: '' },
    seminarQuestion: { text: outline.question ?? title, anchors: [] },
    learningOutcomes: [],
    reading: { minutes: 0, beforeClass: '', noTime: '', inClass: '', howToCite: '', howToDisagree: '' },
    instructorNote: { title: '', paragraphs: [] },
    ...{ glossary: [], paragraphs: [], injects: [], lines: [], publicFacts: [], stakes: {} },
    ...{ checkQuestions: [], timeline: [], map: null, readings: [], samples: [], runSheet: null },
    debriefQuestions: words.questions.map((ask, place) => ({ key: `question-${place + 1}`, ask, anchors: [] })),
    delegations: outline.parties.map((party, place) => ({
      ...{ id: ids[place], name: party.name, short: shortOf(party), capital: shortOf(party) },
      ...{ letter: party.mark, shape: SHAPES[place], hue: party.colour },
      ...{ interests: [], redLines: [], roomToMove: [], publicAtHome: [], weakSpots: [], cards: [] },
      ...{ strongestCase: '', tone: '' },
      openings: Object.fromEntries(
        outline.tensions.map(({ opens }, tension) => [tensions[tension], openingAt(opens[place])]),
      ),
    })),
    focus: { members: ids.slice(0, 2), name: words.both(first ? shortOf(first) : '', second ? shortOf(second) : '') },
    seats: outline.parties.flatMap(({ offices }, party) =>
      offices.map(({ title, charge }, place) => ({
        ...{ id: seats[party]?.[place], delegation: ids[party], title, head: place === 0, order: place + 1, charge },
        ...{ brief: '', objectives: [], firstInCaucus: '', neverInPublic: '', anchors: [] },
      })),
    ),
    seatOrder: Object.fromEntries(ids.map((id, party) => [id, seats[party]])),
    tensions: outline.tensions.map(({ title, question, minus, plus, opens }, place) => ({
      ...{ key: tensions[place], order: place + 1, title, question, drawsOn: [], whyItMatters: '' },
      axis: { minus, plus, labels: labelsOf(words, minus, plus) },
      openings: Object.fromEntries(ids.map((id, party) => [id, { value: opens[party], reason: '', anchors: [] }])),
      ...{ chairQuestions: [], misunderstandings: [], endsWell: '', goesWrong: '' },
    })),
    communique: { title: '', preamble: '', note: '', clauses: [], closingQuestion: '' },
    rubric: {
      ...{ note: '', scale: words.levels },
      criteria: words.criteria.map(([key, name, question]) => ({
        ...{ key, name, question, subjects: ['student', 'position'], levels: words.levels, hint: [] },
      })),
    },
    reflectionPrompts: Object.fromEntries(Object.entries(words.prompts).map(([who, prompt]) => [who, [prompt]])),
    agendas: agendasOf(
      outline,
      tensions.map((key): TensionKey => tensionKey.parse(key)),
    ),
    speakingOrder: { rule: '', rounds: turned(ids), laterRounds: '', speaker: '' },
  })
}

/** A longer name would not stand beside another in a chart or on a button. */
const MOST_LETTERS = 16
const shortOf = ({ name, short, mark }: Outline['parties'][number]): string =>
  short ?? (name.length <= MOST_LETTERS ? name : mark)

/** Each party opens a round once before any opens a second one. */
const turned = (ids: readonly DelegationId[]): DelegationId[][] =>
  ids.map((_, place) => [...ids.slice(place), ...ids.slice(0, place)])

const openingAt = (value = 0) => ({
  ...{ value, band: [Math.max(-END, value - BAND), Math.min(END, value + BAND)], reading: '', anchors: [] },
})

const labelsOf = ({ mostly, rather, middle }: OutlineWords, minus: string, plus: string) => ({
  ...{ '-3': minus, '-2': mostly(minus), '-1': rather(minus), '0': middle },
  ...{ '1': rather(plus), '2': mostly(plus), '3': plus },
})

/** Names from words, no two alike; where the words have none that will do, from what it is and its place: `sidea`. */
function namesOf(
  words: readonly string[],
  length: number,
  what: string,
  fits: (name: string) => boolean,
): readonly string[] {
  const taken = new Set<string>()
  return words.map((each, place) => {
    const own = latin(each, length, '')
    const name = own.length > 1 && fits(own) && !taken.has(own) ? own : what + letterAt(place).toLowerCase()
    taken.add(name)
    return name
  })
}

/** The Latin letters of some words in lower case, without their marks. */
const latin = (words: string, length: number, between: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, between)
    .replace(/^-|-$/g, '')
    .slice(0, length)
    .replace(/-$/, '')

const letterAt = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place)
