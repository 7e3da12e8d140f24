// The tables of a research file (D18) and what each of their columns means. The header of each CSV file, the codebook and the data package
// are all written from this list.
import { TABLES_BESIDE } from '../beside/slices'
import { AXIS_END } from '../kernel/axis'
import {
  type Column,
  count,
  instant,
  pid,
  type RowOf,
  type RowsOf,
  room,
  type Tables,
  text,
  UTC,
  uid,
  value,
  yesNo,
} from '../reading/research/research-table'

const AXIS = `steps of the axis, from -${AXIS_END} to ${AXIS_END}`
const delegation = text('delegation', 'The delegation, by its key in the scenario. Empty where there is none.')
const seat = text('seat', 'The seat, by its key in the plan.')
const head = yesNo('head', 'Whether it is the seat of the head of a delegation.', 'S7')
const phase = count('phase', 'The number of the phase in the agenda, from 1; 0 before the first.', 'P1')
const round = text('round', 'The round, by the key of its tension. Empty outside of rounds.')
const stage = text('stage', 'opening or closing.', 'O1')

export const RESEARCH_TABLES = {
  people: {
    about: 'A row for each person who ever sat at a table, and for each seat that an understudy plays.',
    columns: [
      ...[room, pid, seat, delegation],
      text('office', 'What the seat is called.'),
      text(
        'held',
        'now: they sit there. before: they sat there last. understudy: nobody sits there and an understudy plays it.',
        'U1',
      ),
      head,
      yesNo('consent', 'Whether their words may be used. Empty for an understudy.', 'D19'),
    ],
  },
  rooms: {
    about: 'A row for each table.',
    columns: [
      room,
      text('activity', 'The activity. The same code in every file of this server.'),
      text('title', 'What the activity is called.'),
      text('kind', 'seminar or homework.'),
      count('table', 'The number of the table in its activity, from 1.'),
      text('scenario', 'The key of the scenario.'),
      text('scenario_sha256', 'The fingerprint of the activity’s copy of the scenario.'),
      text('agenda', 'The key of the agenda.'),
      text('delegations', 'The keys of its delegations, between spaces.'),
      text('gap', 'The delegations between which the gap is measured, between spaces.', 'G3'),
      count('edition', 'The edition of the rules by which it was judged.'),
      count('row_version', 'The version of the stored rows.'),
      value('speed', 'How many times faster than planned it ran.'),
      count('seed', 'The seed of its lots. Empty while the record is sealed.', 'I5'),
      text('time_zone', 'The time zone of the course. All instants in the files are in UTC.'),
      instant('opened', 'When the room was made.', undefined, UTC),
      instant('started', 'When its first phase started.', 'P1', UTC),
      instant('ended', 'When its last phase ended.', 'P1', UTC),
      text('end', 'ahead, running, finished (by its agenda) or closed (by the chair).'),
      yesNo('unsealed', 'Whether the record was unsealed, so that private talk is in it.', 'P11'),
      yesNo('asked', 'Whether the activity asked its people for their words.', 'D19'),
    ],
  },
  phases: {
    about: 'A row for each phase of each agenda, held or not.',
    columns: [
      ...[room, phase],
      text('kind', 'The kind of the phase.'),
      round,
      value('planned_s', 'How long it was planned.', 'P2', 'seconds'),
      instant('started', 'When it started. Empty where it was not held.', 'P1', UTC),
      instant('ended', 'When it ended. Empty while it runs.', 'P2', UTC),
      count('paused_ms', 'How long its clock stood.', 'P4', 'milliseconds'),
    ],
  },
  entries: {
    about: 'A row for each entry of the record that the class may read, in the order of the record.',
    columns: [
      ...[uid, room],
      text('no', 'Its number. Entries of private talk have numbers of their own.', 'R11'),
      ...[phase, round],
      text('kind', 'What it is: statement, turn (spoken, without words), reveal, news, caucus, procedure and so on.'),
      text('detail', 'Of procedure which sentence, of a reveal which stage, of a version which clause.'),
      instant('utc', 'When it was recorded.', undefined, UTC),
      count(
        'phase_ms',
        'How long its phase had run by then, pauses not counted. Empty where no clock ran.',
        'P4',
        'milliseconds',
      ),
      pid,
      yesNo('understudy', 'Whether an understudy said it.', 'U1'),
      ...[delegation, seat, head],
      text('intent', 'The purpose of a statement or turn.', 'T2'),
      text('answers', 'The uid of the entry that it answers.', 'T10'),
      yesNo('withdrawn', 'Whether its writer withdrew it.', 'T3'),
      count(
        'words',
        'How many words it has; of scripts without spaces each character counts. Withheld words are counted too.',
      ),
      text('audience', 'everyone, or the delegations that heard it when it was said, between spaces.', 'R1'),
      text(
        'withheld',
        'Why the words are withheld: consent, or name where they hold somebody’s name. Empty where they are not.',
        'D19',
      ),
      text(
        'text',
        'The words exactly as written; [withheld], or [struck] and [redacted] where words were taken off.',
        'K2',
      ),
    ],
  },
  turns: {
    about: 'A row for each time that the floor was held, also where it was too short for an entry.',
    columns: [
      room,
      count('turn', 'Its place among the turns of the table, from 1.'),
      text('entry', 'The uid of the entry that its end left. Empty where it left none.', 'T4'),
      ...[phase, round, pid],
      yesNo('understudy', 'Whether an understudy held it.', 'U1'),
      ...[delegation, seat, head],
      instant('ended', 'When it ended.', undefined, UTC),
      count('ms', 'How long the floor was held, pauses not counted.', 'F6', 'milliseconds'),
      text(
        'cause',
        'How it ended: yielded, time, phase, taken-back, or undone where the chair took the grant back.',
        'P12',
      ),
    ],
  },
  positions: {
    about:
      'A row for each position that was revealed. The words of positions are not in the file: they are a delegation’s.',
    columns: [
      ...[room, round, stage, delegation],
      value('value', 'Where it stood.', 'O1', AXIS),
      text(
        'how',
        'How it came to stand: filed, draft, brief or held. Empty in records of before the third edition.',
        'O8',
      ),
      count('revision', 'How often it was filed.'),
      instant('filed', 'When it came to stand.', undefined, UTC),
    ],
  },
  beliefs: {
    about: 'A row for each guess that a delegation filed with a position that was revealed.',
    columns: [
      ...[room, round, stage],
      text('by', 'The delegation that guessed.'),
      text('of', 'The delegation about which it guessed.'),
      value('value', 'The guess.', 'D1', AXIS),
      value('actual', 'Where that delegation stood at the same stage. Empty where it is not known.', 'D1', AXIS),
      value('error', 'The guess less where it stood.', 'D1', AXIS),
    ],
  },
  stances: {
    about:
      'How many people marked which view as their own. Only of five people or more, and once nobody can mark it any more.',
    columns: [
      ...[room, round],
      text('time', 'before or after the talks.', 'V1'),
      value('value', 'The view.', 'V1', AXIS),
      count('people', 'How many marked it.', 'D7'),
    ],
  },
  proposals: {
    about: 'A row for each version of each clause of the joint text. Its words stand in entries.',
    columns: [
      room,
      text('clause', 'The key of the clause.', 'Q1'),
      text('version', 'The version.'),
      text('delegation', 'Who put it forward: a delegation, or chair.'),
      seat,
      yesNo('given', 'Whether the scenario gave the words.', 'Q1'),
      text('from', 'The version from which its writer began.'),
      text('cites', 'The uid of the entry whose words were taken over.'),
      instant('utc', 'When it was put forward.', undefined, UTC),
    ],
  },
  ballots: {
    about: 'A row for each ballot of a delegation on a clause, once the text was issued.',
    columns: [
      room,
      text('clause', 'The key of the clause.'),
      delegation,
      text('vote', 'for, reserved, abstain or against.', 'Q5'),
      text('outcome', 'What came of the clause: passed or not-passed.', 'Q7'),
    ],
  },
  injects: {
    about: 'A row for each piece of news that was sent.',
    columns: [
      ...[uid, room],
      text('key', 'The news, by its key in the scenario.', 'I1'),
      text('headline', 'Its headline.'),
      ...[phase, round],
      instant('utc', 'When it was sent.', undefined, UTC),
      yesNo('retracted', 'Whether it was taken back.', 'P12'),
    ],
  },
  anchors: {
    about: 'A row for each paragraph of a source that a statement, a turn, a check or a revealed position cites.',
    columns: [uid, room, delegation, text('paragraph', 'The paragraph.', 'D5')],
  },
  ...TABLES_BESIDE,
  marks: {
    about:
      'A row for each level of a student that was released to them by the time the file was made. Only where whoever made it chose them.',
    columns: [
      ...[room, pid],
      text('round', 'The round in which it was given. Empty for the activity as a whole.', 'J1'),
      text(
        'criterion',
        'What the criterion is called in the rubric that counts for this student; [withheld] where that holds somebody’s name.',
        'J1',
      ),
      count('level', 'The level, from 0.', 'J1'),
      count('highest', 'The highest level of that rubric.', 'J1'),
      instant('utc', 'When it was given.', undefined, UTC),
      text('evidence', 'The uids of the entries of the file that were named as evidence, between spaces.', 'J1'),
    ],
  },
} as const satisfies Tables

export type ResearchTable = keyof typeof RESEARCH_TABLES
export const RESEARCH_TABLE_NAMES = Object.keys(RESEARCH_TABLES).filter(isResearchTable)
function isResearchTable(name: string): name is ResearchTable {
  return Object.hasOwn(RESEARCH_TABLES, name)
}

export type ResearchRow<Name extends ResearchTable> = RowOf<(typeof RESEARCH_TABLES)[Name]>
export type ResearchRows = RowsOf<typeof RESEARCH_TABLES>

/** The columns of a table, for whoever writes all of them alike. */
export const columnsOf = (name: ResearchTable): readonly Column[] => RESEARCH_TABLES[name].columns
