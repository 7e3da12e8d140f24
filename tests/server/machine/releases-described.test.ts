/** What a release is described by: one version in every file that names it, its section in CHANGELOG.md, and the workflow that builds it. */
import { accessSync, constants, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { compareTags, notesOf } from '#server/commands/releases'

const read = (file: string): string => readFileSync(file, 'utf8')
const versionIn = (file: string): string => z.object({ version: z.string() }).parse(JSON.parse(read(file))).version
const changes = read('CHANGELOG.md')
const headings = [...changes.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading)
const versions = headings.map((heading) => /^\[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$/.exec(heading)?.[1] ?? heading)

test('CHANGELOG.md has a section for each version, the newest first, and the first is this one', () => {
  expect(versions[0]).toBe(versionIn('package.json'))
  expect(versionIn('package-lock.json')).toBe(versions[0])
  const tags = versions.map((version) => `v${version}`)
  expect(tags).toEqual(tags.toSorted(compareTags).toReversed())
  expect(new Set(tags).size).toBe(tags.length)
})

test('its sections have the parts of Keep a Changelog, and each part says something', () => {
  const parts = changes.split(/^##+ /m).slice(1)
  const empty = parts.filter((part) => !headings.some((heading) => part.startsWith(heading)) && !/^- \S/m.test(part))
  expect(empty).toEqual([])
  const named = new Set([...changes.matchAll(/^### (.*)$/gm)].map(([, name = '']) => name))
  expect([...named].filter((name) => !/^(Added|Changed|Deprecated|Removed|Fixed|Security)$/.test(name))).toEqual([])
})

test('an update shows the sections between two releases', () => {
  const notes = notesOf('.', 'v2.0.0', 'v4.0.0')
  expect([...notes.matchAll(/^## \[([\d.]+)\]/gm)].map(([, version]) => version)).toEqual(['4.0.0', '3.0.0'])
})

const Workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string().optional(),
      needs: z.string().optional(),
      steps: z.array(z.object({ run: z.string().optional(), uses: z.string().optional() })),
    }),
  ),
})

test('the workflow runs what a build machine runs, and pushes an image only after it, at the tag of its version', () => {
  const { jobs } = Workflow.parse(parse(read('.github/workflows/checks.yml')))
  const runs = (job: string) => jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? []
  expect(runs('test').at(-1)).toBe('.ci/run')
  accessSync('.ci/run', constants.X_OK)
  const pushing = Object.entries(jobs).filter(([name]) => runs(name).some((run) => run.includes('docker push')))
  expect(pushing.map(([name, job]) => [name, job.needs, job.if])).toEqual([
    ['image', 'test', "startsWith(github.ref, 'refs/tags/v')"],
  ])
  const [checked = '', ...then] = runs('image')
  expect(checked).toContain('require("./package.json").version')
  expect(then.length).toBeGreaterThan(0)
})
