/** The settings of mail, read from the address of a mail server: which host, by which way, and as whom. */
import { z } from 'zod'

export type MailSettings = {
  host: string
  port: number
  /** TLS from the first byte on; otherwise the connection is secured once the server offers it. */
  secure: boolean
  /** Nothing is sent where the connection cannot be secured. */
  requireTls: boolean
  signIn: { user: string; pass: string } | null
  /** As written in the header: `Track Two <no-reply@college.example>`. */
  from: string
  perMinute: number
}

const smtpUrl =
  'SMTP_URL must be the address of a mail server: set SMTP_URL=smtps://user:password@host:465 or smtp://host:587?tls=required, or leave it out to send no mail.'
const mailFrom =
  'MAIL_FROM must be the address that mail comes from: set MAIL_FROM="Track Two <no-reply@college.example>".'
const perMinute = 'MAIL_PER_MINUTE must be a whole number from 1 to 6000: set MAIL_PER_MINUTE=60, or leave it out.'
const noSender =
  'Mail needs a sender: set MAIL_FROM="Track Two <no-reply@college.example>" beside SMTP_URL, or leave SMTP_URL out to send none.'
const noServer = 'MAIL_FROM is for a server that sends mail: set SMTP_URL as well, or leave MAIL_FROM out.'

type SmtpServer = Omit<MailSettings, 'from' | 'perMinute'>

/** Null for what is no such address. A password is never sent over a line that cannot be secured. */
function readSmtpUrl(value: string): SmtpServer | null {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname)) return null
  const asked = [...url.searchParams]
  if (asked.some(([name, to]) => name !== 'tls' || to !== 'required')) return null
  const [user, pass] = [decoded(url.username), decoded(url.password)]
  if (user === null || pass === null || (user === '') !== (pass === '')) return null
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: asked.length > 0 || user !== '',
    signIn: user === '' ? null : { user, pass },
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** The settings themselves, as environment.ts reads them. */
export const MAIL_SETTINGS = {
  SMTP_URL: z
    .string()
    .transform(readSmtpUrl)
    .refine((server) => server !== null, smtpUrl)
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>,;:@\p{Cc}]+<[^\s<>,;@]+@[^\s<>,;@]+>|[^\s<>,;:@]+@[^\s<>,;@]+)$/u, mailFrom)
    .optional(),
  MAIL_PER_MINUTE: z
    .string()
    .regex(/^\d{1,4}$/, perMinute)
    .transform(Number)
    .pipe(z.number().min(1, perMinute).max(6000, perMinute))
    .optional(),
}

type GivenMail = {
  SMTP_URL?: SmtpServer | null | undefined
  MAIL_FROM?: string | undefined
  MAIL_PER_MINUTE?: number | undefined
}

/** Null where no mail is sent. */
export const mailOf = ({ SMTP_URL: server, MAIL_FROM: from, MAIL_PER_MINUTE: rate }: GivenMail): MailSettings | null =>
  server && from !== undefined ? { ...server, from, perMinute: rate ?? 60 } : null

/** What is wrong only because the server or the sender is set without the other. */
export function mailFaults({
  SMTP_URL: server,
  MAIL_FROM: from,
}: Readonly<Record<string, string | undefined>>): string[] {
  if ((server === undefined) === (from === undefined)) return []
  return [server === undefined ? noServer : noSender]
}
