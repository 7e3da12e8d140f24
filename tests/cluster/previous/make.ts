/**
 * Freezes the build that is out: `node --import tsx tests/cluster/previous/make.ts <commit>`. To be run at a release, with the commit that
 * was released, in a clone that has it; what it writes takes the place of the build before. A test does not build that commit itself,
 * because a clone need not have it and takes minutes. Bundled as in prepare.mjs, but without Next's pages, which only the Next of
 * their day can serve.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { freeze } from './archive'

const root = path.resolve(import.meta.dirname, '../../..')
const INSIDE = 'tests/cluster/previous/inside'
/** What is read beside the program when it runs. */
const READ_AT_RUN = ['prisma/migrations', 'simulation/scenarios']

function run(cwd: string, command: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed:\n${stderr}`)
}

const [commit = ''] = process.argv.slice(2)
const source = mkdtempSync(path.join(tmpdir(), 'track-two-previous-'))
process.once('exit', () => rmSync(source, { recursive: true, force: true }))
run(root, 'sh', '-c', 'git archive "$1" | tar -x -C "$2"', 'sh', commit, source)
symlinkSync(path.join(root, 'node_modules'), path.join(source, 'node_modules'))
cpSync(path.join(root, INSIDE), path.join(source, INSIDE), { recursive: true })
// As in prepare.mjs: any existing file satisfies Prisma, which never runs it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath
run(source, process.execPath, 'node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts')

await build({
  absWorkingDir: source,
  entryPoints: {
    server: 'server/main.ts',
    'worker-thread': 'server/jobs/worker-thread.ts',
    class: `${INSIDE}/class.ts`,
    page: `${INSIDE}/page.ts`,
  },
  alias: { next: `./${INSIDE}/no-pages.ts` },
  bundle: true,
  minify: true,
  keepNames: true, // faults are known by the names of their classes
  platform: 'node',
  packages: 'external',
  format: 'esm',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  outdir: 'dist',
})

const under = (folder: string): string[] =>
  readdirSync(path.join(source, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(source, path.join(parentPath, name)))
const kept = ['dist', ...READ_AT_RUN].flatMap(under).toSorted()
const files = Object.fromEntries(kept.map((file) => [file, readFileSync(path.join(source, file), 'utf8')]))
process.stdout.write(`${kept.length} files of ${commit}, ${freeze({ commit, files })} bytes\n`)
