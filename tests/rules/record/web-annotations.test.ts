// What stands beside a record as Web Annotations, the W3C's form for other programs (D28, D30).
import { expect, test } from 'vitest'
import { z } from 'zod'
import { threadsInFile } from '#simulation/reading/record/annotations'
import { webAnnotations } from '#simulation/reading/record/web-annotations'

test('D28 D30 as Web Annotations the quoted words stand where the selector says, and a hidden comment is not among them', () => {
  const comment = (id: string, hidden: string | null) => ({
    ...{ id, own: false, name: 'Mei Castellano', isStaff: false, text: `word-${id}`, at: 0, hidden },
  })
  const thread = {
    ...{
      id: 'one',
      entry: '41',
      isSpanGone: false,
      for: 'class' as const,
      tags: ['pivot'],
      exemplar: false,
      mayAnswer: true,
    },
    span: { quote: 'a price', offset: 8 },
    comments: [comment('told', null), comment('kept', 'Off the point.')],
  }
  // A sign of two units stands before it: the model counts code points.
  const words = 'Notic\u{20BB7} a price, not a price.'
  const file = webAnnotations(threadsInFile([thread], { kind: 'class' }, { kind: 'chair' }), {
    entryAt: (no) => `https://college.example/e${no}`,
    nameOf: ({ name }) => name ?? '',
    wordsAt: () => words,
  })
  expect(file).not.toContain('word-kept')
  const { total, first } = collection.parse(JSON.parse(file))
  expect(total).toBe(1)
  const [{ target, body } = { target: null, body: [] }] = first.items
  expect(target?.source).toBe('https://college.example/e41')
  const [quote, position] = target?.selector ?? []
  expect([...words].slice(position?.start, position?.end).join('')).toBe(quote?.exact)
  expect(body.map(({ purpose, value }) => [purpose, value])).toEqual([
    ['commenting', 'word-told'],
    ['tagging', 'pivot'],
  ])
})

const collection = z.object({
  type: z.literal('AnnotationCollection'),
  total: z.number(),
  first: z.object({
    items: z.array(
      z.object({
        body: z.array(z.object({ purpose: z.string(), value: z.string() })),
        target: z.object({
          source: z.string(),
          selector: z.array(
            z.object({ exact: z.string().optional(), start: z.number().optional(), end: z.number().optional() }),
          ),
        }),
      }),
    ),
  }),
})
