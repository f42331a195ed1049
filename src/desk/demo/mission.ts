import type { Role } from '../../workflow/states.ts'
import type { DemoLanguage } from './words.ts'

interface Mission {
  names: { language: DemoLanguage; name: string; about: string }[]
  languages: DemoLanguage[]
  defaultLanguage: DemoLanguage
  address: string
  timeZonePost: string
  timeZoneCapital: string
  colour: string
}

/** The embassy of a country that doesn't exist: nothing here can be mistaken for a real statement. */
export const mission: Mission = {
  names: [
    {
      language: 'en',
      name: 'Embassy of the Republic of Talvania in Norway',
      about:
        'The Embassy of the Republic of Talvania in Oslo represents Talvania in Norway and assists Talvanian citizens there. Talvania is an invented country: this press room shows what Communiqué can do.',
    },
    {
      language: 'nb',
      name: 'Republikken Talvanias ambassade i Norge',
      about:
        'Republikken Talvanias ambassade i Oslo representerer Talvania i Norge og bistår talvanske borgere her. Talvania er et oppdiktet land: Dette presserommet viser hva Communiqué kan.',
    },
    {
      language: 'kk',
      name: 'Талвания Республикасының Норвегиядағы Елшілігі',
      about:
        'Талвания Республикасының Ослодағы Елшілігі Норвегияда Талванияның мүддесін білдіреді және Талвания азаматтарына көмек көрсетеді. Талвания – ойдан шығарылған ел: бұл баспасөз бөлмесі Communiqué жүйесінің мүмкіндіктерін көрсетеді.',
    },
    {
      language: 'ru',
      name: 'Посольство Республики Талвания в Норвегии',
      about:
        'Посольство Республики Талвания в Осло представляет Талванию в Норвегии и оказывает помощь гражданам Талвании. Талвания – вымышленная страна: эта пресс-служба показывает возможности Communiqué.',
    },
  ],
  languages: ['en', 'nb', 'kk', 'ru'],
  defaultLanguage: 'en',
  address: 'Example Street 1\n0000 Oslo\nNorway',
  timeZonePost: 'Europe/Oslo',
  timeZoneCapital: 'Asia/Almaty',
  colour: '#0f4c5c',
}

export const source: Readonly<Record<DemoLanguage, string>> = {
  en: 'Embassy of the Republic of Talvania in Norway',
  nb: 'Republikken Talvanias ambassade i Norge',
  kk: 'Талвания Республикасының Норвегиядағы Елшілігі',
  ru: 'Посольство Республики Талвания в Норвегии',
}

export interface DemoAccount {
  email: string
  name: string
  roles: Role[]
  writes: DemoLanguage[]
  reviews: DemoLanguage[]
}

const every: DemoLanguage[] = ['en', 'nb', 'kk', 'ru']

/** Who works at this embassy. Two reviewers, so that one can correct what the other approves. */
export const accounts = {
  editor: {
    email: 'editor@demo.example',
    name: 'Leda Varen',
    roles: ['editor'],
    writes: ['en'],
    reviews: [],
  },
  translator: {
    email: 'translator@demo.example',
    name: 'Timo Salen',
    roles: ['translator'],
    writes: ['nb', 'kk', 'ru'],
    reviews: [],
  },
  reviewer: {
    email: 'reviewer@demo.example',
    name: 'Ana Korvin',
    roles: ['reviewer'],
    writes: [],
    reviews: every,
  },
  second: {
    email: 'second.reviewer@demo.example',
    name: 'Jonas Metz',
    roles: ['reviewer'],
    writes: [],
    reviews: every,
  },
  admin: {
    email: 'admin@demo.example',
    name: 'Rhea Orlan',
    roles: ['administrator'],
    writes: [],
    reviews: [],
  },
} satisfies Record<string, DemoAccount>

export type Account = keyof typeof accounts
