import type { Statements } from './en.ts'

export const nn: Statements = {
  about: 'Om presserommet',
  follow: 'Følg nyhenda',
  followText:
    'Ein nyhendestraum kjem med kvar ny tekst til nyhendelesaren din, og seier frå når ein tekst blir retta eller trekt tilbake. Du treng ingen konto, og ingen får vite at du les han.',
  topicFeeds: 'Nyhendestraumar etter emne',
  programs: 'For program',
  api: 'Alle publiserte tekstar som data (OpenAPI)',
  accessibility: 'Tilgjenge',
  accessibilityText: [
    'Alle skal kunne bruke dette presserommet. Det er laga etter retningslinjene for tilgjengeleg webinnhald (WCAG) 2.2, nivå AA.',
    'Det kan brukast med berre tastatur og med skjermlesar, forstørra til 400 %, i lyse eller mørke fargar, på papir og utan skript. Ingenting rører seg av seg sjølv.',
    'Bilete har ei skildring. Dokument som er lagde ved ein tekst, er kanskje ikkje alltid tilgjengelege; sjølve teksten er det alltid.',
    'Er det noko som ikkje kan brukast, eller treng du ein tekst i ei anna form, så sei frå til pressekontaktane.',
  ],
  privacy: 'Personvern',
  privacyText: [
    'Desse sidene set ingen informasjonskapslar, køyrer ingen skript og hentar ingenting frå andre nettstader.',
    'For å sende deg ei side treng tenaren adressa til sambandet ditt. Ho blir halden i minnet ei kort stund, slik at ingen kan overlaste tenaren, og blir ikkje lagra.',
  ],
  counted:
    'Tenaren tel kor ofte kvar tekst blir opna på ein dag, og kva nettstad lesarane kjem frå – berre namnet på nettstaden. Ingenting blir lagra som fortel kven som har lese kva.',
  notCounted: 'Lesarane blir ikkje talde.',
  topicsText: 'Kva tekstane handlar om.',
  share: 'Del',
  byEmail: 'Med e-post',
  shortLink: 'Kort lenkje',
  earlier: 'Tidlegare',
  later: 'Seinare',
  related: 'Om dei same emna',
}
