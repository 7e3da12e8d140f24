/** The five shores: names, placards, seats and opening values. */
import type { Party } from '../drawn-table'

export const PARTIES: readonly Party[] = [
  {
    ...{ id: 'ar', name: 'Arnmark', short: 'Arnmark', capital: 'Arnport', letter: 'A', shape: 'cross', hue: 'violet' },
    offices: ['First Warden'],
    stands: {
      'water-share': {
        value: -2.5,
        case: 'The rivers rise with us, and whoever guards a spring may drink from it first.',
        gives: 'a measured floor below which no shore is let fall',
      },
      'ferry-timetable': {
        value: 1,
        case: 'Our one pier freezes early; we sail when the ice lets us, not when a table says.',
        gives: 'a common table from May to October',
      },
      'dredging-bill': {
        value: 2,
        case: 'We have no channel to dig and no reason to pay for one.',
        gives: 'a levy on each hull that calls at Arnport',
      },
    },
  },
  {
    ...{
      id: 'belmora',
      name: 'Belmora',
      short: 'Belmora',
      capital: 'Bela',
      letter: 'BM',
      shape: 'triangle',
      hue: 'teal',
    },
    offices: ['Chancellor', 'Minister of Fields', 'Harbour Master'],
    stands: {
      'water-share': {
        value: 2,
        case: 'A number can be planted; a promise of goodwill cannot.',
        gives: 'shares that move with the gauge, published each week',
      },
      'ferry-timetable': {
        value: -2,
        case: 'One table for the whole lake, or the small ports are served last for ever.',
        gives: 'two sailings a day that each port sets alone',
      },
      'dredging-bill': {
        value: -1.5,
        case: 'The channel is the lake’s, and so is its bill.',
        gives: 'a part for each shore by the tonnage it lands',
      },
    },
  },
  {
    ...{
      id: 'cas',
      name: 'Castrova',
      short: 'Castrova',
      capital: 'Castle Quay',
      letter: 'CA',
      shape: 'square',
      hue: 'gold',
    },
    offices: ['Governor', 'Chief Engineer'],
    stands: {
      'water-share': {
        value: 0.5,
        case: 'Half by number and half by need is how engineers sleep at night.',
        gives: 'a share that a panel of three may lift in a dry month',
      },
      'ferry-timetable': {
        value: -1,
        case: 'A table is cheap to print and dear to break; let us print it together.',
        gives: 'a common table with one port’s exception each season',
      },
      'dredging-bill': {
        value: -2.5,
        case: 'Silt does not know whose it is.',
        gives: 'equal parts, the first of them ours',
      },
    },
  },
  {
    ...{
      id: 'dunhaven',
      name: 'Dunhaven',
      short: 'Dunhaven',
      capital: 'Dun',
      letter: 'DUN',
      shape: 'disc',
      hue: 'red',
    },
    offices: ['Prime Speaker', 'Water Commissioner', 'Treasurer', 'Envoy for Trade'],
    stands: {
      'water-share': {
        value: -0.5,
        case: 'We are the last to be reached by the water and the first to be blamed for thirst.',
        gives: 'a number for the dry months alone',
      },
      'ferry-timetable': {
        value: 0,
        case: 'Trade sails by contract; a timetable may bind the state and leave the firm alone.',
        gives: 'a table for passengers, and freedom for freight',
      },
      'dredging-bill': {
        value: 1,
        case: 'Who uses the channel pays for the channel.',
        gives: 'a fund that starts with the heavy hulls',
      },
    },
  },
  {
    ...{ id: 'es', name: 'Estwick', short: 'Estwick', capital: 'Estwick', letter: 'ES', shape: 'star', hue: 'slate' },
    offices: ['Lord Mayor', 'Clerk of the Pier'],
    stands: {
      'water-share': {
        value: 3,
        case: 'We sell tickets and bottles, and both need a number on them.',
        gives: 'a quarter of the number held back for a dry year',
      },
      'ferry-timetable': {
        value: 2.5,
        case: 'Our pier lives by the tourist, and the tourist lives by the sun.',
        gives: 'the common table on working days',
      },
      'dredging-bill': {
        value: -0.5,
        case: 'We pay in proportion, and proportion is what we are here to find.',
        gives: 'a part that falls when our pier is closed',
      },
    },
  },
]
