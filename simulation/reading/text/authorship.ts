// Who wrote which words of a clause: what all sides had in common from the start, a side's first words, which the scenario gives, and what
// people wrote; what an understudy puts forward the scenario gave too. Words that were taken over from an earlier version keep their author, whatever the writer says they began from.
import { delegationIds, type WithParties } from '../../agenda/parties'
import type { DelegationId, SeatId } from '../../kernel/ids'
import { onceFor } from '../../kernel/once-for'
import type { ClauseText, Version } from '../../shapes/text'
import { differences, shareChanged, tokensOf, wordCount } from '../log/differences'
import { bracketed } from './brackets'

/** `side` is the side that put the words forward; null is the chair. `cites` is the entry from which they were taken. */
export type Author =
  | Readonly<{ kind: 'common' }>
  | Readonly<{ kind: 'first'; side: DelegationId }>
  | Readonly<{ kind: 'people'; side: DelegationId | null; seat: SeatId | null; cites: string | null }>
export type Authored = Readonly<{ text: string; author: Author }>

const COMMON: Author = { kind: 'common' }

/** Whether these are the words with which a side began. */
export const isFirst = ({ given, seat }: Pick<Version, 'given' | 'seat'>): boolean => given && seat === null

/** A version in stretches of one author each; together they are its words. */
export const authorsOf = (clause: Pick<ClauseText, 'versions'>, version: Version): readonly Authored[] =>
  allAuthors(clause.versions).get(version.id) ?? [{ text: version.words, author: COMMON }]

type AuthorsOf = ReadonlyMap<string, readonly Authored[]>
/** The versions of a clause are replaced whenever one is added, so each list is worked out once. */
const allAuthors = onceFor((versions: readonly Version[]): AuthorsOf => {
  const authors = new Map<string, readonly Authored[]>()
  const given = versions.filter(isFirst)
  for (const version of given) authors.set(version.id, firstAuthors(version, given))
  for (const [at, version] of versions.entries())
    if (!isFirst(version)) authors.set(version.id, laterAuthors(version, versions.slice(0, at), authors))
  return authors
})

function firstAuthors({ by, words }: Version, given: readonly Version[]): readonly Authored[] {
  if (by === null) return []
  const own: Author = { kind: 'first', side: by }
  if (given.length === 1) return [{ text: words, author: own }]
  const wordings = given.flatMap((each) => (each.by === null ? [] : [{ words: each.words, who: [each.by] }]))
  return bracketed(wordings).map((stretch) =>
    stretch.kind === 'common'
      ? { text: stretch.text, author: COMMON }
      : { text: stretch.alternatives.find(({ who }) => who.includes(by))?.text ?? '', author: own },
  )
}

function laterAuthors(version: Version, earlier: readonly Version[], authors: AuthorsOf): readonly Authored[] {
  const { by: side, seat, cites, words, given } = version
  const own: Author = given && side !== null ? { kind: 'first', side } : { kind: 'people', side, seat, cites }
  const source = nearestOf(words, earlier)
  if (!source) return [{ text: words, author: own }]
  const others = earlier.filter((version) => version !== source)
  const found = inheritedFrom(source, words, authors).flatMap(({ text, author }) =>
    author === null ? takenFrom(others, text, authors, own) : [{ text, author }],
  )
  return joined(found)
}

/** Fewer words than these in a row are nobody's: two writers come upon them by themselves. */
const LEAST_TAKEN = 3

/** A stretch that the nearest version does not have: what stands so in one of the others keeps its author, the rest is the writer's own. */
function takenFrom(others: readonly Version[], text: string, authors: AuthorsOf, own: Author): readonly Authored[] {
  const [most] = others
    .map((version) => inheritedFrom(version, text, authors, LEAST_TAKEN))
    .map((pieces) => ({ pieces, taken: wordsOf(pieces.filter(({ author }) => author !== null)) }))
    .toSorted((a, b) => b.taken - a.taken)
  if (!most || most.taken === 0) return [{ text, author: own }]
  return most.pieces.map((piece) => ({ text: piece.text, author: piece.author ?? own }))
}

const wordsOf = (pieces: readonly { text: string }[]): number =>
  pieces.reduce((sum, { text }) => sum + wordCount(tokensOf(text)), 0)

/** The words in stretches: with their author where they stand in this version, at least so many in a row, and with null where they do not. */
function inheritedFrom(version: Version, words: string, authors: AuthorsOf, least = 1) {
  // By letters, because a stretch is not always cut into the words into which the whole is.
  const inherited = (authors.get(version.id) ?? []).flatMap(({ text, author }) =>
    Array.from({ length: text.length }, () => author),
  )
  const found: { text: string; author: Author | null }[] = []
  let at = 0
  for (const { kind, text } of differences(version.words, words)) {
    const isKept = kind === 'same' && wordCount(tokensOf(text)) >= least
    if (kind === 'new' || (kind === 'same' && !isKept)) found.push({ text, author: null })
    if (isKept)
      for (const [letter, each] of text.split('').entries())
        found.push({ text: each, author: inherited[at + letter] ?? null })
    if (kind !== 'new') at += text.length
  }
  return joined(found)
}

/** The earlier version of which most words came back; null where none did. */
export function nearestOf(words: string, earlier: readonly Version[]): Version | null {
  const [nearest] = earlier
    .map((version) => ({ version, share: shareChanged(version.words, words) }))
    .toSorted((a, b) => a.share - b.share || b.version.at - a.version.at)
  return nearest && nearest.share < 1 ? nearest.version : null
}

/** Stretches of one author that follow each other as one. */
function joined<By extends Author | null>(pieces: readonly { text: string; author: By }[]) {
  const all: { text: string; author: By }[] = []
  for (const { text, author } of pieces) {
    const last = all.at(-1)
    if (last && JSON.stringify(last.author) === JSON.stringify(author)) last.text += text
    else all.push({ text, author })
  }
  return all
}

/** How many words of some versions each author wrote, by side. */
export function wordsBySide(
  plan: WithParties,
  versions: readonly Readonly<{ clause: Pick<ClauseText, 'versions'>; version: Version }>[],
) {
  const pieces = versions.flatMap(({ clause, version }) => authorsOf(clause, version))
  const count = (is: (author: Author) => boolean) =>
    pieces.reduce((sum, { text, author }) => sum + (is(author) ? wordCount(tokensOf(text)) : 0), 0)
  return {
    common: count(({ kind }) => kind === 'common'),
    sides: delegationIds(plan).map((side) => ({
      side,
      people: count((author) => author.kind === 'people' && author.side === side),
      first: count((author) => author.kind === 'first' && author.side === side),
    })),
    /** What the chair put forward. */
    chair: count((author) => author.kind === 'people' && author.side === null),
    /** How many of all people wrote, the chair among them. */
    written: count(({ kind }) => kind === 'people'),
    all: count(() => true),
  }
}
export type WordsOf = ReturnType<typeof wordsBySide>
