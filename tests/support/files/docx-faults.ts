/** What is wrong with a DOCX file by the standard that every word processor reads (ECMA-376): its parts, what they name, and their links. */
import path from 'node:path'
import { twice } from './twice'
import { unzipped } from './unzipped'
import { elementsIn, parseXml, type XmlElement } from './xml'

export function docxFaults(file: Buffer): string[] {
  const parts = unzipped(file)
  const read = new Map<string, XmlElement>()
  const faults: string[] = []
  for (const [name, text] of parts) {
    if (!/\.(xml|rels)$/.test(name)) continue
    try {
      read.set(name, parseXml(text))
    } catch (error) {
      faults.push(`${name}: ${String(error)}`)
    }
  }
  const types = read.get('[Content_Types].xml')
  const typed = new Set(types ? elementsIn(types, 'Override').map((one) => one.attributes.get('PartName')) : [])
  const endings = new Set(types ? elementsIn(types, 'Default').map((one) => one.attributes.get('Extension')) : [])
  for (const name of parts.keys())
    if (name !== '[Content_Types].xml' && !typed.has(`/${name}`) && !endings.has(name.slice(name.lastIndexOf('.') + 1)))
      faults.push(`${name} has no type`)
  for (const [name, root] of read) {
    const relations = read.get(`${path.dirname(name)}/_rels/${path.basename(name)}.rels`)
    const known = new Set(relations ? elementsIn(relations).map((one) => one.attributes.get('Id')) : [])
    for (const { attributes } of elementsIn(root)) {
      const named = attributes.get('r:id')
      if (named !== undefined && !known.has(named)) faults.push(`${name} names ${named}, which nothing is`)
    }
    if (name.endsWith('.rels')) faults.push(...relationFaults(name, root, parts))
  }
  const body = read.get('word/document.xml')
  return body ? [...faults, ...placeFaults(body)] : [...faults, 'There is no word/document.xml']
}

function relationFaults(name: string, root: XmlElement, parts: ReadonlyMap<string, string>): string[] {
  const relations = elementsIn(root, 'Relationship').map((one) => one.attributes)
  const from = path.dirname(path.dirname(name))
  const targets = relations.flatMap((one) => (one.get('TargetMode') === 'External' ? [] : (one.get('Target') ?? '')))
  return [
    ...twice(relations.map((one) => one.get('Id') ?? '')).map((id) => `${name} has ${id} twice`),
    ...targets
      .map((target) => (target.startsWith('/') ? target.slice(1) : path.normalize(`${from}/${target}`)))
      .filter((target) => !parts.has(target))
      .map((target) => `${name} leads to ${target}, which is not there`),
  ]
}

/** Bookmarks have a name and a number of their own, each ends once, and what leads to one finds it. */
function placeFaults(body: XmlElement): string[] {
  const starts = elementsIn(body, 'w:bookmarkStart').map((one) => one.attributes)
  const names = starts.map((one) => one.get('w:name') ?? '')
  const ids = starts.map((one) => one.get('w:id') ?? '')
  const ends = elementsIn(body, 'w:bookmarkEnd').map((one) => one.attributes.get('w:id') ?? '')
  const links = elementsIn(body, 'w:hyperlink').flatMap((one) => one.attributes.get('w:anchor') ?? [])
  return [
    ...twice(names).map((name) => `two bookmarks are called ${name}`),
    ...twice(ids).map((id) => `two bookmarks have the number ${id}`),
    ...(ends.toSorted().join() === ids.toSorted().join() ? [] : ['the bookmarks that end are not those that start']),
    // What Word's dialog takes: a letter, then letters, digits and underscores, forty in all.
    ...names.filter((name) => !/^\p{L}[\p{L}\p{N}_]{0,39}$/u.test(name)).map((name) => `no bookmark may be ${name}`),
    ...links.filter((to) => !names.includes(to)).map((to) => `a link leads to ${to}, which is not there`),
  ]
}
