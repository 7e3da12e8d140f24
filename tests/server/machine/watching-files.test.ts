/** Alert rules and dashboard ask for metrics that the server has, and say what they are for. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { registry } from '#server/base/metrics'

const Sentence = z.string().regex(/\.$/)
const Rules = z.strictObject({
  groups: z.tuple([
    z.strictObject({
      name: z.literal('track-two'),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^TrackTwo[A-Z]/),
          expr: z.string(),
          for: z.string().regex(/^\d+[sm]$/),
          labels: z.strictObject({ severity: z.enum(['page', 'warn']) }),
          annotations: z.strictObject({ summary: Sentence, description: Sentence }),
        }),
      ),
    }),
  ]),
})
const Dashboard = z.object({
  panels: z.array(
    z.object({ title: z.string(), description: Sentence, targets: z.array(z.object({ expr: z.string() })).min(1) }),
  ),
})

const [{ rules }] = Rules.parse(parse(readFileSync('server/ops/deploy/prometheus-alerts.yml', 'utf8'))).groups
const { panels } = Dashboard.parse(JSON.parse(readFileSync('server/ops/deploy/grafana-dashboard.json', 'utf8')))

/** `up` is Prometheus's own; a histogram is asked for by its parts. */
const metricsIn = (expr: string): string[] =>
  [...expr.matchAll(/\b((?:track_two|nodejs|process)_\w+)/g)].map(([, name = '']) =>
    name.replace(/_(bucket|sum|count)$/, ''),
  )

let known: ReadonlySet<string>
beforeAll(async () => {
  known = new Set((await registry.getMetricsAsJSON()).map(({ name }) => name))
})

const asked = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
]

test.each(asked)('%s asks for what the server counts', (_, expr) => {
  const unknown = metricsIn(expr).filter((name) => !known.has(name))
  expect(unknown).toEqual([])
  expect(expr.includes('{job="track-two"}')).toBe(true)
})

test('the guides say what to do about each alert', () => {
  const guide = ['operating', 'several-servers'].map((name) => readFileSync(`docs/${name}.md`, 'utf8')).join('')
  expect(rules.map(({ alert }) => alert).filter((alert) => !guide.includes(alert))).toEqual([])
})
