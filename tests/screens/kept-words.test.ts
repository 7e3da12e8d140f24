// Every text field of a student's room, of a regrade, and of what the chair writes, keeps its words on the device: none is held by the page alone, which a reload, a sleep or another
// tab would empty.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  answerDraftKey,
  ballotDraftKey,
  checkDraftKey,
  chronicleDraftKey,
  HELP_DRAFT,
  holdsWords,
  NOTE_DRAFT,
  openingDraftKey,
  positionDraftKey,
  postKey,
  reasonDraftKey,
  reflectionDraftKey,
  regradeDraftKey,
  SOURCE_DRAFT,
  STATEMENT_DRAFT,
  talkDraftKey,
  withdrawalDraftKey,
  wordsDraftKey,
} from '#simulation/wire/draft-key'

const APP = path.resolve(import.meta.dirname, '../../app')

const OF_WORDS =
  /^(?:_chair|_room|rooms|my\/marks|activities\/\[activityId\]\/(?:grading(?=\/regrade-)|wall(?=\/[\w-]*dialog)))\/.*\.tsx$/
/** The rest of the desk, whose comment of a score is saved as its field is left, and pages that are read after a room. */
const NOT_KEEPING = /^rooms\/\[roomId\]\/(desk|stage|transcript|replay|marks|debrief)\//

const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => OF_WORDS.test(file) && !NOT_KEEPING.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(APP, file), 'utf8') }))

/** Where no word of the person's own can be lost, and why. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  search: 'looks for something in a list, and says nothing to anybody',
}

const FIELD = /<(?:TextArea|TextInput|textarea|input)\b[^>]*?\bvalue=\{([\w.]+)\}/gs
const NAMED = /(?:const|let) \[(\w+), \w+(?:, \w+)?\] = use(\w+)[(<]/g
const TAKEN_FROM = /const \{([^}]*)\} = (\w+)/g

/** Which values of a file come from the page's state and not from the device. */
function heldByThePage(text: string): readonly string[] {
  const hooks = new Map([...text.matchAll(NAMED)].map(([, name = '', hook = '']) => [name, hook]))
  const parts = new Map(
    [...text.matchAll(TAKEN_FROM)].flatMap(([, names = '', whole = '']) =>
      names.split(',').map((name) => [name.trim(), whole] as const),
    ),
  )
  return [...text.matchAll(FIELD)].flatMap(([, value = '']) => {
    const [root = ''] = value.split('.')
    const hook = hooks.get(root) ?? hooks.get(parts.get(root) ?? '')
    return hook === 'State' || hook === 'Reducer' || hook === 'Ref' ? [root] : []
  })
}

test('no text field of a student’s room, or of what the chair writes, is held by the page alone', () => {
  const fields = sources.flatMap(({ text }) => [...text.matchAll(FIELD)])
  expect(fields.length).toBeGreaterThan(8)
  // Each field says in one name what it shows, so that this law can see where that is held.
  expect(sources.flatMap(({ text }) => [...text.matchAll(/<(TextArea|TextInput|textarea|input)\b/g)]).length).toBe(
    fields.length,
  )
  const found = sources.flatMap(({ file, text }) =>
    heldByThePage(text).flatMap((value) => (value in NOT_KEPT ? [] : [`${file}: ${value}`])),
  )
  expect(found).toEqual([])
  for (const excused of Object.keys(NOT_KEPT))
    expect(sources.some(({ text }) => heldByThePage(text).includes(excused))).toBe(true)
  // No field writes into the page without a value that comes back from somewhere.
  expect(
    sources.flatMap(({ file, text }) => (/<Text(Area|Input)\b[^>]*\bdefaultValue=/s.test(text) ? [file] : [])),
  ).toEqual([])
})

test('the law sees a field that the page alone holds, whole or as a part', () => {
  const field = '<TextArea rows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />'
  expect(heldByThePage(`const [text, setText] = useState('')\n${field}`)).toEqual(['text'])
  expect(heldByThePage(`const [draft, set] = useState(EMPTY)\nconst { text } = draft\n${field}`)).toEqual(['text'])
  expect(heldByThePage(`const [text, setText] = useLocalStorage(owner, what, words, '')\n${field}`)).toEqual([])
})

test('every key of a draft is counted as words that somebody signing out would lose', () => {
  const keys = [
    ...[
      STATEMENT_DRAFT,
      HELP_DRAFT,
      SOURCE_DRAFT,
      openingDraftKey('framing'),
      wordsDraftKey(12),
      postKey(2, 'framing'),
    ],
    ...[positionDraftKey('framing', 'opening'), reflectionDraftKey(0), talkDraftKey('us'), reasonDraftKey('gap')],
    ...[checkDraftKey(4), chronicleDraftKey(null), withdrawalDraftKey(3), ballotDraftKey('gap')],
    ...[NOTE_DRAFT, answerDraftKey('h5-1'), regradeDraftKey('role')],
  ]
  expect(keys.filter((key) => !holdsWords(key))).toEqual([])
  expect(['read', 'been', 'composing', 'filing', 'known/talk/us', 'settled/statement'].filter(holdsWords)).toEqual([])
})
