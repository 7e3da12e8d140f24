/** Starts one built server with the demo for all browser tests, on a free port with its own data folder. */
import { startServer } from './server'

export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer({ env: { DEMO: '1' } })
  process.env.BASE_URL = server.url
  process.env.BASE_DATA = server.dataDir
  return async () => {
    await server.end()
    await server.clear()
  }
}
