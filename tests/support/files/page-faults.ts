/** What is wrong with a page's markup by the standard alone: an id that stands twice, and what names an id that is not there. */
import { twice } from './twice'

/** Attributes that name other elements of the page by their ids, one or several. */
const NAMING = [
  ...['for', 'list', 'headers', 'form', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'],
  ...['aria-details', 'aria-activedescendant', 'aria-errormessage', 'aria-flowto', 'popovertarget'],
]
const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

type Tag = { name: string; attributes: ReadonlyMap<string, string> }

/** The elements of a page in their order. Throws where they are not nested well. */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  for (const [, closes, name = '', inside = '', empty] of html.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(\/?)>/gi,
  )) {
    if (closes) {
      const last = open.pop()
      if (last !== name) throw new Error(`</${name}> closes <${last}>.`)
      continue
    }
    tags.push({
      name,
      attributes: new Map(
        [...inside.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    })
    if (!empty && !EMPTY.test(name)) open.push(name)
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(' ')}`)
  return tags
}

export function pageFaults(html: string): string[] {
  const tags = tagsIn(html)
  const idsThere = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
  const known = new Set(idsThere)
  const named = tags.flatMap(({ name, attributes }) => [
    ...NAMING.flatMap((key) => (attributes.get(key) ?? '').split(/\s+/).map((id) => ({ name, key, id }))),
    ...[attributes.get('href') ?? '', attributes.get('xlink:href') ?? '']
      .filter((href) => href.startsWith('#'))
      .map((href) => ({ name, key: 'href', id: decodeURIComponent(href.slice(1)) })),
    ...[...attributes.values()].flatMap((value) =>
      [...value.matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => ({ name, key: 'url', id })),
    ),
  ])
  return [
    ...twice(idsThere).map((id) => `two elements are #${id}`),
    ...tags.flatMap(({ name, attributes }) => (attributes.get('id') === '' ? [`<${name}> has an empty id`] : [])),
    ...named
      .filter(({ id }) => id !== '' && !known.has(id))
      .map(({ name, key, id }) => `<${name} ${key}> names #${id}`),
  ]
}
