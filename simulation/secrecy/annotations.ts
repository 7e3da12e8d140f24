// Who may read, answer and take along what people wrote beside an entry (rules D28 to D30). That the reader has the entry is looked at where the
// threads are put beside it (simulation/reading/record/annotations.ts).
import * as z from 'zod/mini'
import { type RoomPlan, seatIdsOf } from '../agenda/plan'
import type { DelegationId } from '../kernel/ids'
import type { Viewer } from '../kernel/viewer'
import type { FileReader } from './file-reader'
import { mayHear } from './may-hear'

export const annotationFor = z.enum(['me', 'delegation', 'class', 'instructor', 'student'])
export type AnnotationFor = z.infer<typeof annotationFor>

/** Somebody before a record. `id` is a student's person id or the account of one of the staff, who as chairs are told apart by nothing else. */
export type Annotator = Readonly<{ viewer: Viewer; id: string }>

/**
 * Of a thread beside an entry, by what it is judged who reads it. `openedBy` is null once whoever began it was erased, `speaker` is the person
 * whose entry it is, where one person's.
 */
export type ThreadReaders = Readonly<{
  for: AnnotationFor
  delegation: DelegationId | null
  openedBy: string | null
  speaker: string | null
}>
/** `seq` is the newest row that the writer had heard. `hidden` is why the staff hid it. */
export type CommentOf = Readonly<{ writer: string; seq: number; hidden: string | null }>

const hears = (
  plan: RoomPlan,
  { for: whom, delegation, openedBy, speaker }: ThreadReaders,
  who: Annotator,
  seq: number,
) => {
  switch (whom) {
    case 'me':
      return openedBy === who.id
    case 'class':
      return true
    case 'instructor':
      return openedBy === who.id || who.viewer.kind === 'chair'
    case 'student':
      return openedBy === who.id || speaker === who.id || who.viewer.kind === 'chair'
    case 'delegation':
      // As what is said in its seats (R4, R12 to R14), but that no chair hears it.
      return (
        who.viewer.kind === 'person' &&
        delegation !== null &&
        mayHear({ seq, audience: { seats: seatIdsOf(plan, delegation), opens: 'never' } }, who.viewer, false)
      )
    default:
      return whom satisfies never
  }
}

/** Whether a comment of a thread is this reader's to know of. What they wrote themselves stays theirs. */
export const mayReadComment = (plan: RoomPlan, thread: ThreadReaders, comment: CommentOf, who: Annotator): boolean =>
  who.viewer.kind !== 'stage' && (comment.writer === who.id || hears(plan, thread, who, comment.seq))

/** Whether they read the words of one that they know of: of a hidden one its writer does, and the staff. */
export const mayReadHidden = ({ writer, hidden }: CommentOf, { viewer, id }: Annotator): boolean =>
  hidden === null || writer === id || viewer.kind === 'chair'

/** Whether somebody who has heard the log up to `seq` and reads a thread may answer in it. */
export const mayAnswer = (plan: RoomPlan, thread: ThreadReaders, who: Annotator, seq: number): boolean =>
  hears(plan, thread, who, seq)

/** Into files goes what is for the class, and into the staff's what is for the instructor or a student too; into a publication and by a link nothing. */
export const threadGoesTo = (reader: FileReader, viewer: Viewer, whom: AnnotationFor): boolean =>
  (whom === 'class' && (reader.kind === 'class' || reader.kind === 'own')) ||
  ((whom === 'instructor' || whom === 'student') && reader.kind === 'own' && viewer.kind === 'chair')

/**
 * Into a research file goes what students wrote for the class or the instructor (D31); the words of what is not for the class stay withheld
 * there. `person` is null for one of the staff: whoever is in the file was asked for their words, and of staff who judge them there is nothing.
 */
export const threadGoesToResearch = ({ for: whom }: Pick<ThreadReaders, 'for'>): boolean =>
  whom === 'class' || whom === 'instructor'
export const commentGoesToResearch = ({ hidden, person }: Pick<CommentOf, 'hidden'> & { person: string | null }) =>
  hidden === null && person !== null
