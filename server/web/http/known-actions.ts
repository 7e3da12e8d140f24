/** The Server Actions that this build has, by the ids that its pages call them by. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Manifest = z.object({ node: z.record(z.string(), z.unknown()) })

/** Whether this build has an action of that id. In development, where actions come and go with each edit, every id passes. */
export function knownActions(development: boolean): (id: string) => boolean {
  if (development) return () => true
  const file = path.resolve('.next/server/server-reference-manifest.json')
  const ids = new Set(Object.keys(Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).node))
  return (id) => ids.has(id)
}
