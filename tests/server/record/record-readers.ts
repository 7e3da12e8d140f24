/**
 * The readers of one room on the built server: everyone who sat in it, its chair, and strangers, each with a session; and every form in
 * which a reader can fetch the record.
 */
import { beforeAll, expect } from 'vitest'
import { database } from '#server/base/database'
import { createSession } from '#server/store/people/sessions'
import { unzipped } from '../../support/files/unzipped'
import { useSharedServer } from '../../support/machines/built-server'
import { type Class, cookieOf, givenClass, givenStudent } from '../live/given/given-classroom'
import { givenAccount } from '../store/given-store'
import { type Cast, givenCast, sealedStory, type Teller } from './given-record'
import { FORMS, type Form, READERS, type WordReaders } from './record-words'

/** Registers the class and its server for the tests of this file. The record is sealed until a test tells more of the story. */
export function useRecordReaders() {
  const server = useSharedServer()
  let of: Class
  let cast: Cast
  let teller: Teller
  const cookies = new Map<string, string>()

  beforeAll(async () => {
    of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
    cast = await givenCast(of)
    const elsewhere = await givenStudent(await givenClass(), 'Kwame Boateng')
    const other = await givenAccount('Sofía Arrieta')
    cookies.set('chair', of.chairCookie)
    for (const [name, { cookie }] of Object.entries({ ...cast, elsewhere })) cookies.set(name, cookie)
    cookies.set('otherInstructor', await cookieOf(await createSession(database(), other.id, 'test')))
    teller = await sealedStory(of, cast)
    // Removal revokes a guest's sessions. This new session makes `gone` a removed student who is still signed in.
    cookies.set('gone', await cookieOf(await createSession(database(), cast.gone.userId, 'test')))
  })

  const ask = (who: string, path: string) =>
    fetch(`${server.url}/rooms/${of.roomId}/transcript${path}`, {
      redirect: 'manual',
      headers: { cookie: cookies.get(who) ?? '' },
    })
  /** The payload that the router fetches; the server redirects once, to an address with a hash of the request. */
  async function payload(who: string): Promise<string> {
    const asked = { cookie: cookies.get(who) ?? '', rsc: '1' }
    return (await fetch(`${server.url}/rooms/${of.roomId}/transcript?plain=1`, { headers: asked })).text()
  }
  const go = (who: string, path: string, more: Record<string, string> = {}) =>
    fetch(server.url + path, { redirect: 'manual', headers: { cookie: cookies.get(who) ?? '', ...more } })
  const askReplay = (who: string, as?: string) =>
    fetch(`${server.url}/rooms/${of.roomId}/replay/rows${as ? `?as=${as}` : ''}`, {
      headers: { cookie: cookies.get(who) ?? '' },
    })
  const text = async (who: string, path: string) => (await ask(who, path)).text()

  async function read(who: string, form: Form): Promise<string> {
    switch (form) {
      case 'page':
        // The plain page holds the whole record at once.
        return text(who, '?plain=1')
      case 'payload':
        return payload(who)
      case 'markdown':
        return text(who, '/export?format=md')
      case 'markdown, own':
        return text(who, '/export?format=md&for=reader')
      case 'table':
        return text(who, '/export?format=csv')
      case 'table, own':
        return text(who, '/export?format=csv&for=reader')
      case 'document':
        return documentText(await ask(who, '/export?format=docx'))
      case 'document, own':
        return documentText(await ask(who, '/export?format=docx&for=reader'))
      case 'paper':
        return text(who, '/paper?for=class')
      case 'paper, own':
        return text(who, '/paper?for=reader')
      case 'json':
        return text(who, '/export?format=json')
      case 'replay':
        return (await askReplay(who)).text()
      default:
        return form satisfies never
    }
  }

  async function expectTold(expected: WordReaders): Promise<void> {
    let looked = 0
    for (const who of READERS) {
      for (const form of FORMS) {
        const whole = await read(who, form)
        const found = Object.keys(expected).filter((word) => whole.includes(word))
        const meant = Object.entries(expected)
          .filter(([, { readers, in: forms = FORMS }]) => readers.includes(who) && forms.includes(form))
          .map(([word]) => word)
        expect({ who, form, found }).toEqual({ who, form, found: meant })
        // And no word of the record that the table does not list.
        const strange = (whole.match(/word-[a-z]+-[a-z]+(-\d)?/g) ?? []).filter((word) => !(word in expected))
        expect({ who, form, strange }).toEqual({ who, form, strange: [] })
        looked += meant.length
      }
    }
    expect(looked).toBeGreaterThan(100)
  }

  /** The debrief page, as HTML and as the payload that the router fetches. */
  async function debrief(who: string): Promise<{ status: number; page: string; payload: string }> {
    const headers = { cookie: cookies.get(who) ?? '' }
    const address = `${server.url}/rooms/${of.roomId}/debrief`
    const page = await fetch(address, { redirect: 'manual', headers })
    const payload = await fetch(address, { headers: { ...headers, rsc: '1' } })
    return { status: page.status, page: await page.text(), payload: await payload.text() }
  }

  return { story: () => ({ of, cast, teller }), ask, go, askReplay, text, read, expectTold, debrief }
}

/** All parts of a document, also those that no reader shows, because a word could be in them too. */
async function documentText(answer: Response): Promise<string> {
  return answer.ok ? [...unzipped(Buffer.from(await answer.arrayBuffer())).values()].join('\n') : answer.text()
}
