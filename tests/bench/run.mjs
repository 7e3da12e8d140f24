// Bundles the measurements as the server is bundled, so that what `npm start` runs is measured, and starts them.
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import * as product from '../../server/ops/start/prepare.mjs'
import { buildHello } from './hello.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const asked = process.argv.slice(2)
const { values } = parseArgs({ args: asked, options: { only: { type: 'string', default: '' } }, strict: false })
// Clears bundles of deleted measurements; the built hello page beside them stays.
const built = path.join(root, 'dist/bench')
mkdirSync(built, { recursive: true })
for (const file of readdirSync(built, { withFileTypes: true })) if (file.isFile()) rmSync(path.join(built, file.name))
// The page measurement needs the built product and the built hello page; building is not timed.
if ('pages.bench.mjs'.startsWith(String(values.only))) {
  await product.generate()
  await product.build()
  await buildHello()
}
const started = ['bench.ts', 'house.ts', 'anchor.ts', 'product.ts', 'hello-house.ts']
const files = readdirSync(import.meta.dirname).filter((file) => started.includes(file) || file.endsWith('.bench.ts'))
await build({
  absWorkingDir: root,
  entryPoints: files.map((file) => path.join('tests/bench', file)),
  outdir: 'dist/bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
const words = ['--expose-gc', '--enable-source-maps', 'dist/bench/bench.mjs', ...asked]
const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' })
child.once('close', (code) => process.exit(code ?? 1))
