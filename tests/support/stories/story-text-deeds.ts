/** What a beat of a story tries about the joint text: drafts, versions, stands, offers and ballots. */
import type { DelegationId } from '#simulation/kernel/ids'
import { chippedTensions } from '#simulation/questions/chips'
import { clausesToRead } from '#simulation/questions/readings'
import { cleanVersion } from '#simulation/questions/text'
import { actingHead, type RoomState } from '#simulation/state/room-state'
import type { Attempt, StoryBook } from './story-book'
import { pick } from './story-fitting'
import type { Secret } from './story-papers'
import type { Deed, Dice } from './story-script'

type TextDeed = Extract<
  Deed,
  | 'draftVersion'
  | 'putForward'
  | 'bringInClause'
  | 'standOn'
  | 'makeOffer'
  | 'answerOffer'
  | 'withdrawOffer'
  | 'initialClause'
  | 'reopenClause'
  | 'keepBracket'
  | 'adviseBallot'
  | 'castBallot'
  | 'proposeChips'
  | 'layChips'
  | 'markReading'
  | 'voteRatification'
  | 'decideRatification'
>

/** Who may act in this beat, and on what. */
export type Around = {
  dice: Dice
  book: StoryBook
  state: RoomState
  round: string
  /** Any clause, and one that may be voted on where there is such a one. */
  clause: string
  clean: string
  someone: string
  head: string
  chair: string
  stray: boolean
  mark: string
  sides: readonly DelegationId[]
}

export function textAttempt(deed: TextDeed, around: Around): Attempt {
  const { dice, book, state, round, clause, clean, someone, head, chair, stray, mark, sides } = around
  const [a, b, c, d, e] = dice
  const [one = 'nobody', other = 'nobody'] = sides
  const everyone: Partial<Secret> = { public: true }
  const toTeam = (by: string): Partial<Secret> => ({ seats: book.team(book.sideOf(by)), opens: true })
  switch (deed) {
    case 'draftVersion': {
      const pairs = sides.flatMap((first, place) => sides.slice(place + 1).map((second) => `${first}-${second}`))
      const own = pairs.filter((pair) => stray || pair.split('-').includes(book.sideOf(someone)))
      const between = d % 3 === 0 ? (pick(own, c) ?? null) : null
      const seats = between === null ? book.team(book.sideOf(someone)) : book.team(...between.split('-'))
      return {
        by: someone,
        command: { type: deed, clause, words: mark, from: a % 2 === 0 ? `${one}-1` : null, cites: null, between },
        secret: { seats, opens: true },
      }
    }
    case 'putForward': {
      const drafts = Object.keys(state.clauses.find(({ key }) => key === clause)?.drafts ?? {})
      const drafter = a % 3 === 0 ? (pick(drafts, d) ?? null) : null
      const by = d % 5 === 0 ? chair : head
      return {
        by,
        command: { type: deed, clause, words: mark, from: null, cites: a % 2 === 0 ? '1' : null, drafter },
        secret: everyone,
      }
    }
    case 'bringInClause':
      return {
        by: d % 5 === 0 ? chair : head,
        command: { type: deed, heading: 'One more', name: 'More', tension: d % 2 === 0 ? round : null, words: mark },
        secret: everyone,
      }
    case 'standOn': {
      // Mostly on the first side's first words, so that clauses become clean.
      const versions = state.clauses.find(({ key }) => key === clause)?.versions ?? []
      const version = a % 9 === 0 ? pick(versions, b)?.id : versions[0]?.id
      const reason = d % 3 === 0 ? mark : null
      const stands = state.clauses.find(({ key }) => key === clause)?.stands
      const missing = sides.find((side) => stands?.[side]?.version !== versions[0]?.id)
      const last =
        missing && a % 9 !== 0 ? book.team(missing).flatMap((one) => book.speakerOf(one) ?? [])[0] : undefined
      return {
        by: last ?? head,
        command: { type: deed, clause, version: version ?? `${other}-1`, reason },
        ...(reason === null ? {} : { secret: everyone }),
      }
    }
    case 'makeOffer': {
      const side = book.sideOf(head)
      const counters =
        d % 3 === 0 ? (state.offers.find((offer) => offer.to === side && offer.answer === null) ?? null) : null
      const to =
        counters?.from ??
        pick(
          sides.filter((each) => stray || each !== side),
          a,
        ) ??
        other
      const standOf = (key: string | undefined, of: string) => {
        const stands = state.clauses.find((each) => each.key === key)?.stands ?? {}
        return Object.entries(stands).find(([id]) => id === of)?.[1].version
      }
      const [mine, yours] = [clause, pick(state.clauses, b)?.key ?? clause]
      const ours = [{ clause: mine, version: standOf(mine, to) ?? `${other}-1` }]
      const theirs = [{ clause: yours, version: (yours === mine ? null : standOf(yours, side)) ?? `${one}-1` }]
      const seats = book.team(side, to)
      const words = e % 4 === 0 ? null : mark
      return {
        by: head,
        command: { type: deed, to, ours, theirs, words, counters: counters?.no ?? null },
        ...(words === null ? {} : { secret: { seats, opens: true } }),
      }
    }
    case 'answerOffer':
    case 'withdrawOffer': {
      const offer = state.offers.findLast(({ answer }) => answer === null)
      const side = deed === 'answerOffer' ? offer?.to : offer?.from
      const by = side && !stray ? (book.team(side).flatMap((each) => book.speakerOf(each) ?? [])[0] ?? head) : head
      const no = offer?.no ?? 'o-us-jp1'
      return { by, command: deed === 'answerOffer' ? { type: deed, no, accept: a % 2 === 0 } : { type: deed, no } }
    }
    case 'proposeChips':
    case 'layChips': {
      const all = chippedTensions(state.plan)
      const chips = stray ? 7 : deed === 'layChips' ? 10 : 1 + (b % 10)
      return {
        by: deed === 'layChips' ? head : someone,
        command: { type: deed, laid: [{ tension: pick(all, a) ?? round, chips }] },
      }
    }
    case 'markReading': {
      // Mostly by a head who has signed something and not read it.
      const unread = sides.flatMap((side) => {
        const seat = actingHead(state, side)
        const [first] = seat ? clausesToRead(state, side, seat.id) : []
        return seat?.holder && first ? [{ by: `p:${seat.holder}`, clause: first }] : []
      })
      const one = stray ? undefined : pick(unread, a)
      // Where there is nobody, somebody signs first.
      if (!one && !stray) return { by: head, command: { type: 'initialClause', clause: clean } }
      const version = (one && cleanVersion(one.clause)?.id) ?? `${other}-1`
      const value = (b % 13) / 2 - 3
      return { by: one?.by ?? head, command: { type: deed, clause: one?.clause.key ?? clean, version, value } }
    }
    case 'initialClause':
      return { by: head, command: { type: deed, clause: clean } }
    case 'reopenClause': {
      const initialled = pick(
        state.clauses.filter(({ initials }) => initials.length > 0),
        c,
      )
      const command = { type: deed, clause: initialled?.key ?? clause, reason: mark }
      return { by: d % 4 === 0 ? chair : someone, command, secret: everyone }
    }
    case 'keepBracket': {
      const named = e % 11 === 0 ? 'toString' : clause
      return { by: head, command: { type: deed, clause: named, reason: mark }, secret: everyone }
    }
    case 'adviseBallot':
      return { by: someone, command: { type: deed, clause: clean, vote: 'abstain' } }
    case 'castBallot': {
      const place = `${clean}/${book.sideOf(head)}`
      const vote = pick(['for', 'for', 'for', 'against'] as const, a) ?? 'for'
      if (b % 8 === 0)
        return {
          by: head,
          command: { type: deed, clauses: [clean], vote: a % 5 === 0 ? 'abstain' : vote, reason: null },
          accepted: () => book.voted(place, null),
        }
      return {
        by: head,
        command: { type: deed, clauses: [clean], vote: a % 7 === 0 ? 'reserved' : vote, reason: mark },
        secret: toTeam(head),
        accepted: (token) => book.voted(place, token),
      }
    }
    case 'voteRatification': {
      const office = officeOf(book, someone)
      const vote = a % 2 === 0 ? 'ratify' : 'refuse'
      if (b % 4 === 0)
        return {
          by: someone,
          command: { type: deed, vote, reason: null },
          accepted: () => book.votedHome(office, null),
        }
      return {
        by: someone,
        command: { type: deed, vote, reason: mark },
        secret: { seats: book.officeSeats(office) },
        accepted: (token) => book.votedHome(office, token),
      }
    }
    case 'decideRatification': {
      const delegation = pick(sides, c) ?? one
      return {
        by: stray ? someone : chair,
        command: { type: deed, delegation, ratified: a % 2 === 0, reason: mark },
        secret: { seats: book.team(delegation), opens: true },
        accepted: (token) => book.decidedHome(delegation, token),
      }
    }
    default:
      return deed satisfies never
  }
}

/** The seat by which an office is known: without the number of a second chair. */
const officeOf = (book: StoryBook, by: string): string =>
  (book.seatOf.get(by.slice(2)) ?? 'nowhere.nobody').split('.').slice(0, 2).join('.')
