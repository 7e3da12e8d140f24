// What many files need to know has one file that says it: the sources are searched for a second one.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** The sources and visible words of the product, by path. */
const sources = ['app', 'server', 'simulation', 'prisma'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`.replaceAll(path.sep, '/'))
    .filter(
      (file) =>
        /\.tsx?$|^app\/_messages\/.*\.json$/.test(file) && !/^(server\/generated|simulation\/scenarios)\//.test(file),
    )
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
)

type Owned = {
  fact: string
  owner: string
  /** What says the fact, and lines that once did elsewhere. */
  pattern: RegExp
  once: readonly string[]
  /** Files that write the same for something else, and what it is. */
  besides?: Readonly<Record<string, string>>
}

const OWNED: readonly Owned[] = [
  {
    fact: 'how far the scale of positions reaches',
    owner: 'simulation/kernel/axis.ts',
    pattern: /(?<![\w.'"-])[-−]3(?![\w.])/,
    once: [
      'z.number().check(z.gte(-3), z.lte(3), z.multipleOf(0.5))',
      '{[-3, -2, -1, 0, 1, 2, 3].map((step) => (',
      '"halves": "positions go in halves, from −3 to +3",',
    ],
    besides: { 'app/page.tsx': 'the positions of an example' },
  },
  {
    fact: 'how long a minute, an hour and a day are',
    owner: 'simulation/kernel/time.ts',
    pattern: /(?<![\d_])(60_000|3_600_000|86_400(_000)?)(?![\d_])|\b24 \* 60\b/,
    once: [
      'const MINUTE_MS = 60_000',
      'const DAY_MS = 24 * 3_600_000',
      'const DAY_MS = 86_400_000',
      'maxAge: 365 * 86_400',
    ],
  },
  {
    fact: 'how a button that has nothing to do says why',
    owner: 'app/_ui/controls/button.tsx',
    pattern: /aria-disabled\b/,
    once: ['aria-disabled={first || undefined}'],
    besides: {
      'app/_ui/controls/half-stepper.tsx': 'its two buttons, which say it in the notice beneath them',
      'app/rooms/[roomId]/shell/now-action.tsx': 'the first button that can be pressed',
    },
  },
  {
    fact: 'whether something is on its way to the server',
    owner: 'app/_ui/controls/use-sending.ts',
    pattern: /\[(busy|pending|saving|sending), \w+\] = useState\(false\)/i,
    once: ['const [busy, setBusy] = useState(false)', 'const [sending, setSending] = useState(false)'],
  },
  {
    fact: 'how what scrolls is reached by keyboard',
    owner: 'app/_ui/page/scroll-region.tsx',
    pattern: /tabIndex(=\{|: )0/,
    once: ['<section className={styles.frame} aria-label={t("caption")} tabIndex={0}>'],
  },
  {
    fact: 'how a cookie of this server is named and kept',
    owner: 'server/web/site-cookie.ts',
    pattern: /same-?site|__Host-/i,
    once: [
      "const options = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() })",
      "const cookieName = () => (isSecure() ? '__Host-track-two-door' : 'track-two-door')",
    ],
    besides: {
      'app/_device/signed-in-mark.ts': 'the pages read by its name whose they are',
      'app/_ui/page/theme-switch.tsx': 'the theme, which the browser sets itself',
    },
  },
]

test.each(OWNED)('$fact is said by $owner alone', ({ owner, pattern, once, besides = {} }) => {
  for (const line of once) expect(line).toMatch(pattern)
  expect(sources.length).toBeGreaterThan(1_000)
  expect(sources.some(({ file }) => file === owner)).toBe(true)
  const found = sources.filter(({ file, text }) => file !== owner && pattern.test(text)).map(({ file }) => file)
  expect(found).toEqual(Object.keys(besides))
})

/** Commands by which a side commits itself to words. */
const COMMITS = /type: '(standOn|initialClause|answerOffer|castBallot|voteRatification)'(?! \|)/
/** What has the button that comes only once the words were in view. */
const READ_FIRST = /from '#room\/text\/(words-sheet|read-first)'/

test('what commits a side to words is sent only where the button comes after the words (L28)', () => {
  const sending = sources.filter(({ file, text }) => /^app\/.*\.tsx?$/.test(file) && COMMITS.test(text))
  expect(sending.length).toBeGreaterThan(4)
  expect(sending.filter(({ text }) => !READ_FIRST.test(text)).map(({ file }) => file)).toEqual([])
})
