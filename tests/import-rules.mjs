// Holds every import against the rules in dependency-cruiser.cjs: `node tests/import-rules.mjs [folder] [more folders]`, one after another.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

// The checker never tells its parser that a .tsx file holds JSX. It must be told before the checker loads it.
const swc = require('@swc/core')
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
const { cruise } = await import('dependency-cruiser')

const rules = require('./dependency-cruiser.cjs')
const names = new Set(rules.forbidden.map(({ name }) => name))
const roots = process.argv.length > 2 ? process.argv.slice(2) : [path.join(import.meta.dirname, '..')]
for (const root of roots.map((folder) => path.resolve(folder))) {
  process.chdir(root)
  const folders = ['app', 'prisma', 'server', 'simulation', 'tests'].filter((folder) => existsSync(folder))
  const { enhancedResolveOptions, ...options } = rules.options
  const { output } = await cruise(
    folders,
    { ...options, ruleSet: { forbidden: rules.forbidden }, validate: true },
    enhancedResolveOptions,
  )
  for (const { rule, from, to, cycle } of output.summary.violations) {
    const { comment } = rules.forbidden.find(({ name }) => name === rule.name)
    const way = cycle?.length ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`
    console.error(`${rule.name}: ${way}\n  ${comment}`)
  }
  const { totalCruised, totalDependenciesCruised, violations } = output.summary
  const where = roots.length > 1 ? ` in ${root}` : ''
  // On the stream of the violations when there are several folders, so that it closes the account of each.
  const say = roots.length > 1 ? console.error : console.log
  say(`${totalCruised} files, ${totalDependenciesCruised} imports held against ${names.size} rules${where}`)
  if (violations.length > 0) process.exitCode = 1
}
