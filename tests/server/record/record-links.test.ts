/** Links to a record: each reads as its one reader until it ends, and nothing that this reader must not see is in anything under its address. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { makeLinkAs, readLinksAs, reopenLinkAs, revokeLinkAs } from '#server/store/records/record-links'
import { chairActor } from '#simulation/kernel/ids'
import { paragraphs } from '#simulation/reading/log/transcript'
import { givenClass } from '../live/given/given-classroom'
import { openedStory } from './given-record'
import { useRecordReaders } from './record-readers'
import { beforeClose, everyone } from './record-words'

const { story, go } = useRecordReaders()
const chair = () => story().of.instructor
const NAMES = [
  ...['Mei Castellano', 'Amara Osei', 'Yuki Hayakawa', 'Lin Jiayi', 'Ingrid Solberg', 'Tomás Ribeiro', 'Noor Haddad'],
]

async function linkFor(reader: string): Promise<string> {
  const made = await makeLinkAs(chair(), { roomId: story().of.roomId, reader, days: 14 })
  if (!made.ok) throw new Error(made.why)
  return made.token
}

/** Everything under a link: the page, what the router fetches of it, and all entries. */
async function under(token: string, who: string) {
  const page = await go(who, `/r/${token}`)
  const payload = await go(who, `/r/${token}`, { rsc: '1' })
  const entries = await go(who, `/r/${token}/entries`)
  const text = [await page.text(), await payload.text(), await entries.text()].join('\n')
  return { status: page.status, entries: entries.status, page, text }
}
const wordsOf = (text: string) => [...new Set(text.match(/word-[a-z]+-[a-z]+(-\d|-text)?/g) ?? [])].sort()

const open = Object.entries(beforeClose).flatMap(([word, { readers }]) => (readers === everyone ? [word] : []))
const ofJapan = ['word-jp-caucus', 'word-usjp-bilateral']
/** What one statement holds: its words and the source that it names. */
const SAID = ['word-all-statement', 'word-all-source']
const caucuses = ['word-us-caucus', 'word-us-gone', ...ofJapan]

async function expectWords(token: string, who: string, words: readonly string[]): Promise<string> {
  const { status, text, page } = await under(token, who)
  expect({ who, status, words: wordsOf(text) }).toEqual({ who, status: 200, words: [...new Set(words)].sort() })
  expect(page.headers.get('set-cookie')).toBeNull()
  expect(text).toContain('noindex')
  return text
}

async function expectShut(token: string, who: string, status: number): Promise<void> {
  const found = await under(token, who)
  expect({ who, status: found.status, entries: found.entries, words: wordsOf(found.text) }).toEqual({
    ...{ who, status, entries: 404, words: [] },
  })
  for (const name of NAMES.slice(0, 6)) expect(found.text).not.toContain(name)
}
const revealed = ['word-us-position-1', 'word-us-line-1', 'word-jp-position-1', 'word-jp-line-1']

test('D23 before the debrief each link holds its reader’s words for whoever may follow it, and nothing for anybody else', async () => {
  for (const reader of ['offices', 'numbers.caucuses']) {
    const token = await linkFor(reader)
    for (const who of ['nobody', 'otherInstructor', 'us', 'chair']) {
      const text = await expectWords(token, who, open)
      for (const secret of [...NAMES, story().cast.us.person, story().of.roomId, chair().id])
        expect({ secret, told: text.includes(secret) }).toEqual({ secret, told: false })
    }
  }
  const ofClass = await linkFor('class')
  for (const who of ['us', 'cn', 'standing', 'chair']) await expectWords(ofClass, who, open)
  await expectShut(ofClass, 'otherInstructor', 404)
  await expectShut(ofClass, 'nobody', 307)
  const side = await linkFor('side.jp')
  await expectWords(side, 'chair', [...open, ...ofJapan])
  for (const who of ['us', 'jp']) await expectShut(side, who, 200)
  await expectShut(side, 'otherInstructor', 404)
  await expectShut(side, 'nobody', 307)
  expect(await makeLinkAs(chair(), { roomId: story().of.roomId, reader: 'reader', days: 14 })).toMatchObject({
    ok: false,
  })
  expect(await makeLinkAs(chair(), { roomId: story().of.roomId, reader: 'offices', days: 181 })).toMatchObject({
    ok: false,
  })
})

test('D23 its pages are counted, an entry has an address of its own, and an unknown link is none', async () => {
  const token = await linkFor('offices')
  for (const who of ['nobody', 'us']) await (await go(who, `/r/${token}`)).text()
  await (await go('us', `/r/${token}/entries`)).text()
  const [newest] = (await readLinksAs(chair(), story().of.roomId)) ?? []
  expect(newest).toMatchObject({ opened: 2, revokedAt: null, madeBy: 'Noor Haddad' })
  expect((await go('nobody', `/r/${token}/1`)).headers.get('location')).toBe(`/r/${token}#e1`)
  expect((await go('nobody', `/r/${token}/%22`)).status).toBe(404)
  await expectShut('x'.repeat(22), 'chair', 404)
})

test('of links that nobody has, strangers are sent one page, drawn once for all', async () => {
  const pages = await Promise.all(
    ['a', 'b', 'c'].map(async (sign) => {
      const answer = await go('nobody', `/r/${sign.repeat(22)}`)
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
      return { status: answer.status, text: (await answer.text()).replaceAll(nonce, ''), sign }
    }),
  )
  for (const { status, text, sign } of pages) {
    expect(status).toBe(404)
    // A page drawn for itself would hold its address.
    expect(text).not.toContain(sign.repeat(22))
    expect(text).toBe(pages[0]?.text)
  }
})

test('D21 a publication says the day on which it ends, and not the moment, from which it follows when it was made', async () => {
  const text = await expectWords(await linkFor('offices'), 'nobody', open)
  const until = new Date(Date.now() + 14 * 86_400_000)
  const said = /Read-only, until ([^<"\\]+)/.exec(text)?.[1]
  expect(said).toMatch(/^\d{1,2} \w+ \d{4}$/)
  expect(text).not.toContain(until.toISOString().slice(0, 13))
  expect(text).not.toContain(String(until.getTime()).slice(0, 7))
})

test('the complete file is for whoever takes it out: asked for as another’s it is not there', async () => {
  const { roomId } = story().of
  const file = async (query: string) => (await go('chair', `/rooms/${roomId}/transcript/export?format=${query}`)).status
  for (const format of ['json', 'json.sig']) {
    for (const asked of ['', '&for=reader']) expect(await file(format + asked), format + asked).toBe(200)
    for (const other of ['class', 'side.us', 'offices', 'numbers.caucuses', 'nobody', ''])
      expect(await file(`${format}&for=${other}`), `${format} ${other}`).toBe(404)
  }
})

test('D21 each publication of a course is moved by days of its own, the same whoever reads it', async () => {
  const { roomIds, chairCookie } = await givenClass({ roomCount: 4 })
  const begun = async (roomId: string) => {
    const file = await go('chair', `/rooms/${roomId}/transcript/export?format=md&for=offices`, { cookie: chairCookie })
    return /\d{1,2} \w+ \d{4}/.exec(await file.text())?.[0]
  }
  const days = await Promise.all(roomIds.map(begun))
  for (const day of days) expect(day).toMatch(/ 20\d\d$/)
  expect(new Set(days).size).toBeGreaterThan(1)
  expect(await Promise.all(roomIds.map(begun))).toEqual(days)
})

test('D23 words that are taken off are gone from every open link at once', async () => {
  const { of, teller } = story()
  const token = await linkFor('offices')
  await expectWords(token, 'nobody', open)
  const said = paragraphs(teller.state).find(
    (entry) => 'text' in entry && String(entry.text).includes('word-all-statement'),
  )
  const strike = { type: 'strikeWords', entry: said?.no ?? '', words: 'all', reason: 'not-fit' } as const
  await teller.does(chairActor(of.instructor.id), strike).saves()
  await expectWords(
    token,
    'nobody',
    open.filter((word) => !SAID.includes(word)),
  )
  await teller
    .does(chairActor(of.instructor.id), { type: 'putWordsBack', entry: said?.no ?? '', reason: 'A slip.' })
    .saves()
  await expectWords(token, 'nobody', open)
})

test('D23 after the debrief a publication has caucuses only where they were chosen, and a side is the course’s', async () => {
  const { of, cast, teller } = story()
  const [plain, whole, side] = [await linkFor('offices'), await linkFor('numbers.caucuses'), await linkFor('side.jp')]
  await openedStory(of, cast, teller)
  const text = await expectWords(whole, 'nobody', [...open, ...revealed, ...caucuses])
  expect(text).toContain('Student 1')
  for (const name of NAMES) expect(text).not.toContain(name)
  await expectWords(plain, 'nobody', [...open, ...revealed])
  await expectWords(side, 'us', [...open, ...revealed, ...ofJapan])
  await expectShut(side, 'otherInstructor', 404)
})

test('D23 a link that is revoked or over says so and nothing else, from that moment', async () => {
  const { roomId } = story().of
  const token = await linkFor('offices')
  const [link] = (await readLinksAs(chair(), roomId)) ?? []
  expect(await revokeLinkAs(chair(), { roomId, id: link?.id })).toBe(true)
  expect(await revokeLinkAs(chair(), { roomId, id: link?.id })).toBe(false)
  await expectShut(token, 'nobody', 200)
  expect((await under(token, 'chair')).text).toContain('This link has ended')
  // For a moment it can be taken back, by whoever could revoke it.
  expect(await reopenLinkAs({ id: 'somebody', isAdmin: false }, { roomId, id: link?.id })).toBe(false)
  expect(await reopenLinkAs(chair(), { roomId, id: link?.id })).toBe(true)
  expect((await under(token, 'chair')).entries).toBe(200)
  expect(await revokeLinkAs(chair(), { roomId, id: link?.id })).toBe(true)
  await database().recordLink.updateMany({
    where: { id: link?.id ?? '' },
    data: { revokedAt: new Date(Date.now() - 120_000) },
  })
  expect(await reopenLinkAs(chair(), { roomId, id: link?.id })).toBe(false)
  await expectShut(token, 'nobody', 200)
  const over = await linkFor('class')
  await database().recordLink.updateMany({ where: { reader: 'class' }, data: { expiresAt: new Date(Date.now() - 1) } })
  await expectShut(over, 'us', 200)
})
