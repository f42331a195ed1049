/** Whom journalists call. Numbers of eight digits that begin with 00 belong to nobody in Norway. */
export const contacts = {
  press: {
    name: 'Leda Varen',
    texts: [
      {
        language: 'en',
        title: 'Press Attaché',
        note: 'Enquiries from the media, accreditation, interviews',
      },
      {
        language: 'nb',
        title: 'Presseattaché',
        note: 'Henvendelser fra mediene, akkreditering, intervjuer',
      },
      {
        language: 'kk',
        title: 'Баспасөз атташесі',
        note: 'БАҚ сұраулары, аккредиттеу, сұхбаттар',
      },
      { language: 'ru', title: 'Пресс-атташе', note: 'Запросы СМИ, аккредитация, интервью' },
    ],
    organisation: 'Embassy of the Republic of Talvania in Norway',
    email: 'press@talvania.example',
    telephone: '+47 00 00 00 01',
    telephoneAfterHours: '+47 00 00 00 09',
    languages: ['en', 'nb', 'ru'],
  },
  consul: {
    name: 'Oskar Belin',
    texts: [
      { language: 'en', title: 'Consul', note: 'Passports, visas, help for citizens' },
      { language: 'nb', title: 'Konsul', note: 'Pass, visum, bistand til borgere' },
      { language: 'kk', title: 'Консул', note: 'Паспорттар, визалар, азаматтарға көмек' },
      { language: 'ru', title: 'Консул', note: 'Паспорта, визы, помощь гражданам' },
    ],
    organisation: 'Embassy of the Republic of Talvania in Norway',
    email: 'consul@talvania.example',
    telephone: '+47 00 00 00 02',
    telephoneAfterHours: '+47 00 00 00 08',
    languages: ['en', 'kk', 'ru'],
  },
  trade: {
    name: 'Salma Reyt',
    texts: [
      { language: 'en', title: 'Counsellor for Trade and Energy', note: '' },
      { language: 'nb', title: 'Ambassaderåd for handel og energi', note: '' },
      { language: 'kk', title: 'Сауда және энергетика жөніндегі кеңесші', note: '' },
      { language: 'ru', title: 'Советник по торговле и энергетике', note: '' },
    ],
    organisation: 'Embassy of the Republic of Talvania in Norway',
    email: 'trade@talvania.example',
    telephone: '+47 00 00 00 03',
    telephoneAfterHours: '',
    languages: ['en', 'nb', 'kk', 'ru'],
  },
}

export type ContactKey = keyof typeof contacts
