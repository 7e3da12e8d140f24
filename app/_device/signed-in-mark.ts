'use client'
// Who is signed in on this device, as the mark in its cookies says: a word for the person, and their name. It opens nothing.
import { useSyncExternalStore } from 'react'

export type PersonHere = { mark: string; name: string }
const NOBODYS = '-'

/** Null where no sign-in has left a mark; after a sign-out the mark is nobody's. */
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

/** The name of whoever is signed in, once the page stands in their browser; null for nobody. */
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
