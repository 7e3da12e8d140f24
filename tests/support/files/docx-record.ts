/** Reads a record that was exported as DOCX: unzips it, reads its document.xml as XML, and finds the headings and entries in it. */
import { unzipped } from './unzipped'
import { elementsIn, parseXml, type XmlElement } from './xml'

/** The text of a paragraph as a word processor shows it. */
function shownText(element: XmlElement): string {
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

const styleOf = (paragraph: XmlElement): string => elementsIn(paragraph, 'w:pStyle')[0]?.attributes.get('w:val') ?? ''

type DocumentRecord = { headings: string[]; entries: { no: string; words: string }[] }

export function readDocxRecord(file: Buffer): DocumentRecord {
  const found: DocumentRecord = { headings: [], entries: [] }
  for (const paragraph of elementsIn(parseXml(unzipped(file).get('word/document.xml') ?? ''), 'w:p')) {
    const text = shownText(paragraph)
    const [, no, words] =
      /^([a-z-]*\d+(?:-\d+)?(?:\.\d+)?) {2}(?:\d{1,2} \p{L}+ )?\d\d:\d\d:\d\d\t(.*)$/su.exec(text) ?? []
    if (/^Heading\d$/.test(styleOf(paragraph))) found.headings.push(text)
    else if (no && words !== undefined) found.entries.push({ no, words })
  }
  return found
}
