/** The proof of a title as a page shows it, read back from its markup; and the numbers of the entries that a record gives reveals and news. */
import type { FilingStage } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/state/room-state'
import { opened } from '../stories/revealed-rounds'

export type ProofItem = Readonly<{ way: string; words: string; entries: readonly string[] }>

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/g, ' ')
    .trim()

const PROOF = /<summary>Show the proof.*?<\/summary>(.*?)<\/details>/gs

/** A page without what its proofs list. */
export const withoutProofs = (page: string): string => page.replaceAll(PROOF, '</details>')

/** The items of each proof of a page, in its order. */
export const proofsIn = (page: string): readonly (readonly ProofItem[])[] =>
  [...page.matchAll(PROOF)].map(([, proof = '']) => itemsOf(proof))

/** Those of the first; none where the page shows no proof. */
export const proofIn = (page: string): readonly ProofItem[] => proofsIn(page)[0] ?? []

/** Each item with what its way is called. A way must say how many it lists, where they are several. An entry of another room than `room` has it before its number. */
const itemsOf = (proof: string): readonly ProofItem[] =>
  [...proof.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td>/gs)].flatMap(([, label = '', list = '']) => {
    const [, way = '', count = '1'] = /^(.*?)(?:: (\d+))?$/.exec(plain(label)) ?? []
    const items = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => ({
      way,
      words: plain(item.replaceAll(/<a [^>]*>.*?<\/a>/gs, '')),
      entries: [...item.matchAll(/<a href="\/rooms\/([\w-]+)\/transcript#e(\w+)">(\w+)<\/a>/g)].map(
        ([, room, no = '', shown]) => {
          if (no !== shown) throw new Error(`A link to ${no} says ${shown}`)
          return room === 'room' ? no : `${room} ${no}`
        },
      ),
    }))
    if (items.length !== Number(count)) throw new Error(`${way} counts ${count} and lists ${items.length}`)
    return items
  })

/** "2. Deterrence". */
export const roundName = (place: number) => `${place + 1}. ${opened.rounds[place]?.title.replace('?', '')}`

/** The entries of the reveals of a round, by the rows alone. */
export const revealsOf = ({ record }: RoomState, place: number, ...stages: readonly FilingStage[]): readonly string[] =>
  stages.flatMap((stage) =>
    [...record].flatMap(({ event, no }) =>
      event.type === 'PositionsRevealed' && event.round === opened.rounds[place]?.key && event.stage === stage
        ? [no]
        : [],
    ),
  )

export const sign = (value: number | undefined) =>
  value === undefined ? '–' : value === 0 ? '0' : `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`
