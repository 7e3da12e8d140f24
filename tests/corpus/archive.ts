/** The frozen corpus on disk: a folder for each version, each file compressed JSON, because briefs and plans repeat. */
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

/** Throws rather than overwrite a frozen file. */
export function freeze(version: string, name: string, value: unknown): void {
  mkdirSync(path.join(root, version), { recursive: true })
  const text = Buffer.from(JSON.stringify(value), 'utf8')
  // A wide compression window, so that the same record for another reader costs almost nothing.
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  writeFileSync(path.join(root, version, `${name}.json.br`), brotliCompressSync(text, { params }), { flag: 'wx' })
}
