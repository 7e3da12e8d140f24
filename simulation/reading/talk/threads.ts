// The threads of a homework debate by tension: a statement and the answers to it; how many statements a tension has, and how many of a person.
import { type PersonId, personOfActor, type TensionKey } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'
import type { Paragraph } from '../log/transcript'

export type Statement = Extract<Paragraph, { kind: 'statement' | 'withdrawal' }>
type Thread = { root: Statement; replies: readonly Statement[] }

const isStatement = (paragraph: Paragraph): paragraph is Statement =>
  paragraph.kind === 'statement' || paragraph.kind === 'withdrawal'

/**
 * The threads of one tension in the order they began. An answer joins the thread of the entry it answers, at any depth; an answer to
 * an entry of another tension starts a thread, and a withdrawal joins the thread of the entry it withdraws.
 */
export function threadsOf(paragraphs: readonly Paragraph[], round: TensionKey): readonly Thread[] {
  const threads: { root: Statement; replies: Statement[] }[] = []
  const threadOf = new Map<string, (typeof threads)[number]>()
  for (const paragraph of paragraphs) {
    if (!isStatement(paragraph) || !/^\d/.test(paragraph.no)) continue
    const to = paragraph.kind === 'statement' ? paragraph.answers : paragraph.withdraws
    const found = to === null ? undefined : threadOf.get(String(to))
    if (paragraph.kind === 'statement' ? paragraph.round !== round : !found) continue
    const thread = found ?? { root: paragraph, replies: [] }
    if (found) found.replies.push(paragraph)
    else threads.push(thread)
    threadOf.set(paragraph.no, thread)
  }
  return threads
}

/** The number of statements on a tension. */
export const statementsOn = (paragraphs: readonly Paragraph[], round: TensionKey): number =>
  paragraphs.filter(({ kind, round: on, no }) => kind === 'statement' && on === round && /^\d/.test(no)).length

/**
 * How many statements a person has made on a tension, those counted that are sealed until their phase ends. What an understudy or somebody
 * else posted from the same seat before is not theirs.
 */
export const statementsBy = (
  { posts }: RoomState,
  paragraphs: readonly Paragraph[],
  person: PersonId,
  round: TensionKey,
): number =>
  posts.filter((post) => post.round === round && personOfActor(post.author) === person).length +
  paragraphs.filter((each) => each.kind === 'statement' && each.round === round && each.person === person).length

/** The tension of an entry, for permalinks into the debate. */
export const roundOfEntry = (paragraphs: readonly Paragraph[], no: string): TensionKey | null =>
  paragraphs.find((paragraph) => paragraph.no === no && paragraph.kind === 'statement')?.round ?? null
