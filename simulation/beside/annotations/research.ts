// Annotations in a research file (D31): their table, and its rows of one room.
import { participantActor } from '../../kernel/ids'
import { spanIn } from '../../kernel/spans'
import type { Paragraph } from '../../reading/log/transcript'
import { isOpening, type StoredThread, wordsOf } from '../../reading/record/annotations'
import { nameFinder } from '../../reading/record/name-finder'
import {
  count,
  instant,
  pid,
  type RowOf,
  room,
  type Table,
  text,
  UTC,
  uid,
} from '../../reading/research/research-table'
import { consentsBy, leavingText, withGaps } from '../../reading/research/research-words'
import { byNumber, pidOf, type ResearchedRoom, uidOf } from '../../reading/research/researched-room'
import { commentGoesToResearch } from '../../secrecy/annotations'
import { defineResearch } from '../kind/define-research'

const TABLE = {
  about:
    'A row for each comment of a student beside an entry that is for the class or for the instructor. Comments for oneself or for a delegation are not in the file, what staff wrote beside entries and to a student is not, and none that was hidden.',
  columns: [
    ...[room, uid],
    count('thread', 'The thread, by its place among those of the table.', 'D28'),
    count('comment', 'The place of the comment in its thread, from 1.'),
    pid,
    text('audience', 'class or instructor.', 'D28'),
    instant('utc', 'When it was written.', undefined, UTC),
    count(
      'quote_at',
      'Where the words of the entry begin that the thread is about. Empty where it is about all of it.',
      'D28',
      'characters',
    ),
    count('quote_length', 'How long they are.', 'D28', 'characters'),
    text('tags', 'Its tags, between commas. Empty beside words that are withheld.', 'D28'),
    count('words', 'How many words it has; of scripts without spaces each character counts.'),
    text('withheld', 'Why the words are withheld: audience where they are not for the class, consent, or name.', 'D31'),
    text('text', 'The words exactly as written, or [withheld].', 'D31'),
  ],
} as const satisfies Table

/** `threads` are those that may leave. */
function rowsOf(
  of: ResearchedRoom,
  all: readonly Paragraph[],
  threads: readonly StoredThread[],
): RowOf<typeof TABLE>[] {
  const { given } = of
  const consents = consentsBy(new Set(given.consenting))
  const holdsName = nameFinder(given.names)
  const entries = byNumber(all)
  // What does not leave leaves no gap in the numbers.
  const leaving = threads.flatMap((thread) => {
    const said = entries.get(thread.entry)
    const comments = thread.comments.filter(commentGoesToResearch)
    return said && comments.length > 0 ? [{ said, thread, comments }] : []
  })
  return leaving.flatMap(({ said, thread, comments }, place) => {
    const { span, tags, for: audience } = thread
    const words = withGaps(wordsOf(said) ?? '')
    const found = span && spanIn(words, span)
    const quote_at = found ? [...words.slice(0, found.offset)].length : null
    const quoted = { quote_at, quote_length: found ? [...found.quote].length : null }
    return comments.map((comment, index): RowOf<typeof TABLE> => {
      const { person, text, at } = comment
      const by = person === null ? [] : [participantActor(person)]
      const open = leavingText({ text, of: by }, consents, holdsName)
      const leaves = audience === 'class' ? open : { ...open, withheld: 'audience', text: '[withheld]' }
      const tagged = isOpening(thread, comment) && leaves.withheld === null && tags.length > 0 && !tags.some(holdsName)
      return {
        ...{ room: of.room, uid: uidOf(of, said.no), thread: place + 1, comment: index + 1, pid: pidOf(of, person) },
        ...{ audience, utc: at, ...quoted, tags: tagged ? tags.join(', ') : null },
        ...{ words: leaves.words, withheld: leaves.withheld, text: leaves.text },
      }
    })
  })
}

export const annotationsInResearch = defineResearch({
  key: 'annotations',
  tables: { annotations: TABLE },
  rows: (of, all, threads: readonly StoredThread[]) => ({ annotations: rowsOf(of, all, threads) }),
  holds: 'which student annotated which entry for the class or the instructor',
  holdsNot: 'what staff wrote beside entries, annotations that students made for themselves or a delegation',
})
