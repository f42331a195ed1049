import type { LinkWords } from './links-en.ts'

/** Ordene om forhåndsvisning og lenker til utenforstående, på bokmål. */
export const linksNb: LinkWords = {
  previewExplains:
    'Den offentlige siden slik den ville blitt med det som er lagret nå. Det du skriver, kommer med når du lagrer.',
  previewWidth: 'Bredde',
  previewDesktop: 'Skrivebord',
  previewPhone: 'Telefon',
  previewAlone: 'Åpne siden for seg selv',
  previewFrame: 'Forhåndsvisning av den offentlige siden',
  links: 'Lenker til utenforstående',
  linksExplain:
    'En fagperson uten konto kan lese dette utkastet gjennom en hemmelig lenke og kommentere det. Hver lenke er til én person, utløper av seg selv og kan trekkes tilbake.',
  linksNone: 'Ingen utenforstående kan se dette utkastet.',
  linkMake: 'Lag en lenke',
  linkMakeTitle: 'Lag en lenke til en utenforstående',
  linkMakeExplains:
    'Den som har lenken, ser det gjeldende utkastet og filene i det, også etter endringer, og kan skrive merknader som kommer hit som kommentarer. Tidslinjen viser når den åpnes.',
  linkAddress: 'Adresse',
  linkOnce: 'Kopier den nå og send den til {name}. Den vises ikke igjen.',
  linkRecipient: 'Til hvem',
  linkRecipientHelp: 'Navn og arbeidssted. Det står på siden og ved hver merknad.',
  linkDays: 'Åpen i',
  linkState: 'Tilstand',
  linkUntil: 'Åpen til',
  linkOpened: 'Sist åpnet',
  linkNever: 'Ikke ennå',
  linkMadeBy: 'Laget av',
  linkRevoke: 'Trekk tilbake',
  linkRevokeOf: 'Trekk tilbake lenken til {name}',
  linkRevoked: 'Lenken til {name} er trukket tilbake. Den åpner ikke noe lenger.',
  'link-open': 'Åpen',
  'link-revoked': 'Trukket tilbake av {name}',
  'link-expired': 'Tiden er ute',
  'link-restricted': 'Stengt: den som laget den, skal ikke kjenne til denne teksten',
  'link-ended': 'Avsluttet: utkastet den ble laget for, er ikke lenger et utkast',
  linkGuest: '{name} (via lenke)',
  'what-make-link': 'Lenke til en utenforstående laget',
  'what-open-link': 'Lenke åpnet',
  'what-revoke-link': 'Lenke trukket tilbake',
}
