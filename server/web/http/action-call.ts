/**
 * Whether a body is a call of a Server Action as a page of ours sends it: with a script (`next-action`), or as a plain form. Next would
 * answer any other with a fault of the server. What the call says is for the action to judge.
 */
import type { Part } from './multipart'

/** Arguments of one call; ours have two at most. */
const MOST_ARGUMENTS = 8
/** References in one call: React writes one for each object that a call holds once more. */
export const MOST_REFERENCES = 64
/** Values of one call: each is an object of its own in React's reader. Those who are signed in save whole class lists. */
export const MOST_VALUES = { stranger: 10_000, signedIn: 100_000 } as const
export type Sender = keyof typeof MOST_VALUES
/** How React writes what JSON cannot say. `$$` begins an ordinary text that begins with `$`. */
const SPECIAL = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D\d{4}-)/
/** A form among the arguments; its fields stand beside. */
const FORM = /^\$K[0-9a-f]{1,4}$/
/** Something said before in the same argument list, by its keys. */
const SAID = /^\$0((?::[^:]{1,100}){1,20})$/

/** The arguments of a call whose body is text. */
export const isTextCall = (body: Buffer, from: Sender): boolean => isArguments(parsed(body), false, from)

/** The arguments of a call whose body is a form: they stand in the field `0`. */
export function isFormCall(parts: readonly Part[], from: Sender): boolean {
  const rows = parts.filter(({ name }) => /^\d+$/.test(name))
  const [root] = rows
  return rows.length === 1 && root?.name === '0' && !root.isFile && isArguments(parsed(root.content), true, from)
}

/** The id of the action that a plain form calls; null where it calls none as our pages do. */
export function plainFormAction(parts: readonly Part[], from: Sender): string | null {
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
    !('bound' in told) ||
    told.bound === null ||
    (told.bound === '$@1' && bound && isArguments(parsed(bound), false, from))
  return isWhole ? told.id : null
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    return undefined
  }
}

const isArguments = (list: unknown, withForm: boolean, from: Sender): boolean =>
  Array.isArray(list) &&
  list.length <= MOST_ARGUMENTS &&
  isReadable(list, { root: list, withForm, left: { values: MOST_VALUES[from], references: MOST_REFERENCES } }, '')

type Reading = { root: unknown; withForm: boolean; left: { values: number; references: number } }

/** Whether every text in `value` is one that React can read, and there is not more of it than one call may hold; `at` is where it stands in the root, as `:0:name`. */
function isReadable(value: unknown, reading: Reading, at: string): boolean {
  reading.left.values -= 1
  if (reading.left.values < 0) return false
  if (typeof value === 'string') return !value.startsWith('$') || isSpecial(value, reading, at)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every((inner, place) => isReadable(inner, reading, `${at}:${place}`))
  return Object.entries(value).every(([key, inner]) => isReadable(inner, reading, `${at}:${key}`))
}

function isSpecial(text: string, { root, withForm, left }: Reading, at: string): boolean {
  if (SPECIAL.test(text) || (withForm && FORM.test(text))) return true
  left.references -= 1
  if (left.references < 0) return false
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
