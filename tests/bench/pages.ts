/**
 * The pages that a class opens at once, beside an empty page of the same Next: bytes of script before the first drawing, and processor time
 * of the server; and until each is drawn on a phone. Plays what `npm run build` has built.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { startChild } from '../support/machines/children'
import { cpuMsOf } from '../support/machines/process-table'
import { freePort, startServer } from '../support/machines/server'
import { compared, inTurns, type Measure, type Numbers } from './figures'
import { givenLesson, SEATS, SECRET } from './lesson'
import { drawnOnPhone } from './phone'
import { pinTheServer } from './processes'

/** The headers of a browser that opens a page. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, deflate, br, zstd' }

type Served = { port: number; pid: number }
type Way = { at: string; cookie?: string }

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const hello = await startHello()
  const lesson = await givenLesson(clusterUrl, 1)
  const product = await startServer({ databaseUrl: lesson.url, env: { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none' } })
  for (const { pid } of [hello, product]) pinTheServer(pid)
  const room = lesson.rooms.flat().map(({ roomId, cookie }) => ({ at: `/rooms/${roomId}`, cookie }))
  const pages: readonly (readonly [name: string, ways: readonly Way[], most: number])[] = [
    ['the student’s room', room, 1.6],
    ['the landing page', [{ at: '/' }], 1.3],
    ['the joining page', [{ at: '/join' }], 1.3],
  ]
  const figures = []
  const empty = [{ at: '/' }]
  for (const [name, ways, most] of pages) {
    const script = { ours: await firstScript(product, ways[0]!), theirs: await firstScript(hello, empty[0]!) }
    figures.push(compared(`${name}: first script`, 'kb', 'kB', [script], { most }))
    const count = quick ? 150 : 600
    const spend = (turns: number) =>
      inTurns(
        turns,
        () => spent(product, ways, count),
        () => spent(hello, empty, count),
      )
    await spend(quick ? 1 : 2) // compiled
    figures.push(compared(`${name}: processor time of the server`, 'cpuMs', 'ms', await spend(quick ? 1 : 3)))
    const drawn = await drawnOnPhone({ url: product.url, ...ways[0]! }, quick ? 1 : 3)
    figures.push({ name: `${name}: drawn on a phone that was never here`, ours: drawn, unit: 'ms', most: 1_000 })
  }
  await product.clear()
  hello.end()
  await lesson.drop()
  return figures
}

/** A sentence in the same Next, without a layout, a style or a script of its own. Built where git does not look. */
async function startHello() {
  const folder = path.resolve('dist/bench/hello')
  const next = path.resolve('node_modules/next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production' } as const
  const files = {
    'package.json': JSON.stringify({ private: true, type: 'module' }),
    'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(path.resolve('.'))} } }`,
    'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
    'app/page.js': 'export default () => <p>Hello</p>',
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  execFileSync(process.execPath, [next, 'build', folder], { env, stdio: 'ignore' })
  const port = await freePort()
  const words = [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1']
  const child = await startChild({
    command: process.execPath,
    words,
    env,
    isReady: (said) => said.includes('Ready in'),
  })
  return { port, pid: child.pid, end: () => child.signal('SIGKILL') }
}

/** The page as a browser asks for it; throws where it is not answered whole. */
export async function openPage({ port }: Pick<Served, 'port'>, { at, cookie }: Way): Promise<string> {
  const headers = cookie ? { ...BROWSER, cookie } : BROWSER
  const answer = await fetch(`http://127.0.0.1:${port}${at}`, { headers, redirect: 'manual' })
  const page = await answer.text()
  if (answer.status !== 200 || !page.endsWith('</html>')) throw new Error(`Void: ${at} answered ${answer.status}`)
  return page
}

/** Processor time of each answer, while a whole table opens its pages. */
async function spent(server: Served, ways: readonly Way[], count: number): Promise<Numbers> {
  const before = cpuMsOf([server.pid])
  let next = 0
  const opens = async () => {
    for (let turn = next++; turn < count; turn = next++) await openPage(server, ways[turn % ways.length]!)
  }
  await Promise.all(Array.from({ length: SEATS }, opens))
  return { cpuMs: (cpuMsOf([server.pid]) - before) / count }
}

/** All scripts that the page loads or preloads, compressed. */
async function firstScript(server: Served, way: Way): Promise<Numbers> {
  const page = await openPage(server, way)
  const tags = page.match(/<(?:script|link)\s[^>]*>/g) ?? []
  const hrefs = tags.flatMap((tag) => {
    if (/nomodule/i.test(tag) || (tag.startsWith('<link') && !/as="script"|rel="modulepreload"/.test(tag))) return []
    return /\s(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []
  })
  if (hrefs.length === 0) throw new Error(`Void: ${way.at} names no script`)
  const sizes = [...new Set(hrefs)].map(async (href) => {
    const answer = await fetch(new URL(href, `http://127.0.0.1:${server.port}`))
    if (!answer.ok) throw new Error(`Void: ${href} answered ${answer.status}`)
    return gzipSync(Buffer.from(await answer.arrayBuffer())).length
  })
  return { kb: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000 }
}
