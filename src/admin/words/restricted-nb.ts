import type { RestrictionWords } from './restricted-en.ts'

/** Ordene om begrensede tekster, på bokmål. */
export const restrictedNb: RestrictionWords = {
  whoSees: 'Hvem ser den',
  restricted: 'Begrenset',
  restrictedTo: 'Begrenset: bare {names} skal kjenne til denne teksten.',
  seesEverybody: 'Alle ved desken ser denne pressemeldingen og oversettelsene av den.',
  restrictedSince: 'Begrenset av {name}, {at}.',
  restrictExplains:
    'Velg hvem som skal kjenne til den. For alle andre finnes den ikke, og heller ikke oversettelser, upubliserte filer, kommentarer, versjoner, tidslinje og e-post. Det som er publisert, er fortsatt offentlig.',
  restrictPeople: 'Personer som skal kjenne til den',
  restrictYou: 'deg',
  restrictDo: 'Begrens til disse personene',
  restrictChange: 'Lagre hvem som ser den',
  restrictDone: 'Bare de som er valgt, ser denne teksten nå.',
  restrictNoReviewer: 'Ingen av dem er kontrollør: ingen kan godkjenne den.',
  liftDo: 'Vis den for alle igjen',
  liftExplains:
    'Alle ved desken ser pressemeldingen, oversettelsene og tidslinjen igjen. De som var valgt, får beskjed på e-post.',
  liftReason: 'Begrunnelse',
  liftDone: 'Alle ved desken ser denne teksten igjen.',
  restrictNobody: 'En av disse personene har ingen åpen konto her. Velg på nytt.',
  restrictedAdministrators:
    'Bare en administrator ser hvilke tekster som er begrenset. Spør en av dem.',
  restrictedTexts: 'Begrensede tekster',
  restrictedExplain:
    'Du ser at det finnes en begrenset tekst og hvem som kjenner til den, men ikke noe av innholdet. Du kan oppheve en begrensning med en begrunnelse, for alle på én gang: de som er valgt, får beskjed på e-post, og tidslinjen tar vare på det.',
  restrictedNone: 'Ingen tekst er begrenset.',
  restrictedText: 'Tekst {id}',
  restrictedLift: 'Opphev begrensningen',
  'what-restrict': 'Begrenset til utvalgte personer',
  'what-lift': 'Begrensning opphevet',
  'owed-lift': 'Begrensning opphevet',
  'mailSubject-lift': 'Begrensning opphevet: {headline}',
  'mail-lift':
    '{actor} opphevet begrensningen av denne teksten ({at}). Alle ved desken ser den nå.',
}
