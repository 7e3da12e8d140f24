/** What comes of handing a mail to a mail server that is well, greylists, knows nobody, hangs, cuts the line or is away. */
import { expect, test } from 'vitest'
import type { MailSettings } from '#server/base/mail-settings'
import type { Handed, OutgoingMail } from '#server/jobs/mail-sending'
import { openSmtp } from '#server/jobs/smtp'
import { patience } from '../../support/patience'
import { givenSmtp } from './given-smtp'

const settings = (port: number): MailSettings => ({
  ...{ host: '127.0.0.1', port, secure: false, requireTls: false, signIn: null },
  ...{ from: 'Track Two <no-reply@seminar.example>', perMinute: 60 },
})
const mail: OutgoingMail = {
  ...{ to: 'mei@college.example', subject: '締切: Openings', text: 'Line one.\n\nLine two.', html: '<p>Line one.</p>' },
  ...{ messageId: '<one@seminar.example>', date: new Date('2026-12-01T10:00Z') },
  offUrl: 'https://seminar.example/mail/off/token',
}
const to = (port: number, more: Partial<OutgoingMail> = {}, most?: number): Promise<Handed> =>
  openSmtp(settings(port), most)({ ...mail, ...more })

test('a mail is handed over with its headers, as text and as HTML', async () => {
  const { port, accepted } = await givenSmtp()
  expect(await to(port)).toBe('sent')
  const [{ raw, to: whom } = { raw: '', to: '' }] = accepted
  expect(whom).toBe('mei@college.example')
  for (const header of [
    'From: Track Two <no-reply@seminar.example>',
    'Message-ID: <one@seminar.example>',
    'Date: Tue, 01 Dec 2026 10:00:00 +0000',
    'Auto-Submitted: auto-generated',
    'List-Unsubscribe: <https://seminar.example/mail/off/token>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Type: text/html; charset=utf-8',
  ])
    expect(raw.replaceAll('\r\n', '\n')).toContain(`${header}\n`)
  expect(raw).toMatch(/^Subject: =\?UTF-8\?/m)
  await to(port, { offUrl: null })
  expect(accepted[1]?.raw).not.toContain('List-Unsubscribe')
})

test('a greylisted mail is taken over later, once, under its Message-ID', async () => {
  const greylist = { code: 451, words: 'Try again' }
  const { port, accepted } = await givenSmtp({ recipient: (_address, before) => (before < 3 ? greylist : null) })
  expect([await to(port), await to(port), await to(port), await to(port)]).toEqual(['later', 'later', 'later', 'sent'])
  expect(accepted).toHaveLength(1)
})

test.for<[string, Parameters<typeof givenSmtp>[0], Handed]>([
  ['knows nobody there', { recipient: () => ({ code: 550, words: 'No such user' }) }, { refused: 'address' }],
  ['refuses the mail', { whole: () => ({ code: 554, words: 'Spam' }) }, { refused: 'mail' }],
  ['fails once it has it', { whole: () => ({ code: 451, words: 'Disk' }) }, 'later'],
  ['cuts the line once it has it', { whole: () => 'cut' }, 'later'],
  ['never answers', { whole: () => 'silent' }, 'later'],
])('a mail server that %s', async ([, plan, outcome]) => {
  const { port } = await givenSmtp(plan)
  expect(await to(port, {}, plan?.whole?.(0) === 'silent' ? 300 : patience(20_000))).toEqual(outcome)
})

test('a mail server that is away, or offers no line to be secured, is tried again; what is no address is not', async () => {
  expect(await to(1)).toBe('later')
  const { port, accepted } = await givenSmtp()
  expect(await openSmtp({ ...settings(port), requireTls: true })(mail)).toBe('later')
  expect(await to(port, { to: 'mei at college' })).toEqual({ refused: 'address' })
  expect(accepted).toEqual([])
})
