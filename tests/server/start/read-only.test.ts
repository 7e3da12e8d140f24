/** A start in a folder that is only read, as in a container: it brings nothing along, and says what is missing. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

test('a folder that cannot be written is told to bring its packages along', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-read-only-'))
  onTestFinished(() => {
    chmodSync(folder, 0o755)
    rmSync(folder, { recursive: true })
  })
  for (const name of ['package.json', 'package-lock.json', 'server/ops/start']) {
    cpSync(name, path.join(folder, name), { recursive: true })
  }
  chmodSync(folder, 0o555)
  // Root may write anywhere, so it becomes somebody else.
  const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { status, stderr } = spawnSync(process.execPath, ['server/ops/start/prepare.mjs', 'start'], {
    cwd: folder,
    encoding: 'utf8',
    ...identity,
  })
  // An old Node has a line of its own before it.
  expect(stderr.trim().split('\n').at(-1)).toBe(
    `${folder} cannot be written, and its packages are not those of package-lock.json: run \`npm run build\` in a copy that can, and put the whole of that copy here.`,
  )
  expect(status).toBe(1)
})
