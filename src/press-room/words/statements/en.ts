/** The longer things that the press room says of itself, in one language. */
export interface Statements {
  about: string
  follow: string
  followText: string
  topicFeeds: string
  /** Above what is there for programs. */
  programs: string
  api: string
  accessibility: string
  accessibilityText: readonly string[]
  privacy: string
  privacyText: readonly string[]
  /** Where the mission has readers counted, and where it hasn’t. */
  counted: string
  notCounted: string
  topicsText: string
  share: string
  byEmail: string
  shortLink: string
  /** The text before, and the one after. */
  earlier: string
  later: string
  related: string
}

export const en: Statements = {
  about: 'About this press room',
  follow: 'Follow the news',
  followText:
    'A feed brings each new text to your newsreader, and tells you when a text is corrected or withdrawn. You need no account, and nobody learns that you read it.',
  topicFeeds: 'Feeds by topic',
  programs: 'For programs',
  api: 'All published texts as data (OpenAPI)',
  accessibility: 'Accessibility',
  accessibilityText: [
    'Everybody should be able to use this press room. It is built to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.',
    'It can be used with a keyboard alone and with a screen reader, enlarged to 400 %, in light or dark colours, on paper, and without scripts. Nothing moves by itself.',
    'Images have a description. Documents that are attached to a text may not be accessible in every case; the text itself always is.',
    'If something can’t be used, or if you need a text in another form, tell the press contacts.',
  ],
  privacy: 'Privacy',
  privacyText: [
    'These pages set no cookies, run no scripts, and load nothing from other sites.',
    'To send you a page, the server needs the address of your connection. It is held in memory for a short time, so that nobody can overload the server, and is not stored.',
  ],
  counted:
    'The server counts how often each text is opened on a day, and from which site readers come – the name of the site only. Nothing is stored that says who read what.',
  notCounted: 'Readers are not counted.',
  topicsText: 'What the texts are about.',
  share: 'Share',
  byEmail: 'By e-mail',
  shortLink: 'Short link',
  earlier: 'Earlier',
  later: 'Later',
  related: 'On the same topics',
}
