// The search as the page's address holds it. Unknown or invalid fields are ignored.
import { z } from 'zod'
import { LIMITS } from '#simulation/kernel/limits'

export type SearchQuery = { q: string; activity: string | null; from: number }

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().optional())
const wishes = z.object({ q: one, activity: one, from: one })
const FARTHEST = 10_000

export function readSearchQuery(params: Record<string, string | string[] | undefined>): SearchQuery {
  const { q = '', activity, from } = wishes.parse(params)
  const place = from !== undefined && /^\d{1,5}$/.test(from) ? Number(from) : 0
  return {
    q: q.trim().slice(0, LIMITS.search),
    activity: activity !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(activity) ? activity : null,
    from: Math.min(place, FARTHEST),
  }
}
