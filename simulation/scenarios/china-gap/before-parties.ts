// What the code knew of the three delegations and of the essay while no plan could say it: every plan and stored scenario of that time
// is of this scenario, and is lifted with these words.

export const LOOKS = [
  { id: 'us', short: 'US', letter: 'US', shape: 'triangle', hue: 'blue' },
  { id: 'jp', short: 'Japan', letter: 'JP', shape: 'disc', hue: 'gold' },
  { id: 'cn', short: 'China', letter: 'CN', shape: 'square', hue: 'red' },
] as const

/** Its understudy never put a reason beside a bracket. */
export const DEFENDS_NO_BRACKETS = 'jp'

export const FOCUS = { members: ['us', 'jp'], name: 'the allies' } as const

export const ESSAY = {
  letter: 'E',
  title: 'Beware the US-Japan Alliance China Gap',
  author: 'Hitoshi Tanaka',
  publisher: 'Japan Center for International Exchange (JCIE), East Asia Insights, August 2023',
  date: '2023-08',
  url: 'https://www.jcie.org/analysis/east-asia-insights/eai202308/',
} as const
