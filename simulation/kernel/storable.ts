// Whether a value can be kept: PostgreSQL's JSON takes neither NUL nor half a character. It must not know what the value is.
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string')
    return !/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part))
}
