/** Every way into the server, found in the code itself: pages, routes, actions and commands. It knows nobody's rights. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { clientCommand } from '#simulation/shapes/room-command'

const root = path.resolve(import.meta.dirname, '../../..')

const filesOf = (name: RegExp): string[] =>
  readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()

/** `/courses/[courseId]`, as the folders say it; groups in brackets are no part of an address. */
const addressOf = (file: string): string =>
  `/${path.posix.dirname(file)}`.replaceAll(/\/\([^)]*\)/g, '').replace(/^\/\.$/, '/') || '/'

/** Every address that draws a page. */
export const pages = (): string[] => filesOf(/(^|[\\/])page\.tsx$/).map(addressOf)

/** Every address that answers otherwise, with each method it takes. */
export const routes = (): string[] =>
  filesOf(/(^|[\\/])route\.tsx?$/).flatMap((file) => {
    const text = readFileSync(path.join(root, 'app', file), 'utf8')
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
      new RegExp(`export (async )?(function|const) ${method}\\b|\\bas ${method}\\b`).test(text),
    )
    return methods.map((method) => `${method} ${addressOf(file)}`)
  })

/** Every function that a page may call on the server, by its file and name. */
export const actions = (): string[] =>
  filesOf(/\.tsx?$/).flatMap((file) => {
    const text = readFileSync(path.join(root, 'app', file), 'utf8')
    if (!/^\s*(\/\/.*\n|\/\*[\s\S]*?\*\/|\s)*['"]use server['"]/.test(text)) {
      // An action inside a component would be found by nobody.
      if (/^\s+['"]use server['"]/m.test(text)) throw new Error(`${file} hides an action in a function.`)
      return []
    }
    return [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map((match) => `${file}#${match[1]}`)
  })

/** Every command that a socket may send. */
export const commands = (): string[] => clientCommand.def.options.flatMap((option) => option.shape.type.def.values)

/** How the built server knows an action: its number, and an address that draws a page with it. */
export function builtActions(): ReadonlyMap<string, { id: string; page: string }> {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(root, '.next/server/server-reference-manifest.json'), 'utf8'),
  )
  return new Map(
    Object.entries(Manifest.parse(manifest).node).map(([id, { filename, exportedName, workers }]) => [
      `${filename.replace(/^app\//, '')}#${exportedName}`,
      { id, page: addressOf(Object.keys(workers)[0]?.replace(/^app\//, '') ?? '') },
    ]),
  )
}

const Manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})
