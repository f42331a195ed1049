import { type DemoText, published, translated } from './script.ts'
import { type Calendar, h, list, p, picture, quote } from './words.ts'

/** The family that is complete in four languages: the same facts, numbers and dates in each. */
export function ferries({ on, year }: Calendar): DemoText {
  const signed = 9
  const meeting = -26
  const first = year(0) + 1
  const last = year(0) + 4
  const study = 'https://transport.talvania.example/clean-ferries'
  return {
    key: 'ferries',
    kind: 'press-release',
    begun: signed + 1,
    dated: signed,
    topics: ['energy-and-climate', 'trade'],
    images: ['table'],
    documents: ['facts'],
    contacts: ['trade', 'press'],
    words: {
      en: {
        headline: 'Talvania and Norway agree to build twelve electric ferries for inland lakes',
        lead: `Talvania and Norway signed an agreement in Oslo ${on('en', signed)} to design, build and test twelve battery-electric passenger ferries for Talvania’s four largest lakes. The first ferry is to enter service in ${first}, the last in ${last}.`,
        datelinePlace: 'Oslo',
        body: [
          p(
            'Mira Hollend, Talvania’s Minister of Transport, and Sunniva Hauge, director of the Nordlys Maritime Centre in Bergen, signed the agreement in the Embassy of Talvania.',
          ),
          p(
            'The programme costs 86 million euros. Talvania pays 54 million from its state budget; a loan on favourable terms covers the remaining 32 million.',
          ),
          h('What was agreed'),
          list(
            '**Design:** the centre in Bergen designs the hull and tests a model of it in its towing tank.',
            '**Construction:** the shipyard in Meridal builds all twelve ferries; 140 of its workers are trained for it in Norway and at home.',
            '**Charging:** nine piers get charging stations, with electricity from wind farms nearby.',
          ),
          p(
            `Together the ferries will carry some 2.4 million passengers a year and save about 31,000 tonnes of carbon dioxide, according to the [feasibility study](${study}) of the Ministry of Transport.`,
          ),
          quote(
            'Our lakes are our roads. With Norway’s experience on the fjords, they will be quiet roads, and clean ones.',
            'Ilan Torvay, Ambassador of Talvania to Norway',
          ),
          picture('lake'),
          h('Next steps'),
          p(
            `A joint committee meets for the first time in Meridal ${on('en', meeting)}. The keel of the first ferry is to be laid in the spring of ${first}.`,
          ),
        ],
      },
      nb: {
        headline:
          'Talvania og Norge enige om å bygge tolv elektriske ferger for talvanske innsjøer',
        lead: `Talvania og Norge undertegnet ${on('nb', signed)} i Oslo en avtale om å utforme, bygge og prøve ut tolv batterielektriske passasjerferger for de fire største innsjøene i Talvania. Den første fergen skal settes i drift i ${first}, den siste i ${last}.`,
        datelinePlace: 'Oslo',
        body: [
          p(
            'Avtalen ble undertegnet i Talvanias ambassade av Talvanias transportminister Mira Hollend og Sunniva Hauge, direktør for Nordlys maritime senter i Bergen.',
          ),
          p(
            'Programmet koster 86 millioner euro. Talvania betaler 54 millioner over statsbudsjettet, mens de resterende 32 millionene dekkes av et lån på gunstige vilkår.',
          ),
          h('Dette er avtalt'),
          list(
            '**Utforming:** Senteret i Bergen utformer skroget og prøver ut en modell i slepetanken sin.',
            '**Bygging:** Verftet i Meridal bygger alle de tolv fergene; 140 av arbeiderne får opplæring i Norge og hjemme.',
            '**Lading:** Ni kaier får ladestasjoner med strøm fra vindparker i nærheten.',
          ),
          p(
            `Til sammen vil fergene frakte rundt 2,4 millioner passasjerer i året og spare utslipp av om lag 31\u00a0000 tonn karbondioksid, ifølge [mulighetsstudien](${study}) fra Transportdepartementet.`,
          ),
          quote(
            'Innsjøene våre er veiene våre. Med Norges erfaring fra fjordene blir de stille veier, og rene.',
            'Ilan Torvay, Talvanias ambassadør til Norge',
          ),
          picture('lake'),
          h('Veien videre'),
          p(
            `En felles komité møtes for første gang i Meridal ${on('nb', meeting)}. Den første fergen skal etter planen kjølstrekkes våren ${first}.`,
          ),
        ],
      },
      kk: {
        headline:
          'Талвания мен Норвегия ішкі көлдерге арналған он екі электр паромын жасауға келісті',
        lead: `Талвания мен Норвегия ${on('kk', signed)} Ослода Талванияның ең ірі төрт көліне арналған, аккумулятормен жүретін он екі жолаушылар паромын жобалау, жасау және сынақтан өткізу туралы келісімге қол қойды. Алғашқы паром ${first} жылы, соңғысы ${last} жылы іске қосылады.`,
        datelinePlace: 'Осло',
        body: [
          p(
            'Талвания Елшілігінде өткен рәсімде келісімге Талванияның Көлік министрі Мира Холленд пен Бергендегі «Нурлюс» теңіз орталығының директоры Сюннива Хауге қол қойды.',
          ),
          p(
            'Бағдарламаның құны – 86 миллион еуро. Оның 54 миллионын Талвания мемлекеттік бюджеттен төлейді, қалған 32 миллионы жеңілдетілген несие есебінен қаржыландырылады.',
          ),
          h('Не туралы келісілді'),
          list(
            '**Жобалау:** Бергендегі орталық паромның корпусын жобалап, оның үлгісін сынақ бассейнінде тексереді.',
            '**Құрылыс:** он екі паромның барлығын Меридалдағы кеме жасау зауыты құрастырады; оның 140 жұмысшысы осы мақсатта Норвегияда және өз елінде оқытылады.',
            '**Зарядтау:** тоғыз айлаққа зарядтау стансалары орнатылады, электр қуаты жақын маңдағы жел электр стансаларынан келеді.',
          ),
          p(
            `Көлік министрлігінің [техникалық-экономикалық негіздемесіне](${study}) сәйкес, паромдар жылына шамамен 2,4 миллион жолаушы тасымалдап, көмірқышқыл газының шығарындысын шамамен 31\u00a0000 тоннаға азайтады.`,
          ),
          quote(
            'Көлдеріміз – біздің жолдарымыз. Норвегияның фьордтардағы тәжірибесімен олар тыныш әрі таза жолдарға айналады.',
            'Илан Торвай, Талванияның Норвегиядағы Елшісі',
          ),
          picture('lake'),
          h('Келесі қадамдар'),
          p(
            `Бірлескен комитеттің алғашқы отырысы ${on('kk', meeting)} Меридалда өтеді. Алғашқы паромның құрылысын ${first} жылдың көктемінде бастау жоспарланған.`,
          ),
        ],
      },
      ru: {
        headline:
          'Талвания и Норвегия договорились построить двенадцать электропаромов для внутренних озёр',
        lead: `Талвания и Норвегия подписали ${on('ru', signed)} в Осло соглашение о проектировании, строительстве и испытаниях двенадцати пассажирских паромов на аккумуляторах для четырёх крупнейших озёр Талвании. Первый паром должен выйти на линию в ${first} году, последний – в ${last} году.`,
        datelinePlace: 'Осло',
        body: [
          p(
            'Соглашение подписали в Посольстве Талвании министр транспорта Талвании Мира Холленд и директор морского центра «Нурлюс» в Бергене Сюннива Хауге.',
          ),
          p(
            'Стоимость программы – 86 миллионов евро. Талвания выделит 54 миллиона из государственного бюджета, остальные 32 миллиона покроет льготный кредит.',
          ),
          h('О чём договорились'),
          list(
            '**Проектирование:** центр в Бергене разработает корпус и испытает его модель в опытовом бассейне.',
            '**Строительство:** все двенадцать паромов построит верфь в Меридале; 140 её рабочих пройдут для этого обучение в Норвегии и на родине.',
            '**Зарядка:** на девяти причалах появятся зарядные станции, электроэнергию для них дадут близлежащие ветропарки.',
          ),
          p(
            `По данным [технико-экономического обоснования](${study}) Министерства транспорта, паромы будут перевозить около 2,4 миллиона пассажиров в год и сократят выбросы углекислого газа примерно на 31\u00a0000 тонн.`,
          ),
          quote(
            'Наши озёра – это наши дороги. С опытом, который Норвегия накопила на фьордах, эти дороги станут тихими и чистыми.',
            'Илан Торвай, Посол Талвании в Норвегии',
          ),
          picture('lake'),
          h('Дальнейшие шаги'),
          p(
            `Совместный комитет впервые соберётся в Меридале ${on('ru', meeting)}. Закладка первого парома намечена на весну ${first} года.`,
          ),
        ],
      },
    },
    script: [
      ...published('reviewer'),
      ...translated('nb'),
      ...translated('kk', 'second'),
      ...translated('ru', 'reviewer'),
    ],
  }
}
