/**
 * Five Shores: five states around a lake, with one to four seats, two sources and three other kinds of axis (a share, a timetable, a
 * bill). Three of them form the gap. Nothing in it names a country, city or text of the built-in scenario.
 */
import type { Scenario } from '#simulation/scenario/scenario'
import { drawnScenario } from '../drawn-scenario'
import type { Table } from '../drawn-table'
import { PARTIES } from './parties'
import { SUBJECTS } from './subjects'

const table: Table = {
  key: 'five-shores',
  title: 'Five Shores',
  question: 'How much of the lake may each shore use, and who keeps it open to all?',
  focus: { members: ['belmora', 'cas', 'dunhaven'], name: 'the lower shores' },
  sources: [
    { letter: 'B', title: 'The Basin Survey', author: 'Ilse Marr', publisher: 'Lake Office', date: '2030' },
    {
      letter: 'T',
      title: 'The Compact of the Shores',
      author: 'The five signatories',
      publisher: 'Lake Office',
      date: '1931',
    },
  ],
  paragraphs: [
    { id: 'B1.1', section: 'Inflow', gist: 'Three rivers feed the lake, and two of them shrink.' },
    { id: 'B1.2', section: 'Inflow', gist: 'Meltwater now comes a month earlier than it did.' },
    { id: 'B2.1', section: 'Use', gist: 'Fields take most of the water, and towns the rest.' },
    { id: 'B2.2', section: 'Use', gist: 'A fixed share breaks in a dry year; a share of the flow bends.' },
    { id: 'B3.1', section: 'Passage', gist: 'Four ferries in five leave within the same two hours.' },
    { id: 'T1.1', section: 'The compact', gist: 'The lake is held in common and is closed to none.' },
    { id: 'T10.2', section: 'The compact', gist: 'Works that serve all are paid by all, in parts to be agreed.' },
  ],
  ballotRule: { votesFor: 4, votesAgainst: 1 },
  parties: PARTIES,
  subjects: SUBJECTS,
  news: [
    {
      key: 'dry-spring',
      headline: 'Gauge at its lowest since measuring began',
      text: 'The Lake Office reads the gauge at noon and publishes a number nobody has seen before.',
      tension: 'water-share',
      squeezes: ['ar', 'dunhaven'],
    },
    {
      key: 'night-boat',
      headline: 'Night boat cancelled for want of depth',
      text: 'The last boat turns back at the bar; two hundred passengers sleep in the hall.',
      tension: 'dredging-bill',
      squeezes: ['es'],
    },
  ],
}

let drawn: Scenario | undefined
export function fiveShores(): Scenario {
  drawn ??= drawnScenario(table)
  return drawn
}
