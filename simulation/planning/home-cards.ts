// Deals home cards: two a delegation, drawn by the room's seed among those that are about what the room plays (A2).

import type { Brief } from '../agenda/brief'
import { CARDS_DEALT, type HomeCard } from '../agenda/home-cards'
import { debatedTensions, type RoomPlan } from '../agenda/plan'
import { lot } from '../kernel/seeded-random'
import { ratifies } from '../questions/ratification'
import type { Card, Scenario } from '../scenario/scenario'

/** The briefs with each delegation's cards, where the plan ratifies. */
export function withCards(scenario: Scenario, plan: RoomPlan, seed: number, briefs: readonly Brief[]): Brief[] {
  const dealt = ratifies(plan) ? scenario.delegations.filter(({ cards }) => cards.length > 0) : []
  return briefs.map((brief) => {
    const cards = dealt.find(({ id }) => id === brief.to)?.cards
    return cards ? { ...brief, cards: drawn(plan, seed, cards) } : brief
  })
}

/** One that the rules check, where a clause that it needs is in the text, and others that people judge. */
function drawn(plan: RoomPlan, seed: number, cards: readonly Card[]): HomeCard[] {
  const inText = new Set(plan.communique.clauses.map(({ tension }) => tension))
  const played = new Set([...inText, ...debatedTensions(plan)])
  const byLot = cards.toSorted((a, b) => lot(seed, 'card', a.id) - lot(seed, 'card', b.id))
  const checked = byLot.filter(({ check }) => check && inText.has(check.tension)).slice(0, 1)
  const judged = byLot.filter(({ check }) => check === undefined)
  const fits = (card: Card) => card.axes.some((axis) => played.has(axis))
  return [...checked, ...judged.filter(fits), ...judged.filter((card) => !fits(card))]
    .slice(0, CARDS_DEALT)
    .map(({ holder, asks, check }) => ({ holder, asks, ...(check ? { check } : {}) }))
}
