// The threads beside a record as one reader has them: on entries that they read, in the order of the record, with the words they are about.
import type { DelegationId, PersonId } from '../../kernel/ids'
import { type Span, spanIn } from '../../kernel/spans'
import type { Viewer } from '../../kernel/viewer'
import {
  type AnnotationFor,
  type Annotator,
  type CommentOf,
  mayAnswer,
  mayReadComment,
  mayReadHidden,
  type ThreadReaders,
  threadGoesTo,
} from '../../secrecy/annotations'
import type { FileReader } from '../../secrecy/file-reader'
import { type RoomState, seatHeldBy } from '../../state/room-state'
import type { DisplayNames } from '../../wire/protocol'
import { type Paragraph, plainParagraphs } from '../log/transcript'

/** A thread as it is stored. `entry` is the entry's number when it was begun, `span` the words of it that it is about. */
export type StoredThread = Omit<ThreadReaders, 'speaker'> &
  Readonly<{
    id: string
    entry: string
    span: Span | null
    tags: readonly string[]
    exemplar: boolean
    comments: readonly StoredComment[]
  }>
/** `person` wrote it; null for one of the staff. */
export type StoredComment = CommentOf & Readonly<{ id: string; person: PersonId | null; text: string; at: number }>

/** Whether it is the comment that began the thread: this has the thread's id. */
export const isOpening = (thread: Pick<StoredThread, 'id'>, comment: Pick<StoredComment, 'id'>): boolean =>
  comment.id === thread.id

export type ShownComment = Readonly<{
  id: string
  /** What the student is called who wrote it, where that is known. */
  name: string | null
  isStaff: boolean
  /** Null where the staff hid it and the reader neither wrote it nor is of the staff. */
  text: string | null
  at: number
  own: boolean
  /** Why it is hidden; null where it is not, and for whom its words are hidden. */
  hidden: string | null
}>
export type ShownThread = Readonly<{
  id: string
  entry: string
  span: Span | null
  /** It was about some words that are not in the entry any more. */
  isSpanGone: boolean
  for: AnnotationFor
  tags: readonly string[]
  exemplar: boolean
  comments: readonly ShownComment[]
  mayAnswer: boolean
}>

/** The words of an entry of which some can be quoted; null where it has none. */
export const wordsOf = (entry: Paragraph): string | null =>
  'text' in entry && typeof entry.text === 'string' && entry.text !== '' ? entry.text : null

/** Somebody before the record as they heard it, up to row `seq`, with the names that they know. */
export type RecordReader = Readonly<{ who: Annotator; state: RoomState; seq: number; names: DisplayNames }>

export function threadsFor(reader: RecordReader, stored: readonly StoredThread[]): readonly ShownThread[] {
  const byEntry = new Map<string, StoredThread[]>()
  for (const thread of stored) byEntry.set(thread.entry, [...(byEntry.get(thread.entry) ?? []), thread])
  if (byEntry.size === 0) return []
  return plainParagraphs(reader.state).flatMap((entry) =>
    [...(entry.was === null ? [] : (byEntry.get(entry.was) ?? [])), ...(byEntry.get(entry.id) ?? [])].flatMap(
      (thread) => shownThread(reader, thread, entry) ?? [],
    ),
  )
}

/** An annotation that is news to a person: `id` is of the comment, or of the thread; `at` is ms since 1970. */
export type AnnotationNews = Readonly<{
  kind: 'annotated' | 'annotationAnswered'
  id: string
  entry: string
  at: number
}>

/** What is news to this reader (H22): answers of others in a thread that they began, threads that others began beside an entry of theirs, and each comment that is for them alone. */
export function annotationNews(reader: RecordReader, stored: readonly StoredThread[]): readonly AnnotationNews[] {
  if (stored.length === 0) return []
  const self = reader.who.id
  const began = new Set(stored.flatMap(({ id, openedBy }) => (openedBy === self ? [id] : [])))
  const theirs = new Set(plainParagraphs(reader.state).flatMap(({ no, person }) => (person === self ? [no] : [])))
  return threadsFor(reader, stored).flatMap(({ id, entry, for: whom, comments }): readonly AnnotationNews[] => {
    const told = comments.filter(({ own, text, hidden }) => !own && text !== null && hidden === null)
    if (began.has(id)) return told.map((each) => ({ kind: 'annotationAnswered', id: each.id, entry, at: each.at }))
    if (!theirs.has(entry)) return []
    // What is for one student alone has nobody else to hear of it.
    if (whom === 'student') return told.map((each) => ({ kind: 'annotated', id: each.id, entry, at: each.at }))
    const [first] = told
    return first ? [{ kind: 'annotated', id, entry, at: first.at }] : []
  })
}

function shownThread(reader: RecordReader, thread: StoredThread, entry: Paragraph): ShownThread | null {
  const { who, state, seq } = reader
  const placed = { ...thread, speaker: entry.person }
  const known = thread.comments.filter((comment) => mayReadComment(state.plan, placed, comment, who))
  if (!known.some((comment) => mayReadHidden(comment, who))) return null
  const span = thread.span === null ? null : spanIn(wordsOf(entry) ?? '', thread.span)
  // Tags are words of the opening comment: they are read by whoever reads it, and hidden with it.
  const opening = thread.comments.find((comment) => isOpening(thread, comment))
  const tags = opening && known.includes(opening) && mayReadHidden(opening, who) ? thread.tags : []
  return {
    ...{ id: thread.id, entry: entry.no, for: thread.for, tags, exemplar: thread.exemplar, span },
    isSpanGone: thread.span !== null && span === null,
    comments: known.map((comment) => shownComment(reader, comment)),
    mayAnswer: mayWriteBeside(who, state) && mayAnswer(state.plan, placed, who, seq),
  }
}

function shownComment({ who, names }: RecordReader, comment: StoredComment): ShownComment {
  const { id, person, text, at, writer, hidden } = comment
  const reads = mayReadHidden(comment, who)
  return {
    ...{ id, at, own: writer === who.id, text: reads ? text : null, hidden: reads ? hidden : null },
    ...(person === null ? { name: null, isStaff: true } : { name: names[person] ?? null, isStaff: false }),
  }
}

/** Staff do, and whoever holds a seat. */
export const mayWriteBeside = ({ viewer }: Annotator, state: RoomState): boolean =>
  viewer.kind === 'chair' || (viewer.kind === 'person' && seatHeldBy(state, viewer.person) !== null)

/**
 * For whom somebody may begin a thread here: an observer and the staff have no delegation, and what staff write is the instructor's own.
 * Staff may write to the student whose entry it is, where it is one's.
 */
export function readersToChoose(who: Annotator, state: RoomState, isOfStudent: boolean): readonly AnnotationFor[] {
  if (!mayWriteBeside(who, state)) return []
  if (delegationOf(who, state) !== null) return ['me', 'delegation', 'class', 'instructor']
  return ['me', 'class', 'instructor', ...(isOfStudent && who.viewer.kind === 'chair' ? (['student'] as const) : [])]
}

/** The delegation whose seat they hold. */
export const delegationOf = ({ viewer }: Annotator, state: RoomState): DelegationId | null =>
  viewer.kind === 'person' ? (seatHeldBy(state, viewer.person)?.delegation ?? null) : null

/** Of what somebody reads beside a record, what goes into a file for that reader (D30); of a hidden comment nothing. */
export const threadsInFile = (
  threads: readonly ShownThread[],
  reader: FileReader,
  viewer: Viewer,
): readonly ShownThread[] =>
  threads.flatMap((thread) => {
    const comments = thread.comments.filter(({ text, hidden }) => text !== null && hidden === null)
    const tags = comments[0] === thread.comments[0] ? thread.tags : []
    return comments.length > 0 && threadGoesTo(reader, viewer, thread.for) ? [{ ...thread, tags, comments }] : []
  })

/** How many comments of `now` a reader does not see who sees `before`. */
export function unseenComments(before: readonly ShownThread[], now: readonly ShownThread[]): number {
  const seen = commentIds(before)
  return [...commentIds(now)].filter((id) => !seen.has(id)).length
}

/** What a reader sees, without the words that have been hidden or deleted since; nothing is added, so that nothing is pushed away. */
export function withoutGone(before: readonly ShownThread[], now: readonly ShownThread[]): readonly ShownThread[] {
  const threads = new Map(now.map((thread) => [thread.id, thread]))
  return before.map((thread) => {
    const at = threads.get(thread.id)
    const comments = thread.comments.map(
      (comment) => at?.comments.find(({ id }) => id === comment.id) ?? { ...comment, text: null, hidden: null },
    )
    return { ...thread, ...(at ? { tags: at.tags, span: at.span } : { tags: [], span: null }), comments }
  })
}

/** Of the threads as they are now, the comments that were seen before and the reader's own. */
export function seenAndOwn(before: readonly ShownThread[], now: readonly ShownThread[]): readonly ShownThread[] {
  const seen = commentIds(before)
  return now.flatMap((thread) => {
    const comments = thread.comments.filter(({ id, own }) => own || seen.has(id))
    return comments.length === 0 ? [] : [{ ...thread, comments }]
  })
}

const commentIds = (threads: readonly ShownThread[]): ReadonlySet<string> =>
  new Set(threads.flatMap(({ comments }) => comments.map(({ id }) => id)))

/** Why nothing was kept: what it stands on is not this reader's, they hold no seat, the quoted words are not in the entry, they have written as much as one may, or nothing. */
export type AnnotationFault = 'not-found' | 'no-seat' | 'other-words' | 'too-many' | 'empty'

/** The most comments that one person writes at a table. */
export const MOST_COMMENTS = 300
export const MOST_TAGS = 5
