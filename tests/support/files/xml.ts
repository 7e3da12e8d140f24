/** Reads XML and nothing else: elements, their attributes by name, and text. It knows no format and no writer. */
export type XmlElement = {
  name: string
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const LOOSE = /[<>]|&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i

function unescaped(text: string): string {
  if (LOOSE.test(text)) throw new Error(`Not XML: ${text.slice(0, 40)}`)
  return text.replace(/&(#x?)?(\w+);/g, (_, sign: string | undefined, name: string) =>
    sign === undefined
      ? (ENTITIES[name] ?? `?${name}?`)
      : String.fromCodePoint(Number.parseInt(name, sign === '#' ? 10 : 16)),
  )
}

/** What stands in a tag after its name. Throws where anything but attributes stands there, or one twice. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const rest = text.replace(/\s([\w:.-]+)="([^"]*)"/g, (_, name: string, value: string) => {
    if (found.has(name)) throw new Error(`Twice in one element: ${name}`)
    found.set(name, unescaped(value))
    return ''
  })
  if (rest.trim() !== '') throw new Error(`Not an attribute: ${rest.trim().slice(0, 40)}`)
  return found
}

/** The root of an XML text. Throws where its elements are not well nested or a sign is left over that XML does not allow. */
export function parseXml(text: string): XmlElement {
  const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text)
  if (forbidden) throw new Error(`Not a sign of XML: ${JSON.stringify(forbidden[0])}`)
  const root: XmlElement = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  let at = 0
  for (const tag of text.matchAll(/<(\/?)([\w:]+)((?:\s[^<>"]*"[^<"]*")*\s*)(\/?)>|<\?[^<>]*\?>/g)) {
    const between = unescaped(text.slice(at, tag.index))
    at = tag.index + tag[0].length
    const inside = open.at(-1)
    if (!inside) throw new Error('An element is closed that was not opened.')
    if (between !== '') inside.children.push(between)
    const [, closes, name, attributes = '', empty] = tag
    if (name === undefined) continue
    if (closes) {
      if (inside.name !== name) throw new Error(`</${name}> closes <${inside.name}>.`)
      open.pop()
      continue
    }
    const element = { name, attributes: attributesOf(attributes), children: [] }
    inside.children.push(element)
    if (!empty) open.push(element)
  }
  const [only] = root.children
  if (open.length !== 1 || root.children.length !== 1 || typeof only !== 'object' || text.slice(at).trim() !== '')
    throw new Error('Not one document.')
  return only
}

/** The elements of this name within an element, in their order; all of them where none is named. */
export const elementsIn = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(name === undefined || child.name === name ? [child] : []), ...elementsIn(child, name)],
  )
