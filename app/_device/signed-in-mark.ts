'use client'
// The mark of sign-in: a cookie that scripts can read, with an opaque word for the person and their name. It authorises nothing.
import { useSyncExternalStore } from 'react'

export type PersonHere = { mark: string; name: string }
const NOBODYS = '-'

/** Null where nobody ever signed in; after a sign-out the mark is `-`. */
export function personIn(cookies: string): PersonHere | null {
  const [, mark, name = ''] = /(?:^|;\s*)(?:__Host-)?track-two-whose=([\w-]+)(?:\.([\w-]+))?/.exec(cookies) ?? []
  return mark === undefined ? null : { mark, name: decoded(name) }
}

function decoded(name: string): string {
  try {
    const bytes = Uint8Array.from(atob(name.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    return new TextDecoder().decode(bytes)
  } catch {
    return '' // no page of ours wrote this
  }
}

export const isNobody = (mark: string): boolean => mark === NOBODYS

const never = () => () => {}

/** The name of the person signed in; null for nobody, and null until the page has hydrated. */
export function useNameHere(): string | null {
  return useSyncExternalStore(
    never,
    () => {
      const here = personIn(document.cookie)
      return here === null || isNobody(here.mark) || here.name === '' ? null : here.name
    },
    () => null,
  )
}
