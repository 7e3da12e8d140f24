/** One run: a class joins, its phases run, people talk, faults follow one another, and at the end the oracle judges. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { written } from '../support/files/written'
import { type Ground, seatedClass, type Table } from './classroom'
import { isPresenceTold } from './delivery'
import { type Evidence, gather, lengthsOf, pagesOf, type Verdict } from './evidence'
import type { Fault } from './faults'
import { WatchedPage } from './journal-of-pages'
import { judge } from './oracle'
import { type Dice, Talk } from './talk'

export type Act<On extends Ground> = {
  students: number
  tables: number
  /** Every person does something about so often. */
  pauseMs: number
  /** Between two faults. */
  breathMs: number
  /** How often, of all it does, a chair gives the phase another minute, so that the agenda lasts longer than the faults. */
  extends: number
  faults: readonly Fault<On>[]
  /** Hears of each fault when it is over. */
  tell?: (words: string) => void
}

/** A command without an answer by then counts as unanswered. */
const ANSWERED_MS = 60_000
/** Ten seconds after the last fault every page equals the server (L7). */
const QUIET_MS = 10_000

export async function play<On extends Ground>(
  ground: On,
  act: Act<On>,
  dice: Dice,
): Promise<{ verdict: Verdict; evidence: Evidence }> {
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()
  const armed = act.faults.map(({ killAt }) => killAt)
  await ground.open(armed[0])
  ground.waited.begin()
  const tables = await seatedClass(ground, act, () => dice() < 0.05)
  const everybody = tables.flatMap(pagesOf)
  const present = () => everybody.filter(({ outSince }) => outSince === null)
  try {
    await until(() => everybody.every(({ link }) => link.view.connection.kind === 'live'), 60_000, 'every page is live')
    for (const { delegates } of tables)
      await Promise.all(delegates.map((page) => page.submit({ type: 'takeSeat', seat: null })))
    for (const { chair } of tables) {
      const started = await chair.submit({ type: 'startPhase', index: 0 })
      if (!started.ok) throw new Error(`The first phase could not be started: ${started.rejection}`)
    }
    const talk = new Talk(tables, dice, act)
    const mislaid: string[] = []
    for (const [index, fault] of act.faults.entries()) {
      await wait(act.breathMs * (0.5 + dice()))
      const struck = performance.now()
      const found = await fault.strike(ground, tables, armed[index + 1])
      act.tell?.(
        `${new Date().toISOString().slice(11, 23)} ${index + 1}/${act.faults.length} ${fault.name}: over after ${Math.round(performance.now() - struck)} ms`,
      )
      mislaid.push(
        ...(found ?? []),
        ...present().flatMap((page) => page.mislaid.map((word) => `L9 after "${fault.name}" ${word} is on no page.`)),
      )
    }
    await Promise.race([talk.stop(), wait(ANSWERED_MS, undefined, { ref: false })])
    const slackMs = lag.max / 1e6
    // Clocks are paused while the run is judged. Everybody hears that, and with it the numbers of all rows before.
    for (const { chair } of tables) await chair.submit({ type: 'pauseClock' })
    await settled(ground, tables, present())
    const evidence = await gather(ground, tables, slackMs)
    const verdict = judge(evidence)
    verdict.broken.push(...mislaid, ...(await lookAfresh(present(), ground)))
    return { verdict, evidence }
  } finally {
    lag.disable()
    ground.waited.end()
    for (const page of everybody) page.link.stop()
  }
}

/** L8: what a page has gathered on its way is what a page that has just been opened is given. */
async function lookAfresh(pages: readonly WatchedPage[], ground: Ground): Promise<string[]> {
  const broken: string[] = []
  for (const old of [pages[0], pages[1], pages.at(-1)]) {
    if (!old) continue
    const fresh = new WatchedPage(old.roomId, old.who, { ...ground.pages, repeats: () => false })
    try {
      await until(() => fresh.link.view.connection.kind === 'live', 20_000, 'a fresh page is live')
      if (written(fresh.link.view.state) !== written(old.link.view.state))
        broken.push('L8 a page that has just been opened sees another room than one that was there all along.')
    } finally {
      fresh.link.stop()
    }
  }
  return broken
}

/** Until the logs have stopped growing, and every page stands at their ends and knows who is there. */
async function settled(ground: Ground, tables: readonly Table[], pages: readonly WatchedPage[]) {
  const end = Date.now() + QUIET_MS
  for (;;) {
    const lengths = await lengthsOf(ground, tables)
    if (pages.every((page) => page.link.view.seq === lengths.get(page.roomId)) && tables.every(isPresenceTold)) return
    if (Date.now() > end) return // the oracle says who is behind
    await wait(50)
  }
}

async function until(met: () => boolean, withinMs: number, what: string): Promise<void> {
  const end = Date.now() + withinMs
  while (!met()) {
    if (Date.now() > end) throw new Error(`It was not so within ${Math.round(withinMs)} ms that ${what}.`)
    await wait(20)
  }
}
