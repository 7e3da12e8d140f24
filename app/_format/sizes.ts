// Sizes of files, disks and memory, in the reader's words.

/** As in 1.9 MB or 240 GB. */
export function sizeWords(locale: string, bytes: number): string {
  const [unit, of] =
    bytes >= 1e9
      ? (['gigabyte', 1e9] as const)
      : bytes >= 1e6
        ? (['megabyte', 1e6] as const)
        : (['kilobyte', 1e3] as const)
  const value = bytes / of
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
