import type { Language } from './languages.ts'

/**
 * Frequent words by the languages in which they are words. A word stands in one row: of all languages of which it is
 * a common word, so that what it speaks against is known too. Proof-read by language: search the rows for its tag.
 */
const rows: readonly (readonly [languages: string, words: string])[] = [
  // English, French, Spanish, German
  [
    'en',
    'the of and with from by which this these those their they them been were would could should about into between through during while where when whose also such other more most than only both each after before because against under within without our your its his she you we has have had being will shall must said says it is are that there what who how not but if then here new between upon toward towards further including year years people country countries government cooperation agreement meeting development support relations minister’s',
  ],
  ['en de', 'was an'],
  ['en nb nn da sv', 'for over under'],
  ['en nb da nn', 'all den same last'],
  ['en de', 'all'],
  ['en sv', 'all'],
  ['en fr', 'on'],
  ['en nn', 'me'],
  ['en es nb nn da sv', 'do'],
  ['nb nn da sv en', 'time back'],
  ['en es fr', 'on'],
  ['en fr', 'or'],
  [
    'en',
    'me he him his my your them can could may might do does did done make made because well very now some any much many first last next all just like over back down out up off still even way take been again same since until whether however among across',
  ],
  ['en de nb nn da sv', 'so'],
  ['en es', 'no'],
  ['en nb', 'at'],
  ['en sv nb da', 'her'],
  ['en nb nn da', 'to'],
  ['en es de', 'as'],
  [
    'fr',
    'le les des du et une dans pour par sur avec qui que est sont été ont cette ces ses leurs leur aux ainsi entre nous vous ils elle elles mais plus pas aussi lors afin dont où comme même tous toute toutes après avant depuis pendant sous sans entre très être avoir fait faire deux ou il au ce cet son sa mais nos notre votre vos cela celui celle ceux peut doit pays réunion coopération développement relations ministre années année premier première',
  ],
  [
    'es',
    'el los las del y una con por para que es son fue fueron ha han este esta estos estas su sus más como pero también entre sobre sin desde hasta durante cuando donde muy ser hay nos nuestro nuestra nuestros lo al o ya así tras según ante contra cada otro otros otra otras dos años año países país cooperación desarrollo gobierno reunión relaciones primer primera parte está están sido puede deben además',
  ],
  ['fr es', 'la me te tu'],
  ['fr es de', 'es'],
  ['fr es en', 'a'],
  ['fr nb nn da sv', 'en'],
  ['fr es da', 'se'],
  ['fr nn da nb', 'et'],
  ['es fr nb nn da sv de', 'de'],
  ['fr de es', 'un'],
  [
    'de',
    'und die das der des dem den ein eine einer einem einen eines ist sind war waren wird werden wurde wurden hat haben hatte hatten nicht auch auf aus bei mit nach von vor zu zum zur über unter zwischen durch für gegen ohne um sich er sie wir ihr ihre ihren ihrer sein seine seiner seinen dass daß wenn aber oder als wie noch nur mehr sowie sondern kann können soll sollen müssen muss diese dieser dieses diesem diesen jahr jahre jahren heute im am ins vom beim bis seit während weitere anderen andere beiden zwei ich uns unsere unser unseren es gibt sehr hier dort bereits worden insbesondere zusammenarbeit',
  ],
  ['de nb nn da', 'alle'],
  ['de sv', 'bis'],
  ['de nb nn', 'da'],
  ['de nb da sv', 'vil'],
  // The Nordic four
  [
    'nb nn da',
    'og er på til med som om har kan skal ved i sin de den det alle mot mellom andre to tre nye ny',
  ],
  [
    'nb',
    'av ikke fra være vært var ble blir blitt etter mellom hvor hva hvem hvordan hvilken hvilke når nå noe noen også seg meg deg oss jeg deres hennes denne dette disse skulle ville kunne måtte må både gjennom mens fordi siden uten under hvis slik slike samt samtidig blant annet begge enn mer mest flere fleste fram frem bare eller men han hun vi dere fikk får gi gir gikk går sier sa sitt sine landet landene møtet samarbeidet regjeringen utviklingen hverandre første viktig viktige ønsker mulig arbeidet',
  ],
  [
    'nn',
    'ikkje eg ein eit ei dei desse vart vere vore vera korleis kva kven kvar kvifor når nokon noko nokre frå meir mest fleire medan berre sjølv sjølve òg også seg meg deg oss me dykk dykkar deira hennar ho gjennom utan saman etter mellom kjem kome koma gjer gjere gjorde seier sa skulle ville kunne måtte må både eller men samt samstundes dermed difor derfor fyrst første fyrste viktige viktig ynskjer ønskjer landa landet møtet samarbeidet regjeringa utviklinga kvarandre såg òg heile heilt mykje mange no enno korkje verken tilhøvet tilhøva høve',
  ],
  [
    'nb nn',
    'av under seg meg deg oss også gjennom samarbeidet både skulle ville kunne måtte må eller men samt viktig viktige mest landet møtet arbeidet mellom etter derfor siden norske norsk',
  ],
  ['nb nn sv', 'av'],
  [
    'da',
    'af ikke fra være været blev bliver blevet efter mellem hvor hvad hvem hvordan hvilken hvilke hvilket når nu noget nogle nogen også sig mig dig jer jeg deres hendes denne dette disse skulle ville kunne måtte må både gennem mens fordi siden uden under hvis sådan samt samtidig blandt andet begge end mere mest flere fleste frem kun eller men han hun vi fik får giver gav går siger sagde sit sine landet landene mødet samarbejdet regeringen udviklingen hinanden første vigtig vigtige ønsker muligt arbejdet at hvert hver meget mange godt dog igen op ud ind eneste kl sidste år ligesom herunder derfor',
  ],
  [
    'nb da',
    'ikke fra være var blir når også denne dette disse skulle ville kunne måtte må både samt samtidig begge mens fordi siden flere fleste mest eller men han hun vi får går første ønsker hvor hvordan hvem hvilken hvilke jeg deres landet landene under gjorde hvis når dem min din andet sitt sine her nogen bare',
  ],
  [
    'nb nn da sv',
    'men till under mest han vi var efter den det en i sin sina de dem landet hade alla alle må få',
  ],
  ['nb da nn', 'ut'],
  [
    'sv',
    'och att är som inte för av från till efter mellan där vad vem hur vilken vilka vilket när nu något några någon också sig mig dig er jag deras hennes denna detta dessa skulle ville kunde måste både genom medan eftersom sedan utan om såsom samt samtidigt bland annat båda än mer mest fler flera flesta fram bara eller han hon vi ni fick får ger gav går säger sade sa sitt sina landet länderna länder mötet samarbetet regeringen utvecklingen varandra första viktig viktiga önskar möjligt arbetet varje mycket många har kan ska skall på med vid ett blev blir blivit har varit vara utrikesminister även upp ut inom åren år dock redan där hos mot två tre nya ny andra',
  ],
  ['nb nn sv', 'mot fram'],
  ['nb sv', 'vara bara'],
  ['nn sv', 'utan'],
  ['da sv', 'mange'],
  ['da sv nb nn', 'kl'],
  ['nn da', 'ikkje'],
  [
    'da',
    'igen ind op ud ned hen uge uger mand kvinde kvinder børn ord bog sprog sammen sidste næste længe fælles gange bruge bruges brugt bruger tage tages taget tager gøre gør lave lavet lavede set siges sagt giver givet kommet imidlertid ligeledes endvidere desuden navnlig især vores jeres sådan heraf hvoraf hvori udenrigsminister ministeriet regeringens regeringer behov arbejde arbejder arbejdede samarbejde forhold tilbage måde måder dagen morgen hjælp hjælpe fortalte fortsatte spørgsmål svarede mulighed muligheder rettigheder borgere verden ifølge derved idet hvorfor hvordan hvorvidt altid aldrig stadig dårlig bedre større største færre rejse rejste møde møder mødte lande kunde folk dog nogensinde hele helt efterår forår sommer april marts maj juni juli oktober selv selvom skal skulle blive være havde gik stod fandt viste begyndte tror ved',
  ],
  [
    'nb da',
    'ifølge dermed imidlertid altid aldri selv bedre største større hele helt verden morgen marts mulig møte flere deretter dessuden havde hadde skal blive bli ham vet stor store lang lange hvorfor sammen møter april juni juli oktober folk ord barn barna fortsatte viste begynte begyndte tror kommer kom komme dermed gang ganger ganske allerede dag dager ved står stod mener uttalte sendte land lands landets lenge sier hadde hos blant gjort gjorde gjør gjøre ikke',
  ],
  [
    'nb nn da sv',
    'land folk stor stora dag dagen under allt kom tror bland vid lång länge juni juli april oktober september november december ord hela helt selv själv större största',
  ],
  [
    'nb nn',
    'hadde vet stor store lang lange sammen saman hele helt verden verda uke uker opp inn ut ned igjen mann kvinner bok språk siste neste lenge felles ganger gang bruke brukes brukt bruker ta tas tatt tar lage laget gitt kommet kommer kom komme arbeid arbeider møte møter tilbake måte måter dag dager dagen hjelp hjelpe fortalte fortsatte spørsmål svar muligheter rettigheter borgere borgarar alltid aldri fremdeles framleis bedre større største reise reiste barn barna folk dessuten særlig spesielt våre vår vårt vårt gjort gjorde står stod fant fann viste tror trur mener meiner norge noreg norsk norske utenriksminister utanriksminister statsminister regjering stortinget departementet takk allerede april mars mai juni juli oktober kveld redd ble',
  ],
  [
    'nb',
    'uke uker igjen siste neste måte måter hjelp hjelpe spørsmål muligheter rettigheter borgere aldri fremdeles dessuten særlig spesielt fant mener utenriksminister regjering verden sammen bruker brukes brukt laget kommet arbeider gjør gjøre vært blitt noen noe myndighetene statsråd utenriksdepartementet nordmenn allerede enn',
  ],
  [
    'nn',
    'uke veke veker att siste neste måte måtar hjelp hjelpe spørsmål moglegheiter rettar borgarar aldri framleis dessutan særleg spesielt fann meiner utanriksminister regjering verda saman brukar brukast brukt laga kome arbeider arbeidar styresmaktene statsråd utanriksdepartementet nordmenn allereie sidan mellom vore blir blei vart gjev gir fekk får slik slike sin sitt sine hans fordi då noreg sørgje leggje følgje byggje mange fleire frå heim heime korleis einskild einskilde eigen eigne nokså mogleg moglege tydeleg viktigaste største større betre verkeleg same ulike andre',
  ],
  [
    'nb nn',
    'siste neste hjelp hjelpe spørsmål aldri spesielt regjering brukt arbeider statsråd nordmenn blir får slik slike sin sitt sine hans mange største større ulike andre fordi gir landets samme',
  ],
  ['nb', 'samme fordi'],
  [
    'nb da',
    'samme fordi blir får sin sitt sine hans mange større største andre regering sidste bruker ulike',
  ],
  [
    'sv',
    'igen in upp ned vecka veckor man kvinna kvinnor barn ord bok språk tillsammans sista nästa länge gemensamma gånger använda används använt tar tagit göra gör gjort gjorde lagt sett sagt ge gett komma kommer kommit kom emellertid dessutom särskilt våra vår vårt era såsom därför därmed regeringens behov arbete arbetar samarbete förhållande tillbaka sätt dagen morgon hjälp hjälpa berättade fortsatte fråga frågor svarade möjlighet möjligheter rättigheter medborgare världen enligt varför hur alltid aldrig fortfarande bättre större största färre resa reste möte möten mötte folk hela helt själv vara hade gick stod fann visade började tror vet stor stora lång långa mars maj juni juli oktober',
  ],
  // Cyrillic
  [
    'ru',
    'и в не что на с по это как из у за от о об для при до же но а или так то его её ее их мы вы он она они был была было были быть есть будет будут который которая которое которые которых которой которого также только уже ещё еще между после перед через под над без если чем чтобы когда где этот эта этого этой этом эти этих тот того той том те тем все всех всего весь всё со во ко является являются стороны сторон сотрудничества сотрудничество отношений развития развитие страны стран году года лет министр может могут должны более очень год своей своих своего нашей наших нас нам вам вас кроме того около два две',
  ],
  [
    'uk',
    'і та й в у не що на з із зі по це як за від о об для при до ж але а або так то його її їх ми ви він вона вони був була було були бути є буде будуть який яка яке які яких якої якого якому також лише тільки вже ще між після перед через під над без якщо ніж щоб коли де цей ця цього цієї цьому ці цих той того тієї тому ті тим усі всіх всього весь все зі является сторони сторін співпраці співпраця співробітництва співробітництво відносин розвитку розвиток країни країн році року років міністр може можуть повинні більше дуже рік своєї своїх свого нашої наших нас нам вам вас крім близько два дві щодо',
  ],
  [
    'ru uk',
    'в не на по як за о для при до а так то був була було були через без перед над весь все нас нам вам вас може два того вже той тому тим об уже у про ми з',
  ],
  ['ru kk', 'ал'],
  [
    'kk',
    'және мен бен пен үшін бойынша туралы арасындағы арасында деп болып осы бұл ол олар біз сіз оның олардың біздің бар жоқ емес болды болған болады болатын еді екі үш бір барлық көп кейін дейін бастап қарай сондай-ақ сондай мұндай жылы жылғы жылдың жылдан қазақстан қазақстанның қр ел елдің елдер елдері екінші бірінші арқылы қатысты жөнінде жөніндегі ретінде кезінде сол тағы дейді деді айтты атап өтті өткен өзара өз өзінің әр әрі немесе бірақ себебі егер тек ғана қазір бүгін министрі елші елшісі ынтымақтастық қатынастар дамыту халықаралық болуы керек тиіс мүмкін алғаш жаңа оған оны одан мұны бұдан',
  ],
]

/** Word → the languages of which it is a common word. */
export const commonWords: ReadonlyMap<string, ReadonlySet<Language>> = (() => {
  const map = new Map<string, Set<Language>>()
  for (const [tags, words] of rows)
    for (const word of words.split(' ')) {
      const known = map.get(word) ?? new Set<Language>()
      for (const tag of tags.split(' ')) known.add(tag as Language)
      map.set(word, known)
    }
  return map
})()

interface Trait {
  languages: string
  /** What a word of lower-case letters looks like. */
  pattern: RegExp
}

/**
 * Endings and letters by which a word shows its language, for words that are in no table. `languages`: all of which
 * such words are usual.
 */
const traits: readonly Trait[] = [
  { languages: 'nb nn', pattern: /sjon(?:en|er|ane|ene|ar|s|ens)?$/ },
  { languages: 'da sv fr en de', pattern: /.{3}tion(?:en|er|erne|erna|s|ens)?$/ },
  { languages: 'da', pattern: /.{3}(?:hed|heden|heder|hederne|hedens)$/ },
  { languages: 'nb nn', pattern: /.{4}(?:het|heter|hetene)$/ },
  { languages: 'nn', pattern: /.{3}(?:heit|heita|heiter|heitene|leik|leiken)$/ },
  { languages: 'sv nb', pattern: /.{4}heten$/ },
  // Danish æ stands before all consonants, Norwegian before r: hjælp, hjelp.
  { languages: 'da', pattern: /æ[^r]/ },
  { languages: 'da', pattern: /(?:ejd|øj|[^t]ej(?:e|en|et|s)?$|veje|.{2}[^jd]erne$|.{3}ede$)/ },
  { languages: 'da', pattern: /(?:^ud[^e]|^udenrig|sprog|^uge$|^bog|tredje|^hvad)/ },
  {
    languages: 'nb nn',
    pattern: /(?:beid|øy|[^e]eie?n?$|^utanriks|^utenriks|^ut[^e].{4}|skj|^kj)/,
  },
  // No Danish word ends with a double consonant: opp, takk, slutt; op, tak, slut.
  { languages: 'nb nn sv en de fr', pattern: /([dfgklmnprst])\1$/ },
  {
    languages: 'nn',
    pattern: /(?:.{3}ane$|.{2}leg(?:e|ast|are)?$|^kv[aeio]|.{3}inga$|ein$|.{4}ast$)/,
  },
  {
    languages: 'nn',
    pattern: /(?:.{2}[gk]je?r?$|.{3}[^s]kje?r?$|.{2}arar$|.{3}arane$|.{3}heit|^ikkj)/,
  },
  { languages: 'nn sv', pattern: /(?:.{4}ande$|.{2}[^umvtln]ar$)/ },
  {
    languages: 'nb da',
    pattern: /(?:.{3}lig(?:e|t|ere|st|ste)?$|^hv[aeio]|.{3}[^b]else[nr]?$|.{5}ende$|.{3}ingen$)/,
  },
  { languages: 'nb nn', pattern: /.{3}[^dg]ene$/ },
  { languages: 'sv de', pattern: /ä|ö/ },
  {
    languages: 'sv',
    pattern: /(?:.{3}arna$|.{3}orna$|.{3}erna$|ck(?:a|ar|ade|at|en|et)$|samarbet)/,
  },
  {
    languages: 'sv',
    pattern: /(?:.{3}ades$|.{3}ningen$|.{4}iska$|.{3}nings|.{3}ade$|.{2}igt$|.{2}liga?$)/,
  },
  { languages: 'nb nn da', pattern: /[æø]/ },
  {
    languages: 'de',
    pattern:
      /(?:ß|.{3}ungen?$|.{3}keit(?:en)?$|.{2}heit(?:en)?$|.{3}lichen?r?s?$|.{3}ischen?r?s?$|.{3}schaft(?:en)?$|sch|^ge.{3,}t(?:en?)?$|ü)/,
  },
  {
    languages: 'fr',
    pattern:
      /(?:ç|è|ê|î|ù|œ|.{3}aux$|.{3}eux$|.{3}euse$|.{3}ement$|.{2}ées?$|.{3}ique$|.{3}iques$|.{2}oire$|.{3}aient$)/,
  },
  {
    languages: 'es',
    pattern:
      /(?:ñ|ú|í|.{2}ción$|.{3}ciones$|.{3}mente$|.{2}dad$|.{2}dades$|.{2}ados?$|.{2}adas?$|.{2}idos?$)/,
  },
  {
    languages: 'en',
    pattern:
      /(?:.{3}ing$|th[aeiou]|.{3}ally$|.{3}ness$|.{3}ity$|.{3}ies$|.{2}ould$|wh[aeio]|.{3}ments?$|ough)/,
  },
  { languages: 'kk', pattern: /[әғқңөұүһ]/ },
  { languages: 'uk', pattern: /[їєґ]/ },
  {
    languages: 'uk',
    pattern:
      /(?:.{2}ськ|.{2}ість$|.{2}ності$|.{3}ення$|.{3}ання$|^від|.{2}ою$|.{3}увати$|.{3}ться$)/,
  },
  { languages: 'kk uk', pattern: /і/ },
  {
    languages: 'ru',
    pattern:
      /(?:.{2}ость$|.{2}ости$|.{3}ение$|.{3}ения$|.{3}ание$|.{3}ский|.{3}ского|.{3}ться$|.{2}ого$|.{2}ыми?$|.{2}ых$|щ|ъ|ого$)/,
  },
  { languages: 'ru kk', pattern: /[ыэё]/ },
]

export const languageTraits: readonly { languages: ReadonlySet<Language>; pattern: RegExp }[] =
  traits.map(({ languages, pattern }) => ({
    languages: new Set(languages.split(' ') as Language[]),
    pattern,
  }))
