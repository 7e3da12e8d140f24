/**
 * Who may do what with a course and its rooms, in one table. A part is what somebody is in a course (owner, instructor, assistant, grader);
 * an act is what a page, an action, a route or a socket is about to do. Which user has which part is read in access.ts.
 */

/** `owner` made the course or was handed it; `administrator` runs the server and has every course. Neither is given by invitation. */
export type Part = 'owner' | 'instructor' | 'assistant' | 'grader' | 'administrator'
/** The parts that belong to one course. */
export type CoursePart = Exclude<Part, 'administrator'>
/** The parts that are given by invitation and may be changed. */
export const ASSIGNABLE_PARTS = ['instructor', 'assistant', 'grader'] as const
export type AssignablePart = (typeof ASSIGNABLE_PARTS)[number]

type Row = Readonly<Record<Part, boolean>>
const everybody: Row = { owner: true, instructor: true, assistant: true, grader: true, administrator: true }
const notGraders: Row = { ...everybody, grader: false }
const instructors: Row = { ...notGraders, assistant: false }
const ownerAlone: Row = { ...instructors, instructor: false }

const MAY = {
  /** Read the whole record of a room as its chair does, caucuses too, print it and take it away as a file. */
  'read-room': everybody,
  annotate: everybody,
  mark: everybody,
  /** The desk and the stage: every command of the chair, and hearing the room live as the chair. */
  'steer-room': notGraders,
  /** The lobby, the wall, the board: the door, who sits at which table, deadlines and personal links. */
  'run-activity': notGraders,
  'release-marks': notGraders,
  'take-grade-files': notGraders,
  /** The research file of a course, and what its activities ask about words for research. */
  'take-research-file': ownerAlone,
  'see-course': everybody,
  'edit-roster': notGraders,
  /** Plan a seminar or a homework debate, and keep its draft. */
  'make-activity': notGraders,
  'bring-record': notGraders,
  /** Rename a course, archive it, repeat it for another section; delete and put back its activities; play on from a moment of one. */
  'edit-course': instructors,
  'delete-course': ownerAlone,
  /** Invite colleagues, take invitations back, and change or end the parts that `mayChange` says. */
  'change-people': instructors,
  'hand-over': ownerAlone,
} as const satisfies Record<string, Row>

export type Act = keyof typeof MAY

export const allows = (part: Part, act: Act): boolean => MAY[act][part]

/** A grader reaches only the rooms named for them; every other part reaches all rooms of its course. */
export const reachesEveryRoom = (part: Part): boolean => part !== 'grader'

/** Whether a user of part `by` may change or end the part `whose` of another. Nobody can end the owner's part: it can only be handed over. */
export function mayChange(by: Part, whose: CoursePart): boolean {
  if (!allows(by, 'change-people')) return false
  switch (whose) {
    case 'owner':
      return false
    case 'instructor':
      return by === 'owner' || by === 'administrator'
    case 'assistant':
    case 'grader':
      return true
    default:
      return whose satisfies never
  }
}
