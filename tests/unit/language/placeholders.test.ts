import { describe, expect, it } from 'vitest'
import { findPlaceholders } from '@/language/placeholders.ts'

describe('places that somebody meant to fill in', () => {
  it.each([
    ['[name]', 'The new consul, [name], arrives.'],
    ['[NAME]', 'The new consul, [NAME], arrives.'],
    ['[Full Name]', 'The new consul, [Full Name], arrives.'],
    ['[DATE AND TIME]', 'The meeting begins on [DATE AND TIME].'],
    ['[date, quote]', 'See [date, quote].'],
    ['[DATE 2]', 'From Monday to [DATE 2].'],
    ['XNUMX', 'The goal for XNUMX stands.'],
    ['COXNUMX', 'COXNUMX-neutral by then.'],
    ['[PLACE]', 'Held in [PLACE].'],
    ['[MINISTER]', '[MINISTER] said so.'],
    ['[e-mail]', 'Write to [e-mail].'],
    ['[place]', 'Held in [place].'],
    ['[amount]', 'The loan is [amount] euros, “not a cent more”.'],
    ['[tidspunkt og sted]', 'Møt opp [tidspunkt og sted]! «Velkommen.»'],
    ['[сумма]', 'Кредит составит [сумма].'],
    ['[TBC]', 'Venue: [TBC]'],
    ['[tbc: venue]', 'Held at [tbc: venue].'],
    ['[TBC – Anna asks]', 'Held at [TBC – Anna asks].'],
    ['[to be confirmed]', 'The date is [to be confirmed].'],
    ['[insert quote from the Ambassador]', '[insert quote from the Ambassador]'],
    ['[Insert]', '[Insert]'],
    ['[fill in the number]', 'About [fill in the number] people.'],
    ['[xx]', 'About [xx] people.'],
    ['[xx. mars]', 'Møtet er [xx. mars].'],
    ['[XXXX]', 'No. [XXXX]'],
    ['[dd.mm.yyyy]', 'On [dd.mm.yyyy] in Oslo.'],
    ['[DD/MM]', 'On [DD/MM] in Oslo.'],
    ['[__]', 'In room [__].'],
    ['[ ]', 'In room [ ].'],
    ['[??]', 'In room [??].'],
    ['[navn]', 'Ambassadør [navn] sier'],
    ['[dato og sitat]', 'Ambassaden [dato og sitat]'],
    ['[STED]', 'I [STED] i går'],
    ['[sett inn sitat]', '«[sett inn sitat]»'],
    ['[Fyll inn dato]', 'Fra [Fyll inn dato]'],
    ['[må avklares]', 'Prisen er [må avklares].'],
    ['[fylles ut senere]', 'Prisen er [fylles ut senere].'],
    ['[имя]', 'Посол [имя] заявил'],
    ['[Имя и Фамилия]', 'Посол [Имя и Фамилия] заявил'],
    ['[ФИО]', 'Посол [ФИО] заявил'],
    ['[МЕСТО]', 'Встреча пройдёт в [МЕСТО].'],
    ['[вставить цитату министра]', '«[вставить цитату министра]»'],
    ['[уточняется]', 'Время: [уточняется]'],
    ['[хх марта]', 'Встреча состоится [хх марта].'],
    ['[ДД.ММ.ГГГГ]', 'от [ДД.ММ.ГГГГ]'],
    ['[аты-жөні]', 'Елші [аты-жөні] мәлімдеді'],
    ['[КҮНІ]', 'Кездесу [КҮНІ] өтеді.'],
    ['[дәйексөзді енгізіңіз]', '«[дәйексөзді енгізіңіз]»'],
    ['[кейін қосылады]', 'Бағасы [кейін қосылады].'],
    ['[кк.аа.жжжж]', '[кк.аа.жжжж] күні'],
    ['{{title}}', 'Dear {{title}} Hansen'],
    ['Lorem ipsum', 'Lorem ipsum dolor sit amet'],
  ])('%s', (expected, text) => {
    expect(findPlaceholders(text)).toEqual([expected])
  })

  it('are all found, in their order', () => {
    expect(findPlaceholders('Lorem ipsum: [NAME] and {{date}}, [tbc].')).toEqual([
      'Lorem ipsum',
      '[NAME]',
      '{{date}}',
      '[tbc]',
    ])
  })

  it('may be words that somebody said, in a quotation of its own', () => {
    expect(findPlaceholders('That [place] will be remembered.', { speech: true })).toEqual([])
    expect(findPlaceholders('That [PLACE] will be remembered.', { speech: true })).toEqual([
      '[PLACE]',
    ])
  })

  it.each([
    ['words put into a quotation', '“[The Government] will not yield,” she said.'],
    ['words put into a quotation', '«[Norge] har [alltid] stått ved sitt ord», sa hun.'],
    ['words put into a quotation', '«[Наши] партнёры [в Осло] готовы», – сказал он.'],
    ['words put into a quotation', '«[Біздің] елдің [сол] күні».'],
    ['a noun put into a quotation', '“That [place] and that [time] will be remembered.”'],
    ['a noun put into a quotation', '«Hver [tekst] fra det [sted]».'],
    ['a noun put into a quotation', '«В то [время] этот [город]…»'],
    ['a noun put into a quotation', '«Сол [күні] біздің [ел]».'],
    ['an abbreviation put into a quotation', '“The Alliance [NATO] and the Union [EU] agree.”'],
    ['a bank', 'the bank [TBC Bank] of Tbilisi, [TBC-bank]'],
    ['a verb put into a quotation', '“The treaty [to be confirmed by Parliament] is good.”'],
    ['a verb put into a quotation', '“We [add value], they [enter] it.”'],
    ['an ellipsis', '“It was […] good [...] and [. . .] long.”'],
    ['an error that was quoted', 'They “recieved [sic] it”. «Слово [так в тексте]».'],
    ['a doubtful reading', 'In 1923 [?] the consulate opened.'],
    ['a number of a note', 'As agreed in 1994 [1], [2–4].'],
    ['a year put into a quotation', '“in that year [2026]”'],
    ['a Roman number', 'в [XX] веке и [XIX–XX] веках; the [XXX] Olympiad'],
    ['a note of the translator', '[Прим. ред.] [red. anm.] [Editor’s note: see page 2]'],
    ['a name withheld', 'The witness [name withheld] was safe.'],
    ['round brackets', 'The consul (name, date) and the price (tbc) …'],
    ['an address', 'https://talvania.example/?q[name]s=1 and https://talvania.example/#[a]'],
    ['a name of a file', 'report_[final].pdf'],
    ['a single brace', 'f(x) = {x}, {name}'],
    ['brackets without an end', 'an [unfinished thought'],
    ['a word of two', 'lorem and ipsum; Loremipsum'],
    ['words about words', 'first [last] of [full] and [of]'],
    ['a bracket over lines', 'a [name\n] b'],
    ['nothing in brackets', 'int[] a'],
    ['nothing', ''],
  ])('%s is none: %s', (_what, text) => {
    expect(findPlaceholders(text)).toEqual([])
  })
})
