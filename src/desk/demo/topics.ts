/** What the demonstration's releases are about. */
export const topics = [
  {
    slug: 'energy-and-climate',
    names: [
      { language: 'en', name: 'Energy and climate' },
      { language: 'nb', name: 'Energi og klima' },
      { language: 'kk', name: 'Энергетика және климат' },
      { language: 'ru', name: 'Энергетика и климат' },
    ],
  },
  {
    slug: 'trade',
    names: [
      { language: 'en', name: 'Trade' },
      { language: 'nb', name: 'Handel' },
      { language: 'kk', name: 'Сауда' },
      { language: 'ru', name: 'Торговля' },
    ],
  },
  {
    slug: 'culture-and-education',
    names: [
      { language: 'en', name: 'Culture and education' },
      { language: 'nb', name: 'Kultur og utdanning' },
      { language: 'kk', name: 'Мәдениет және білім' },
      { language: 'ru', name: 'Культура и образование' },
    ],
  },
  {
    slug: 'consular-services',
    names: [
      { language: 'en', name: 'Consular services' },
      { language: 'nb', name: 'Konsulære tjenester' },
      { language: 'kk', name: 'Консулдық қызмет' },
      { language: 'ru', name: 'Консульские услуги' },
    ],
  },
  {
    slug: 'foreign-policy',
    names: [
      { language: 'en', name: 'Foreign policy' },
      { language: 'nb', name: 'Utenrikspolitikk' },
      { language: 'kk', name: 'Сыртқы саясат' },
      { language: 'ru', name: 'Внешняя политика' },
    ],
  },
] as const
