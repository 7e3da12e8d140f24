/**
 * Every page, route and action, found in the code, tried by twelve people on things that are theirs, near and strange. Whoever may not
 * is answered exactly as if the thing did not exist, and changes nothing.
 */
import { describe, expect, test } from 'vitest'
import { isLong, isShortRun } from '../../support/machines/lane'
import { difference, inTurn, isOpen, plain } from '../comparing'
import { type Answer, act, ask, payload } from '../knocking'
import type { ActionRow, Call } from './action-row'
import { ACTIONS } from './action-rows'
import { expectAuthorisedCommands } from './authorised-commands'
import { COMMANDS } from './command-rows'
import { PAGES, ROUTES, type Row } from './endpoint-rows'
import { actions, builtActions, commands, pages, routes } from './endpoints'
import { ACTORS, type Actor, SECRET_WORDS, TARGETS, type Target, type WorldIds } from './given-world'
import { seated } from './reaches'
import { useServedWorld } from './served-world'
import type { Reach } from './staff-expected'

const served = useServedWorld()

/** How often each kind of way was tried, so that a matrix that shrinks is seen. */
const tried = { pages: 0, payloads: 0, routes: 0, actions: 0 }

type Trial = { actor: Actor; target: Target; may: boolean }
/**
 * The short run tries everybody on what is nearest, whoever sits on one thing further away as well, so that each of those is tried by
 * one of them, and of the other pairs of a person and something further away every ninth, other ones for each way. `npm test` tries
 * commands, and every fourth person on the actions that are nearest: most pages are drawn for the first time here.
 */
const whole = isLong
const isTried = (actor: number, target: number, turn: number) => {
  if (isShortRun) return target === 0 && (actor + turn) % 4 === 0
  return (
    whole ||
    target === 0 ||
    (seated.includes(ACTORS[actor]!) && target === 1 + ((actor + turn) % 3)) ||
    (3 * actor + target + 5 * turn) % 9 === 0
  )
}
/** Every third person, other ones for each way: in the short run they alone are let through, and their refusals held against the answer about a thing that is not there. */
const isHeld = (actor: Actor, turn: number) => whole || isShortRun || (ACTORS.indexOf(actor) + turn) % 3 === 0
function trials(may: Reach, turn: number): Trial[] {
  const all = ACTORS.flatMap((actor, one) =>
    TARGETS.filter((_, other) => isTried(one, other, turn)).map((target) => ({
      actor,
      target,
      may: may[target].includes(actor),
    })),
  )
  const through = all.filter((trial) => trial.may)
  const held = through.filter(({ actor }) => isHeld(actor, turn))
  return [...all.filter((trial) => !trial.may), ...(held.length > 0 ? held : through.slice(0, 1))]
}

describe('the lists are whole', () => {
  test.each([
    ['page', pages, PAGES],
    ['route', routes, ROUTES],
    ['action', actions, ACTIONS],
    ['command', commands, COMMANDS],
  ] as const)('every %s has its row, and every row leads somewhere', (_, found, rows) => {
    expect(found().toSorted()).toEqual(Object.keys(rows).toSorted())
    expect(found().length).toBeGreaterThan(5)
  })

  test('the built server knows every action by a number', () => {
    const ids = builtActions()
    expect(Object.keys(ACTIONS).filter((name) => !ids.has(name))).toEqual([])
  })
})

describe('commands', () => expectAuthorisedCommands(served))

describe('pages and files', () => {
  const leadingSomewhere = (rows: Readonly<Record<string, Row>>) =>
    Object.entries(rows).flatMap(([name, row], turn) => ('may' in row ? [{ name, row, turn }] : []))
  const drawn = (rows: Readonly<Record<string, Row>>) => (isShortRun ? [] : leadingSomewhere(rows))

  async function expectRow(
    kind: 'pages' | 'payloads' | 'routes',
    row: Extract<Row, { may: unknown }>,
    turn: number,
    how: (url: string, cookie: string, place: WorldIds) => Promise<Answer>,
  ) {
    // The page is asked for by everybody, so the short run asks for its payload as every third person, other ones for each page.
    const chosen = trials(row.may, turn).filter(({ actor }) => kind !== 'payloads' || isHeld(actor, turn))
    expect(chosen).not.toEqual([])
    const refused = new Set(chosen.flatMap(({ actor, may }) => (may || !isHeld(actor, turn) ? [] : [actor])))
    const nowhere = new Map<Actor, ReturnType<typeof plain>>()
    await inTurn([...refused], async (actor) => {
      nowhere.set(
        actor,
        plain(
          await how(served.url() + row.at(served.world().madeUp), served.world().cookies[actor], served.world().madeUp),
          served.world().madeUp,
        ),
      )
    })
    const wrong: unknown[] = []
    await inTurn(chosen, async ({ actor, target, may }) => {
      tried[kind] += 1
      const place = served.world().places[target]
      const answer = await how(served.url() + row.at(place), served.world().cookies[actor], place)
      if (may) {
        if (!isOpen(answer)) wrong.push({ actor, target, status: answer.status, location: answer.location })
        return
      }
      const shown = answer.body.match(SECRET_WORDS) ?? []
      const seen = plain(answer, place)
      const expected = nowhere.get(actor)
      const same = expected === undefined || JSON.stringify(seen) === JSON.stringify(expected)
      if (isOpen(answer) || shown.length > 0 || !same)
        wrong.push({
          actor,
          target,
          status: answer.status,
          location: answer.location,
          shown,
          differs: difference(seen, expected ?? null),
        })
    })
    return wrong
  }

  test.each(drawn(PAGES))('$name is there for whom it is for, and for nobody else', async ({ row, turn }) => {
    expect(await expectRow('pages', row, turn, (url, cookie) => ask(url, cookie))).toEqual([])
  })

  test.each(drawn(PAGES))('$name as the router fetches it, likewise', async ({ row, turn }) => {
    expect(await expectRow('payloads', row, turn + 1, payload)).toEqual([])
  })

  test.each(drawn(ROUTES))('$name answers whom it is for, and nobody else', async ({ name, row, turn }) => {
    const method = name.split(' ')[0] ?? 'GET'
    const body = row.body
    expect(
      await expectRow('routes', row, turn, (url, cookie, place) =>
        ask(url, cookie, { method, ...(body ? { body: body(place) } : {}) }),
      ),
    ).toEqual([])
  })

  test('a page that names nothing shows each only their own', async () => {
    const own: Partial<Record<Actor, RegExp>> = {
      guest: /^Canary(Own|Ours)/,
      student: /^Canary(Own|Ours)/,
      'hopping student': /^Canary(Own|Ours)/,
      // What they were in keeps its title in their own list; it leads nowhere any more.
      'removed student': /^Canary(OwnSeminar|OursCourse)$/,
      grader: /^Canary(OwnTable1|OwnSeminar|OursCourse)$/,
      assistant: /^Canary(Own|Ours|Same)/,
      instructor: /^Canary(Own|Ours|Same)/,
      'other instructor': /^CanaryTheirs/,
      administrator: /^Canary/,
    }
    const ways = Object.values(PAGES).flatMap((row) => ('own' in row ? [row.own] : []))
    const wrong: unknown[] = []
    for (const [at, actor] of ACTORS.entries()) {
      const asked = ways.filter((_, turn) => whole || (at + turn) % (isShortRun ? 6 : 2) === 0)
      await inTurn(asked, async (way) => {
        for (const how of whole ? [ask, payload] : [payload]) {
          const { status, body } = await how(served.url() + way, served.world().cookies[actor])
          const strange = [...new Set(body.match(SECRET_WORDS))].filter((word) => !own[actor]?.test(word))
          if (status >= 500 || strange.length > 0) wrong.push({ actor, way, status, strange })
          tried.pages += 1
        }
      })
    }
    expect(wrong).toEqual([])
  })
})

describe('actions', () => {
  const built = builtActions()
  const bound = Object.entries(ACTIONS).flatMap(([name, row], turn) => ('may' in row ? [{ name, row, turn }] : []))
  const call = (name: string, row: Extract<ActionRow, { may: unknown }>, actor: Actor, place: WorldIds) =>
    send(name, actor, row.call(place))
  /** To a page that has the action, for the server looks nowhere else; of a thing that is not there, so that only the action answers. */
  function send(name: string, actor: Actor, what: Call): Promise<Answer> {
    const { id, page } = built.get(name) ?? { id: name, page: '/' }
    const at = page.replaceAll(
      /\[(\w+)\]/g,
      (_, key: string) => new Map(Object.entries(served.world().madeUp)).get(key) ?? '',
    )
    return act(served.url() + at, served.world().cookies[actor], id, what)
  }

  test('whoever may not is answered as if the thing did not exist, and changes nothing', async () => {
    const before = await served.stored()
    const wrong: unknown[] = []
    for (const { name, row, turn } of bound) {
      const refused = trials(row.may, turn).filter(({ may }) => !may)
      const nowhere = new Map<Actor, ReturnType<typeof plain>>()
      const held = new Set(refused.flatMap(({ actor }) => (isHeld(actor, turn) ? [actor] : [])))
      await inTurn([...held], async (actor) => {
        nowhere.set(actor, plain(await call(name, row, actor, served.world().madeUp), served.world().madeUp))
      })
      await inTurn(refused, async ({ actor, target }) => {
        const place = served.world().places[target]
        const answer = await call(name, row, actor, place)
        const shown = answer.body.match(SECRET_WORDS) ?? []
        const seen = plain(answer, place)
        const expected = nowhere.get(actor)
        // Whoever is not held is answered as somebody who is; whoever is signed out is answered otherwise than all of them.
        const others = [...nowhere].flatMap(([other, one]) => (other === 'anonymous' ? [] : [one]))
        const allowed = expected ? [expected] : others
        const same =
          (actor === 'anonymous' && !expected) || allowed.some((one) => JSON.stringify(one) === JSON.stringify(seen))
        if (!same || shown.length > 0)
          wrong.push({
            name,
            actor,
            target,
            status: answer.status,
            shown,
            differs: difference(seen, allowed[0] ?? null),
          })
        tried.actions += 1
      })
    }
    expect(wrong).toEqual([])
    expect(await served.stored()).toBe(before)
  })

  test('whoever may is not', async () => {
    const wrong: unknown[] = []
    for (const { name, row, turn } of bound) {
      const done = new Set<Target>()
      const nowhere = plain(await call(name, row, 'instructor', served.world().madeUp), served.world().madeUp)
      for (const { actor, target, may } of trials(row.may, turn)) {
        if (!may || row.ends || (row.once && done.has(target))) continue
        done.add(target)
        const answer = await call(name, row, actor, served.world().places[target])
        if (
          answer.status >= 400 ||
          JSON.stringify(plain(answer, served.world().places[target])) === JSON.stringify(nowhere)
        )
          wrong.push({ name, actor, target, status: answer.status })
        tried.actions += 1
      }
    }
    expect(wrong).toEqual([])
  })

  test('what no page would send is answered without a word about the house', async () => {
    const wrong: unknown[] = []
    for (const [turn, [name, row]] of Object.entries(ACTIONS).entries()) {
      const calls =
        'own' in row ? [row.own, { fields: {} }, { value: { toString: 1 } }] : [{ fields: {} }, { value: null }]
      for (const one of calls.filter((_, index) => whole || index === turn % calls.length)) {
        const { body } = await send(name, 'anonymous', one)
        if (/node_modules|\.tsx?\b|\.mjs|Invalid `|postgres/i.test(body)) wrong.push({ name, one, body })
        tried.actions += 1
      }
    }
    expect(wrong).toEqual([])
  })
})

test('the matrix is as large as it says', () => {
  const [pages, payloads, ways, acts] = isShortRun
    ? [10, -1, -1, 250]
    : whole
      ? [800, 500, 200, 1_000]
      : [650, 200, 200, 1_000]
  expect(tried.pages).toBeGreaterThan(pages)
  expect(tried.payloads).toBeGreaterThan(payloads)
  expect(tried.routes).toBeGreaterThan(ways)
  expect(tried.actions).toBeGreaterThan(acts)
  process.stdout.write(`authorisation: tried ${JSON.stringify(tried)}\n`)
})
