// The sentence for a fault in a record's file, with its place. `t` translates the namespace `bring-record`.
import type { Translate } from '#format/translate'
import type { RecordFault } from '#simulation/reading/record/record-fault'
import { RECORD_VERSION } from '#simulation/reading/record/record-file'

export function faultSentence(
  t: Translate<'bring-record'>,
  { fault, line, row, about }: RecordFault,
  most: number,
): string {
  return t(`fault.${fault}`, {
    place: placeOf(t, line, row),
    line: line ?? 'none',
    about: about ?? 'none',
    version: RECORD_VERSION,
    most,
  })
}

function placeOf(t: Translate<'bring-record'>, line: number | null, row: number | null): string {
  if (row !== null) return line === null ? t('place.row', { row }) : t('place.rowAndLine', { row, line })
  return line === null ? t('place.head') : t('place.line', { line })
}
