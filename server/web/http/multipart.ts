/** Splits a multipart body into its fields, as strictly as browsers write it. It decodes nothing. */

export type Part = { name: string; isFile: boolean; content: Buffer }

const BOUNDARY = /;\s*boundary=(?:"([^"\r\n]{1,200})"|([^\s;,"]{1,200}))/i
const NAME = /\r\ncontent-disposition:\s*form-data;(?:[^\r\n]*;)?\s*name="([^"\r\n]{0,300})"/i
const LONGEST_HEAD = 2_000

/**
 * The fields of `body`, at most `most`; `many` where there are more, null where it is no whole multipart body with a boundary that
 * `contentType` names.
 */
export function partsOf(contentType: string, body: Buffer, most: number): Part[] | 'many' | null {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return null
  const line = Buffer.from(`--${boundary}`)
  if (!body.subarray(0, line.length).equals(line)) return null
  const between = Buffer.from(`\r\n--${boundary}`)
  const parts: Part[] = []
  let from = line.length
  while (!isEnd(body, from)) {
    const to = body.indexOf(between, from)
    if (to === -1) return null
    if (parts.length === most) return 'many'
    const part = partOf(body.subarray(from, to))
    if (!part) return null
    parts.push(part)
    from = to + between.length
  }
  return parts
}

/** After the last boundary stand two hyphens, and at most a line break. */
const isEnd = (body: Buffer, at: number): boolean => /^--(?:\r\n)?$/.test(body.toString('latin1', at, at + 5))

/** A part with its head, from the line break behind its boundary. */
function partOf(bytes: Buffer): Part | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1 || headEnd > LONGEST_HEAD) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const name = NAME.exec(head)?.[1]
  return name === undefined
    ? null
    : { name, isFile: /;\s*filename\*?=/i.test(head), content: bytes.subarray(headEnd + 4) }
}
