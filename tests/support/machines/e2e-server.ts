/** Starts one built server with the demo for all browser tests, on a free port with its own data folder. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startServer } from './server'

const RESULTS = path.resolve(import.meta.dirname, '../../results')

export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer({ env: { DEMO: '1' } })
  process.env.BASE_URL = server.url
  process.env.BASE_DATA = server.dataDir
  return async () => {
    await server.end()
    // An error page shows a reference; what it refers to would be gone with the server.
    mkdirSync(RESULTS, { recursive: true })
    writeFileSync(path.join(RESULTS, 'e2e-server.log'), server.said())
    const failed = server
      .said()
      .split('\n')
      .filter((line) => line.includes('"msg":"a request failed"'))
    if (failed.length > 0)
      process.stdout.write(`Requests that failed on the server:\n${failed.slice(0, 20).join('\n')}\n`)
    await server.clear()
  }
}
