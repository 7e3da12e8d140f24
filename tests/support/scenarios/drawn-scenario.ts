/**
 * Builds a whole scenario from a short table: parties, tensions, and where each begins. It lets rules and screens be tested with parties,
 * sources and axes that the built-in scenario lacks.
 */
import { type Scenario, scenario } from '#simulation/scenario/scenario'
import type { Party, Stand, Subject, Table } from './drawn-table'

const officeKey = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const seatOf = (party: Party, place: number): string => `${party.id}.${officeKey(party.offices[place] ?? 'head')}`

export function drawnScenario(table: Table): Scenario {
  const [first] = table.paragraphs
  const anchors = first ? [first.id] : []
  return scenario.parse({
    ...frameOf(table, anchors),
    delegations: table.parties.map((party) => delegationOf(party, table, anchors)),
    seats: table.parties.flatMap((party) => seatsOf(party, anchors)),
    stakes: Object.fromEntries(
      table.parties.flatMap((party) =>
        party.offices.map((title, place) => [seatOf(party, place), stakesOf(title, party, table)]),
      ),
    ),
    seatOrder: Object.fromEntries(
      table.parties.map((party) => [party.id, party.offices.map((_title, place) => seatOf(party, place))]),
    ),
    tensions: table.subjects.map((subject, index) => tensionOf(subject, index, table)),
    injects: table.news.map(({ key, headline, text, tension, squeezes }) => ({
      ...{ key, fiction: true, form: 'bulletin', headline, text, tensions: [tension], anchors, squeezes },
      ...{ when: 'In the middle of the floor.', followUp: 'Ask each head what it changes.' },
    })),
    communique: communiqueOf(table),
    agendas: [seminarOf(table), weekOf(table)],
    speakingOrder: {
      rule: 'Each delegation opens one of the first rounds.',
      rounds: [table.parties.map(({ id }) => id)],
      laterRounds: 'By lot, drawn from the room’s stored seed.',
      speaker: 'The head opens the first round.',
    },
    lines: table.subjects.flatMap((subject) => table.parties.flatMap((party) => linesOf(party, subject, table))),
  })
}

const frameOf = ({ key, title, question, focus, sources, paragraphs }: Table, anchors: string[]) => ({
  ...{ key, title, subtitle: question, language: 'en', asOf: '2031-05', focus, sources },
  asOfNote: 'It is May 2031; nothing later exists in this room.',
  premise: { text: question, anchors, note: 'The meeting is invented.' },
  seminarQuestion: { text: question, anchors },
  learningOutcomes: [{ key: 'explain', text: 'Explain why parties to one question read it differently.' }],
  reading: {
    minutes: 20,
    ...{ beforeClass: 'Read the sources.', noTime: 'Read the gists.', inClass: 'Keep the sources open.' },
    ...{ howToCite: 'Cite by paragraph.', howToDisagree: 'Say what you would need to see.' },
  },
  instructorNote: { title: 'To the instructor', paragraphs: [{ key: 'begin', text: 'Begin with the question.' }] },
  glossary: [],
  paragraphs: paragraphs.map(({ id, section, gist }, index) => ({
    ...{ id, section, gist },
    number: paragraphs.slice(0, index + 1).filter((each) => each.section === section).length,
  })),
  rubric: {
    note: 'Outcomes carry no weight.',
    scale: ['Not shown', 'Weak', 'Sound', 'Good', 'Strong'],
    criteria: [
      {
        ...{ key: 'role', name: 'Faithful to role', question: 'Does the office speak?', hint: ['Look in the caucus.'] },
        ...{ subjects: ['student', 'position'], levels: ['None', 'Little', 'Some', 'Much', 'All'] },
      },
    ],
  },
  reflectionPrompts: {
    person: ['Which sentence of yours would you take back?', 'What moved you?'],
    role: ['What did your office want?'],
    teamMember: ['Whose work carried your delegation?'],
    observer: ['Which statement changed the room?'],
  },
  debriefQuestions: [{ key: 'leave-role', ask: 'What would you say in your own name?', anchors: [] }],
  publicFacts: [
    {
      key: 'gauge',
      text: 'The gauge has been read every day for a hundred years.',
      source: { publication: 'Yearbook of the gauge', date: '2030' },
      looked: 'looked-up',
    },
  ],
  ...{ checkQuestions: [], timeline: [], map: null, readings: [], samples: [], runSheet: null },
})

function delegationOf(party: Party, { subjects }: Table, anchors: string[]) {
  const { id, name, short, capital, letter, shape, hue, stands } = party
  const own = (text: string) => [{ text, anchors }]
  return {
    ...{ id, name, short, capital, letter, shape, hue },
    interests: own(`${capital} wants a text that it can carry home.`),
    redLines: [
      { id: `${id}.red.text`, text: `${capital} signs nothing that binds it alone.`, anchors: [], facts: ['gauge'] },
    ],
    roomToMove: own(`${capital} can move on words before it moves on numbers.`),
    publicAtHome: own(`At home ${name} is asked what it brings back.`),
    openings: Object.fromEntries(
      subjects.map((subject) => {
        const { value, case: reading } = standOn(party, subject)
        return [subject.key, { value, band: [Math.max(-3, value - 1.5), Math.min(3, value + 1.5)], reading, anchors }]
      }),
    ),
    strongestCase: Object.values(stands)[0]?.case ?? `${name} has a case.`,
    weakSpots: own(`Others remember what ${name} promised before.`),
    tone: 'Short sentences.',
    cards: [],
  }
}

function standOn(party: Party, { key }: Subject): Stand {
  const stand = party.stands[key]
  if (!stand) throw new Error(`${party.id} has no stand on ${key}.`)
  return stand
}

const seatsOf = (party: Party, anchors: string[]) =>
  party.offices.map((title, place) => {
    const id = seatOf(party, place)
    return {
      ...{ id, delegation: party.id, title, head: place === 0, order: place + 1 },
      charge: `Speak for the ${title.toLowerCase()} of ${party.name}.`,
      brief: `You hold ${party.capital} to what it can deliver.`,
      objectives: [{ id: `${id}.obj1`, text: 'Your office is named in the text.', anchors }],
      firstInCaucus: `The ${title.toLowerCase()} of ${party.name} asks first: what do we need, and what can we do without?`,
      neverInPublic: `That ${party.capital} would settle for less.`,
      anchors,
    }
  })

/** Each office would go half a step further than its delegation, or half a step less far at the end of the axis. */
const stakesOf = (title: string, party: Party, { subjects }: Table) =>
  Object.fromEntries(
    subjects.map((subject) => {
      const { value } = standOn(party, subject)
      const text = `The ${title.toLowerCase()} answers for ${subject.title.toLowerCase()} at home.`
      return [subject.key, { value: value < 3 ? value + 0.5 : value - 0.5, text }]
    }),
  )

const tensionOf = (subject: Subject, index: number, { parties }: Table) => ({
  ...{ key: subject.key, order: index + 1, title: subject.title, question: subject.question },
  drawsOn: subject.anchors,
  whyItMatters: `${subject.title} is decided whether anybody decides it or not.`,
  axis: {
    ...{ minus: subject.minus, plus: subject.plus },
    labels: Object.fromEntries(subject.steps.map((name, step) => [String(step - 3), name])),
  },
  ...(subject.author ? { author: subject.author } : {}),
  openings: Object.fromEntries(
    parties.map((party) => {
      const { value, case: reason } = standOn(party, subject)
      return [party.id, { value, reason, anchors: subject.anchors.slice(0, 1) }]
    }),
  ),
  chairQuestions: [`What would you need to see to move on ${subject.title.toLowerCase()}?`],
  misunderstandings: [],
  endsWell: 'Each says what it can live with.',
  goesWrong: 'Each repeats its opening.',
})

const communiqueOf = ({ parties, subjects, title, ballotRule }: Table) => ({
  title: `Joint text: ${title}`,
  preamble: 'The delegations met and wrote down what they share.',
  note: 'A bracket may stay with its reason.',
  clauses: subjects.map((subject, index) => ({
    ...{ key: subject.key, order: index + 1, tension: subject.key, heading: subject.heading, base: subject.base },
    brackets: Object.fromEntries(
      parties.map((party) => [party.id, `as ${party.name} puts it: ${standOn(party, subject).gives}`]),
    ),
    anchors: subject.anchors,
  })),
  ...(ballotRule ? { ballotRule } : {}),
  closingQuestion: 'What did nobody say?',
})

function seminarOf({ subjects, news }: Table) {
  const last = subjects.length - 1
  const blocks = [
    { block: 'start', phases: [phase('briefing', 300), phase('caucus', 300)] },
    ...subjects.map(({ key }, index) => {
      const inject = news.find(({ tension }) => tension === key)
      const middle = index === last ? phase('negotiation', 540) : phase('floor', 400)
      const shape = [
        ...(index === 0 ? [] : [phase('caucus', 120)]),
        phase('reveal', 60),
        phase('openings', 480),
        { ...middle, ...(inject ? { inject: { key: inject.key, atSeconds: 120 } } : {}) },
        phase('caucus', 120),
        phase('moved', 20),
      ]
      return { block: 'round', tension: key, folded: [], phases: shape }
    }),
    { block: 'close', phases: [phase('ballot', 180), phase('debrief', 300), phase('reflection', 240)] },
  ]
  return {
    ...{ kind: 'seminar', key: 'seminar-short', title: 'The short seminar', why: 'It fits into an hour.' },
    totalSeconds: blocks.flatMap((block) => block.phases).reduce((sum, { seconds }) => sum + seconds, 0),
    plays: subjects.map(({ key }) => key),
    clauses: subjects.map(({ key }) => key),
    blocks,
  }
}

const phase = (kind: string, seconds: number) => ({ phase: kind, seconds })

const EARLY = new Set(['reveal', 'negotiation', 'reflection'])

function weekOf({ subjects, news }: Table) {
  const asks = (what: string, count: number, by: string, more = {}) => ({ what, count, by, ...more })
  const part = (kind: string, fromDay: number, dueDay: number, requires: unknown[] = [], injects: unknown[] = []) => ({
    // Of two parts that are due on one day the earlier one is due in the morning.
    ...{ phase: kind, fromDay, dueDay, ...(EARLY.has(kind) ? { dueTime: '08:00' } : {}), requires, injects },
    note: `Day ${fromDay} to day ${dueDay}.`,
  })
  return {
    ...{ kind: 'homework', key: 'week', title: 'The week', totalDays: 7, deadlineTime: '20:00' },
    ...{ deadlineNote: 'Course time zone.', why: 'All of it side by side.' },
    plays: subjects.map(({ key }) => key),
    clauses: subjects.map(({ key }) => key),
    phases: [
      part('briefing', 1, 1, [asks('own-view', subjects.length, 'student')]),
      part('caucus', 1, 2, [asks('position-draft', 1, 'student'), asks('comment', 1, 'student')]),
      part('reveal', 3, 3),
      part('openings', 3, 3, [asks('opening', 1, 'leader')]),
      part(
        'floor',
        4,
        5,
        [asks('answer', 4, 'student', { toEachOther: true }), asks('anchor', 1, 'student')],
        news.map(({ key }) => ({ key, day: 4, time: '08:00' })),
      ),
      part('negotiation', 5, 6, [asks('proposal-or-amendment', 1, 'delegation')]),
      part('ballot', 6, 6, [asks('vote', 1, 'student')]),
      part('reflection', 7, 7, [asks('reflection', 2, 'student')]),
      part('debrief', 7, 7),
    ],
  }
}

/** Two openings, an answer to each other party, a question, a concession and a closing: enough lines for an understudy's round. */
function linesOf(party: Party, subject: Subject, { parties }: Table) {
  const { value, case: text, gives } = standOn(party, subject)
  const base = `${party.id}.${subject.key}`
  const others = parties.filter((other) => other.id !== party.id)
  const next = others[parties.indexOf(party) % others.length]
  const said = (kind: string, name: string, words: string, place: number, more = {}) => ({
    ...{ kind, id: `${base}.${name}`, delegation: party.id, tension: subject.key },
    ...{ seat: seatOf(party, place % party.offices.length), intent: kind === 'question' ? 'question' : 'point' },
    ...{ stance: value, anchors: subject.anchors.slice(place % subject.anchors.length).slice(0, 1), facts: ['gauge'] },
    text: words,
    ...more,
  })
  return [
    said('opening', 'o1', text, 0),
    said('opening', 'o2', `${party.capital} says it in one line. ${text}`, party.offices.length - 1),
    ...others.map((other, place) =>
      said('answer', `a${place + 1}`, `To ${other.capital} on ${subject.title.toLowerCase()}: ${text}`, place, {
        answers: `${other.id}.${subject.key}.o1`,
        argument: standOn(other, subject).case,
        ...{ quotes: false, intent: 'challenge' },
      }),
    ),
    ...(next
      ? [
          said(
            'question',
            'q1',
            `${party.capital} asks ${next.capital}: who pays if you are wrong about ${subject.title.toLowerCase()}?`,
            0,
            { to: next.id },
          ),
        ]
      : []),
    said('concession', 'c1', `If the others move too, ${party.capital} can give this: ${gives}`, 0, {
      condition: 'If the others move too.',
    }),
    said('closing', 'z1', `${party.capital} closes where it can stand. ${gives}`, 0),
  ]
}
