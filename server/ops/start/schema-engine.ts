/**
 * Runs Prisma's schema engine as WebAssembly in this process, where the Prisma command line would download a binary. It computes
 * the SQL between two schemas, for `migration:new` and a test; the server applies migrations without it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { z } from 'zod'

type Diff = (request: object) => Promise<unknown>
type Engine = { diff: Diff }
type Bindings = WebAssembly.ModuleImports & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
  SchemaEngine: { new: (settings: object, log: () => void, adapter: unknown) => Promise<Engine> }
}

const Answer = z.object({ stdout: z.string().nullish() })

/**
 * The SQL that leads from one schema text to another, or from an empty database when `before` is null. The engine demands a
 * database at `url`, but reads nothing there.
 */
export async function sqlBetween(before: string | null, after: string, url: string): Promise<string> {
  const file = (content: string) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] })
  const engine = await openEngine(after, url)
  const answer = await engine.diff({
    from: before === null ? { tag: 'empty' } : file(before),
    to: file(after),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const sql = Answer.parse(answer).stdout?.trim() ?? ''
  return sql.startsWith('-- This is an empty migration') ? '' : sql
}

async function openEngine(schema: string, url: string): Promise<Engine> {
  loaded ??= load()
  const bindings = await loaded
  const { hostname: host, port, username: user, password, pathname } = new URL(url)
  const adapter = new PrismaPg({ host, port: Number(port || 5432), user, password, database: pathname.slice(1) })
  const datamodels = [['schema.prisma', schema]]
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

/** The JavaScript bindings keep the memory of the first instance, so a second one would read the wrong memory. */
let loaded: Promise<Bindings> | undefined

async function load(): Promise<Bindings> {
  // The engine calls this with the reason when it panics; without it the reason would be lost.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (reason: string) => console.error(reason) } })
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bindings: Bindings = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)
  const code = readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: begin } = instance.exports
  if (typeof begin === 'function') begin()
  return bindings
}
