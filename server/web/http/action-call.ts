/**
 * Whether a body is a call of a Server Action as a page of ours sends it: with a script (`next-action`), or as a plain form. Next would
 * answer any other with a fault of the server. What the call says is for the action to judge.
 */
import type { Part } from './multipart'

/** Arguments of one call; ours have two at most. */
const MOST_ARGUMENTS = 8
/** How React writes what JSON cannot say. `$$` begins an ordinary text that begins with `$`. */
const SPECIAL = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D\d{4}-)/
/** A form among the arguments; its fields stand beside. */
const FORM = /^\$K[0-9a-f]{1,4}$/
/** Something said before in the same argument list, by its keys. */
const SAID = /^\$0((?::[^:]{1,100}){1,20})$/

/** The arguments of a call whose body is text. */
export const isTextCall = (body: Buffer): boolean => isArguments(parsed(body), false)

/** The arguments of a call whose body is a form: they stand in the field `0`. */
export function isFormCall(parts: readonly Part[]): boolean {
  const rows = parts.filter(({ name }) => /^\d+$/.test(name))
  const [root] = rows
  return rows.length === 1 && root?.name === '0' && !root.isFile && isArguments(parsed(root.content), true)
}

/** The id of the action that a plain form calls; null where it calls none as our pages do. */
export function plainFormAction(parts: readonly Part[]): string | null {
  const named = (pattern: RegExp) => parts.flatMap(({ name }) => pattern.exec(name)?.[1] ?? [])
  const ids = named(/^\$ACTION_ID_(.*)$/)
  const places = named(/^\$ACTION_REF_(\d{1,4})$/)
  const [id] = ids
  const [place] = places
  if (ids.length + places.length !== 1) return null
  if (id !== undefined) return id
  const field = (name: string) =>
    parts.find((part) => part.name === `$ACTION_${place}:${name}` && !part.isFile)?.content
  const [call, bound] = [field('0'), field('1')]
  const told = call && parsed(call)
  if (typeof told !== 'object' || told === null || !('id' in told) || typeof told.id !== 'string') return null
  const isWhole =
    !('bound' in told) || told.bound === null || (told.bound === '$@1' && bound && isArguments(parsed(bound), false))
  return isWhole ? told.id : null
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    return undefined
  }
}

const isArguments = (list: unknown, withForm: boolean): boolean =>
  Array.isArray(list) && list.length <= MOST_ARGUMENTS && isReadable(list, list, '', withForm)

/** Whether every text in `value` is one that React can read; `at` is where it stands in `root`, as `:0:name`. */
function isReadable(value: unknown, root: unknown, at: string, withForm: boolean): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || isSpecial(value, root, at, withForm)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => isReadable(inner, root, `${at}:${key}`, withForm))
}

function isSpecial(text: string, root: unknown, at: string, withForm: boolean): boolean {
  if (SPECIAL.test(text) || (withForm && FORM.test(text))) return true
  const keys = SAID.exec(text)?.[1]
  // What holds this place itself would never end.
  return (
    keys !== undefined && !`${at}:`.startsWith(`${keys}:`) && typeof atKeys(root, keys.slice(1).split(':')) === 'object'
  )
}

const atKeys = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined) return value
  if (typeof value !== 'object' || value === null) return undefined
  return atKeys(Object.getOwnPropertyDescriptor(value, key)?.value, rest)
}
