// All texts of a scenario, for the checks that look at every one of them.

/** Each text, where it stands, and under which key. */
export function* textsIn(
  part: unknown,
  where = '',
  key = '',
): Generator<Readonly<{ text: string; where: string; key: string }>> {
  if (typeof part === 'string') yield { text: part, where, key }
  else if (Array.isArray(part))
    for (const [index, item] of part.entries()) yield* textsIn(item, `${where} › ${nameOf(item) ?? index + 1}`, key)
  else if (typeof part === 'object' && part !== null)
    for (const [name, value] of Object.entries(part))
      yield* textsIn(value, where === '' ? name : `${where} › ${name}`, name)
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  if ('id' in item && typeof item.id === 'string') return item.id
  return 'key' in item && typeof item.key === 'string' ? item.key : undefined
}
