/** The device's storage: unsent words are counted before sign-out, and cleared when another person signs in. */
import { expect, test } from 'vitest'
import { isLeftOver } from '../../../app/_device/device-owner'
import { unsentDrafts } from '../../../app/_device/device-storage'
import { personIn } from '../../../app/_device/signed-in-mark'
import { deviceName } from '../../../app/account/device-name'

class Shelf implements Storage {
  readonly #kept = new Map<string, string>()
  constructor(entries: Record<string, string>) {
    for (const [key, value] of Object.entries(entries)) this.#kept.set(key, value)
  }
  get length() {
    return this.#kept.size
  }
  key = (place: number) => [...this.#kept.keys()][place] ?? null
  getItem = (key: string) => this.#kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.#kept.set(key, value)
  removeItem = (key: string) => void this.#kept.delete(key)
  clear = () => this.#kept.clear()
}

const mine = 'track-two/room/mei/'
const words = JSON.stringify('half-written')
const count = (entries: Record<string, string>) => unsentDrafts(new Shelf(entries))

test('whatever somebody was writing is counted, in whatever form it is kept', () => {
  const position = { value: 1, text: '', redLine: 'never that', anchors: [], guesses: {} }
  expect(
    count({
      [`${mine}talk/caucus`]: words,
      [`${mine}help`]: words,
      [`${mine}statement`]: JSON.stringify({ text: 'I say', intent: 'point', answers: null, anchors: [] }),
      [`${mine}words-12`]: JSON.stringify({ text: 'I said', intent: null, answers: null, anchors: [] }),
      [`${mine}post/2/framing`]: JSON.stringify({ text: 'I write', intent: 'point', answers: null, anchors: [] }),
      [`${mine}position/framing/opening`]: JSON.stringify(position),
      [`${mine}reflection/0`]: words,
      'track-two/another-room/mei/reason/gap': words,
    }),
  ).toBe(8)
})

test('what holds no words, what is no writing, and what is not ours is not counted', () => {
  expect(
    count({
      [`${mine}talk/caucus`]: JSON.stringify('  '),
      [`${mine}position/framing/opening`]: JSON.stringify({ value: 2, text: '', redLine: '' }),
      [`${mine}read`]: JSON.stringify({ caucus: 7 }),
      [`${mine}known/talk/caucus`]: JSON.stringify({ at: 1, text: words }),
      [`${mine}help`]: 'not json',
      'track-two-whose': 'someone',
      theme: words,
    }),
  ).toBe(0)
})

test('what the server holds word for word is not counted, and is again as soon as it differs', () => {
  const notes: Record<string, string>[] = [
    { [`${mine}known/talk/caucus`]: JSON.stringify({ at: 1, text: words }) },
    { [`${mine}settled/talk/caucus`]: words },
  ]
  for (const note of notes) {
    expect(count({ [`${mine}talk/caucus`]: words, ...note })).toBe(0)
    expect(count({ [`${mine}talk/caucus`]: JSON.stringify('more'), ...note })).toBe(1)
  }
})

test('the mark is read beside other cookies, under http and https, with a name in any script', () => {
  const named = (name: string) => Buffer.from(name).toString('base64url')
  expect(personIn('theme=dark; track-two-whose=abc_-1; x=y')).toEqual({ mark: 'abc_-1', name: '' })
  expect(personIn(`__Host-track-two-whose=abc.${named('佐伯 遥')}`)).toEqual({ mark: 'abc', name: '佐伯 遥' })
  expect(personIn('track-two-whose=-')).toEqual({ mark: '-', name: '' })
  expect(personIn('track-two=abc; not-track-two-whose-either=1')).toBeNull()
})

test('a device has changed hands when it was somebody’s and is somebody else’s now, or nobody’s', () => {
  expect(isLeftOver('alice', 'bob')).toBe(true)
  expect(isLeftOver('alice', '-')).toBe(true)
  expect(isLeftOver('alice', 'alice')).toBe(false)
  // Expired cookies and a first visit clear nothing: the words may still be their writer's.
  expect(isLeftOver('alice', null)).toBe(false)
  expect(isLeftOver(null, 'alice')).toBe(false)
  expect(isLeftOver('-', 'alice')).toBe(false)
})

test('a device is called what its owner would call it', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
  expect(deviceName(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`)).toEqual({
    browser: 'Chrome',
    system: 'Windows',
  })
  expect(deviceName(`Mozilla/5.0 (X11; CrOS x86_64 16000) ${chrome}`)).toEqual({
    browser: 'Chrome',
    system: 'ChromeOS',
  })
  expect(deviceName(`Mozilla/5.0 (Linux; Android 15) ${chrome} EdgA/140.0`)).toEqual({
    browser: 'Edge',
    system: 'Android',
  })
  expect(deviceName(`${iphone} Version/18.0 Mobile Safari/604.1`)).toEqual({ browser: 'Safari', system: 'iPhone' })
  expect(deviceName(`${iphone} FxiOS/140.0 Mobile Safari/604.1`)).toEqual({ browser: 'Firefox', system: 'iPhone' })
  expect(deviceName('curl/8')).toEqual({ browser: null, system: null })
})
