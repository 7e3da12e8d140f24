/** The secret that signs session cookies when NEXTAUTH_SECRET is not set: made once, kept in the data folder with mode 0600. */
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The caller must hold the folder's lock, or two servers could each make a secret and refuse each other's cookies. */
export function readOrMakeSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret')
  try {
    const kept = readFileSync(file, 'utf8').trim()
    if (kept.length >= 32) return kept
    rmSync(file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const secret = randomBytes(48).toString('base64url')
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true })
  linkSync(draft, file)
  rmSync(draft)
  return secret
}
