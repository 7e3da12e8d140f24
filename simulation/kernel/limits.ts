// How much a record takes, and how many letters (UTF-16 units) each kind of field. Schemas, what a device keeps and the fields themselves read them here. What is
// stored already is bounded more widely, by `shortText` and `longText` in ids.ts.

/** The most that a record takes, of a room and of a file (D35): rows, and bytes in UTF-8. */
export const RECORD = { rows: 20_000, bytes: 16_000_000 } as const

/** The most letters of what a person types, by what it is. */
export const LIMITS = {
  statement: 2000,
  reflection: 2000,
  /** Homework, unless its plan says otherwise (H19): a paper or an opening, an answer or a reflection; and whatever it says. */
  paper: 4000,
  answer: 2500,
  written: 12_000,
  /** What an instructor tells the students of a homework debate, and what these may use AI for. */
  instructions: 4000,
  aiUse: 500,
  /** What an activity asks its people about research, and the number under which that was approved. */
  researchQuestion: 1000,
  researchApproval: 120,
  position: 1200,
  redLine: 300,
  /** Why somebody votes, reserves, stands on words, withdraws, strikes, reports or keeps a bracket. */
  reason: 300,
  /** Why a member ratifies or refuses, what a home card asks, and why the chair decides instead. */
  homeReason: 140,
  /** What goes with a package that is offered. */
  offer: 200,
  /** What goes with a motion, and with a ruling. */
  motion: 140,
  /** One wording of a clause; the heading of one that is brought in, and its short name for the stage. */
  clause: 600,
  clauseHeading: 80,
  clauseName: 12,
  /** Another source than the reading's, named in the writer's own words. */
  source: 300,
  /** One part of a strategy sheet. */
  strategy: 300,
  /** What a delegation says another's case is; its words are counted too (E5). */
  case: 900,
  caucus: 1000,
  /** An observer's check of a statement, and a line of the chronicle. */
  check: 600,
  chronicle: 300,
  /** What a seat asks of the chair. */
  help: 300,
  /** From the chair: a note or an answer, news and their headline, a word on a bookmarked entry. */
  note: 600,
  headline: 140,
  news: 1200,
  bookmark: 300,
  /** What staff write beside a mark. */
  comment: 4000,
  /** What somebody writes beside an entry, the words of it that they quote, and a tag. */
  annotation: 2000,
  quote: 1000,
  tag: 30,
  /** What a student says of a level that they ask to be looked at again. */
  regrade: 1000,
  /** What a student says of another's posts. */
  review: 2000,
  /** Of a rubric: a criterion or a level by name, and all else that is written in it. */
  rubricName: 200,
  rubricText: 4000,
  /** Of a course or an activity. */
  title: 120,
  /** Of a person. */
  name: 60,
  /** Longer than any code, however it is typed. */
  joinCode: 40,
  search: 200,
} as const
