/** What the settings allow to whoever reaches this server (plain http, demo, sign-up), printed once at the start, one line each. */
import type { Environment } from './environment'
import { isLoopback } from './secrets/loopback'

type WarnedSettings = Pick<Environment, 'host' | 'port' | 'publicUrl' | 'demo' | 'trustProxy' | 'signUp' | 'redisUrl'>
/** The line, or null where there is nothing to say. */
type Warning = (told: WarnedSettings) => string | null

const isReachedFromAfar = ({ host, publicUrl }: WarnedSettings) =>
  !isLoopback(host) || !isLoopback(new URL(publicUrl).hostname)

const readableOnTheWay: Warning = (told) =>
  told.publicUrl.startsWith('http:') && isReachedFromAfar(told)
    ? 'Warning: people reach this server over plain http, so whoever shares their network can read passwords and sign-ins. Put a proxy with https before it and set NEXTAUTH_URL to the https address.'
    : null

/** NEXTAUTH_URL with https or another port means a proxy. One on this machine is trusted without being listed in TRUST_PROXY. */
const everybodyIsOneAddress: Warning = ({ host, port, publicUrl, trustProxy }) => {
  const { protocol, port: publicPort } = new URL(publicUrl)
  const hasProxy = protocol === 'https:' || Number(publicPort || 80) !== port
  return hasProxy && !isLoopback(host) && trustProxy === ''
    ? 'Warning: NEXTAUTH_URL is the address of a proxy. If it runs on another machine, all visitors count as one address until TRUST_PROXY names it, for example TRUST_PROXY=10.0.0.5.'
    : null
}

const whoMayEnterTheDemo: Warning = ({ demo }) => {
  switch (demo) {
    case 'off':
      return null
    case 'here':
      return 'The demo is open to whoever sits at this machine; DEMO=0 closes it.'
    case 'everybody':
      return 'Warning: whoever reaches this server may enter the demo as its instructor, because DEMO=1 is set. Leave DEMO out, or set DEMO=0, to close it.'
    default:
      return demo satisfies never
  }
}

const whoMayMakeAnAccount: Warning = (told) => {
  switch (told.signUp) {
    case 'open':
      return isReachedFromAfar(told)
        ? 'Warning: whoever reaches this server may make an account and teach, because SIGN_UP=open is set. Set SIGN_UP=invited to let only invited people in.'
        : null
    case 'invited':
      return 'Accounts are made by invitation: npm run admin -- invite prints a link for one person, the first one too.'
    case 'closed':
      return 'Nobody makes an account here, because SIGN_UP=closed is set: npm run admin -- create-admin <e-mail> <name> makes one.'
    default:
      return told.signUp satisfies never
  }
}

const engineIsReadable: Warning = ({ redisUrl }) =>
  redisUrl?.startsWith('redis:') && !isLoopback(new URL(redisUrl).hostname)
    ? 'Warning: what is said in caucuses passes between servers over plain Redis. Keep the engine on a network that only the servers reach, or set REDIS_URL=rediss://:password@host:6379.'
    : null

const WARNINGS: readonly Warning[] = [
  readableOnTheWay,
  everybodyIsOneAddress,
  whoMayEnterTheDemo,
  whoMayMakeAnAccount,
  engineIsReadable,
]

export const startWarnings = (told: WarnedSettings): string[] => WARNINGS.flatMap((warning) => warning(told) ?? [])
