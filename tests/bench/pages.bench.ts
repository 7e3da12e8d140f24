/**
 * Measures the pages that a class opens at once against a hello page of the same Next: bytes of script before the first draw, and CPU time
 * of the server.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findChromium } from '../support/chromium'
import { freePort } from '../support/server'
import { type BenchRoom, givenLesson, SEATS, SECRET } from './lesson'
import { Measured } from './process'
import { type Figures, inPairs, type Measure, type Row, row } from './ratio'

/** The request headers of a browser's navigation. */
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, deflate, br, zstd' }
/** A whole table opens its pages at once, as when a seminar begins. */
const AT_ONCE = SEATS

type Way = { at: string; cookie: string }
type Ways = readonly Way[]

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const lesson = await givenLesson(clusterUrl, 1)
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-pages-'))
  const hello = await Measured.start('hello-house.mjs', {})
  const port = await freePort()
  const env = {
    DATABASE_URL: lesson.url,
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    NEXTAUTH_SECRET: SECRET,
    DATA_DIR: folder,
    BACKUP_DIR: 'none',
    DEMO: '0',
  }
  const product = await Measured.start('product.mjs', { port, env })
  const [places = []] = lesson.rooms
  const pages: readonly { name: string; ways: Ways; script: Limits }[] = [
    { name: 'the student’s room', ways: places.map(room), script: { must: 1.6, aim: 1.35 } },
    { name: 'the landing page', ways: [{ at: '/', cookie: '' }], script: { must: 1.3, aim: 1.15 } },
    { name: 'the join page', ways: [{ at: '/join', cookie: '' }], script: { must: 1.3, aim: 1.15 } },
  ]
  const count = quick ? 150 : 600
  const rows: Row[] = []
  const plain = () => spent(hello, [{ at: '/', cookie: '' }], count)
  const helloScript = await firstScript(hello, { at: '/', cookie: '' })
  for (const { name, ways, script } of pages) {
    const pair = { ours: await firstScript(product, ways[0]!), theirs: helloScript }
    rows.push(row(`${name}, first script`, 'bytes', [pair], script))
    const ours = () => spent(product, ways, count)
    await inPairs(quick ? 1 : 2, ours, plain) // compiled
    const taken = await inPairs(pairs, ours, plain)
    rows.push(row(`${name}, CPU of the server`, 'cpuMs', taken, { must: 3, aim: 1.2 }))
  }
  if (!quick) await sayWholeScript(product, pages[0]!.ways[0]!)
  await product.stop()
  await hello.stop()
  await lesson.drop()
  rmSync(folder, { recursive: true, force: true })
  return rows
}

type Limits = { must: number; aim: number }
const room = ({ roomId, cookie }: BenchRoom): Way => ({ at: `/rooms/${roomId}`, cookie })

async function open(server: Measured, { at, cookie }: Way): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${server.port}${at}`, {
    headers: cookie ? { ...browser, cookie } : browser,
    redirect: 'manual',
  })
  const page = await answer.text()
  if (answer.status !== 200 || !page.endsWith('</html>')) throw new Error(`Void: ${at} answered ${answer.status}`)
  return page
}

/** CPU milliseconds for each answer. */
async function spent(server: Measured, ways: Ways, count: number): Promise<Figures> {
  const before = await server.cpuMs()
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let turn = next++; turn < count; turn = next++) await open(server, ways[turn % ways.length]!)
    }),
  )
  return { cpuMs: ((await server.cpuMs()) - before) / count }
}

/** Compressed bytes of every script that the page loads or preloads. */
async function firstScript(server: Measured, way: Way): Promise<Figures> {
  const page = await open(server, way)
  const named = [
    ...page.matchAll(/<script(?![^>]*nomodule)[^>]*\ssrc="([^"]+)"/gi),
    ...page.matchAll(
      /<link(?=[^>]*\srel="(?:module)?preload")(?=[^>]*(?:as="script"|rel="modulepreload"))[^>]*\shref="([^"]+)"/g,
    ),
  ].map(([, href = '']) => href)
  let bytes = 0
  for (const href of new Set(named)) {
    const answer = await fetch(new URL(href, `http://127.0.0.1:${server.port}`))
    if (!answer.ok) throw new Error(`Void: ${href} answered ${answer.status}`)
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length
  }
  if (bytes === 0) throw new Error(`Void: ${way.at} names no script`)
  return { bytes }
}

/** Prints what a real browser has fetched until the table is drawn, lazy chunks included. For information; no limit. */
async function sayWholeScript(server: Measured, { at, cookie }: Way): Promise<void> {
  const executablePath = await findChromium()
  if (!executablePath) return console.error('  no browser is here to say what the room fetches until its table stands')
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const context = await browser.newContext()
    const origin = `http://127.0.0.1:${server.port}`
    const [name = '', value = ''] = cookie.split('=', 2)
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    const scripts: Promise<number>[] = []
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script')
        scripts.push(answer.body().then((body) => gzipSync(body).length))
    })
    await page.goto(origin + at)
    await page.locator('main[data-place]').waitFor()
    const sum = async () => (await Promise.all(scripts)).reduce((whole, one) => whole + one, 0)
    const standing = await sum()
    await page.waitForLoadState('networkidle')
    console.error(
      `  the student’s room, all script until its table stands: ${standing}; with what follows by itself: ${await sum()}`,
    )
  } finally {
    await browser.close()
  }
}
