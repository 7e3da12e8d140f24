/** The frozen build on disk: one compressed file, laid out as a folder when a test asks for it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'

const archive = path.join(import.meta.dirname, 'build.json.br')
/** Below the checkout, where the frozen program finds its packages. */
const dist = path.resolve(import.meta.dirname, '../../../dist')

const frozen = z.strictObject({ commit: z.string(), files: z.record(z.string(), z.string()) })
/** `files` by their path in the folder of the build. */
export type Frozen = z.infer<typeof frozen>

/** Writes the archive, and says how many bytes it has. */
export function freeze(build: Frozen): number {
  const packed = brotliCompressSync(JSON.stringify(build), { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } })
  writeFileSync(archive, packed)
  return packed.length
}

/** Lays the build out, once, and returns its folder. */
export function layOut(): string {
  const { commit, files } = frozen.parse(JSON.parse(brotliDecompressSync(readFileSync(archive)).toString('utf8')))
  const folder = path.join(dist, `previous-${commit}`)
  if (existsSync(folder)) return folder
  mkdirSync(dist, { recursive: true })
  // Made beside it and moved, so that two tests at once both find it whole.
  const making = mkdtempSync(path.join(dist, 'previous-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(making, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(making, file), text)
  }
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
