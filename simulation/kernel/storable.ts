// Whether PostgreSQL can store a value as JSON: it refuses a NUL and a lone surrogate (half of a UTF-16 pair) with an error, which
// would fail the whole commit.
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string')
    return !/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part))
}
