// What others may ask of words taken off: which row holds the words of an entry, who hears them, and what is reported.
import { textParts } from '../kernel/gaps'
import type { ActorId, PersonId } from '../kernel/ids'
import { viewerOf } from '../secrecy/hearing'
import { mayHear } from '../secrecy/may-hear'
import type { WordsIn } from '../shapes/places'
import type { Audience, Recorded } from '../shapes/record'
import type { RoomEvent } from '../shapes/room-event'
import type { LineReport } from '../shapes/strikes'
import { entryNumbered, isPublicNumber, openedFrom } from '../state/numbered-entries'
import type { RoomState } from '../state/room-state'
import { turnIn } from './turns'

/** The row that holds the words named by `entry`. */
export type WordsRow = Readonly<{
  /** Null where they stand at a place, and not in the entry's own row. */
  seq: number | null
  at: number
  of: ActorId
  audience: Audience
  event: RoomEvent
}>

/** What holds the words of an entry, or stands at a place; null where there is no such entry. */
export function wordsRowOf(state: RoomState, entry: string): WordsRow | null {
  const placed = Object.hasOwn(state.placed, entry) ? state.placed[entry] : undefined
  if (placed) {
    const { seq, by, audience, event } = placed
    // Whoever wrote the words of a turn, they are its speaker's.
    const of = turnIn(state, Number(entry))?.speaker ?? by
    return { seq: null, at: seq, of, audience: widest(state, entry, audience), event }
  }
  const found = entryNumbered(state, entry)
  if (!found) return null
  const { seq, by, audience, event } = found
  const of = event.type === 'StatementPosted' ? event.author : by
  return { seq, at: seq, of, audience: widest(state, entry, audience), event }
}

/** A post that its deadline opened, and a position that was revealed as another's copy, are everybody's by now. */
function widest(state: RoomState, entry: string, audience: Audience): Audience {
  return isForAll(state, entry) ? 'everyone' : audience
}

/** Whether everybody heard these words. A page's own state and the whole room give the same answer. */
export function isForAll({ record, placed }: RoomState, entry: string): boolean {
  if (isPublicNumber(entry)) return true
  const [kind, round, , delegation] = entry.split('/')
  const beside =
    kind === 'position' ? ['opening', 'closing'].map((stage) => `${kind}/${round}/${stage}/${delegation}`) : []
  if ([entry, ...beside].some((place) => Object.hasOwn(placed, place) && placed[place]?.audience === 'everyone'))
    return true
  return openedFrom({ record }, entry) !== undefined
}

/** Rows that open many positions or votes: each text has its own place, and none stands under the entry itself. */
const OF_MANY: ReadonlySet<RoomEvent['type']> = new Set(['PositionsRevealed', 'CommuniqueIssued', 'CardsTurned'])

export function textsOf(
  { seq, event }: Pick<WordsRow, 'seq' | 'event'>,
  entry: string,
  wordsIn: WordsIn,
): readonly string[] {
  if (seq !== null && OF_MANY.has(event.type)) return []
  return wordsIn(event).flatMap(({ text, of }) => (seq === null && of.at !== entry ? [] : [text]))
}

/** Whether anything is left of a text that could be taken off. */
export const hasWords = (text: string): boolean =>
  textParts(text).some((part) => part.kind === 'words' && part.text.trim() !== '')

/** Whether this person hears what stands under this name. */
export function isHeard(state: RoomState, person: PersonId, { at, audience }: WordsRow): boolean {
  return mayHear({ seq: at, audience }, viewerOf(state, person), state.unsealedAt !== null)
}

export const openReportsOf = ({ reports }: Pick<RoomState, 'reports'>, entry: string): readonly LineReport[] =>
  reports.filter((report) => report.entry === entry && report.answer === null)

/** The events after which a log's words are masked anew. */
export const changesWords = ({ event }: Pick<Recorded, 'event'>): boolean =>
  event.type === 'WordsStruck' || event.type === 'WordsPutBack' || event.type === 'StatementWithdrawn'
