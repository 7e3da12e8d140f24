/** What is so of the gap in one round, from the numbers alone; and the proofs of the sentences about it held against the reveals. */
import { expect } from 'vitest'
import type { DelegationId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/state/room-state'
import { latestOf, opened, type Round } from '../stories/revealed-rounds'
import { CN, JP, US } from '../stories/sides'
import { type ProofItem, revealsOf, roundName } from './proof-rows'

export type Side = 'Beijing' | 'Washington'
/** What is so in one round, from the numbers alone. */
export type Fact = { nearer: Side | 'equal'; told: boolean | null; briefs: readonly DelegationId[] }

export function factOf(round: Round | null): Fact | null {
  const revealed = latestOf(round)
  const [us, jp, cn] = [revealed[US], revealed[JP], revealed[CN]]
  if (!us || !jp || !cn) return null
  const nearerOf = (own: number, ally: number, third: number) => {
    const [inside, outside] = [Math.abs(own - ally), Math.abs(ally - third)]
    return inside === outside ? 'equal' : outside < inside ? 'Beijing' : 'Washington'
  }
  const nearer = nearerOf(us.value, jp.value, cn.value)
  const [ofJp, ofCn] = [us.guesses[JP], us.guesses[CN]]
  const told = ofJp === undefined || ofCn === undefined ? null : nearerOf(us.value, ofJp, ofCn) === nearer
  const briefs = [US, JP, CN].filter((id) => revealed[id]?.byBrief)
  return { nearer, told, briefs }
}

type Proofs = Readonly<Record<'head' | 'lines' | 'shift', readonly ProofItem[]>>

const far = (one: { value: number } | undefined, other: { value: number } | undefined) =>
  one && other ? Math.abs(one.value - other.value) : null
const tenth = (value: number | null) => (value === null ? '–' : value.toFixed(1))
/** The stage whose positions stand, as the reveals have it. */
const stageOf = (round: Round | null | undefined) =>
  round && latestOf(round) === round.closing ? 'closing' : 'opening'

/** Holds the three proofs against the reveals: each round of the plan once, as what it is, with its entries. */
export function judgeProofs(proofs: Proofs, state: RoomState, rounds: readonly (Round | null)[]) {
  const all = opened.rounds.map((_, place) => {
    const round = rounds[place] ?? null
    const { [US]: us, [JP]: jp, [CN]: cn } = latestOf(round)
    const name = roundName(place)
    return {
      ...{ place, round, name, us, jp, cn, fact: factOf(round) },
      entries: revealsOf(state, place, stageOf(round)),
    }
  })
  const gaps = all.map(({ us, jp }) => far(us, jp))
  const widest = Math.max(...gaps.flatMap((gap) => gap ?? []))
  const widths = all.map(({ name, entries }, place): ProofItem => {
    const gap = gaps[place] ?? null
    if (gap === null) return { way: 'Not known', words: name, entries }
    return { way: gap === widest ? 'Furthest apart' : 'Less far', words: `${name}: ${tenth(gap)}`, entries }
  })
  const inOrder = (items: readonly ProofItem[]) => items.toSorted((a, b) => (a.words < b.words ? -1 : 1))
  const holds = proofs.head.filter(({ way }) => way === 'It holds')
  const sideOf = (items: readonly ProofItem[]) => all.find(({ name }) => items[0]?.words.startsWith(name))?.fact?.nearer
  const side = sideOf(holds)
  const known = all.some(({ fact }) => fact !== null)
  const head = all.map(({ name, entries, us, jp, cn, fact }): ProofItem => {
    const briefs = [us?.byBrief && 'Washington', jp?.byBrief && 'Tokyo', cn?.byBrief && 'Beijing'].filter(Boolean)
    const list = briefs.length === 3 ? `${briefs[0]}, ${briefs[1]}, and ${briefs[2]}` : briefs.join(' and ')
    const brief = briefs.length === 0 ? '' : ` (${list} by brief)`
    if (fact === null) return { way: 'Not known', words: `${name}${brief}`, entries }
    const words = `${name}: Washington–Tokyo ${tenth(far(us, jp))}, Tokyo–Beijing ${tenth(far(jp, cn))}${brief}`
    const way = fact.nearer === 'equal' ? 'Both equal' : fact.nearer === side ? 'It holds' : 'The other way'
    return { way, words, entries }
  })
  const off = all.map(({ round, place, name }): ProofItem => {
    for (const stage of ['closing', 'opening'] as const) {
      const { [US]: us, [JP]: jp } = round?.[stage] ?? {}
      const guess = us?.guesses[JP]
      if (!us || guess === undefined) continue
      if (!jp) break
      const [put, was] = [Math.abs(us.value - guess), Math.abs(us.value - jp.value)]
      const way = put < was ? 'Thought too near' : put > was ? 'Thought too far' : 'As far as thought'
      return {
        way,
        words: `${name}: ${tenth(was)} apart, thought ${tenth(put)}`,
        entries: revealsOf(state, place, stage),
      }
    }
    return { way: 'Not known', words: name, entries: [] }
  })
  /** A title of which nothing is known opens no proof. */
  const isTold = (items: readonly ProofItem[]) => items.some(({ way }) => way !== 'Not known')
  const told = (items: readonly ProofItem[]) => (isTold(items) ? inOrder(items) : [])
  const nobodyFiled = rounds.every((one) => Object.values(latestOf(one)).every((each) => !each || each.byBrief))
  expect(inOrder(proofs.head)).toEqual(told(known && !nobodyFiled ? head : isTold(off) ? widths : []))
  expect(inOrder(proofs.lines)).toEqual(told(isTold(off) ? off : widths))
  const shift = all.map(({ name, place, round }): ProofItem => {
    const [from, to] = [far(round?.opening[US], round?.opening[JP]), far(round?.closing[US], round?.closing[JP])]
    const way = from === null || to === null ? 'Not known' : to < from ? 'Narrowed' : to > from ? 'Widened' : 'As wide'
    return {
      way,
      words: way === 'Not known' ? name : `${name}: ${tenth(from)} → ${tenth(to)}`,
      entries: revealsOf(state, place, 'opening', 'closing'),
    }
  })
  expect(inOrder(proofs.shift)).toEqual(told(shift))
  return { holds: holds.length, side }
}
