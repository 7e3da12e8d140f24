// Asks the server beside it whether it lives (/healthz) or is ready (/readyz): the health check of a container, whose image has no curl.
import { realpathSync } from 'node:fs'

const PATIENCE_MS = 4_000

/**
 * `hangs`: it took the connection and did not answer in time. One that has died or is starting refuses the connection.
 * @param {string} address @returns {Promise<{ ok: boolean, hangs: boolean, text: string }>}
 */
export async function ask(address) {
  const { HOST = '', PORT = '3000' } = process.env
  const host = ['', '0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST
  try {
    const answer = await fetch(`http://${host}:${PORT}${address}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return { ok: answer.ok, hangs: false, text: (await answer.text()).trim() }
  } catch (error) {
    const hangs = error instanceof Error && error.name === 'TimeoutError'
    return { ok: false, hangs, text: `no answer at ${host}:${PORT}` }
  }
}

// As a program, also by a path with links; watch.mjs imports it.
if (realpathSync(process.argv[1] ?? '') === import.meta.filename) {
  const { ok, text } = await ask(process.argv[2] ?? '/healthz')
  console.log(text)
  process.exitCode = ok ? 0 : 1
}
