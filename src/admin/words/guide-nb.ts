import type { GuideWords } from './guide-en.ts'

/** Ordene som forklarer en tilstand, og om det første besøket, på bokmål. */
export const guideNb: GuideWords = {
  guide: 'Ditt første besøk: fem ting å prøve',
  guideExplains:
    'Dette er demonstrasjonen av en oppdiktet ambassade. Alle der har en konto; programmet oppga passordet da det startet. Logg inn som den ene etter den andre.',
  guideDone: 'gjort',
  guideOpen: 'Åpne utkastet',
  guidePutAway: 'Legg bort',
  guideGone: 'Lagt bort. Det samme står i veiledningen for redaktører.',
  'guide-write': 'Skriv: Åpne «{headline}» som redaktør, oppgi kinoen og send den til godkjenning.',
  'guide-review':
    'Gå gjennom: Åpne fanen Gjennomgang som kontrollør, kommenter det du savner, og send den tilbake eller godkjenn den.',
  'guide-publish':
    'Publiser: Når den er godkjent, publiserer du den som kontrollør og leser den i presserommet.',
  'guide-translate': 'Oversett: Begynn på den norske eller kasakhiske versjonen som oversetter.',
  'guide-correct':
    'Rett: Revider den, få den godkjent og publiser den på nytt. Oversettelsen er da utdatert, og tidslinjen forteller alt.',
  'explains-draft': 'Bare desken ser dette. Det kan endres til det sendes til godkjenning.',
  'explains-in-review':
    'En kontrollør leser dette. Det kan ikke endres før det sendes tilbake, godkjennes eller trekkes fra godkjenning.',
  'explains-approved':
    'Godkjent ord for ord, og ennå ikke offentlig. Åpne det på nytt for å endre det; da må det godkjennes igjen.',
  'explains-scheduled': 'Godkjent, og publiseres av seg selv til fastsatt tid.',
  'explains-published':
    'Offentligheten leser dette. Revider det for å rette; det offentlige står til neste utgave.',
  'explains-withdrawn': 'Offentligheten ser at det er trukket tilbake, og hvorfor.',
  'explains-archived': 'Tatt ut av presserommet. Filene kan ikke hentes lenger.',
}
