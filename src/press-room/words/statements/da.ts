import type { Statements } from './en.ts'

export const da: Statements = {
  about: 'Om presserummet',
  follow: 'Følg nyhederne',
  followText:
    'Et nyhedsfeed bringer hver ny tekst til din nyhedslæser og fortæller, når en tekst bliver rettet eller trukket tilbage. Du behøver ingen konto, og ingen får at vide, at du læser det.',
  topicFeeds: 'Nyhedsfeeds efter emne',
  programs: 'Til programmer',
  api: 'Alle offentliggjorte tekster som data (OpenAPI)',
  accessibility: 'Tilgængelighed',
  accessibilityText: [
    'Alle skal kunne bruge dette presserum. Det er lavet efter retningslinjerne for tilgængeligt webindhold (WCAG) 2.2, niveau AA.',
    'Det kan bruges med tastatur alene og med skærmlæser, forstørret til 400 %, i lyse eller mørke farver, på papir og uden scripts. Intet bevæger sig af sig selv.',
    'Billeder har en beskrivelse. Dokumenter, der er vedlagt en tekst, er måske ikke altid tilgængelige; selve teksten er det altid.',
    'Er der noget, der ikke kan bruges, eller har du brug for en tekst i en anden form, så sig det til pressekontakterne.',
  ],
  privacy: 'Privatliv',
  privacyText: [
    'Disse sider sætter ingen cookies, kører ingen scripts og henter intet fra andre websteder.',
    'For at sende dig en side har serveren brug for adressen på din forbindelse. Den holdes kortvarigt i hukommelsen, så ingen kan overbelaste serveren, og gemmes ikke.',
  ],
  counted:
    'Serveren tæller, hvor ofte hver tekst åbnes på en dag, og hvilket websted læserne kommer fra – kun webstedets navn. Der gemmes intet, som fortæller, hvem der har læst hvad.',
  notCounted: 'Læserne tælles ikke.',
  topicsText: 'Hvad teksterne handler om.',
  share: 'Del',
  byEmail: 'Med e-mail',
  shortLink: 'Kort link',
  earlier: 'Tidligere',
  later: 'Senere',
  related: 'Om de samme emner',
}
