import type { Statements } from './en.ts'

export const nb: Statements = {
  about: 'Om presserommet',
  follow: 'Følg nyhetene',
  followText:
    'En nyhetsstrøm bringer hver ny tekst til nyhetsleseren din, og sier fra når en tekst blir rettet eller trukket tilbake. Du trenger ingen konto, og ingen får vite at du leser den.',
  topicFeeds: 'Nyhetsstrømmer etter emne',
  programs: 'For programmer',
  api: 'Alle publiserte tekster som data (OpenAPI)',
  accessibility: 'Tilgjengelighet',
  accessibilityText: [
    'Alle skal kunne bruke dette presserommet. Det er laget etter retningslinjene for tilgjengelig webinnhold (WCAG) 2.2, nivå AA.',
    'Det kan brukes med bare tastatur og med skjermleser, forstørret til 400 %, i lyse eller mørke farger, på papir og uten skript. Ingenting beveger seg av seg selv.',
    'Bilder har en beskrivelse. Dokumenter som er lagt ved en tekst, er kanskje ikke alltid tilgjengelige; selve teksten er det alltid.',
    'Er det noe som ikke kan brukes, eller trenger du en tekst i en annen form, så si fra til pressekontaktene.',
  ],
  privacy: 'Personvern',
  privacyText: [
    'Disse sidene setter ingen informasjonskapsler, kjører ingen skript og henter ingenting fra andre nettsteder.',
    'For å sende deg en side trenger tjeneren adressen til forbindelsen din. Den holdes i minnet en kort stund, slik at ingen kan overbelaste tjeneren, og lagres ikke.',
  ],
  counted:
    'Tjeneren teller hvor ofte hver tekst åpnes på en dag, og hvilket nettsted leserne kommer fra – bare navnet på nettstedet. Ingenting lagres som forteller hvem som har lest hva.',
  notCounted: 'Leserne telles ikke.',
  topicsText: 'Hva tekstene handler om.',
  share: 'Del',
  byEmail: 'Med e-post',
  shortLink: 'Kort lenke',
  earlier: 'Tidligere',
  later: 'Senere',
  related: 'Om de samme emnene',
}
