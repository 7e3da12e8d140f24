// Holds every import against the rules in dependency-cruiser.cjs: `node tests/import-rules.mjs [folder]`.
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
process.chdir(path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..')))
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
console.log(
  `${output.summary.totalCruised} files, ${output.summary.totalDependenciesCruised} imports held against ${rules.forbidden.length} rules`,
)
process.exitCode = output.summary.violations.length > 0 ? 1 : 0
