/**
 * The frozen corpus on disk: one folder a version, each file JSON, packed because briefs and plans say the same things again and again.
 * It must not know what the files hold.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

const root = import.meta.dirname

/** The versions that have a folder, oldest first. */
export const corpusVersions = (): string[] =>
  readdirSync(root, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && /^v\d+$/.test(entry.name) ? [entry.name] : []))
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))

export const readFrozen = (version: string, name: string): unknown =>
  JSON.parse(brotliDecompressSync(readFileSync(path.join(root, version, `${name}.json.br`))).toString('utf8'))

/** Refuses to write over what is frozen. */
export function freeze(version: string, name: string, value: unknown): void {
  mkdirSync(path.join(root, version), { recursive: true })
  const text = Buffer.from(JSON.stringify(value), 'utf8')
  // A window wider than the usual one, so that a record said again by another reader costs nearly nothing.
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  writeFileSync(path.join(root, version, `${name}.json.br`), brotliCompressSync(text, { params }), { flag: 'wx' })
}
