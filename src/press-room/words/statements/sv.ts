import type { Statements } from './en.ts'

export const sv: Statements = {
  about: 'Om pressrummet',
  follow: 'Följ nyheterna',
  followText:
    'Ett nyhetsflöde hämtar varje ny text till din nyhetsläsare och berättar när en text rättas eller dras tillbaka. Du behöver inget konto, och ingen får veta att du läser det.',
  topicFeeds: 'Nyhetsflöden efter ämne',
  programs: 'För program',
  api: 'Alla publicerade texter som data (OpenAPI)',
  accessibility: 'Tillgänglighet',
  accessibilityText: [
    'Alla ska kunna använda det här pressrummet. Det är gjort enligt riktlinjerna för tillgängligt webbinnehåll (WCAG) 2.2, nivå AA.',
    'Det kan användas med enbart tangentbord och med skärmläsare, förstorat till 400 %, i ljusa eller mörka färger, på papper och utan skript. Inget rör sig av sig självt.',
    'Bilder har en beskrivning. Dokument som är bifogade till en text är kanske inte alltid tillgängliga; själva texten är det alltid.',
    'Om något inte går att använda, eller om du behöver en text i en annan form, hör av dig till presskontakterna.',
  ],
  privacy: 'Integritet',
  privacyText: [
    'De här sidorna sätter inga kakor, kör inga skript och hämtar ingenting från andra webbplatser.',
    'För att skicka en sida till dig behöver servern adressen till din anslutning. Den hålls i minnet en kort stund, så att ingen kan överbelasta servern, och sparas inte.',
  ],
  counted:
    'Servern räknar hur ofta varje text öppnas under en dag och vilken webbplats läsarna kommer från – bara webbplatsens namn. Ingenting sparas som säger vem som har läst vad.',
  notCounted: 'Läsarna räknas inte.',
  topicsText: 'Vad texterna handlar om.',
  share: 'Dela',
  byEmail: 'Med e-post',
  shortLink: 'Kort länk',
  earlier: 'Tidigare',
  later: 'Senare',
  related: 'Om samma ämnen',
}
