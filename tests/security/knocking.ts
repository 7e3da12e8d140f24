/** Requests pages, files and actions of the built server, as a browser does. */
import type { Call } from './matrix/action-row'

export type Answer = {
  status: number
  /** Where it sends on to, by whichever road. */
  location: string
  body: string
  headers: Headers
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response
  const location = headers.get('location') ?? headers.get('x-action-redirect') ?? ''
  return { status, location, body: await response.text(), headers }
}

/** Packing an answer costs more than sending it over this machine's own line; a kept one may be closed as the next request sets out on it. */
const PLAIN = { 'accept-encoding': 'identity', connection: 'close' }

/** A body that is a text is sent as a file of CSV, anything else as JSON. */
export type RequestOptions = { method?: string; body?: unknown; headers?: Record<string, string> }

export async function ask(
  url: string,
  cookie: string,
  { method = 'GET', body, headers }: RequestOptions = {},
): Promise<Answer> {
  const isText = typeof body === 'string'
  const sent = body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }
  const type: Record<string, string> =
    body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }
  return read(
    await fetch(url, { method, redirect: 'manual', headers: { ...PLAIN, cookie, ...type, ...headers }, ...sent }),
  )
}

/**
 * What the router fetches when a page is reached from another one. The first answer only adds a hash of what was asked; "not found"
 * and "go elsewhere" travel inside the second, and are read out of it.
 */
export async function payload(url: string, cookie: string): Promise<Answer> {
  const headers = { rsc: '1' }
  const first = await ask(url, cookie, { headers })
  const answer = /[?&]_rsc\b/.test(first.location)
    ? await ask(new URL(first.location, url).href, cookie, { headers })
    : first
  if (answer.body.includes('NEXT_HTTP_ERROR_FALLBACK;404')) return { ...answer, status: 404 }
  return { ...answer, location: /NEXT_REDIRECT;\w+;([^;]+);/.exec(answer.body)?.[1] ?? answer.location }
}

/** Calls an action as its page would, under the number that the built server knows it by. */
export async function act(
  url: string,
  cookie: string,
  id: string,
  call: Call,
  more: Record<string, string> = {},
): Promise<Answer> {
  const said = { 'next-action': id, accept: 'text/x-component', origin: new URL(url).origin }
  const headers = { ...PLAIN, cookie, ...said, ...more }
  const send = async (body: string | FormData, type: Record<string, string> = {}) =>
    read(await fetch(url, { method: 'POST', redirect: 'manual', headers: { ...headers, ...type }, body }))
  if ('value' in call) return send(JSON.stringify([call.value]), { 'content-type': 'text/plain;charset=UTF-8' })
  const form = new FormData()
  for (const [name, value] of Object.entries(call.fields)) form.append(`_1_${name}`, value)
  form.append('0', JSON.stringify(call.state === undefined ? ['$K1'] : [call.state, '$K1']))
  return send(form)
}
