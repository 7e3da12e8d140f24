/** The settings of a listener: a server of the school's own that says which of the prepared claims a student's words make. */
import { z } from 'zod'

export type ListenerSettings = {
  /** The address of its OpenAI-compatible interface, without a slash at the end: `http://10.0.0.7:11434/v1`. */
  url: string
  model: string
  /** What it wants to see in `Authorization`; null where it wants nothing. */
  key: string | null
}

const listenerUrl =
  'LISTENER_URL must be the address of an OpenAI-compatible server and its model: set LISTENER_URL=http://10.0.0.7:11434/v1?model=qwen3:4b, or leave it out.'
const keyAlone = 'LISTENER_KEY is for a server that is asked: set LISTENER_URL as well, or leave LISTENER_KEY out.'

/** Null for what is no such address, or names no model. */
function readListenerUrl(value: string): Pick<ListenerSettings, 'url' | 'model'> | null {
  const url = URL.canParse(value) ? new URL(value) : null
  const model = url?.searchParams.get('model') ?? ''
  if (!url || !/^https?:$/.test(url.protocol) || url.searchParams.size !== 1 || model === '' || url.username !== '')
    return null
  return { url: `${url.origin}${url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname}`, model }
}

/** The settings themselves, as environment.ts reads them. */
export const LISTENER_SETTINGS = {
  LISTENER_URL: z
    .string()
    .transform(readListenerUrl)
    .refine((place) => place !== null, listenerUrl)
    .optional(),
  LISTENER_KEY: z.string().optional(),
}

type GivenListener = {
  LISTENER_URL?: Pick<ListenerSettings, 'url' | 'model'> | null | undefined
  LISTENER_KEY?: string | undefined
}

/** Null where nothing is asked outside this server. */
export const listenerOf = ({ LISTENER_URL: place, LISTENER_KEY: key }: GivenListener): ListenerSettings | null =>
  place ? { ...place, key: key ?? null } : null

/** What is wrong only because the key is set without the server. */
export const listenerFaults = ({
  LISTENER_URL,
  LISTENER_KEY,
}: Readonly<Record<string, string | undefined>>): string[] =>
  LISTENER_KEY !== undefined && LISTENER_URL === undefined ? [keyAlone] : []
