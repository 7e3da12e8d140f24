/** One owner for a data folder, known by its process id and start time. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeFolder } from '#server/base/lock'
import { startOf } from '#server/base/processes'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'track-two-lock-'))
  file = path.join(folder, 'owner.json')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const given = (pid: number, start: string | null) =>
  writeFileSync(file, JSON.stringify({ pid, start, at: 'http://127.0.0.1:4000' }))

/** A process that lives until the test ends it. */
function givenProcess(): { pid: number; end: () => Promise<void> } {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid ?? 0,
    async end() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

describe('the lock of a data folder', () => {
  test('is taken once, and given back', () => {
    const lock = takeFolder(folder, 'here')
    expect(() => takeFolder(folder, 'there')).toThrow(`process ${process.pid}, here`)
    lock.release()
    expect(existsSync(file)).toBe(false)
    takeFolder(folder, 'there').release()
  })

  test('names the other process, its address and the fix in one sentence', async () => {
    const other = givenProcess()
    given(other.pid, startOf(other.pid))
    expect(() => takeFolder(folder, 'here')).toThrow(
      `Another server (process ${other.pid}, http://127.0.0.1:4000) already uses the data folder ${folder}: stop it, or start this one with another DATA_DIR and PORT.`,
    )
    await other.end()
    takeFolder(folder, 'here').release()
  })

  test('is stale when its number went to a process that began later', async () => {
    const other = givenProcess()
    given(other.pid, 'another start:1')
    takeFolder(folder, 'here').release()
    await other.end()
  })

  test('is stale when it was cut off while being written', () => {
    writeFileSync(file, '{"pid": 12')
    const lock = takeFolder(folder, 'here')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, at: 'here' })
    lock.release()
  })

  test('is not given back by one who no longer holds it', async () => {
    const lock = takeFolder(folder, 'here')
    const other = givenProcess()
    given(other.pid, startOf(other.pid))
    lock.release()
    expect(existsSync(file)).toBe(true)
    await other.end()
  })
})
