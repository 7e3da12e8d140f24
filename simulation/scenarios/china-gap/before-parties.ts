// What was written into the code about the three delegations and the essay before plans and scenarios held it as data. Every plan and
// scenario stored at that time belongs to this scenario, so the lift in engine/lift-to-parties.ts adds these values to it.

export const LOOKS = [
  { id: 'us', short: 'US', letter: 'US', shape: 'triangle', hue: 'blue' },
  { id: 'jp', short: 'Japan', letter: 'JP', shape: 'disc', hue: 'gold' },
  { id: 'cn', short: 'China', letter: 'CN', shape: 'square', hue: 'red' },
] as const

/** The delegation whose understudy kept no brackets: it is lifted to `defendsBrackets: false`. */
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
