// Whose words an entry of a research file holds, and which of them stay withheld (D18, D19).
import { textParts, wordCount } from '../../kernel/gaps'
import { type ActorId, personOfActor } from '../../kernel/ids'
import { versionIn } from '../../questions/text'
import { turnIn } from '../../questions/turns'
import { clauseIn, type RoomState } from '../../state/room-state'
import { type Paragraph, paragraphs } from '../log/transcript'

/** What an entry says: `text` with everybody who wrote it, and the one thing that tells two entries of a kind apart. */
type Written = Readonly<{ text: string | null; of: readonly ActorId[]; detail: string | null }>

/** Null for what no research file holds: notes, calls for help, reflections, and what seats prepare in private. */
export function writtenIn(state: RoomState, said: Paragraph): Written | null {
  const own = (text: string | null, detail: string | null = null): Written => ({ text, of: [said.by], detail })
  switch (said.kind) {
    case 'statement':
      return { text: said.text, of: said.summary ? [said.by, said.summary.by] : [said.by], detail: said.to ?? null }
    case 'earlier-words': {
      const speaker = turnIn(state, said.turn)?.speaker
      return { text: said.text, of: speaker ? [said.by, speaker] : [said.by], detail: null }
    }
    case 'version': {
      const behind = [...behindVersion(state, said)]
      // Words that a colleague drafted are theirs; who that was is not told where somebody else sits there by now.
      const isKnown = behind.every(
        (each) => each.kind !== 'version' || each.drafter === null || state.seats[each.drafter]?.holder === each.person,
      )
      const of = behind.flatMap((each) => (each.kind === 'version' ? each.by : (writtenIn(state, each)?.of ?? each.by)))
      return isKnown ? { text: said.text, of, detail: said.clause } : { text: null, of: [], detail: said.clause }
    }
    case 'check':
      return own(said.text, said.finding)
    case 'bracket':
    case 'stand':
    case 'reopened':
      return own(said.text, said.clause)
    case 'case':
      return own(said.text, said.of)
    case 'case-score':
      return own(said.text, String(said.score))
    case 'offer':
      return own(said.text, said.status)
    case 'motion':
      return own(said.text, said.moved.kind)
    case 'withdrawal':
    case 'chronicle':
    case 'caucus':
    case 'bilateral':
      return own(said.text)
    case 'news':
      return own(said.text, said.form)
    case 'reveal':
      return own(null, said.stage)
    case 'procedure':
      return own(null, said.sentence.key)
    case 'claim':
      return own(null, said.met ? 'met' : 'not-met')
    case 'turn':
    case 'issued':
    case 'ratification':
    case 'ruling':
      return own(null)
    case 'note':
    case 'help':
    case 'reflection':
    case 'strategy':
    case 'chips':
    case 'reading':
      return null
    default:
      return said satisfies never
  }
}

/** A version, and all that its words were begun from: earlier versions, and the entries that any of them cites. */
function behindVersion(state: RoomState, said: Paragraph): ReadonlySet<Paragraph> {
  const behind = new Set([said])
  // What is added meanwhile is walked too.
  for (const each of behind) {
    if (each.kind !== 'version') continue
    const from = versionIn(clauseIn(state, each.clause) ?? { versions: [] }, each.version)?.from
    for (const other of paragraphs(state))
      if (
        other.no === each.cites ||
        (other.kind === 'version' && other.clause === each.clause && other.version === from)
      )
        behind.add(other)
  }
  return behind
}

export type Withheld = 'consent' | 'name'

/** The words as they leave: all of them or none. `words` counts them either way. */
export function leavingText(
  { text, of }: Pick<Written, 'text' | 'of'>,
  consents: (actor: ActorId) => boolean,
  holdsName: (text: string) => boolean,
): { text: string | null; words: number; withheld: Withheld | null } {
  if (text === null || text === '') return { text: null, words: 0, withheld: null }
  const words = wordCount(text)
  const withheld = !of.every(consents) ? 'consent' : holdsName(text) ? 'name' : null
  return { text: withheld ? '[withheld]' : withGaps(text), words, withheld }
}

/** What was taken off is said to be. */
export const withGaps = (text: string): string =>
  textParts(text)
    .map((part) => (part.kind === 'words' ? part.text : part.fingerprint === null ? '[struck]' : '[redacted]'))
    .join('')

/** The chair's and the scenario's words are nobody's secret. */
export const consentsBy =
  (consenting: ReadonlySet<string>) =>
  (actor: ActorId): boolean => {
    const person = personOfActor(actor)
    return person === null || consenting.has(person)
  }
