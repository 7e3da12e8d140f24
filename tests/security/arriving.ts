/** A student's way in, as a browser without a script goes it: the page, the name in its own form, the seat over the socket. It measures each step. */
import { expect } from 'vitest'
import { roomId } from '#simulation/kernel/ids'
import { askedAsPagesDo, Page } from '../server/live/given/given-page'

export type Way = { pageMs: number; postMs: number; seatedMs: number; queued: boolean }

/** A browser's jar of cookies. */
export class Phone {
  readonly #jar = new Map<string, string>()
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(path: string, form?: FormData): Promise<{ location: string; body: string }> {
    const response = await fetch(new URL(path, this.#url), {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: this.cookie, origin: this.#url },
      ...(form ? { body: form } : {}),
    })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      this.#jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { location: response.headers.get('location') ?? '', body: await response.text() }
  }
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The form on a page that has a field of this name, with its hidden fields filled in. */
function formWith(body: string, field: string): FormData | null {
  const html = body.match(/<form\b.*?<\/form>/gs)?.find((form) => form.includes(`name="${field}"`))
  if (!html) return null
  const form = new FormData()
  for (const [input] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const [, name] = /\bname="([^"]*)"/.exec(input) ?? []
    if (name !== undefined) form.append(unescaped(name), unescaped(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? ''))
  }
  return form
}

/** From the address to a seat; `withinMs` is when to give up waiting in the queue. */
export async function arrive(
  url: string,
  door: string,
  name: string,
  withinMs: number,
  phone = new Phone(url),
): Promise<Way> {
  const from = performance.now()
  let { body } = await phone.ask(door)
  let form = formWith(body, 'name')
  let queued = false
  while (!form || body.includes('role="status"')) {
    if (!/in the queue/.test(body))
      throw new Error(
        `${name} was refused: ${body
          .replaceAll(/<script.*?<\/script>|<[^>]*>/gs, ' ')
          .replaceAll(/\s+/g, ' ')
          .slice(0, 400)}`,
      )
    if (performance.now() - from > withinMs) throw new Error(`${name} still waits in the queue.`)
    queued = true
    await new Promise((done) => setTimeout(done, 1_000))
    body = (await phone.ask(door)).body
    form = formWith(body, 'name')
  }
  const pageMs = performance.now() - from
  form.set('name', name)
  const { location, body: said } = await phone.ask(door, form)
  const [, room] = /\/join\/seat\/([\w-]+)$/.exec(location) ?? []
  if (!room)
    throw new Error(
      `${name} did not come in: ${location} ${said
        .replaceAll(/<script.*?<\/script>|<[^>]*>/gs, ' ')
        .replaceAll(/\s+/g, ' ')
        .slice(0, 400)}`,
    )
  const postMs = performance.now() - from
  await phone.ask(location)
  const at = roomId.parse(room)
  const page = await new Page(url, phone.cookie).connect()
  expect(await askedAsPagesDo(() => page.join(at))).toMatchObject({ ok: true })
  expect(await page.submit(at, { type: 'takeSeat', seat: null })).toMatchObject({ ok: true })
  return { pageMs, postMs, seatedMs: performance.now() - from, queued }
}

/** Guesses codes until it is stopped: one device that keeps its number, or one that throws it away each time. */
export function guess(url: string, perSecond: number, keepsNumber: boolean): { stop(): Promise<number> } {
  let guessed = 0
  let isOn = true
  const kept = new Phone(url)
  const asking = new Set<Promise<unknown>>()
  const timer = setInterval(() => {
    if (!isOn) return
    const letters = Array.from(
      { length: 6 },
      (_, at) => '34679ACDEFGHJKMNPQRTWXY'[(guessed * 7 + at * 5 + (guessed >> at)) % 23],
    ).join('')
    guessed += 1
    const one = (keepsNumber ? kept : new Phone(url)).ask(`/join/${letters}`).catch(() => undefined)
    asking.add(one)
    void one.finally(() => asking.delete(one))
  }, 1000 / perSecond)
  return {
    async stop() {
      isOn = false
      clearInterval(timer)
      await Promise.all(asking)
      return guessed
    },
  }
}

export function figures(title: string, ways: readonly Way[]): string {
  const p = (of: (way: Way) => number, share: number) => {
    const sorted = ways.map(of).sort((a, b) => a - b)
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  }
  const line = (of: (way: Way) => number) => `p50 ${p(of, 0.5)} p99 ${p(of, 0.99)} last ${p(of, 1)} ms`
  return `arriving: ${title}: ${ways.length} seated, ${ways.filter(({ queued }) => queued).length} by the queue; page ${line((way) => way.pageMs)}; name ${line((way) => way.postMs)}; seated ${line((way) => way.seatedMs)}\n`
}
