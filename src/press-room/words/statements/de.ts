import type { Statements } from './en.ts'

export const de: Statements = {
  about: 'Über diesen Presseraum',
  follow: 'Nachrichten abonnieren',
  followText:
    'Ein Newsfeed bringt jeden neuen Text in Ihr Leseprogramm und meldet, wenn ein Text berichtigt oder zurückgezogen wird. Sie brauchen kein Konto, und niemand erfährt, dass Sie ihn lesen.',
  topicFeeds: 'Newsfeeds nach Thema',
  programs: 'Für Programme',
  api: 'Alle veröffentlichten Texte als Daten (OpenAPI)',
  accessibility: 'Barrierefreiheit',
  accessibilityText: [
    'Alle sollen diesen Presseraum nutzen können. Er ist nach den Richtlinien für barrierefreie Webinhalte (WCAG) 2.2, Stufe AA, gebaut.',
    'Er lässt sich allein mit der Tastatur und mit einem Bildschirmleser bedienen, auf 400 % vergrößern, in hellen oder dunklen Farben, auf Papier und ohne Skripte lesen. Nichts bewegt sich von selbst.',
    'Bilder haben eine Beschreibung. Dokumente, die einem Text beiliegen, sind vielleicht nicht immer barrierefrei; der Text selbst ist es immer.',
    'Wenn sich etwas nicht nutzen lässt oder Sie einen Text in anderer Form brauchen, sagen Sie es den Pressekontakten.',
  ],
  privacy: 'Datenschutz',
  privacyText: [
    'Diese Seiten setzen keine Cookies, führen keine Skripte aus und laden nichts von anderen Websites.',
    'Um Ihnen eine Seite zu senden, braucht der Server die Adresse Ihrer Verbindung. Sie bleibt kurze Zeit im Arbeitsspeicher, damit niemand den Server überlasten kann, und wird nicht gespeichert.',
  ],
  counted:
    'Der Server zählt, wie oft jeder Text an einem Tag geöffnet wird und von welcher Website die Leser kommen – nur den Namen der Website. Es wird nichts gespeichert, was sagt, wer was gelesen hat.',
  notCounted: 'Leser werden nicht gezählt.',
  topicsText: 'Wovon die Texte handeln.',
  share: 'Teilen',
  byEmail: 'Per E-Mail',
  shortLink: 'Kurzlink',
  earlier: 'Früher',
  later: 'Später',
  related: 'Zu denselben Themen',
}
