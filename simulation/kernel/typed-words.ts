// What is taken of words that a person typed: characters that would turn the line around them, or stand for words taken off, are
// dropped, and empty lines are folded. Words that are stored already are read as they are.

/** Overrides and isolates of the direction of writing, which would turn the rest of a line around; and `GAP` (gaps.ts). */
const DROPPED = /[\u202A-\u202E\u2066-\u2069\uFFFC]/g

/** The text as it is taken: without `DROPPED`, and with one empty line where several stood. */
export function takenText(text: string): string {
  const dropped = text.replace(DROPPED, '')
  return dropped.includes('\n') ? withFewLines(dropped) : dropped
}

/** A loop over the lines, because a pattern for runs of them is slow on a long text of nothing else. */
function withFewLines(text: string): string {
  const lines: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const isEmpty = line.trim() === ''
    if (!isEmpty || lines.at(-1) !== '') lines.push(isEmpty ? '' : line)
  }
  return lines.join('\n')
}

/** A value with every text in it as it is taken; the same value where nothing changes. Its shape must have been checked: it is walked to its depth. */
export function taken<Value>(value: Value): Value
export function taken(value: unknown): unknown {
  if (typeof value === 'string') return takenText(value)
  if (typeof value !== 'object' || value === null) return value
  const before = Object.entries(value)
  const after = before.map(([key, part]): [string, unknown] => [key, taken(part)])
  if (after.every(([, part], at) => part === before[at]?.[1])) return value
  return Array.isArray(value) ? after.map(([, part]) => part) : Object.fromEntries(after)
}
