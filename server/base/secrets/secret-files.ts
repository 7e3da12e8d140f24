/** Settings that stand in files, as Docker and Kubernetes hand out secrets: what NAME_FILE names is the value of NAME. */
import { readFileSync } from 'node:fs'

type Source = Readonly<Record<string, string | undefined>>

/**
 * Of each name its value in `source` or in the file that NAME_FILE names, without spaces around it; undefined where neither holds
 * anything. `faults` are sentences that name the fix.
 */
export function readGiven(
  names: readonly string[],
  source: Source,
): { given: Record<string, string | undefined>; faults: string[] } {
  const faults: string[] = []
  const read = (name: string): string | undefined => {
    const value = source[name]?.trim() || undefined
    const file = source[`${name}_FILE`]?.trim()
    if (!file) return value
    if (value !== undefined) {
      faults.push(`${name} and ${name}_FILE are both set: leave one of them out.`)
      return undefined
    }
    try {
      return readFileSync(file, 'utf8').trim() || undefined
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
      faults.push(`${name}_FILE cannot be read (${code}): let it name a file that this user may read, or set ${name}.`)
      return undefined
    }
  }
  return { given: Object.fromEntries(names.map((name) => [name, read(name)])), faults }
}
