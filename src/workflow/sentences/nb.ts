import { nb as fidelity } from '../../language/fidelity/sentences/nb.ts'
import type { Member } from '../refusals.ts'
import type { Substance } from '../situation.ts'
import type { BundleState } from '../states.ts'
import { limits } from '../requirements.ts'
import type { Catalogue } from './catalogue.ts'

const found = (words: string | undefined): string => (words ? ` («${words}»)` : '')
const list = (words: readonly string[]): string =>
  new Intl.ListFormat('nb', { type: 'disjunction' }).format(words)
const all = (words: readonly string[]): string => new Intl.ListFormat('nb').format(words)
const moment = (iso: string): string =>
  `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} kl. ${iso.slice(11, 16)} UTC`

const states: Catalogue['states'] = {
  draft: 'et utkast',
  'in-review': 'til godkjenning',
  approved: 'godkjent',
  scheduled: 'tidsbestemt',
  published: 'publisert',
  withdrawn: 'trukket tilbake',
  archived: 'arkivert',
}

const substance: Record<Substance, string> = {
  number: 'tall',
  date: 'datoer',
  name: 'navn',
  negation: 'en nektelse',
  quotation: 'et sitat',
}
const bundleStates: Record<BundleState, string> = {
  open: 'åpen',
  scheduled: 'planlagt',
  published: 'publisert',
  dissolved: 'oppløst',
}
const named = ({ headline, language }: Pick<Member, 'headline' | 'language'>): string =>
  `«${headline}» (${language})`

const roles: Catalogue['roles'] = {
  editor: 'en redaktør',
  translator: 'en oversetter',
  reviewer: 'en godkjenner',
  administrator: 'en administrator',
}

const actions: Catalogue['actions'] = {
  submit: 'Send til godkjenning',
  recall: 'Hent tilbake',
  return: 'Send i retur',
  approve: 'Godkjenn',
  reopen: 'Åpne på nytt',
  schedule: 'Tidsbestem',
  unschedule: 'Fjern tidspunktet',
  miss: 'Tidspunkt ikke holdt',
  publish: 'Publiser',
  'emergency-publish': 'Nødpubliser',
  confirm: 'Bekreft',
  revise: 'Rett teksten',
  'still-right': 'Gjennomgått, fortsatt riktig',
  withdraw: 'Trekk tilbake',
  retract: 'Fjern fra presserommet',
  reinstate: 'Gjeninnsett',
  archive: 'Arkiver',
  renew: 'Bekreft som oppdatert',
  waive: 'Gjør unntak fra et varsel',
}

const inputs: Catalogue['inputs'] = {
  revision: 'Revisjon',
  note: 'Merknad',
  explanation: 'Offentlig forklaring',
  at: 'Tidspunkt for publisering',
  change: 'Type endring',
  publicNote: 'Offentlig merknad',
  reviewBy: 'Gjennomgås på nytt innen',
  requirement: 'Varsel',
  reason: 'Begrunnelse',
}

export const nb: Catalogue = {
  actions,
  states,
  roles,
  inputs,
  explains: {
    submit:
      'Sender teksten til en godkjenner. Den kan ikke endres så lenge den ligger til godkjenning.',
    recall: 'Henter teksten tilbake fra godkjenning, som utkast.',
    return: 'Sender teksten tilbake til forfatteren som utkast, med merknaden din.',
    approve:
      'Godkjenner nøyaktig denne teksten, til punkt og prikke. Enhver endring krever ny godkjenning.',
    reopen: 'Gjør teksten til et utkast igjen. Den må godkjennes på nytt.',
    schedule: 'Fastsetter når teksten skal publiseres.',
    unschedule: 'Fjerner tidspunktet for publisering. Teksten er fortsatt godkjent.',
    miss: 'Ingenting ble publisert til fastsatt tid. Teksten er godkjent igjen og venter på mennesker.',
    publish: 'Gjør den godkjente teksten offentlig med en gang, som en ny utgave.',
    'emergency-publish':
      'Gjør teksten offentlig med en gang, uten at noen har godkjent den. Begrunnelsen din blir lagret, og saken står åpen hos alle godkjennere til en annen har bekreftet den.',
    confirm:
      'Du har lest det som ble publisert i en nødssituasjon, og står inne for det med navnet ditt.',
    revise: 'Åpner et nytt utkast av teksten. Det som er offentlig, blir stående som det er.',
    'still-right':
      'Noterer at du har lest det som er offentlig, og at det fortsatt er riktig, til den dagen du oppgir. Ikke ett ord endres.',
    withdraw: 'Teksten kan fortsatt leses, under en datert offentlig merknad med forklaringen din.',
    retract: 'Fjerner teksten fra presserommet. Adressen viser bare en kort merknad.',
    reinstate:
      'Fjerner merknaden om at teksten er trukket tilbake: Den gjelder igjen, med den daterte forklaringen din under.',
    archive: 'Fjerner dette fra presserommet og stenger filene for offentligheten.',
    renew: 'Bekrefter at oversettelsen sier det samme som originalen gjør nå.',
    waive: 'Signerer et unntak fra et varsel. Unntaket faller bort så snart teksten endres.',
  },
  explainsOfTerms: {
    publish: 'Fra nå av kontrolleres tekster mot denne termen.',
    revise:
      'Åpner et nytt utkast av termen. Tekster kontrolleres mot den publiserte til neste publiseres.',
    archive: 'Tar termen ut av bruk: tekster kontrolleres ikke lenger mot den.',
  },
  refusals: {
    'unknown-here': ({ action }) => `«${actions[action]}» finnes ikke her.`,
    'wrong-state': ({ action, state }) =>
      `«${actions[action]}» er ikke mulig nå: Dette er ${states[state]}.`,
    'stale-revision': ({ seen, now }) =>
      `Dette er endret siden du åpnet det (du så revisjon ${seen}, nå er det ${now}). Se på endringene, og prøv igjen.`,
    'wrong-role': ({ roles: wanted }) =>
      `Bare ${list(wanted.map((role) => roles[role]))} kan gjøre dette. Spør en av dem.`,
    'not-own': () => 'Dette er en annens tekst. Spør forfatteren eller en redaktør.',
    'language-not-declared': ({ language }) =>
      `Du godkjenner ikke tekster på dette språket (${language}). Spør en godkjenner som gjør det.`,
    'own-work': () =>
      'Du har endret denne teksten siden den sist ble godkjent, så en annen godkjenner må godkjenne den.',
    'not-public': () => 'Ingenting av dette er offentlig, så det er ingenting å trekke tilbake.',
    'changed-since-approval': () =>
      'Det som ville blitt publisert, er ikke lenger det som ble godkjent. Åpne teksten på nytt, send den inn og få den godkjent igjen.',
    'release-not-live': () => 'Meldingen er ikke offentlig nå. Publiser meldingen først.',
    'translation-stale': () =>
      'Meldingen er endret siden oversettelsen ble laget. Åpne oversettelsen på nytt, oppdater den og bekreft den som oppdatert.',
    'translation-current': () => 'Oversettelsen er allerede oppdatert. Ingenting må bekreftes.',
    'translations-live': ({ languages }) =>
      `Oversettelsene på ${all(languages)} er offentlige. Ta dem med, eller utelat språkene for å ta hele familien.`,
    'language-not-in-family': ({ languages }) =>
      languages.length > 0
        ? `Ingenting på ${all(languages)} er offentlig i denne familien. Velg bare språk som er det.`
        : 'Velg minst ett språk, eller utelat språkene for å ta hele familien.',
    embargoed: ({ until }) => `Sperrefristen går ut ${moment(until)}. Publiser etter det.`,
    'input-missing': ({ field }) => `«${inputs[field]}» er tomt. Fyll det ut.`,
    'time-not-ahead': () => 'Tidspunktet ligger ikke fram i tid. Velg et senere tidspunkt.',
    'time-before-embargo': ({ until }) =>
      `Tidspunktet er før sperrefristen går ut (${moment(until)}). Velg et senere tidspunkt.`,
    'not-due': ({ at }) =>
      `Tidspunktet er ikke kommet ennå (${moment(at)}). Vent, eller ta tidspunktet tilbake.`,
    'time-after-end': ({ until }) =>
      `Tidspunktet er etter at teksten skal opphøre av seg selv (${moment(until)}). Velg et tidligere tidspunkt, eller endre når den opphører.`,
    'nothing-to-review': () =>
      'Ingenting sier at denne teksten må gjennomgås på nytt. Det gjenstår ingenting å gjøre.',
    'not-a-review-day': () => 'Dagen må være etter i dag og innen et år. Velg en annen dag.',
    'nothing-to-waive': () =>
      'Det finnes ikke noe slikt varsel på denne teksten. Det trengs ikke noe unntak.',
    'minor-touches': ({ touches }) =>
      `Dette berører ${all(touches.map((one) => substance[one]))}, og leserne ville ikke få vite om noe som betyr noe. Gi en begrunnelse for at endringen er liten, eller velg en stor.`,
    requirements: ({ problems }) =>
      problems.length === 1
        ? 'Én ting må rettes først.'
        : `${problems.length} ting må rettes først.`,
    'not-draft': ({ state, next }) =>
      `Dette er ${states[state]} og kan ikke endres.${next ? ` Velg «${actions[next]}» først.` : ''}`,
    'has-translations': () =>
      'Denne meldingen har oversettelser og kan derfor ikke slettes. Slett oversettelsene først.',
    'was-published': () =>
      'Dette har vært publisert og kan derfor ikke slettes. Trekk det tilbake, fjern det fra presserommet eller arkiver det.',
    busy: () => 'Noen lagrer dette akkurat nå. Vent noen sekunder, og prøv igjen.',
    'no-room': () =>
      'Ingenting kan lagres: Disken på serveren er full. Ta vare på teksten, og si fra til den som drifter serveren.',
    settled: ({ by, at }) =>
      `${by} avgjorde denne saken allerede ${moment(at)}. Det gjenstår ingenting å gjøre.`,
    'nothing-to-take-over': () =>
      'Kilden har kalt dette tilbake, så det finnes ingen ny tekst å overta. Bestem hva som skal skje med teksten her, og avslutt så saken.',
    'nothing-to-confirm': () =>
      'Ingenting her venter på bekreftelse. Det gjenstår ingenting å gjøre.',
    'own-emergency': () =>
      'Du nødpubliserte dette eller har skrevet det. Be en annen godkjenner bekrefte det.',
    'only-confirmed': () =>
      'Denne saken avgjøres bare ved å bekrefte teksten. Åpne teksten og velg «Bekreft».',
    'not-withdrawn': () =>
      'Dette er ikke trukket tilbake, så det er ingenting å gjeninnsette. Det som er fjernet, kommer tilbake som en ny utgave.',
    'note-not-yours': ({ mustFix }) =>
      mustFix
        ? 'Dette må rettes, så bare den som skrev kommentaren, kan avslutte den, eller en godkjenner som ikke har endret teksten. Svar på den, og be en av dem.'
        : 'Bare den som skrev kommentaren, de som skriver teksten, og godkjennere kan avslutte den. Svar på den, eller be en av dem.',
    'note-open': () => 'Kommentaren er allerede åpen. Det er ingenting å gjenåpne.',
    'no-draft': ({ state }) =>
      `Dette er ${states[state]}, så det finnes ikke noe utkast å vise til noen. Begynn på et nytt først.`,
    'without-you': () => 'Da stenger du deg selv ute. Ta med deg selv også.',
    'links-enough': () =>
      'Så mange lenker til denne teksten er åpne at det ikke kan lages flere. Trekk tilbake en som ikke lenger trengs.',
    'bundle-state': ({ state }) =>
      state === 'scheduled'
        ? 'Denne pakken har fått et tidspunkt. Ta tidspunktet tilbake først.'
        : `Dette er ikke mulig nå: pakken er ${bundleStates[state]}. Lag en annen pakke, eller ta stegene i rekkefølge.`,
    'bundle-held': ({ texts }) =>
      texts.length === 0
        ? 'Ingen tekst i denne pakken kan gå ut. Lag en annen pakke.'
        : `${texts.length === 1 ? 'En tekst kan ikke gå ut' : `${texts.length} tekster kan ikke gå ut`}, derfor går ingenting ut: ${all(texts.map(named))}. Rett det som står ved hver av dem, eller lag en pakke uten dem.`,
    'bundle-left': () =>
      'Teksten er tatt ut av pakken: den er ikke lenger planlagt sammen med den. Ta tilbake tidspunktet for pakken, og planlegg den på nytt.',
    'passage-gone': ({ quote }) =>
      `Ordene «${quote}» står ikke i teksten nå. Se på teksten på nytt, og velg stedet igjen.`,
    'passage-unclear': ({ quote }) =>
      `Ordene «${quote}» står mer enn ett sted i teksten. Velg et lengre utdrag.`,
  },
  findings: fidelity.findings,
  late: (due) => `Sent: det skulle skje ${moment(due)}.`,
  requirements: {
    'headline-present': () => 'Skriv en tittel.',
    'headline-length': () => `Kort ned tittelen til ${limits.headline} tegn.`,
    'lead-present': () => 'Skriv en ingress.',
    'lead-length': () => `Kort ned ingressen til ${limits.lead} tegn.`,
    'body-present': () => 'Skriv teksten.',
    'dateline-present': ({ field }) =>
      field === 'datelineDate' ? 'Oppgi dato i datolinjen.' : 'Oppgi sted i datolinjen.',
    'contact-present': () => 'Oppgi minst én kontakt.',
    'link-public': ({ found: address }) =>
      `Rett lenken${found(address)}: Den må gå til en offentlig adresse.`,
    'standing-in-language': ({ found: name }) =>
      `Skriv det faste avsnittet${found(name)} på dette språket, eller ta det ut.`,
    'no-placeholder': ({ found: words }) => `Fyll ut plassholderen${found(words)}.`,
    'one-script-per-word': ({ found: word }) =>
      `Skriv ordet på nytt${found(word)}: Det blander kyrilliske bokstaver med bokstaver fra et annet alfabet.`,
    'no-invisible-character': ({ found: name }) => `Fjern det usynlige tegnet${found(name)}.`,
    'embargo-ahead': () =>
      'Sett sperrefristen til et tidspunkt fram i tid, eller ta den bort: Slik den står, holder den ingenting tilbake.',
    'review-by-present': () =>
      'Oppgi dagen teksten skal være gjennomgått på nytt innen: Leserne retter seg etter den.',
    'review-by-ahead': () => 'Sett datoen for ny gjennomgang til en dag etter i dag, innen et år.',
    'ends-ahead': () =>
      'Sett tidspunktet da teksten opphører av seg selv, til et som ligger fram i tid, eller ta det bort.',
    'headline-of-its-own': ({ found: other }) =>
      `En annen tekst under arbeid heter nesten det samme${found(other)}. Forsikre deg om at det ikke er denne.`,
    'must-fix-resolved': ({ found: words }) =>
      `Rett det en kommentar sier må rettes${found(words)}, og få kommentaren avsluttet.`,
    'image-has-alt': ({ found: name }) =>
      `Beskriv bildet${found(name)} på dette språket: Alternativteksten må si hva det viser.`,
    'image-has-credit': ({ found: name }) => `Oppgi fotokreditering for bildet${found(name)}.`,
    'image-cleared': ({ found: name }) => `Få bildet${found(name)} klarert for publisering.`,
    'parts-published': ({ found: name }) => `Publiser dette først${found(name)}, eller ta det ut.`,
    'item-named': () => 'Skriv et navn.',
    'term-forms-agree': ({ found: form }) =>
      `Rett opp det som motsier seg selv${found(form)}: hvert språk én gang, og ingen form både riktig og forbudt.`,
    'term-days-in-order': () => 'Siste dag ligger før første. Endre en av dem.',
    'contact-reachable': () => 'Oppgi et telefonnummer eller en e-postadresse.',
    'image-described': () =>
      'Beskriv bildet: en alternativtekst som sier hva det viser, ikke et filnavn og ikke bildeteksten en gang til.',
    'image-credited': () => 'Oppgi fotokreditering.',
    'image-clearance': () => 'Bekreft at bildet er klarert for publisering.',
  },
}
