/** Reads a record that was exported as DOCX: unzips it, reads its document.xml as XML, and finds the headings and entries in it. */
import { unzipped } from './unzipped'

type Element = { name: string; attributes: string; children: (Element | string)[] }

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const unescaped = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? `?${name}?`)

/** The root of an XML text. Throws where its elements are not well nested or a sign is left over that XML does not allow. */
function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: '', children: [] }
  const open = [root]
  let at = 0
  for (const tag of text.matchAll(/<(\/?)([\w:]+)([^<>]*?)(\/?)>|<\?[^<>]*\?>/g)) {
    const between = text.slice(at, tag.index)
    if (/[<>]|&(?!(lt|gt|amp|quot|apos);)/.test(between)) throw new Error(`Not XML: ${between.slice(0, 40)}`)
    at = tag.index + tag[0].length
    const inside = open.at(-1)
    if (!inside) throw new Error('An element is closed that was not opened.')
    if (between !== '') inside.children.push(unescaped(between))
    const [, closes, name, attributes = '', empty] = tag
    if (name === undefined) continue
    if (closes) {
      if (inside.name !== name) throw new Error(`</${name}> closes <${inside.name}>.`)
      open.pop()
      continue
    }
    const element = { name, attributes, children: [] }
    inside.children.push(element)
    if (!empty) open.push(element)
  }
  const [only] = root.children
  if (open.length !== 1 || root.children.length !== 1 || typeof only !== 'object') throw new Error('Not one document.')
  return only
}

const elementsIn = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsIn(child, name)],
  )

/** The text of a paragraph as a word processor shows it. */
function shownText(element: Element): string {
  if (element.name === 'w:cr' || element.name === 'w:br') return '\n'
  // Its properties hold tab stops, which are elements of the same name as a tab.
  if (element.name === 'w:pPr') return ''
  if (element.name === 'w:tab') return '\t'
  return element.children
    .map((child) => {
      if (typeof child !== 'string') return shownText(child)
      return element.name === 'w:t' ? child : ''
    })
    .join('')
}

const styleOf = (paragraph: Element): string =>
  /w:val="(\w+)"/.exec(elementsIn(paragraph, 'w:pStyle')[0]?.attributes ?? '')?.[1] ?? ''

type DocumentRecord = { headings: string[]; entries: { no: string; words: string }[] }

export function readDocxRecord(file: Buffer): DocumentRecord {
  const found: DocumentRecord = { headings: [], entries: [] }
  for (const paragraph of elementsIn(parseXml(unzipped(file).get('word/document.xml') ?? ''), 'w:p')) {
    const text = shownText(paragraph)
    const [, no, words] = /^([a-z-]*\d+(?:-\d+)?) {2}(?:\d{1,2} \p{L}+ )?\d\d:\d\d:\d\d\t(.*)$/su.exec(text) ?? []
    if (/^Heading\d$/.test(styleOf(paragraph))) found.headings.push(text)
    else if (no && words !== undefined) found.entries.push({ no, words })
  }
  return found
}
