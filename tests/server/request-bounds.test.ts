/** What a request may be before anything reads it, and what a body may be before anything decodes it. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { countedWarning } from '#server/base/faults/counted-warning'
import { DrawingLanes } from '#server/web/drawing-lanes'
import { MOST_REFERENCES, MOST_VALUES } from '#server/web/http/action-call'
import { bodyFault, isDeeper, MOST_DEPTH, MOST_FIELDS } from '#server/web/http/body-bounds'
import { MOST_OF_A_STRANGER } from '#server/web/http/body-buffer'
import { partsOf } from '#server/web/http/multipart'
import { boundsRefusal } from '#server/web/http/request-bounds'

const ID = 'a'.repeat(42)
const isAction = (id: string) => id === ID
const asked = (headers: Record<string, string>, url = '/sign-in') => ({ method: 'POST', url, headers })
const TEXT = { 'next-action': ID, 'content-type': 'text/plain;charset=UTF-8' }
const FORM = { 'next-action': ID, 'content-type': 'multipart/form-data; boundary=x' }
const PLAIN = { 'content-type': 'multipart/form-data; boundary=x' }
const form = (fields: readonly (readonly [name: string, value: string])[], end = '--x--\r\n') =>
  Buffer.from(
    fields
      .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('') + end,
  )

describe('a body', () => {
  test('that a page of ours sends goes through', () => {
    const calls: [Record<string, string>, Buffer][] = [
      ...[
        '[]',
        '["x"]',
        '[{"a":[1,null,"$$x","$undefined"]}]',
        '[{"a":{"b":1}},"$0:0:a"]',
        `["${'['.repeat(500)}"]`,
      ].map((text): [Record<string, string>, Buffer] => [TEXT, Buffer.from(text)]),
      [
        FORM,
        form([
          ['0', '["$K1"]'],
          ['_1_email', 'a@b'],
          ['_1_text', '[[[[ $1 --x'],
        ]),
      ],
      [
        FORM,
        form([
          ['_1_email', 'a@b'],
          ['0', '[{"misses":0,"fault":null},"$K1"]'],
        ]),
      ],
      [
        PLAIN,
        form([
          [`$ACTION_ID_${ID}`, ''],
          ['code', 'QQQQQQ'],
        ]),
      ],
      [
        PLAIN,
        form([
          ['$ACTION_REF_1', ''],
          ['$ACTION_1:0', `{"id":"${ID}","bound":"$@1"}`],
          ['$ACTION_1:1', '[{"attempt":0}]'],
          ['$ACTION_KEY', 'k'],
        ]),
      ],
    ]
    for (const [headers, body] of calls) expect(bodyFault(asked(headers), body, isAction)).toBeNull()
    expect(
      bodyFault(
        asked({ 'content-type': 'application/x-www-form-urlencoded' }, '/sign-out'),
        Buffer.from('next=%2F'),
        isAction,
      ),
    ).toBeNull()
  })

  test('that no page of ours sends is no call', () => {
    const calls: [Record<string, string>, Buffer][] = [
      ...[
        '',
        '{',
        'null',
        '{}',
        '["$K1"]',
        '["$1"]',
        '["$F1"]',
        '["$@1"]',
        '["$0"]',
        '["$0:0"]',
        '["$0:1"]',
        '["$B1"]',
      ].map((text): [Record<string, string>, Buffer] => [TEXT, Buffer.from(text)]),
      [{ ...TEXT, 'content-type': 'application/json' }, Buffer.from('[]')],
      [FORM, form([['_1_email', 'a@b']])],
      [
        FORM,
        form([
          ['0', '["$K1"]'],
          ['1', '"$0"'],
        ]),
      ],
      [FORM, form([['0', '["$K1"]']], '--x')],
      [{ ...FORM, 'content-type': 'multipart/form-data' }, form([['0', '["$K1"]']])],
      [PLAIN, form([['code', 'QQQQQQ']])],
      [
        PLAIN,
        form(
          [
            [`$ACTION_ID_${ID}`, ''],
            [`$ACTION_ID_${ID}`, ''],
          ]
            .map(([name = '', value = '']) => [name, value] as const)
            .concat([['$ACTION_REF_1', '']]),
        ),
      ],
      [
        PLAIN,
        form([
          ['$ACTION_REF_1', ''],
          ['$ACTION_1:0', '{'],
        ]),
      ],
      [
        PLAIN,
        form([
          ['$ACTION_REF_1', ''],
          ['$ACTION_1:0', `{"id":"${ID}","bound":"$@1"}`],
          ['$ACTION_1:1', '["$K1"]'],
        ]),
      ],
    ]
    for (const [headers, body] of calls)
      expect({ body: String(body), fault: bodyFault(asked(headers), body, isAction) }).toMatchObject({
        fault: 'no-call',
      })
    expect(bodyFault(asked({ ...TEXT, 'next-action': 'x' }), Buffer.from('[]'), isAction)).toBe('unknown-action')
    expect(bodyFault(asked(FORM), form(Array.from({ length: MOST_FIELDS + 1 }, () => ['x', ''])), isAction)).toBe(
      'too-many-fields',
    )
  })

  test('names at most so many things again, and holds at most so many values: more where its sender is known by its length', () => {
    const call = (text: string) => bodyFault(asked(TEXT), Buffer.from(text), isAction)
    const naming = (count: number) =>
      `[{"a":{"b":{}}},"$0:0:a:b",[${Array(count - 1)
        .fill('"$0:0:a"')
        .join(',')}]]`
    expect(call(naming(MOST_REFERENCES))).toBeNull()
    expect(call(naming(MOST_REFERENCES + 1))).toBe('no-call')
    expect(call(naming(68_000))).toBe('no-call')
    const holding = (count: number, text = '') =>
      `[[${Array(count - 2)
        .fill('0')
        .join(',')}${text}]]`
    expect(call(holding(MOST_VALUES.stranger))).toBeNull()
    expect(call(holding(MOST_VALUES.stranger + 1))).toBe('no-call')
    const longer = `,"${'x'.repeat(MOST_OF_A_STRANGER)}"`
    expect(call(holding(MOST_VALUES.signedIn - 1, longer))).toBeNull()
    expect(call(holding(MOST_VALUES.signedIn, longer))).toBe('no-call')
  })

  test('that the worker judges is not looked through here', () => {
    const way = '/courses/one/bring-record/file'
    const deep = Buffer.from('['.repeat(1_000_000))
    expect(bodyFault(asked({ 'content-type': 'application/json' }, way), deep, isAction)).toBeNull()
    expect(bodyFault(asked({ 'content-type': 'application/json' }, `${way}/more`), deep, isAction)).toBe('too-deep')
  })

  test('is as deep as its JSON is nested, whatever stands in its texts', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 80, withCrossShrink: true },
        fc.string(),
        fc.array(tie('any'), { maxLength: 2 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 2 }),
      ),
    })).any
    let deep = 0
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: MOST_DEPTH + 4 }), (inner, wraps) => {
        const whole = Array.from({ length: wraps }).reduce<unknown>((held) => [held], inner)
        const isDeep = depthOf(whole) > MOST_DEPTH
        deep += isDeep ? 1 : 0
        expect(isDeeper(Buffer.from(JSON.stringify(whole)))).toBe(isDeep)
      }),
      { numRuns: 300 },
    )
    expect(deep).toBeGreaterThan(5)
  })

  test('is split into the fields that the platform wrote into it', async () => {
    const name = fc.stringMatching(/^[\w$:-]{1,20}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, fc.string()), { minLength: 1, maxLength: 8 }), async (fields) => {
        const data = new FormData()
        for (const [field, value] of fields) data.append(field, value)
        const sent = new Response(data)
        const parts = partsOf(sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()), 10)
        const read = Array.isArray(parts) ? parts.map(({ name: field, content }) => [field, content.toString()]) : parts
        // A form's line breaks are written as CR and LF.
        expect(read).toEqual(
          fields.map(([field, value]) => [field, Buffer.from(value.replaceAll(/\r?\n|\r/g, '\r\n')).toString()]),
        )
      }),
      { numRuns: 60 },
    )
  })
})

test('an address outside this site is refused, and one of ours is not', () => {
  const of = (url: string, method = 'GET') => boundsRefusal({ method, url, rawHeaders: [] })?.status ?? null
  expect(['/', '/join/QQQ-QQQ?w=x', '/x?', '/x?a', `/x?${'a&'.repeat(63)}`].map((url) => of(url))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect([
    of('*'),
    of('x'),
    of('http://x/'),
    of(`/x?${'a&'.repeat(64)}`),
    of('/x', 'PUT'),
    of('/rooms/r/drafts', 'PUT'),
  ]).toEqual([405, 400, 400, 414, 405, null])
})

test('of one kind a line is written at once and then one a second, and it says of how many', () => {
  vi.useFakeTimers()
  try {
    const lines: unknown[] = []
    const warn = countedWarning<'a' | 'b'>('odd', (_, where) => lines.push(where))
    for (let at = 0; at < 40; at += 1) {
      warn('a')
      if (at === 5) warn('b')
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(5_000)
    warn('b')
    expect(lines).toEqual([
      { kind: 'a' },
      { kind: 'b' },
      { kind: 'a', more: 9 },
      { kind: 'a', more: 10 },
      { kind: 'a', more: 10 },
      { kind: 'a', more: 10 },
      { kind: 'b' },
    ])
  } finally {
    vi.useRealTimers()
  }
})

describe('of those who ask for pages', () => {
  /** Draws that end when they are told to, in lanes of three. */
  function given() {
    const lanes = new DrawingLanes({ atOnce: 3, waiting: 4, longestMs: 60_000 })
    const ends = new Map<string, () => void>()
    const begun: string[] = []
    const ask = (asker: string, page: string) =>
      lanes.run(asker, () => {
        begun.push(page)
        return new Promise((end) => ends.set(page, end))
      })
    const settle = () => new Promise((done) => setImmediate(done))
    return { ask, ends, begun, settle }
  }

  test('one who asks for more than is drawn at once waits in order, is refused when too many wait, and keeps nobody else', async () => {
    const { ask, ends, begun, settle } = given()
    const asked = Array.from({ length: 8 }, (_, at) => ask('school', `s${at}`))
    expect(await asked[7]).toBe(false)
    void ask('other', 'o0')
    expect(begun).toEqual(['s0', 's1', 's2', 'o0'])
    for (let at = 0; at < 7; at += 1) {
      ends.get(`s${at}`)?.()
      await settle()
    }
    expect(begun).toEqual(['s0', 's1', 's2', 'o0', 's3', 's4', 's5', 's6'])
    expect(await Promise.all(asked.slice(0, 7))).toEqual(Array(7).fill(true))
  })

  test('a page that fails or that nobody reads gives its place away', async () => {
    const lanes = new DrawingLanes({ atOnce: 1, waiting: 4, longestMs: 20 })
    await expect(lanes.run('a', () => Promise.reject(new Error('x')))).rejects.toThrow('x')
    void lanes.run('a', () => new Promise(() => undefined))
    expect(await lanes.run('a', () => Promise.resolve())).toBe(true)
  })
})
