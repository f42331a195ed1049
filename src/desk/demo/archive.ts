import { type DemoText, published, translated } from './script.ts'
import { type Calendar, h, list, p, quote, steps } from './words.ts'

/** What the embassy has published in the last year, corrections and withdrawals included. */
export function archive({ on, year }: Calendar): DemoText[] {
  return [credentials(on), statement(on), speech(on), trade(on, year), nationalDay(on, year)]
    .concat([openingHours(on), passports(on), exchange(on, year), briefing(on), wind(on, year)])
    .concat([library(on)])
}

type On = Calendar['on']
type Year = Calendar['year']

const credentials = (on: On): DemoText => ({
  key: 'credentials',
  kind: 'news',
  begun: 331,
  dated: 330,
  topics: ['foreign-policy'],
  images: ['flag'],
  documents: [],
  contacts: ['press'],
  words: {
    en: {
      headline: 'Ambassador Ilan Torvay takes up his post in Oslo',
      lead: `Ilan Torvay took up his duties as Ambassador of the Republic of Talvania to Norway ${on('en', 330)}. He is the sixth ambassador since the Embassy opened.`,
      datelinePlace: 'Oslo',
      body: [
        p(
          'Ambassador Torvay, 52, joined the foreign service 26 years ago. He has served in Geneva and Nairobi, and led the department for water and borders in the Ministry of Foreign Affairs in Meridal.',
        ),
        p(
          'He names three tasks for his time in Norway: cleaner transport on inland waters, more students going in both directions, and consular services that need no journey to Oslo.',
        ),
        quote(
          'An embassy is judged by how it answers: how soon, how plainly, and whether it keeps its word.',
          'Ilan Torvay, Ambassador of Talvania to Norway',
        ),
        p(
          'The Ambassador was born in Tauvel, is married and has two daughters. He speaks English, Russian and, he says, Norwegian enough to read the weather forecast.',
        ),
      ],
    },
    nb: {
      headline: 'Ambassadør Ilan Torvay har tiltrådt i Oslo',
      lead: `Ilan Torvay tiltrådte som Republikken Talvanias ambassadør til Norge ${on('nb', 330)}. Han er den sjette ambassadøren siden ambassaden åpnet.`,
      datelinePlace: 'Oslo',
      body: [
        p(
          'Ambassadør Torvay (52) begynte i utenrikstjenesten for 26 år siden. Han har tjenestegjort i Genève og Nairobi og har ledet avdelingen for vann og grenser i Utenriksdepartementet i Meridal.',
        ),
        p(
          'Han har tre mål for tiden i Norge: renere transport på innsjøer og elver, flere studenter begge veier, og konsulære tjenester som ikke krever en reise til Oslo.',
        ),
        quote(
          'En ambassade blir bedømt etter hvordan den svarer: hvor raskt, hvor klart, og om den holder ord.',
          'Ilan Torvay, Talvanias ambassadør til Norge',
        ),
        p(
          'Ambassadøren er født i Tauvel, er gift og har to døtre. Han snakker engelsk, russisk og, som han sier selv, nok norsk til å lese værmeldingen.',
        ),
      ],
    },
  },
  script: [...published(), ...translated('nb')],
})

const statement = (on: On): DemoText => ({
  key: 'flood',
  kind: 'statement',
  begun: 215,
  dated: 214,
  topics: ['foreign-policy', 'energy-and-climate'],
  images: [],
  documents: [],
  contacts: ['press'],
  words: {
    en: {
      headline: 'Statement on the spring flood around Lake Merin',
      lead: 'Talvania thanks its neighbours and its friends in Norway for the help that they have offered after the flood around Lake Merin.',
      datelinePlace: 'Oslo',
      body: [
        p(
          `The water reached its highest level ${on('en', 216)} and has been falling since. All 3,200 people who had to leave their homes are safe; nobody has been reported missing.`,
        ),
        p(
          'Many in Norway have asked how they can help. The crisis centre in Meridal asks for donations of money rather than goods: what is needed can be bought nearby, and the roads stay free.',
        ),
        p(
          'The Embassy’s flag flies at half-mast this week for the ferryman who lost his life while he brought others to shore. Talvania will not forget him.',
        ),
      ],
    },
    ru: {
      headline: 'Заявление в связи с весенним паводком на озере Мерин',
      lead: 'Талвания благодарит соседей и друзей в Норвегии за помощь, предложенную после паводка на озере Мерин.',
      datelinePlace: 'Осло',
      body: [
        p(
          `Наивысшего уровня вода достигла ${on('ru', 216)} и с тех пор спадает. Все 3\u00a0200 человек, которым пришлось покинуть свои дома, находятся в безопасности; сообщений о пропавших без вести не поступало.`,
        ),
        p(
          'Многие в Норвегии спрашивают, чем они могут помочь. Кризисный центр в Меридале просит жертвовать деньги, а не вещи: всё необходимое можно купить поблизости, а дороги останутся свободными.',
        ),
        p(
          'На этой неделе флаг над Посольством приспущен в память о паромщике, который погиб, переправляя людей на берег. Талвания не забудет его.',
        ),
      ],
    },
    kk: {
      headline: 'Мерин көлінің маңындағы көктемгі су тасқынына байланысты мәлімдеме',
      lead: 'Талвания Мерин көлінің маңындағы су тасқынынан кейін көмек ұсынған көршілеріне және Норвегиядағы достарына алғыс айтады.',
      datelinePlace: 'Осло',
      body: [
        p(
          `Су деңгейі ${on('kk', 216)} ең жоғары шегіне жетіп, содан бері төмендеп келеді. Үйлерін тастап шығуға мәжбүр болған 3\u00a0200 адамның бәрі аман; хабарсыз кеткендер туралы мәлімет түскен жоқ.`,
        ),
        p(
          'Норвегиядағы көптеген адамдар қалай көмектесе алатынын сұрап жатыр. Меридалдағы дағдарыс орталығы зат емес, ақшалай көмек көрсетуді сұрайды: қажетті заттарды жақын жерден сатып алуға болады, ал жолдар бос қалады.',
        ),
        p(
          'Адамдарды жағаға жеткізіп жүріп қаза тапқан паромшыны еске алып, осы аптада Елшілік үстіндегі ту төмен түсірілді. Талвания оны ұмытпайды.',
        ),
      ],
    },
  },
  script: [
    ...published('second'),
    ...translated('ru', 'reviewer'),
    ...translated('kk', 'reviewer'),
  ],
})

const speech = (on: On): DemoText => ({
  key: 'speech',
  kind: 'speech',
  begun: 152,
  dated: 151,
  topics: ['foreign-policy', 'culture-and-education'],
  images: [],
  documents: ['speech'],
  contacts: ['press'],
  words: {
    en: {
      headline: 'Small states and the sea they do not have',
      lead: `Speech by Ambassador Ilan Torvay to students of international law in Bergen ${on('en', 151)}. Check against delivery.`,
      datelinePlace: 'Bergen',
      body: [
        p(
          'Rector, students, dear friends. I come from a country without a coast. People here tell me so with some pity, as one speaks of a house without windows.',
        ),
        p(
          'But whoever has no sea learns early that every road to the world leads through a neighbour’s garden. We learned to ask, to agree and to keep what was agreed.',
        ),
        h('A craft, not an art'),
        p(
          'Foreign policy is called the art of the possible. For a small state it is rather the craft of the reliable. Nobody has to fear us; so somebody must be able to trust us.',
        ),
        p(
          'The law of the sea gives landlocked states a right of access. Rights on paper need timetables, rails, and customs officers with good will. Norway knows this from the other side: its ports live from those who come.',
        ),
        p(
          'I ask you, as the lawyers and engineers of tomorrow, to think of borders as places where things are done well, or badly, by people with names. Thank you.',
        ),
      ],
    },
  },
  script: published('second'),
})

const tradeBody = (share: string, fish: string) => [
  p(
    `Talvania sold goods worth 214 million euros to Norway and bought goods worth 187 million. Machines made up ${share} of Talvania’s exports, followed by wool, glass and dried apricots.`,
  ),
  p(
    `The largest import from Norway was fish, at ${fish}, ahead of fertiliser and turbines for small power stations.`,
  ),
  h('Where growth comes from'),
  list(
    'Rail freight by way of Gdańsk takes eleven days now, four fewer than two years ago.',
    'Since the spring, veterinary certificates are accepted in electronic form.',
    'Sixty-two Talvanian firms took part in trade fairs in Norway, twice as many as the year before.',
  ),
  quote(
    'These are small numbers for Norway and large ones for us. What counts is that they have risen for five years running.',
    'Salma Reyt, Counsellor for Trade and Energy',
  ),
  p('The next meeting of the joint trade commission takes place in Meridal in the autumn.'),
]

const trade = (on: On, year: Year): DemoText => {
  return {
    key: 'trade',
    kind: 'press-release',
    begun: 97,
    dated: 96,
    topics: ['trade'],
    images: [],
    documents: [],
    contacts: ['trade', 'press'],
    words: {
      en: {
        headline: 'Trade between Talvania and Norway passes 400 million euros',
        lead: `Trade in goods between Talvania and Norway rose by 12 per cent to 401 million euros in the twelve months to June ${year(96)}, according to figures that the Embassy presented ${on('en', 96)}.`,
        datelinePlace: 'Oslo',
        body: tradeBody('43 per cent', '78 million euros'),
      },
      nb: {
        headline: 'Handelen mellom Talvania og Norge passerer 400 millioner euro',
        lead: `Varehandelen mellom Talvania og Norge økte med 12 prosent til 401 millioner euro i tolvmånedersperioden fram til juni ${year(96)}, ifølge tall som ambassaden la fram ${on('nb', 96)}.`,
        datelinePlace: 'Oslo',
        body: [
          p(
            'Talvania solgte varer for 214 millioner euro til Norge og kjøpte varer for 187 millioner. Maskiner utgjorde 43 prosent av Talvanias eksport, fulgt av ull, glass og tørkede aprikoser.',
          ),
          p(
            'Den største importvaren fra Norge var fisk, med 78 millioner euro, foran kunstgjødsel og turbiner til småkraftverk.',
          ),
          h('Derfor vokser handelen'),
          list(
            'Jernbanefrakt via Gdańsk tar nå elleve dager, fire færre enn for to år siden.',
            'Siden i vår godtas veterinærsertifikater i elektronisk form.',
            'Sekstito talvanske bedrifter deltok på varemesser i Norge, dobbelt så mange som året før.',
          ),
          quote(
            'Dette er små tall for Norge og store for oss. Det som teller, er at de har økt fem år på rad.',
            'Salma Reyt, ambassaderåd for handel og energi',
          ),
          p('Den felles handelskommisjonen møtes neste gang i Meridal til høsten.'),
        ],
      },
    },
    script: [
      ...published(),
      ...translated('nb'),
      // The figure was wrong; the Norwegian version lags behind until the translator has seen the change.
      { hours: 70, by: 'editor', act: 'revise' },
      { hours: 1, by: 'editor', change: { body: tradeBody('34 per cent', '78 million euros') } },
      ...published('second', {
        change: 'major',
        publicNote:
          'An earlier version said that machines made up 43 per cent of Talvania’s exports. The correct figure is 34 per cent.',
      }),
    ],
  }
}

const nationalDay = (on: On, year: Year): DemoText => ({
  key: 'national-day',
  kind: 'news',
  begun: 71,
  dated: 70,
  topics: ['culture-and-education'],
  images: ['flag', 'house'],
  documents: [],
  contacts: ['press'],
  words: {
    en: {
      headline: 'Open house at the Embassy on Talvania’s Day of the Lakes',
      lead: `More than 900 visitors came to the Embassy’s open house ${on('en', 70)}, the Day of the Lakes, Talvania’s national day.`,
      datelinePlace: 'Oslo',
      body: [
        p(
          'From noon to eight in the evening, guests heard songs from the shores of Lake Ossa, tried the eight-pointed paper stars that children fold for the holiday, and tasted flat bread with apricots.',
        ),
        p(
          'In the garden, pupils of the Talvanian Saturday school in Oslo read their letters to the lakes: some stern about plastic, most of them tender.',
        ),
        quote(
          'I have walked past this house for twenty years. Today I have seen its kitchen.',
          'Ingrid Moe, neighbour',
        ),
        p(`The Day of the Lakes will be celebrated again in the autumn of ${year(70) + 1}.`),
      ],
    },
    nb: {
      headline: 'Åpent hus i ambassaden på Innsjøenes dag',
      lead: `Over 900 gjester kom til åpent hus i ambassaden ${on('nb', 70)}, på Innsjøenes dag, Talvanias nasjonaldag.`,
      datelinePlace: 'Oslo',
      body: [
        p(
          'Fra klokken tolv til åtte om kvelden fikk gjestene høre sanger fra breddene av Ossasjøen, brette de åttetaggede papirstjernene som barna lager til høytiden, og smake flatbrød med aprikos.',
        ),
        p(
          'I hagen leste elever fra den talvanske lørdagsskolen i Oslo brevene sine til innsjøene: noen strenge om plast, de fleste kjærlige.',
        ),
        quote(
          'Jeg har gått forbi dette huset i tjue år. I dag har jeg sett kjøkkenet.',
          'Ingrid Moe, nabo',
        ),
        p(`Innsjøenes dag feires igjen høsten ${year(70) + 1}.`),
      ],
    },
    kk: {
      headline: 'Көлдер күнінде Елшілікте ашық есік күні өтті',
      lead: `Талванияның ұлттық мерекесі – Көлдер күнінде, ${on('kk', 70)}, Елшіліктегі ашық есік күніне 900-ден астам қонақ келді.`,
      datelinePlace: 'Осло',
      body: [
        p(
          'Түскі сағат он екіден кешкі сегізге дейін қонақтар Осса көлінің жағалауында туған әндерді тыңдап, балалар мерекеге қағаздан бүктейтін сегіз бұрышты жұлдыздарды жасап көріп, өрік қосылған жұқа нанның дәмін татты.',
        ),
        p(
          'Бақта Ослодағы Талвания сенбілік мектебінің оқушылары көлдерге жазған хаттарын оқыды: кейбірі пластик туралы қатаң сөйлеген, көбі мейірімге толы.',
        ),
        quote(
          'Бұл үйдің жанынан жиырма жыл бойы өтіп жүрмін. Бүгін оның ас үйін көрдім.',
          'Ингрид Му, көрші',
        ),
        p(`Көлдер күні келесі жолы ${year(70) + 1} жылдың күзінде тойланады.`),
      ],
    },
    ru: {
      headline: 'В День озёр Посольство открыло двери для всех',
      lead: `Более 900 гостей пришли на день открытых дверей в Посольстве ${on('ru', 70)}, в День озёр – национальный праздник Талвании.`,
      datelinePlace: 'Осло',
      body: [
        p(
          'С полудня до восьми вечера гости слушали песни с берегов озера Осса, складывали из бумаги восьмиконечные звёзды, какие дети делают к празднику, и пробовали лепёшки с абрикосами.',
        ),
        p(
          'В саду ученики талванской субботней школы в Осло читали свои письма озёрам: одни строгие – о пластике, большинство же полны нежности.',
        ),
        quote(
          'Двадцать лет я хожу мимо этого дома. Сегодня я увидела его кухню.',
          'Ингрид Му, соседка',
        ),
        p(`В следующий раз День озёр отметят осенью ${year(70) + 1} года.`),
      ],
    },
  },
  script: [
    ...published(),
    ...translated('nb'),
    ...translated('kk'),
    ...translated('ru', 'reviewer'),
  ],
})

const openingHours = (on: On): DemoText => ({
  key: 'opening-hours',
  kind: 'consular-notice',
  begun: 44,
  dated: 43,
  reviewBy: -10,
  topics: ['consular-services'],
  images: ['house'],
  documents: [],
  contacts: ['consul'],
  words: {
    en: {
      headline: 'New opening hours of the consular section',
      lead: `The consular section keeps longer hours ${on('en', 36)} and later: it is open on four days a week, on Thursdays until seven in the evening.`,
      datelinePlace: 'Oslo',
      body: [
        list(
          'Monday, Tuesday and Wednesday: 9.30 to 13.00',
          'Thursday: 13.00 to 19.00',
          'Friday: closed to visitors; letters and mail are answered',
        ),
        p(
          'Please book a time at [consul.talvania.example](https://consul.talvania.example). Whoever has lost a passport or needs urgent help comes without an appointment.',
        ),
        p('On public holidays in Norway and in Talvania the section is closed.'),
      ],
    },
    nb: {
      headline: 'Nye åpningstider i konsulatavdelingen',
      lead: `Konsulatavdelingen får lengre åpningstid fra og med ${on('nb', 36)}: åpent fire dager i uken, torsdager til klokken sju om kvelden.`,
      datelinePlace: 'Oslo',
      body: [
        list(
          'Mandag, tirsdag og onsdag: 9.30–13.00',
          'Torsdag: 13.00–19.00',
          'Fredag: stengt for besøk; brev og e-post besvares',
        ),
        p(
          'Bestill time på [consul.talvania.example](https://consul.talvania.example). Har du mistet passet eller trenger du hjelp straks, kan du komme uten avtale.',
        ),
        p('Avdelingen er stengt på norske og talvanske helligdager.'),
      ],
    },
    ru: {
      headline: 'Новые часы приёма консульского отдела',
      lead: `С ${on('ru', 36)} консульский отдел работает дольше: четыре дня в неделю, по четвергам до семи часов вечера.`,
      datelinePlace: 'Осло',
      body: [
        list(
          'Понедельник, вторник и среда: 9.30–13.00',
          'Четверг: 13.00–19.00',
          'Пятница: приёма нет; отдел отвечает на письма',
        ),
        p(
          'Записаться можно на сайте [consul.talvania.example](https://consul.talvania.example). Если вы потеряли паспорт или вам срочно нужна помощь, приходите без записи.',
        ),
        p('В праздничные дни Норвегии и Талвании отдел закрыт.'),
      ],
    },
  },
  script: [...published('second'), ...translated('nb'), ...translated('ru')],
})

const passports = (on: On): DemoText => ({
  key: 'passports',
  kind: 'consular-notice',
  begun: 262,
  dated: 261,
  reviewBy: -30,
  topics: ['consular-services'],
  images: [],
  documents: [],
  contacts: ['consul'],
  words: {
    en: {
      headline: 'Passports can now be renewed without a second journey to Oslo',
      lead: `Talvanian citizens in Norway can have their new passport sent home by registered post ${on('en', 260)} and later. One visit is enough.`,
      datelinePlace: 'Oslo',
      body: [
        steps(
          'Book a time and fill in the form before you come.',
          'Come once, with the old passport and one photograph; fingerprints are taken at the counter.',
          'After about four weeks the passport arrives by registered post. The fee of 35 euros includes it.',
        ),
        p(
          'Parents of children under twelve may send the form by post. Both parents sign it before a notary or at the town hall.',
        ),
        p('Whoever travels within four weeks can still collect the passport in person.'),
      ],
    },
    ru: {
      headline: 'Паспорт теперь можно заменить без второй поездки в Осло',
      lead: `С ${on('ru', 260)} граждане Талвании в Норвегии могут получать новый паспорт заказным письмом на дом. Достаточно одного визита.`,
      datelinePlace: 'Осло',
      body: [
        steps(
          'Запишитесь на приём и заранее заполните анкету.',
          'Приходите один раз, со старым паспортом и одной фотографией; отпечатки пальцев снимут на месте.',
          'Примерно через четыре недели паспорт придёт заказным письмом. Его стоимость входит в сбор – 35 евро.',
        ),
        p(
          'Родители детей младше двенадцати лет могут прислать анкету по почте. Её подписывают оба родителя у нотариуса или в ратуше.',
        ),
        p('Тот, кто уезжает в ближайшие четыре недели, по-прежнему может забрать паспорт лично.'),
      ],
    },
  },
  script: [...published(), ...translated('ru')],
})

const exchange = (on: On, year: Year): DemoText => {
  const body = (name: string) => [
    p(
      'The exchange began three years ago with six students. This year 48 go to Norway and 31 come to Talvania, most of them for one semester.',
    ),
    p(
      'The most popular subjects are hydrology, music and marine engineering; the last of these, the university in Meridal notes, in a country without a sea.',
    ),
    quote(
      'I learned the word “kos” on my first evening, and have not found a translation yet.',
      `${name}, student of hydrology from Meridal`,
    ),
    p(
      `Applications for the autumn of ${year(120) + 1} open in January. Both universities describe the conditions at [exchange.talvania.example](https://exchange.talvania.example).`,
    ),
  ]
  return {
    key: 'exchange',
    kind: 'news',
    begun: 121,
    dated: 120,
    topics: ['culture-and-education'],
    images: [],
    documents: [],
    contacts: ['press'],
    words: {
      en: {
        headline: 'Student exchange between Talvania and Norway grows to 79 places',
        lead: `Seventy-nine students take part in the exchange between Talvania and Norway this year, the Embassy said at a reception for them ${on('en', 120)}.`,
        datelinePlace: 'Trondheim',
        body: body('Marta Sorel'),
      },
    },
    script: [
      ...published(),
      { hours: 20, by: 'editor', act: 'revise' },
      { hours: 1, by: 'editor', change: { body: body('Márta Sorel') } },
      ...published('second', {
        change: 'minor',
        reason: 'Only the accent in her name was missing.',
      }),
    ],
  }
}

const briefing = (on: On): DemoText => ({
  key: 'briefing',
  kind: 'advisory',
  begun: 59,
  dated: 58,
  reviewBy: 52,
  topics: ['trade'],
  images: [],
  documents: [],
  contacts: ['press', 'trade'],
  words: {
    en: {
      headline: 'Media advisory: briefing on rail freight to Northern Europe',
      lead: `Journalists are invited to a briefing on rail freight between Talvania and Northern Europe ${on('en', 51)} at 10.00 in the Embassy.`,
      datelinePlace: 'Oslo',
      body: [
        p(
          'Speakers: Salma Reyt, Counsellor for Trade and Energy, and Pavel Ornas, head of freight at Talvania Railways.',
        ),
        list(
          'Doors open at 9.30; please bring a press card.',
          'The briefing is in English and lasts 45 minutes.',
          'Interviews are possible afterwards.',
        ),
        p('Please register with the press section until noon of the day before.'),
      ],
    },
  },
  script: [
    ...published(),
    {
      hours: 96,
      by: 'second',
      act: 'withdraw',
      with: {
        explanation:
          'The briefing doesn’t take place, since one of the speakers has fallen ill. A new date will be announced.',
      },
    },
  ],
})

const wind = (on: On, year: Year): DemoText => ({
  key: 'wind',
  kind: 'press-release',
  begun: 22,
  dated: 21,
  topics: ['energy-and-climate'],
  images: ['turbines'],
  documents: [],
  contacts: ['trade'],
  words: {
    en: {
      headline: 'Wind farm on the Sarel steppe delivers its first electricity',
      lead: `The first 18 turbines of Talvania’s largest wind farm went into operation ${on('en', 21)}. Norwegian engineers advised on de-icing the blades.`,
      datelinePlace: 'Meridal',
      body: [
        p(
          `When it is complete in ${year(21) + 2}, the farm will have 54 turbines with 270 megawatts together, enough for about 200,000 households.`,
        ),
        p(
          'The steppe is windy but cold: at 30 degrees below zero, ice on the blades used to stop smaller turbines for weeks. Heated blade edges, tested in Narvik for two winters, are to bring that down to hours.',
        ),
        quote(
          'We share a climate that forgives no sloppy work. That is a good basis for cooperation.',
          'Salma Reyt, Counsellor for Trade and Energy',
        ),
        p(
          'Shepherds keep their right to graze between the turbines. Cables lie underground, and the crossing places of the saiga antelope stay free of roads.',
        ),
      ],
    },
    nb: {
      headline: 'Vindparken på Sarel-steppen leverer sin første strøm',
      lead: `De første 18 turbinene i Talvanias største vindpark ble satt i drift ${on('nb', 21)}. Norske ingeniører har gitt råd om avising av vingene.`,
      datelinePlace: 'Meridal',
      body: [
        p(
          `Når parken står ferdig i ${year(21) + 2}, får den 54 turbiner med til sammen 270 megawatt, nok til rundt 200\u00a0000 husstander.`,
        ),
        p(
          'Steppen er vindfull, men kald: Ved 30 minusgrader har is på vingene før stanset mindre turbiner i ukevis. Oppvarmede vingekanter, prøvd ut i Narvik gjennom to vintre, skal få dette ned i timer.',
        ),
        quote(
          'Vi deler et klima som ikke tilgir slurv. Det er et godt grunnlag for samarbeid.',
          'Salma Reyt, ambassaderåd for handel og energi',
        ),
        p(
          'Gjeterne beholder retten til å beite mellom turbinene. Kablene ligger i jorden, og der saigaantilopene krysser, bygges det ingen veier.',
        ),
      ],
    },
    ru: {
      headline: 'Ветропарк в Сарельской степи дал первую электроэнергию',
      lead: `Первые 18 турбин крупнейшего ветропарка Талвании введены в строй ${on('ru', 21)}. Норвежские инженеры консультировали по вопросам защиты лопастей от обледенения.`,
      datelinePlace: 'Меридал',
      body: [
        p(
          `После завершения строительства в ${year(21) + 2} году в парке будет 54 турбины общей мощностью 270 мегаватт – этого хватит примерно для 200\u00a0000 домохозяйств.`,
        ),
        p(
          'Степь ветреная, но холодная: при 30 градусах мороза лёд на лопастях прежде останавливал небольшие турбины на недели. Обогреваемые кромки лопастей, которые две зимы испытывали в Нарвике, должны сократить простой до нескольких часов.',
        ),
        quote(
          'У нас общий климат, который не прощает небрежной работы. Это хорошая основа для сотрудничества.',
          'Салма Рейт, советник по торговле и энергетике',
        ),
        p(
          'Пастухи сохраняют право выпасать скот между турбинами. Кабели проложены под землёй, а на путях сайгаков дорог не будет.',
        ),
      ],
    },
  },
  script: [
    ...published('second'),
    // In review.
    { hours: 30, by: 'translator', translate: 'nb' },
    { hours: 4, by: 'translator', act: 'submit', in: 'nb' },
    // Begun.
    { hours: 20, by: 'translator', translate: 'ru' },
  ],
})

const library = (on: On): DemoText => ({
  key: 'library',
  kind: 'news',
  begun: 183,
  dated: 182,
  topics: ['culture-and-education'],
  images: ['house'],
  documents: [],
  contacts: ['press'],
  words: {
    en: {
      headline: 'Embassy library opens its doors to the neighbourhood',
      lead: `The Embassy’s library can be used by everybody ${on('en', 182)} and later. Its 4,100 books include the largest collection of Talvanian literature in the Nordic countries.`,
      datelinePlace: 'Oslo',
      body: [
        p(
          'The reading room is open on Wednesday afternoons. Reading in the house needs no registration; whoever wants to borrow books shows a library card from any Norwegian municipality.',
        ),
        p(
          'Most of the books are in Talvanian, English and Russian. A shelf by the window holds everything that has been translated into Norwegian so far: eleven books, four of them for children.',
        ),
        p(
          'Donations are welcome. The librarian has one request: no encyclopaedias in more than twelve volumes.',
        ),
      ],
    },
  },
  script: published('second'),
})
