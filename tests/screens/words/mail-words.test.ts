// Mails in words: the HTML says what the text says, each leads to its place, and only mails of the kinds that bring a key hold one.
import { expect, test } from 'vitest'
import { CHOSEN_KINDS, KEY_KINDS, type MailKind, type MailOrder } from '#simulation/beside/mails'
import { personId } from '#simulation/kernel/ids'
import { deadlinesOf } from '#simulation/reading/homework/deadlines'
import { mailWords } from '../../../app/_mail/mail-words'
import { instantOf } from '../../support/given'
import { givenWeek, opensAt, phaseOf } from '../homework/given-week'

const SITE = 'https://seminar.example'
const now = instantOf(opensAt('openings'))
const ahead = deadlinesOf(givenWeek(opensAt('openings')).state, personId.parse('ben'), now).filter(({ at }) => at > now)
const deadline = ahead.find(({ phase }) => phase === phaseOf('openings'))!

const debt = {
  ...{ opens: 0, closes: deadline.at, since: 0, asked: 2, done: 1 },
  ...{ isOpen: true, isClosed: false, said: 0 },
}

const isKey = (kind: MailKind) => KEY_KINDS.some((one) => one === kind)

function order(kind: MailKind): MailOrder {
  const isLink = isKey(kind)
  return {
    ...{ kind, locale: 'en-GB', site: SITE, course: 'IR <347> & more', timeZone: 'Europe/Lisbon' },
    activity: isLink ? null : { id: 'activity', title: 'One "week"', roomId: 'room' },
    ...{ link: isLink ? 'secret-token' : null, next: null },
    ...{ deadline: isLink || kind === 'reviewsDue' ? null : deadline, ahead },
    beside: kind === 'reviewsDue' ? { 'peer-reviews': debt } : {},
    news: kind === 'digest' ? [{ kind: 'answered', count: 2 }] : [],
    off: isLink ? null : `place.${kind}.signed`,
  }
}

const plain = (html: string): string =>
  html
    .replace(/^.*<body[^>]*>/s, '')
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, '$2: $1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (sign) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>' })[sign] ?? '"')
const words = (text: string): string =>
  text
    .replace(/^ {2}- /gm, '')
    .replace(/\s+/g, ' ')
    .trim()

test.for([...KEY_KINDS, ...CHOSEN_KINDS] as const)(
  'the mail %s says the same twice, and nothing is left to fill in',
  (kind) => {
    const { subject, text, html, offUrl } = mailWords(order(kind))
    expect(words(plain(html))).toBe(words(text))
    expect(html).not.toMatch(/<(img|script|link|iframe)|src=|url\(/)
    expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|null|mail\.[a-z]/)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text.includes('secret-token')).toBe(isKey(kind))
    const off = `${SITE}/mail/off/place.${kind}.signed`
    expect(offUrl).toBe(isKey(kind) ? null : `${off}/now`)
    expect(text.includes(`${off}\n`)).toBe(!isKey(kind))
  },
)

test('a reminder names what is owed, until when and where, and leads to the very place', () => {
  const { subject, text } = mailWords(order('dueDay'))
  expect(subject).toBe('Openings: due Friday 16 January, 05:00 in Lisbon')
  expect(text).toMatch(/^ {2}- 0 of 1 opening$/m)
  expect(text).toContain(`${SITE}/rooms/room#do=${phaseOf('openings')}.opening`)
  // A part that has not begun has nothing to do yet; its mail leads to the place all the same.
  const early = mailWords({ ...order('dueDay'), deadline: { ...deadline, where: null } })
  expect(early.text).toContain(`${SITE}/rooms/room#do=${phaseOf('openings')}.opening`)
  expect(mailWords(order('published')).text).toMatch(/\/rooms\/room#do=\d+\.[a-z-]+/)
})

test('H33 a reminder of peer reviews says how many are sent and until when, and leads to them', () => {
  const { subject, text } = mailWords(order('reviewsDue'))
  expect(subject).toBe('Reviews of others’ posts: due Friday 16 January, 05:00 in Lisbon')
  expect(text).toMatch(/^ {2}- 1 of 2 sent$/m)
  expect(text).toContain(`${SITE}/my/reviews/activity`)
})

test('a link opens the place of its student; marks stand on their page', () => {
  expect(mailWords(order('link')).text).toContain(`${SITE}/p/secret-token`)
  const next = `/rooms/room#do=${phaseOf('openings')}.opening`
  expect(mailWords({ ...order('link'), next }).text).toContain(
    `${SITE}/p/secret-token?next=${encodeURIComponent(next)}`,
  )
  expect(mailWords(order('recovery')).text).toContain(`${SITE}/forgotten/secret-token`)
  expect(mailWords(order('invitation')).text).toContain(`${SITE}/invitation/secret-token`)
  expect(mailWords(order('released')).text).toContain(`${SITE}/my/marks/activity`)
})
