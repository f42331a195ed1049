import type { Language } from './languages.ts'

/**
 * How a language says no. A star stands for any letters. A row is a list of words or phrases, parted by commas.
 */
interface NegationWords {
  /** Plain negations: what must have something to answer it in a translation. */
  clear: string
  /** Everything else that can carry a negation: half-negations, words of lack and refusal, negative prefixes. */
  also: string
  /** What says no in one sentence and only “against” in another: it counts where the source has none of it. */
  against: string
  /** Phrases with a negating word that deny nothing, or that other languages say without one. */
  idioms: string
}

export const negationWords: Readonly<Partial<Record<Language, NegationWords>>> = {
  en: {
    clear: 'not, never, cannot, neither, nobody, nothing, none, without, no one',
    also: 'closed, closes, close, no, nor, non, un*, lack*, fail*, refus*, reject*, den*, prevent*, avoid*, absen*, unable, hardly, barely, scarcely, rarely, seldom, instead, rather than, only, stop*, ceas*, ban*, prohibit*, forbid*, exclud*, except*, beyond, yet to, little, few, fewer, impossib*, incorrect*, invalid*, illegal*, incomplete*, insufficient*, inevitab*, indispens*, independen*, irrespective, irrevers*, inadmiss*, inviolab*, infallib*, inexhaust*, immeasur*, too, far from, any, anything, anyone, until, unless, *less, *lessly, free of, free from, out of, miss*, short of, remain*, difficult*, wrong*, end*, otherwise, despite, although, doubt*',
    against: 'against',
    idioms:
      'not only, not just, not merely, not simply, not solely, not least, not less than, not later than, not more than, not until, not to mention, whether or not, or not, not far from, if not, why not, not without, not uncommon, not unlike, not long ago, not too long ago, nothing less than, nothing but, nothing short of, cannot but, cannot overstate, cannot be overstated, cannot be overestimated, can not be overstated, without doubt, without exception, without a doubt, without precedent, not so much, not yet, not always, not all, not every, not even, not necessarily, last but not least, no less than, not the first, not a single, not surprisingly, not dissimilar, without fail, not long after, never more so, never been more, never before, no longer than, none other, second to none',
  },
  nb: {
    clear: 'ikke, aldri, ingen, intet, ingenting, uten, verken',
    also: 'stengt*, stenger, lukk*, u*, mis*, nei, nej, ei, ikke*, mangl*, savn*, avvis*, nekt*, avsl*, hindr*, unngå*, forby*, forbud*, forhindr*, fravær*, i stedet, snarere, fremfor, bare, kun, knapt, neppe, sjelden, umulig*, stans*, stopp*, opphør*, slutt*, vanskelig*, unntatt, bortsett, uavhengig*, lite, få, færre, før, likevel, gjenstår, fri for, fritt for, utenfor, *løs, *løst, *løse, *fri, *fritt, tross, feil*, tvil*, først',
    against: 'mot',
    idioms:
      'ikke bare, ikke minst, ikke kun, ikke mindre enn, ikke senere enn, ikke mer enn, ikke desto mindre, ikke før, ikke sant, om ikke, uten tvil, uten unntak, ikke uten, ingen tvil, ikke lenge siden, ikke langt fra, ikke alltid, ikke alle, ikke engang, ikke nødvendigvis, uten sidestykke, uten å nøle, ingen andre enn, intet mindre enn, ikke ennå, ennå ikke, ikke første, ikke den første, ikke det første, ikke den eneste, aldri før',
  },
  nn: {
    clear: 'ikkje, aldri, ingen, inga, inkje, ingenting, utan, verken, korkje',
    also: 'stengt*, stengd*, stenger, lukk*, u*, mis*, nei, nej, ikkje*, mangl*, sakn*, avvis*, nekt*, avsl*, hindr*, unngå*, forby*, forbod*, fråvær*, i staden, heller, framfor, berre, knapt, neppe, sjeldan, umogleg*, stans*, stopp*, slutt*, vanskeleg*, unnateke, bortsett, uavhengig*, lite, få, færre, før, likevel, står att, fri for, utanfor, *laus, *laust, *lause, *fri, trass, feil*, tvil*, først, fyrst',
    against: 'mot',
    idioms:
      'ikkje berre, ikkje minst, ikkje mindre enn, ikkje seinare enn, ikkje meir enn, ikkje før, om ikkje, utan tvil, utan unntak, ikkje utan, ingen tvil, ikkje lenge sidan, ikkje langt frå, ikkje alltid, ikkje alle, ikkje eingong, ikkje nødvendigvis, utan sidestykke, ikkje enno, enno ikkje, ikkje første, ikkje den første, ikkje den einaste, aldri før, inkje mindre enn',
  },
  da: {
    clear: 'ikke, aldrig, ingen, intet, ingenting, uden, hverken',
    also: 'lukk*, u*, mis*, nei, nej, ikke*, ej, mangl*, savn*, afvis*, nægt*, afsl*, hindr*, undgå*, forby*, forbud*, forhindr*, fravær*, i stedet, snarere, frem for, kun, blot, knap*, næppe, sjælden*, umulig*, stands*, stop*, ophør*, slut*, svær*, vanskelig*, undtagen, bortset, uafhængig*, lidt, få, færre, før, alligevel, mangler, fri for, udenfor, *løs, *løst, *løse, *fri, *frit, trods, fejl*, tvivl*, først',
    against: 'mod, imod',
    idioms:
      'ikke kun, ikke bare, ikke blot, ikke mindst, ikke mindre end, ikke senere end, ikke mere end, ikke desto mindre, ikke før, uden for, uden tvivl, uden undtagelse, ikke uden, ingen tvivl, ikke længe siden, ikke langt fra, ikke altid, ikke alle, ikke engang, ikke nødvendigvis, uden sidestykke, intet mindre end, ikke første, ikke den første, ikke den eneste, aldrig før, endnu ikke, ikke endnu, uden om',
  },
  sv: {
    clear: 'inte, icke, aldrig, ingen, inget, inga, ingenting, varken',
    also: 'stäng*, nej, miss*, ej, utan, icke*, o*, sakna*, brist*, avvis*, vägra*, neka*, avsl*, hindr*, undvik*, förbj*, förbud*, förhindr*, frånvar*, i stället, istället, snarare, bara, endast, knappt, knappast, sällan, omöjlig*, stopp*, upphör*, slut*, svår*, utom, förutom, oberoende, lite, få, färre, förrän, ändå, återstår, fri från, utanför, *lös, *löst, *lösa, *fri, *fritt, trots, fel*, tvek*, tviv*, först',
    against: 'mot',
    idioms:
      'inte bara, inte enbart, inte endast, inte minst, inte mindre än, inte senare än, inte mer än, icke desto mindre, inte förrän, om inte, utan tvekan, utan undantag, inte utan, ingen tvekan, inte långt från, inte alltid, inte alla, inte ens, inte nödvändigtvis, utan motstycke, ännu inte, inte ännu, inte första, inte den första, inte den enda, aldrig förr, inget mindre än',
  },
  de: {
    clear:
      'nicht, nie, niemals, kein, keine, keinen, keinem, keiner, keines, ohne, weder, nichts, niemand, niemanden',
    also: 'geschlossen, schließ*, nicht*, kein*, un*, fehl*, mangel*, verweiger*, weiger*, lehn*, ablehn*, abgelehnt*, hinder*, verhinder*, vermeid*, vermied*, verbot*, verbiet*, abwesen*, statt, anstatt, sondern, nur, kaum, selten, stopp*, aufhör*, schwer*, schwierig*, außer, ausgenommen, wenig*, erst, dennoch, trotz, frei von, *los, *lose, *loser, *losen, *loses, *losem, *frei, *freie, *freien, *freier, falsch*, zweifel*, bleibt, außerhalb, aus, nein',
    against: 'gegen',
    idioms:
      'nicht nur, nicht zuletzt, nicht bloß, nicht allein, nicht weniger als, nicht später als, nicht mehr als, ohne zweifel, ohne ausnahme, nicht ohne, nicht weit von, nicht immer, nicht alle, nicht einmal, nicht unbedingt, noch nicht, nichts anderes als, nichts weniger als, nicht lange, nicht das erste, nicht die erste, nicht der erste, nicht umsonst, ob nicht, kein zweifel, keine zweifel',
  },
  fr: {
    clear: '',
    also: 'ferm*, pas, ne, n, non, ni, sans, jamais, rien, aucun*, personne, nul*, guère, plus, manqu*, absen*, refus*, rejet*, empêch*, évit*, interdi*, plutôt, au lieu, seul*, que, à peine, rarement, impossib*, inadmiss*, cess*, arrêt*, difficil*, sauf, excepté, hormis, peu, moins, avant, malgré, hors, dépourvu*, exempt*, privé*, in*, im*, ir*, il*, dé*, mé*, mal*, faux, fausse, doute*, reste*, fin',
    against: 'contre',
    idioms:
      'non seulement, pas seulement, pas moins de, sans doute, sans exception, sans précédent, pas sans, pas loin, pas toujours, pas tous, pas même, pas nécessairement, pas encore, pas plus tard, pas uniquement, pas le seul, pas la seule, pas le premier, pas la première, pas la première fois',
  },
  es: {
    clear: 'no, nunca, jamás, ningún, ninguna, ninguno, nadie, nada, sin, tampoco',
    also: 'cerrad*, cierr*, ni, carec*, falt*, ausen*, rechaz*, neg*, nieg*, impid*, impedi*, evit*, prohib*, lugar de, vez de, sólo, solo, solamente, únicamente, apenas, rara*, imposib*, inadmis*, ces*, deten*, difícil*, salvo, excepto, poco*, poca*, menos, hasta, antes, pese, pesar, fuera, exento*, libre de, in*, im*, ir*, des*, dis*, mal, dud*, queda*, fin',
    against: 'contra',
    idioms:
      'no solo, no sólo, no solamente, no únicamente, no obstante, sin embargo, sin duda, sin excepción, sin precedentes, no menos de, no más de, no más tarde, no sin, no lejos, no siempre, no todos, ni siquiera, no necesariamente, todavía no, aún no, nada menos, sino, no deja de, no dejan de, no dejó de, no dejará de, no es el primer*, no es la primera, no es el único, no es la única, sin litoral',
  },
  ru: {
    clear: 'не, нет, никогда, никто, ничто, ничего, никакой, никакие, никаких, нельзя, без',
    also: 'закры*, ни*, не*, без*, бес*, отсутств*, отказ*, отверг*, отклон*, лиш*, только, запре*, прекра*, исключ*, вместо, кроме, трудн*, сложн*, вряд, едва, перест*, избег*, избеж*, предотвра*, мешал*, помеш*, препятств*, противо*, вне, мало, редко, пока, хотя, вопреки, свободн*, останов*, ошиб*, сомнен*, ложн*, остает*, а',
    against: 'против',
    idioms:
      'не только, не просто, не менее, не позднее, не позже, не ранее, не раньше, не более, не раз, не в последнюю очередь, тем не менее, без сомнения, без исключения, не может не, не могут не, не мог не, нельзя не, нельзя переоценить, не что иное, не кто иной, не без, не всегда, не все, не обязательно, еще не, пока не, если не, не говоря, невзирая, несмотря, что бы ни, как бы ни, кто бы ни, где бы ни, во что бы то ни стало, не покладая, не исключено, не случайно, не столько, без вести, без конца, на нет, не *щ*, не *вш*, не приходя, не перв*, не единственн*, не последн*, не перест*',
  },
  uk: {
    clear:
      'не, ні, немає, нема, ніколи, ніхто, ніщо, нічого, жоден, жодна, жодне, жодного, жодної, жодних, без',
    also: 'закри*, зачин*, ні*, не*, без*, відсут*, відмов*, відкин*, відхил*, лиш*, тільки, заборон*, припин*, виключ*, замість, крім, окрім, важк*, складн*, навряд, ледве, перест*, уник*, запобі*, заважа*, завади*, перешкод*, протид*, поза, мало, рідко, поки, хоча, попри, всупереч, вільн*, зупин*, помилк*, сумнів*, хибн*, залиша*, а',
    against: 'проти',
    idioms:
      'не тільки, не лише, не просто, не менше, не менш, не пізніше, не раніше, не більше, не більш, не раз, не в останню чергу, тим не менш, без сумніву, без винятку, не може не, не можуть не, не можна не, не що інше, не хто інший, не без, не завжди, не всі, не обов’язково, ще не, поки не, якщо не, не кажучи, незважаючи, що б не, як би не, хто б не, не випадково, не стільки, без вісти, нанівець, не перш*, не єдин*, не останн*, не переста*, не *чи',
  },
  kk: {
    clear:
      'емес, жоқ, ешқашан, ешкім, ешқандай, ештеңе, *майды, *мейді, *байды, *бейді, *пайды, *пейді, *маймыз, *мейміз, *баймыз, *бейміз, *паймыз, *пейміз, *маймын, *меймін, *мады, *меді, *ппады, *ппеді, *тпады, *тпеді, *спады, *спеді, *мадық, *медік, *мадым, *медім',
    also: 'жабы*, жабық*, емес*, жоқ*, еш*, *сыз*, *сіз*, тыс*, *май*, *мей*, *мады*, *меді*, *бады*, *беді*, *пады*, *педі*, *мап*, *меп*, *бап*, *беп*, *пап*, *пеп*, *май, *мей, *бай, *бей, *пай, *пей, *майтын*, *мейтін*, *байтын*, *бейтін*, *пайтын*, *пейтін*, *майынша, *мейінше, *байынша, *бейінше, *мас, *мес, *бас, *бес, *пас, *пес, *мау*, *меу*, *бау*, *беу*, *пау*, *пеу*, *маса*, *месе*, *баса*, *бесе*, *паса*, *песе*, *маған*, *меген*, *баған*, *беген*, *паған*, *пеген*, *мастан, *местен, *бастан, *бестен, *пастан, *пестен, бас тарт*, тыйым*, тоқта*, болдырма*, гөрі, орнына, ғана, тек, қиын*, аулақ, кедергі*, жетісп*, аз, бұрын, дейін, бос, шек*, айыр*, қара*, өзге, қате*, күмән*, алғаш*, әлі',
    against: 'қарсы',
    idioms:
      'ғана емес, қана емес, кем емес, кем дегенде, артық емес, кеш емес, кешіктірмей, сөзсіз, күмәнсіз, жоқ па, емес пе',
  },
}
