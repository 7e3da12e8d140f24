// Who reviews whom (rules H30, H31), by a lot that no student knows: from everything that one of them hears, the others' pairs follow no better
// than by chance (J14).

/** Who has posted, in which room and for which side. */
export type Writer = Readonly<{ id: string; table: string; side: string | null }>
export type ReviewPair = Readonly<{ reviewer: string; author: string }>
export type GivenPair = ReviewPair & Readonly<{ sent: boolean }>

/**
 * The lot of these words: a text in whose order things are drawn, the same whenever it is asked. It has to come from a secret: ids, names and
 * seats are told to everybody, and whoever can work out the lot can work out the pairs.
 */
export type SecretLot = (words: string) => string

/**
 * How often a draw is begun anew while somebody would review their own side in their own room. One in which somebody would review themselves,
 * or the same person twice, is begun anew until there is none: there always is one, because everybody may be given all but as many.
 */
const TRIES = 8
/** What a pair costs that may not be: oneself, or somebody that one reviews already. No pair shares more than a room and a side. */
const FORBIDDEN = 1_000

/**
 * At first each is drawn an author at a time, and two swap theirs as long as fewer then share a room or a side. What was given before stays
 * while both are there, or once it is sent; what is missing then goes to who is reviewed least.
 */
export function assignReviews(
  writers: readonly Writer[],
  before: readonly GivenPair[],
  each: number,
  lot: SecretLot,
): readonly ReviewPair[] {
  const kept = keptOf(new Set(writers.map(({ id }) => id)), before, each)
  if (kept.length === 0) return drawn(writers, each, lot)
  const drawnUp = inLot(writers, (id) => lot(`later ${id}`))
  const pairs: ReviewPair[] = [...kept]
  const counts = new Map<string, number>()
  for (const { author } of kept) counts.set(author, (counts.get(author) ?? 0) + 1)
  for (const reviewer of drawnUp) {
    const own = new Set(kept.flatMap((pair) => (pair.reviewer === reviewer.id ? pair.author : [])))
    for (let missing = each - own.size; missing > 0; missing -= 1) {
      const author = leastReviewed(drawnUp, counts, own, reviewer)
      if (!author) break
      own.add(author.id)
      counts.set(author.id, (counts.get(author.id) ?? 0) + 1)
      pairs.push({ reviewer: reviewer.id, author: author.id })
    }
  }
  return pairs
}

function inLot(writers: readonly Writer[], lotOf: (id: string) => string): readonly Writer[] {
  const lots = new Map(writers.map(({ id }) => [id, lotOf(id)]))
  const order = (one: Writer) => `${lots.get(one.id)} ${one.id}`
  return writers.toSorted((a, b) => inText(order(a), order(b)))
}
const inText = (a: string, b: string): number => Number(a > b) - Number(a < b)
/** Whether two share their room, and their side. */
const shared = (a: Writer, b: Writer): number => Number(a.table === b.table) + Number(a.side === b.side)

/** The pairs that stay: what was sent, and of the rest no more than is asked of each. */
function keptOf(here: ReadonlySet<string>, before: readonly GivenPair[], each: number): readonly ReviewPair[] {
  const count = new Map<string, number>()
  return before
    .toSorted((a, b) => Number(b.sent) - Number(a.sent))
    .filter(({ reviewer, author, sent }) => {
      const so = count.get(reviewer) ?? 0
      const stays = sent || (here.has(reviewer) && here.has(author) && so < each)
      if (stays) count.set(reviewer, so + 1)
      return stays
    })
    .map(({ reviewer, author }) => ({ reviewer, author }))
}

/** As many authors for everybody as there are and are asked for, each of whom is reviewed as often. */
function drawn(writers: readonly Writer[], each: number, lot: SecretLot): readonly ReviewPair[] {
  const pairs: ReviewPair[] = []
  const own = new Map(writers.map(({ id }) => [id, new Set([id])]))
  for (let round = 0; round < Math.min(each, writers.length - 1); round += 1)
    for (const [reviewer, author] of bestRound(writers, own, (words) => lot(`${round} ${words}`))) {
      pairs.push({ reviewer: reviewer.id, author: author.id })
      own.get(reviewer.id)?.add(author.id)
    }
  return pairs
}

type Round = readonly (readonly [reviewer: Writer, author: Writer])[]

/** One author for everybody: the draw in which fewest share, of those that were tried until nobody shares both room and side. */
function bestRound(writers: readonly Writer[], own: ReadonlyMap<string, ReadonlySet<string>>, lot: SecretLot): Round {
  const cost = (reviewer: Writer, author: Writer) =>
    own.get(reviewer.id)?.has(author.id) ? FORBIDDEN : shared(reviewer, author)
  let best: { round: Round; sum: number } | null = null
  for (let attempt = 0; attempt < TRIES || (best && best.sum >= FORBIDDEN); attempt += 1) {
    const reviewers = inLot(writers, (id) => lot(`${attempt} reviews ${id}`))
    const authors = [...inLot(writers, (id) => lot(`${attempt} is reviewed ${id}`))]
    swapWhileBetter(reviewers, authors, cost)
    const round = reviewers.flatMap((reviewer, at) => {
      const author = authors[at]
      return author ? [[reviewer, author] as const] : []
    })
    const costs = round.map((pair) => cost(...pair))
    const sum = costs.reduce((all, one) => all + one, 0)
    if (best === null || sum < best.sum) best = { round, sum }
    if (costs.every((one) => one < 2)) break
  }
  return best?.round ?? []
}

/** Swaps two authors as long as what both pairs cost together becomes less. */
function swapWhileBetter(
  reviewers: readonly Writer[],
  authors: Writer[],
  cost: (reviewer: Writer, author: Writer) => number,
): void {
  const swap = (one: number, other: number): boolean => {
    const [a, b, x, y] = [reviewers[one], reviewers[other], authors[one], authors[other]]
    if (!a || !b || !x || !y || cost(a, y) + cost(b, x) >= cost(a, x) + cost(b, y)) return false
    authors[one] = y
    authors[other] = x
    return true
  }
  const isCostly = (at: number): boolean => {
    const [reviewer, author] = [reviewers[at], authors[at]]
    return reviewer !== undefined && author !== undefined && cost(reviewer, author) > 0
  }
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (const at of reviewers.keys())
      for (const other of reviewers.keys()) if (isCostly(at) && swap(at, other)) isBetter = true
  }
}

/** Of those who are not the reviewer's `own` already: the first by lot with the fewest reviews, and of these with the least shared. */
function leastReviewed(
  byLot: readonly Writer[],
  counts: ReadonlyMap<string, number>,
  own: ReadonlySet<string>,
  reviewer: Writer,
): Writer | null {
  let best: { one: Writer; cost: number } | null = null
  for (const one of byLot) {
    if (one.id === reviewer.id || own.has(one.id)) continue
    // No two share more than both, a room and a side.
    const cost = (counts.get(one.id) ?? 0) * 3 + shared(one, reviewer)
    if (best === null || cost < best.cost) best = { one, cost }
  }
  return best?.one ?? null
}
