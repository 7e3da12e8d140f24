/** The three tensions: a share, a timetable, a bill. On the third no source takes a side. */
import type { Subject } from '../drawn-table'

export const SUBJECTS: readonly Subject[] = [
  {
    ...{
      key: 'water-share',
      title: 'The share of the water',
      minus: 'Each draws what it needs',
      plus: 'A fixed number',
    },
    question: 'Is the water divided by need or by number?',
    steps: [
      'No limit',
      'A custom of restraint',
      'A floor for all',
      'Half need, half number',
      'A number in dry months',
      'A number each year',
      'A number for ever',
    ],
    author: { source: 'B', value: 1, reason: 'The survey would divide the flow, not the lake.', anchors: ['B2.2'] },
    anchors: ['B1.1', 'B2.1', 'B2.2'],
    heading: 'The water',
    base: 'The shores divide the water […], and publish what they take.',
  },
  {
    ...{ key: 'ferry-timetable', title: 'The timetable', minus: 'One table for the lake', plus: 'Each port its own' },
    question: 'Who says when a boat leaves?',
    steps: [
      'One table, one fleet',
      'One table',
      'One table with exceptions',
      'Shared hours',
      'Own tables, published',
      'Own tables',
      'No table',
    ],
    author: { source: 'T', value: -2, reason: 'The compact holds the passage in common.', anchors: ['T1.1'] },
    anchors: ['B3.1', 'T1.1'],
    heading: 'Passage',
    base: 'Boats leave by a table that the shores set […].',
  },
  {
    ...{ key: 'dredging-bill', title: 'The dredging bill', minus: 'All pay alike', plus: 'Who uses it pays' },
    question: 'Who pays for the channel?',
    steps: [
      'Equal parts',
      'Nearly equal',
      'By population',
      'By agreement',
      'By tonnage',
      'By passage',
      'The user alone',
    ],
    anchors: ['T10.2', 'B3.1'],
    heading: 'The channel',
    base: 'The channel is kept at depth, and its cost is borne […].',
  },
]
