// `npm run faults`: the long forms, which take minutes and the whole machine. What is asked for after `--` is handed on as settings:
//   --kills 200 --pages 300 --stories 2000 --first 0 --seed 7    and    --only classes | cluster | hanging | quick | boots | stories
//   | release | image
import { spawn } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    kills: { type: 'string' },
    pages: { type: 'string', default: '300' },
    stories: { type: 'string', default: '2000' },
    first: { type: 'string', default: '0' },
  },
})
const files = {
  classes: 'tests/faults/long.ts',
  cluster: 'tests/cluster/long.ts',
  hanging: 'tests/cluster/hanging.release.test.ts',
  quick: 'tests/faults/quick.test.ts',
  boots: 'tests/server/start/',
  stories: 'tests/faults/stories.test.ts',
  release: 'tests/faults/release.test.ts',
  image: 'tests/cluster/running.release.test.ts',
}
if (asked.only && !Object.hasOwn(files, asked.only))
  throw new Error(`--only takes one of ${Object.keys(files).join(', ')}.`)
const root = path.resolve(import.meta.dirname, '../..')
const words = ['vitest/vitest.mjs', 'run', '--config', 'tests/faults/long.config.ts']
const chosen = asked.only
  ? [Object.entries(files).find(([name]) => name === asked.only)?.[1] ?? '']
  : Object.values(files)
const child = spawn(process.execPath, [path.join('node_modules', words[0] ?? ''), ...words.slice(1), ...chosen], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    LONG: '1',
    ...(asked.kills ? { FAULTS_KILLS: asked.kills } : {}),
    FAULTS_PAGES: asked.pages,
    FAULTS_STORIES: asked.stories,
    FAULTS_FIRST: asked.first,
    ...(asked.seed ? { FAULTS_SEED: asked.seed } : {}),
  },
})
child.once('close', (code) => process.exit(code ?? 1))
