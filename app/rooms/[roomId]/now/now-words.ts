// "Now" in words: what is happening and until when, what comes next, and the title of the page. The asked line is in asked-words.ts.
import type { PhasePlan } from '#simulation/agenda/plan'
import type { DelegationId, PersonId } from '#simulation/kernel/ids'
import type { Next, Now, RoundAt, Who } from '#simulation/reading/talk/now'
import { delegationIn } from '#ui/words/delegations.ts'
import { type AskedWords, askedWords, capitalOf, hour, lengthOf, type Teller, type Worded } from './asked-words'

export type NowWords = AskedWords & {
  /** The person's office, or their name where they have none, and the part they have. */
  name: string
  part: string
  /** The round and the phase, whoever speaks in it. */
  where: string
  what: string
  until: string | null
  /** Who speaks, where it is not the reader, and in openings which opening it is: for where the clock stands with its own words. */
  speaks: { words: string; delegation: DelegationId | null } | null
  next: string | null
}

/** Since when the clock is stopped, or until when for a caucus; null while it runs or no phase does. */
export type Stopped = { for: 'pause' | 'caucus'; at: number }
export function stoppedIn({ happening }: Now): Stopped | null {
  if (happening.kind !== 'phase' || happening.pausedAt === null) return null
  const { pausedAt, caucusUntil } = happening
  return caucusUntil === null ? { for: 'pause', at: pausedAt } : { for: 'caucus', at: caucusUntil }
}

export function nowWords(at: Worded, person: PersonId, now: Now, teller: Teller): NowWords {
  return {
    ...whoWords(at, person, now.who, teller),
    ...whatWords(now, teller),
    ...askedWords(at, now, teller),
    next: comesWords(at, now, teller),
  }
}

function whoWords(at: Worded, person: PersonId, who: Who, { t }: Teller): Pick<NowWords, 'name' | 'part'> {
  switch (who.kind) {
    case 'delegate': {
      const country = delegationIn(at.state.plan, who.delegation)?.name ?? ''
      return { name: who.seat.title, part: t(`who.${who.part}`, { country }) }
    }
    case 'observer':
      return { name: who.seat.title, part: t('who.observer') }
    case 'unseated':
      return {
        name: at.view.displayNames[person] ?? '',
        part: who.last ? t('who.left', { title: who.last.title }) : t('who.none'),
      }
    default:
      return who satisfies never
  }
}

/** "Round 2 of 4 · Floor debate". */
const whereOf = (phase: PhasePlan, round: RoundAt | null, { t, phases }: Teller): string =>
  round ? t('what.round', { number: round.number, count: round.of, phase: phases(phase.kind) }) : phases(phase.kind)

function whatWords({ happening, task }: Now, teller: Teller): Pick<NowWords, 'where' | 'what' | 'until' | 'speaks'> {
  const { t } = teller
  const still = (what: string) => ({ where: what, what, until: null, speaks: null })
  switch (happening.kind) {
    case 'lobby':
    case 'closed':
      return still(t(`what.${happening.kind}`))
    case 'finished':
      return still(happening.at === null ? t('what.finished') : t('what.finishedAt', { time: hour(happening.at) }))
    case 'between':
      return still(t('what.between', { where: whereOf(happening.phase, happening.round, teller) }))
    case 'phase': {
      const { phase, round, speaker, pausedAt } = happening
      const where = whereOf(phase, round, teller)
      const until = t(pausedAt === null ? 'until.to' : 'until.was', { time: hour(happening.until) })
      if (task.kind === 'speak')
        return { where, what: where, until: t('until.yours', { length: lengthOf(task.lasts) }), speaks: null }
      if (!speaker) return { where, what: where, until, speaks: null }
      const { seat, opening } = speaker
      const what = t(opening ? 'what.opens' : 'what.speaks', { title: seat.title })
      if (!opening) return { where, what, until, speaks: { words: what, delegation: seat.delegation } }
      const place = t('until.opening', opening)
      return { where, what, until: place, speaks: { words: `${what}, ${place}`, delegation: seat.delegation } }
    }
    default:
      return happening satisfies never
  }
}

/** What comes next, and after it what the person waits for beside their task. */
function comesWords(at: Worded, now: Now, teller: Teller): string | null {
  const { t } = teller
  const { next, queued, opens, motion, happening } = now
  const isPaused = happening.kind === 'phase' && happening.pausedAt !== null
  const said = [
    next && nextWords(at, now.who, next, teller),
    opens &&
      (isPaused || opens.at === null
        ? t('comes.youOpen', { place: opens.place })
        : t('comes.youOpenAt', { place: opens.place, time: hour(opens.at) })),
    queued && t('comes.queued', { place: queued.place }),
    motion && t(motion.poll ? 'comes.poll' : 'comes.motion', { capital: capitalOf(at, motion.by), kind: motion.kind }),
  ].filter((one) => one !== null)
  return said.length === 0 ? null : said.join(t('comes.then'))
}

function nextWords(at: Worded, who: Who, next: Next, teller: Teller): string {
  const { t, intents } = teller
  const own = who.kind === 'delegate' ? who.delegation : null
  switch (next.kind) {
    case 'resume':
      return next.at === null ? t('comes.resume') : t('comes.caucusOver', { time: hour(next.at) })
    case 'end':
      return next.at === null ? t('comes.endUnknown') : t('comes.end', { time: hour(next.at) })
    case 'hand':
      return t('comes.hand', { title: at.state.seats[next.seat]?.title ?? '', intent: intents(next.intent) })
    case 'opener': {
      const mine = who.kind === 'delegate' && next.opener.seat === who.seat.id
      const time = hour(next.opener.at ?? at.view.now())
      return mine
        ? t('comes.you', { time })
        : t('comes.opener', { capital: capitalOf(at, next.opener.delegation), time })
    }
    case 'phase': {
      const what = whereOf(next.phase, next.round, teller)
      if (next.at === null) return t('comes.unknown', { what })
      const time = hour(next.at)
      const mine = own === null ? null : mineWords(next.mine, capitalOf(at, own), teller)
      return mine === null ? t('comes.at', { what, time }) : t('comes.atMine', { what, time, mine })
    }
    default:
      return next satisfies never
  }
}

function mineWords(mine: Extract<Next, { kind: 'phase' }>['mine'], capital: string, { t }: Teller): string | null {
  if (mine === null) return null
  if (mine === 'file' || mine === 'cast') return t(`comes.${mine}`, { capital })
  const length = lengthOf(mine.lasts)
  return mine.place === 1 ? t('comes.opens', { length }) : t('comes.opensLater', { place: mine.place, length })
}

/** What the page's title says first: the floor, a place in the queue, a pause, else what is asked or what is happening. */
export function titleWords(
  { task, happening, asks, queued }: Now,
  words: NowWords,
  isOffline: boolean,
  { t }: Teller,
): string {
  if (isOffline) return t('title.offline')
  if (task.kind === 'speak') return t('title.floor')
  if (happening.kind === 'phase' && happening.pausedAt !== null)
    return t(happening.caucusUntil === null ? 'title.paused' : 'title.caucus')
  if (task.kind === 'open' && task.next) return t('title.openNext')
  if (task.kind === 'in-queue') return task.place === 1 ? t('title.next') : t('title.hand', { place: task.place })
  if (queued) return t('title.hand', { place: queued.place })
  return asks ? words.ask : words.what
}
