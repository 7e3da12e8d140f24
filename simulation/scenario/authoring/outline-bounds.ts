// How much an outline holds at most. The form in which it is written stops at the same bounds.

export const OUTLINE_MOST = {
  sources: 8,
  parties: 8,
  offices: 8,
  tensions: 8,
  /** The words of an office's charge, which is read in a minute. */
  chargeWords: 150,
  /** Letters of a title, a name or an author. */
  label: 200,
  /** Letters of a question or a charge. */
  prose: 4000,
  /** Letters of an end of a scale. */
  end: 160,
  /** Letters of a party's short name. */
  short: 20,
  /** Letters of a party's mark. */
  mark: 3,
  /** Letters of a web address. */
  url: 300,
} as const
