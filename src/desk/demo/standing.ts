/** What the demonstration keeps once: a paragraph for the end of texts, a text to begin with, and a name. */

export const standingParagraph = {
  name: 'Consular emergency number',
  wordings: [
    {
      language: 'en',
      words:
        'In an emergency abroad, Talvanian citizens reach the Embassy day and night on +47 00 10 01 10.',
    },
    {
      language: 'nb',
      words: 'Talvanske borgere når ambassaden døgnet rundt i nødstilfeller på +47 00 10 01 10.',
    },
    {
      language: 'kk',
      words:
        'Шетелде төтенше жағдайға тап болған Талвания азаматтары елшілікке тәулік бойы +47 00 10 01 10 нөмірі бойынша хабарласа алады.',
    },
    {
      language: 'ru',
      words:
        'В чрезвычайной ситуации за рубежом граждане Талвании могут круглосуточно звонить в посольство: +47 00 10 01 10.',
    },
  ],
}

/** Its marked places have to be filled in before it can be submitted. */
export const visitTemplate = {
  name: 'Visit of a minister',
  language: 'en',
  kind: 'press-release',
  headline: '[NAME] visits [PLACE]',
  lead: '[NAME], [TITLE], visits [PLACE] on [DATE].',
  datelinePlace: 'Oslo',
  paragraphs: [
    'The visit begins on [DATE] at [TIME] with talks on [TEXT].',
    'Journalists are asked to register with the press office by [DATE].',
  ],
}

export const term = {
  kind: 'person',
  forms: [
    { language: 'en', form: 'Ilan Torvay' },
    { language: 'nb', form: 'Ilan Torvay' },
    { language: 'kk', form: 'Илан Торвай' },
    { language: 'ru', form: 'Илан Торвай', forbidden: ['Илан Торвэй'] },
  ],
  note: 'The ambassador; so he writes himself.',
  source: 'Ministry of Foreign Affairs of Talvania',
}
