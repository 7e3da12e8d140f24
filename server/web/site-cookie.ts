/** What all cookies of this server have in common: their names, where they are sent and who may read them. */
import { environment } from '../base/environment'

/** Whether people reach this server over https; cookies are then marked Secure. */
export const isSecure = (): boolean => environment().publicUrl.startsWith('https:')

/** What a cookie is for: the session (without a word), the device, its accounts, a join request that waits, or whose pages these are. */
type CookieUse = 'device' | 'known' | 'door' | 'whose'

/** The __Host- prefix, which needs https, keeps another host of the same domain from setting a cookie of this name. */
export const cookieName = (use?: CookieUse): string =>
  `${isSecure() ? '__Host-' : ''}track-two${use === undefined ? '' : `-${use}`}`

/** Sent to the whole site and to no other, and hidden from scripts. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

export type SiteCookie = Omit<ReturnType<typeof cookieOptions>, 'httpOnly'> & {
  name: string
  value: string
  httpOnly: boolean
  /** seconds; 0 takes it off the device */
  maxAge: number
}

/** A cookie to be set; `maxAge` in seconds. */
export const siteCookie = (use: CookieUse | undefined, value: string, maxAge: number): SiteCookie => ({
  name: cookieName(use),
  value,
  ...cookieOptions(),
  maxAge,
})

/** The same as the text of a `set-cookie` header, for a response that Next does not write. */
export const cookieHeader = ({ name, value, path, maxAge, secure }: SiteCookie): string =>
  `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
