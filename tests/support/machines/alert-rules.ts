/**
 * The shipped alert rules, weighed on what servers really answer at /metrics. A small reader of the part of Prometheus' language that the rules use;
 * what it does not know, it refuses. `for` is left out: whether the expression holds is asked, not how long.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

export type Sample = { name: string; labels: Readonly<Record<string, string>>; value: number }
/** All servers at one moment, as Prometheus asks them: with `up` of each, 0 where it does not answer. */
export type Scrape = readonly Sample[]

const File = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
})

/** Each rule's expression by the name of its alert. */
export const readRules = (): ReadonlyMap<string, string> =>
  new Map(
    File.parse(parse(readFileSync('server/ops/deploy/prometheus-alerts.yml', 'utf8'))).groups.flatMap(({ rules }) =>
      rules.map(({ alert, expr }) => [alert, expr] as const),
    ),
  )

/** `texts` is what each server answers at /metrics, by its address; null where it answers nothing. */
export const scrapeOf = (texts: ReadonlyMap<string, string | null>): Scrape =>
  [...texts].flatMap(([instance, text]) => {
    const labels = { job: 'track-two', instance }
    const own = text === null ? [] : samplesIn(text)
    return [
      { name: 'up', labels, value: text === null ? 0 : 1 },
      ...own.map((one) => ({ ...one, labels: { ...one.labels, ...labels } })),
    ]
  })

export async function scrape(urls: readonly string[], token: string): Promise<Scrape> {
  const textAt = async (url: string): Promise<string | null> => {
    const answer = await fetch(`${url}/metrics`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null)
    return answer?.ok ? answer.text() : null
  }
  return scrapeOf(new Map(await Promise.all(urls.map(async (url) => [url, await textAt(url)] as const))))
}

const samplesIn = (text: string): Sample[] =>
  [...text.matchAll(/^([a-z_][\w:]*)(?:\{(.*)\})? (\S+)$/gm)].map(([, name = '', labels = '', value]) => ({
    name,
    labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', word = '']) => [key, word])),
    value: value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value),
  }))

/** Whether a rule holds for this process alone, by its own registry; `before` is an earlier answer of that, for what counts upwards. */
export function holdsHere(alert: string, now: string, before = now): boolean {
  const own = (text: string) => scrapeOf(new Map([['here', text]]))
  const expr = readRules().get(alert)
  if (expr === undefined) throw new Error(`There is no rule ${alert}.`)
  return holds(expr, own(now), own(before))
}

/** Whether the rule's expression holds now, where `before` is an earlier scrape for what counts upwards. */
export function holds(expr: string, now: Scrape, before: Scrape): boolean {
  const read = new Reader(expr, now, before)
  const found = read.whole()
  return typeof found === 'number' ? found !== 0 : found.length > 0
}

type Value = number | Scrape
const isVector = (value: Value): value is Scrape => typeof value !== 'number'
const vectorOf = (value: Value): Scrape => (isVector(value) ? value : [{ name: '', labels: {}, value }])

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
}
const AGGREGATE: Readonly<Record<string, (values: readonly number[]) => number>> = {
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  count: (values) => values.length,
}

class Reader {
  readonly #tokens: string[]

  constructor(
    private readonly expr: string,
    private readonly now: Scrape,
    private readonly before: Scrape,
  ) {
    this.#tokens = expr.match(/[\d.]+e\d+|[\d.]+|\w+(?:\{[^}]*\})?(?:\[\w+\])?|==|!=|[-*<>(),]/g) ?? []
  }

  whole(): Value {
    const value = this.#both()
    if (this.#tokens.length > 0) throw new Error(`This reader does not know all of: ${this.expr}`)
    return value
  }

  #both(): Value {
    let left = this.#comparison()
    while (this.#takes('and')) {
      const right = vectorOf(this.#comparison())
      left = right.length > 0 ? left : []
    }
    return left
  }

  #comparison(): Value {
    const left = this.#sum()
    const compare = COMPARE[this.#tokens[0] ?? '']
    if (!compare) return left
    this.#tokens.shift()
    const right = this.#sum()
    const limit = isVector(right) ? right[0]?.value : right
    // Compared with nothing, nothing is left.
    return limit === undefined ? [] : vectorOf(left).filter(({ value }) => compare(value, limit))
  }

  #sum(): Value {
    const left = this.#product()
    return this.#takes('-') ? this.#minus(left, this.#product()) : left
  }

  #product(): Value {
    let left = this.#part()
    while (this.#takes('*')) left = Number(left) * Number(this.#part())
    return left
  }

  #minus(left: Value, right: Value): Value {
    if (!isVector(left)) return vectorOf(right).map((one) => ({ ...one, value: left - one.value }))
    throw new Error(`This reader takes vectors from numbers alone: ${this.expr}`)
  }

  #part(): Value {
    const word = this.#tokens.shift() ?? ''
    if (/^[\d.]/.test(word)) return Number(word)
    if (word === 'time') return this.#inBrackets(() => Date.now() / 1_000)
    const aggregate = AGGREGATE[word]
    if (aggregate) {
      const byBucket = this.#takes('by') && this.#inBrackets(() => this.#tokens.shift()) === 'le'
      const vector = vectorOf(this.#inBrackets(() => this.#both()))
      if (!byBucket)
        return vector.length === 0 ? [] : [{ name: '', labels: {}, value: aggregate(vector.map(({ value }) => value)) }]
      const buckets = new Set(vector.map(({ labels }) => labels.le ?? ''))
      return [...buckets].map((le) => ({
        ...{ name: '', labels: { le } },
        value: aggregate(vector.filter(({ labels }) => labels.le === le).map(({ value }) => value)),
      }))
    }
    if (word === 'rate' || word === 'increase') return this.#inBrackets(() => this.#rise(this.#tokens.shift() ?? ''))
    if (word === 'histogram_quantile')
      return this.#inBrackets(() => {
        const share = Number(this.#part())
        this.#takes(',')
        return quantile(share, vectorOf(this.#both()))
      })
    return selected(word, this.now)
  }

  /** How much has been added since the earlier scrape; a server that was started anew counts from 0. */
  #rise(selector: string): Scrape {
    const earlier = selected(selector, this.before)
    return selected(selector, this.now).map((one) => {
      const same = earlier.find(({ labels }) => JSON.stringify(labels) === JSON.stringify(one.labels))
      const from = same && same.value <= one.value ? same.value : 0
      return { ...one, value: one.value - from }
    })
  }

  #inBrackets<Found>(read: () => Found): Found {
    if (!this.#takes('(')) throw new Error(`A bracket is missing in: ${this.expr}`)
    const found = read()
    if (!this.#takes(')')) throw new Error(`A bracket is not closed in: ${this.expr}`)
    return found
  }

  #takes(token: string): boolean {
    if (this.#tokens[0] !== token) return false
    this.#tokens.shift()
    return true
  }
}

function selected(selector: string, from: Scrape): Scrape {
  const [, name = '', wanted = ''] = /^(\w+)(?:\{(.*)\})?/.exec(selector) ?? []
  const labels = [...wanted.matchAll(/(\w+)="([^"]*)"/g)]
  return from.filter((one) => one.name === name && labels.every(([, key = '', value]) => one.labels[key] === value))
}

/** The upper bound of the bucket in which that share lies; nothing where nothing was counted. */
function quantile(share: number, buckets: Scrape): Scrape {
  const bound = ({ labels }: Sample) => (labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le))
  const sorted = buckets.toSorted((a, b) => bound(a) - bound(b))
  const all = sorted.at(-1)?.value ?? 0
  const found = sorted.find(({ value }) => value >= share * all)
  return all === 0 || !found ? [] : [{ name: '', labels: {}, value: bound(found) }]
}
