/** What comes of handing a mail to a mail server that is well, greylists, knows nobody, hangs, cuts the line or is away. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { journal } from '#server/base/faults/journal'
import { goneSince } from '#server/base/faults/outage'
import type { MailSettings } from '#server/base/mail-settings'
import type { Handed, OutgoingMail } from '#server/jobs/mail-sending'
import { openSmtp } from '#server/jobs/smtp'
import { patience } from '../../support/patience'
import { until } from '../live/given/given-page'
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

test('a mail server that is away, or stops, is one line of level 50, and one of level 30 once it takes mail; an address that it refuses is neither', async () => {
  const lines: string[] = []
  for (const [name, level] of [
    ['error', 50],
    ['info', 30],
  ] as const)
    vi.spyOn(journal, name).mockImplementation((_, msg) => void lines.push(`${level} ${msg}`))
  onTestFinished(() => void vi.restoreAllMocks())
  const gone = ['50 the mail server takes no mail']
  const back = [...gone, '30 the mail server takes mail again']
  const { port } = await givenSmtp({
    recipient: (address) =>
      address.startsWith('stops')
        ? { code: 421, words: 'I stop' }
        : address.startsWith('no')
          ? { code: 550, words: 'No' }
          : null,
  })
  // The tests before this one have left it away.
  await to(port)
  await until(() => expect(goneSince('mail')).toBeNull(), patience(10_000))
  lines.length = 0
  expect(await to(port, { to: 'nobody@college.example' })).toEqual({ refused: 'address' })
  expect(lines).toEqual([])
  for (const where of [1, 1, 1]) expect(await to(where)).toBe('later')
  expect(await to(port, { to: 'stops@college.example' })).toBe('later')
  expect(lines).toEqual(gone)
  expect(await to(port)).toBe('sent')
  await until(() => expect(lines).toEqual(back), patience(10_000))
})
