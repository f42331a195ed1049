import type { DemoText } from './script.ts'
import { type Calendar, h, list, p, quote } from './words.ts'

/** What lies on the desk: begun, in review, returned, approved, scheduled; none of it can be read outside. */
export function underWay({ day, on, year }: Calendar): DemoText[] {
  const conference = -8
  const scheduled = day(-5)
  scheduled.setUTCHours(8, 0, 0, 0)
  return [
    {
      key: 'scholarships',
      kind: 'press-release',
      begun: 2,
      dated: 0,
      topics: ['culture-and-education'],
      images: [],
      documents: [],
      contacts: ['press'],
      words: {
        en: {
          headline: `Talvania offers 24 scholarships for ${year(0) + 1}`,
          lead: 'Talvania doubles the number of its scholarships for students from Norway. Applications close at the end of January.',
          datelinePlace: 'Oslo',
          body: [
            p(
              'The scholarships are open to bachelor’s and master’s students of all subjects. They cover tuition, a room in a student house in Meridal and 600 euros a month.',
            ),
            list(
              '12 places in hydrology and water engineering',
              '8 places in music and the performing arts',
              '4 places in any other subject',
            ),
            p(
              'Applicants need two letters of recommendation and a page in their own words about what they hope to find. A knowledge of Talvanian isn’t asked for; a course of four weeks comes before the semester.',
            ),
            p('Interviews take place in Oslo, Bergen and Tromsø, or by video.'),
          ],
        },
      },
      script: [{ hours: 20, by: 'editor', act: 'submit' }],
    },
    {
      key: 'film-week',
      kind: 'news',
      begun: 1,
      dated: 0,
      topics: ['culture-and-education'],
      images: [],
      documents: [],
      contacts: ['press'],
      words: {
        en: {
          headline: 'Film week brings six Talvanian films to Oslo',
          lead: 'Six films from Talvania, five of them new in Norway, are shown in Oslo in the spring.',
          datelinePlace: 'Oslo',
          body: [
            p(
              'The week opens with “The Ferryman’s Ledger”, the first feature film by the documentary maker Ida Rolan, which follows one boat through one year.',
            ),
            p(
              'Times and the cinema are still being settled. All films have English subtitles; two have Norwegian ones.',
            ),
            p('After each film, somebody who worked on it answers questions.'),
          ],
        },
      },
      script: [],
    },
    {
      key: 'water-day',
      kind: 'statement',
      begun: 3,
      dated: 0,
      topics: ['energy-and-climate', 'foreign-policy'],
      images: ['lake'],
      documents: [],
      contacts: ['press'],
      words: {
        en: {
          headline: 'Statement on five years of the Lake Ossa Convention',
          lead: 'Five years ago the three countries around Lake Ossa agreed to measure its water together. Talvania looks back with gratitude, and ahead with work to do.',
          datelinePlace: 'Oslo',
          body: [
            p(
              'Since then 41 stations have reported the level, the temperature and the clearness of the lake every hour. Everybody can read the figures, and all three governments use the same ones.',
            ),
            p(
              'That sounds like little. But whoever agrees on the figures no longer needs to quarrel about them. The fishing season has been set by consent for four years running.',
            ),
            p(
              'Talvania thanks Norway, whose institutes helped to choose and to place the instruments. It invites all states with shared waters to look at what was learned, mistakes included.',
            ),
          ],
        },
      },
      script: [
        { hours: 6, by: 'editor', act: 'submit' },
        { hours: 30, by: 'reviewer', act: 'approve' },
      ],
    },
    {
      key: 'press-conference',
      kind: 'advisory',
      begun: 4,
      dated: -5,
      reviewBy: -7,
      // The day after the conference.
      ends: conference - 1,
      topics: ['energy-and-climate', 'trade'],
      images: [],
      documents: [],
      contacts: ['press'],
      words: {
        en: {
          headline: 'Media advisory: press conference with the Minister of Transport',
          lead: `Mira Hollend, Talvania’s Minister of Transport, answers questions about the electric ferries ${on('en', conference)} at 11.00 in the Embassy in Oslo.`,
          datelinePlace: 'Oslo',
          body: [
            list(
              'Doors open at 10.15; please bring a press card.',
              'Statements are in English, with interpretation into Norwegian.',
              'Photographers can be placed from 10.30.',
            ),
            p('Please register with the press section until noon of the day before.'),
          ],
        },
      },
      script: [
        { hours: 5, by: 'editor', act: 'submit' },
        { hours: 20, by: 'second', act: 'approve' },
        { hours: 1, by: 'second', act: 'schedule', with: { at: scheduled.toISOString() } },
      ],
    },
    {
      key: 'grid',
      kind: 'press-release',
      begun: 6,
      dated: 4,
      topics: ['energy-and-climate'],
      images: ['turbines'],
      documents: [],
      contacts: ['trade'],
      words: {
        en: {
          headline: 'Grid operators of Talvania and Norway exchange experience with wind power',
          lead: 'Specialists of both grid operators spent a week in Meridal comparing how they keep the grid steady when the wind drops.',
          datelinePlace: 'Meridal',
          body: [
            p(
              'Norway balances wind with water from high reservoirs. Talvania has many lakes but few heights, and relies on batteries and on customers who can wait.',
            ),
            h('What both sides take home'),
            p(
              'Talvania will try out the Norwegian way of forecasting: every quarter of an hour instead of every hour. Norway looks at Talvanian contracts with cold stores and waterworks, which switch off for a few minutes on request.',
            ),
            quote(
              'We found that our control rooms make the same jokes.',
              'Dario Venn, shift leader in Meridal',
            ),
          ],
        },
      },
      script: [
        { hours: 8, by: 'editor', act: 'submit' },
        {
          hours: 18,
          by: 'reviewer',
          act: 'return',
          with: {
            note: 'Please check with the grid operator whether Dario Venn may be quoted by name, and add the dates of the visit.',
          },
        },
      ],
    },
  ]
}
