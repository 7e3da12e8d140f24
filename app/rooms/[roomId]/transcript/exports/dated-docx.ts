// A DOCX whose own dates are those of the record.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const PROPERTIES = 'docProps/core.xml'

/** The file as if it had been made when the record begins, so that a publication does not say when it was made. */
export function datedAs(bytes: Uint8Array, from: number): Uint8Array<ArrayBuffer> {
  const { [PROPERTIES]: properties, ...parts } = unzipSync(bytes)
  if (!properties) throw new Error(`${PROPERTIES} is not in the file any more.`)
  const dated = strFromU8(properties).replaceAll(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${new Date(from).toISOString()}`,
  )
  return new Uint8Array(zipSync({ ...parts, [PROPERTIES]: strToU8(dated) }, { mtime: from }))
}
