/** Caddy with the settings of server/ops/deploy, word for word but for the name of the site and the ports. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startChild } from './children'
import { requireProgram } from './debian-program'
import { freePort } from './server'

const SHIPPED = 'server/ops/deploy/https.Caddyfile'
const [NAME, LEADS_TO] = ['seminar.example.edu {', 'reverse_proxy 127.0.0.1:8080 {']

/** A running Caddy that leads to `to`; without https, whose certificates nobody here would vouch for. */
export async function startCaddy(to: number): Promise<{ url: string; port: number; end(): Promise<void> }> {
  const command = await requireProgram('caddy')
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-caddy-'))
  const settings = path.join(folder, 'Caddyfile')
  const shipped = readFileSync(path.resolve(SHIPPED), 'utf8')
  for (const line of [NAME, LEADS_TO]) if (!shipped.includes(line)) throw new Error(`${SHIPPED} has no "${line}".`)
  const own = shipped
    .replace(NAME, `http://127.0.0.1:${port} {`)
    .replace(LEADS_TO, LEADS_TO.replace('8080', String(to)))
  writeFileSync(settings, `{\n\tadmin off\n}\n${own}`)
  const child = await startChild({
    command,
    words: ['run', '--config', settings, '--adapter', 'caddyfile'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    isReady: (said) => said.includes('serving initial configuration'),
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async end() {
      child.signal('SIGTERM')
      await child.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
