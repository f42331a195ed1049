import { readableOn } from './colour.ts'

const paper = { light: '#fcfbf8', dark: '#15171b' } as const

const serifs = {
  latin: `'Iowan Old Style',Charter,'Source Serif 4','Noto Serif',Georgia,Cambria,serif`,
  // Faces that have Ә Ғ Қ Ң Ө Ұ Ү Һ І and ґ themselves, so that no letter comes from another one.
  cyrillic: `'PT Serif','Noto Serif','Source Serif 4','Times New Roman',serif`,
  arabic: `'Noto Naskh Arabic','Geeza Pro','Sakkal Majalla','Times New Roman',serif`,
} as const

function serifOf(language: string): string {
  if (['kk', 'ru', 'uk'].includes(language)) return serifs.cyrillic
  return language === 'ar' ? serifs.arabic : serifs.latin
}

/** Custom properties, which every rule takes its colours and faces from. */
function tokens(set: Record<string, string>): string {
  return Object.entries(set)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

/** The one style sheet of a page, for its head. The mission's colour is made readable on every background first. */
export function styleSheet({ colour, language }: { colour: string; language: string }): string {
  const light = tokens({
    paper: paper.light,
    panel: '#f3f0e8',
    ink: '#1c1b19',
    soft: '#57534b',
    line: '#dad5c9',
    accent: readableOn('#f3f0e8', colour),
    band: readableOn('#ffffff', colour),
    note: '#7a4b00',
    'note-paper': '#fdf3d7',
    alarm: '#9b1c16',
    'alarm-paper': '#fcebe8',
    serif: serifOf(language),
    sans: `system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic',sans-serif`,
  })
  const dark = tokens({
    paper: paper.dark,
    panel: '#1e2126',
    ink: '#ebe8e1',
    soft: '#aeaaa0',
    line: '#3a3e45',
    accent: readableOn('#1e2126', colour),
    note: '#f0c561',
    'note-paper': '#2c2515',
    alarm: '#ff9c91',
    'alarm-paper': '#331c1a',
  })
  return `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}${rules}`
}

/** Written without a blank that isn't needed: it goes out with every page. */
const rules = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.6 var(--serif);overflow-wrap:break-word;min-block-size:100vh;display:flex;flex-direction:column}
h1,h2,h3,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
ul.plain,.plain ul{list-style:none}
img,svg{max-inline-size:100%;block-size:auto;vertical-align:middle}
a{color:var(--accent);text-underline-offset:.16em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:.1875rem solid var(--accent);outline-offset:.1875rem;border-radius:.125rem}
h1,h2,h3{line-height:1.18;text-wrap:balance;hyphens:manual;font-weight:600}
bdi{unicode-bidi:isolate}
time{font-variant-numeric:tabular-nums}
.wrap{inline-size:100%;max-inline-size:72rem;margin-inline:auto;padding-inline:clamp(1.125rem,4vw,2.5rem)}
.skip{position:absolute;inset-block-start:-10rem;inset-inline-start:1rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem;font:1rem/1.5 var(--sans);z-index:1}
.skip:focus{inset-block-start:0}
.masthead{border-block-start:.5rem solid var(--band);font-family:var(--sans)}
.bar{display:flex;flex-wrap:wrap;gap:.75rem 2rem;align-items:center;justify-content:space-between;padding-block:1.125rem .875rem}
.name{display:flex;align-items:center;gap:.875rem;color:inherit;text-decoration:none;min-inline-size:0}
.name:hover b{text-decoration:underline}
.name img{inline-size:auto;max-block-size:3.25rem;max-inline-size:8rem}
.name b{display:block;color:var(--ink);font:600 1.25rem/1.25 var(--serif)}
.name span{display:block;font-size:.875rem;line-height:1.4;color:var(--soft)}
.tongues ul{display:flex;flex-wrap:wrap;gap:.125rem 1.125rem;font-size:.9375rem}
.tongues a,.tongues b{display:inline-block;padding-block:.25rem}
.tongues b{font-weight:600;border-block-end:.125rem solid var(--accent)}
.nav{border-block:.0625rem solid var(--line)}
.nav .wrap{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 2rem}
.nav ul{display:flex;flex-wrap:wrap;gap:0 1.75rem;font-size:1rem}
.nav a{display:block;padding-block:.5625rem;color:var(--ink);text-decoration:none;border-block-end:.1875rem solid transparent;margin-block-end:-.0625rem}
.nav a:hover{text-decoration:underline}
.nav a[aria-current]{border-color:var(--accent);font-weight:600}
.nav search{flex:0 1 19rem;min-inline-size:0}.find{display:flex;margin-block:.375rem}
.find input,.filters input,.filters select{font:inherit;font-size:1rem;min-inline-size:0;inline-size:100%;block-size:2.5rem;padding:.25rem .625rem;color:var(--ink);background:var(--paper);border:.0625rem solid var(--soft);border-radius:0}
.find button,.filters button{font:600 1rem/1 var(--sans);block-size:2.5rem;padding-inline:1rem;color:var(--paper);background:var(--accent);border:0;cursor:pointer}
@media (max-width:40em){.nav search{flex-basis:100%;margin-block-end:.375rem}}
main{flex:1;padding-block:clamp(1.75rem,4vw,3.25rem) clamp(3rem,7vw,5rem)}
.foot{background:var(--band);color:#fff;font:.9375rem/1.6 var(--sans)}
.foot .wrap{display:flex;flex-wrap:wrap;gap:1rem 3rem;justify-content:space-between;padding-block:2rem 2.5rem}
.foot a{color:inherit}.foot .tongues b{border-color:#fff}.foot :focus-visible{outline-color:#fff}
.foot p b{font:600 1.0625rem/1.4 var(--serif)}
.eyebrow{font:.9375rem/1.5 var(--sans);color:var(--soft)}
.eyebrow b{color:var(--accent);font-weight:600}
.eyebrow b+*::before{content:"·";padding-inline:.5em;color:var(--soft)}
.title{font-size:clamp(2rem,1.2rem + 3vw,3.25rem);line-height:1.1;letter-spacing:-.012em;margin-block:.5rem 0;max-inline-size:21em}
.title.long{font-size:clamp(1.625rem,1.2rem + 1.9vw,2.5rem);max-inline-size:27em}
@media (max-width:30em){.title,.row h2,.story h2{hyphens:auto;hyphenate-limit-chars:14 6 5;-webkit-hyphenate-limit-before:6;-webkit-hyphenate-limit-after:5}}
:lang(ar) .title,:lang(ar).title{letter-spacing:0;line-height:1.35}
.lead{font-size:clamp(1.25rem,1.1rem + .6vw,1.4375rem);line-height:1.45;margin-block-start:1.125rem;max-inline-size:44rem}
.when{font:.9375rem/1.5 var(--sans);color:var(--soft);margin-block-start:1rem}
.when span{display:inline-block;margin-inline-end:1.5rem}
.notice{font:1rem/1.5 var(--sans);background:var(--note-paper);border-inline-start:.375rem solid var(--note);padding:.875rem 1.125rem;margin-block-end:1.25rem;max-inline-size:52rem}
.notice.withdrawn{background:var(--alarm-paper);border-color:var(--alarm)}
.notice .head{margin:0;font:600 1.0625rem/1.4 var(--sans);color:var(--note)}
.notice.withdrawn .head{color:var(--alarm)}
.notice p{margin-block-start:.25rem}.notice a{color:inherit}
.notices{margin-block-end:1.75rem}
.columns{display:grid;gap:2.5rem clamp(2.5rem,6vw,5rem);margin-block-start:clamp(1.5rem,3vw,2.25rem)}
@media (min-width:60em){.columns{grid-template-columns:minmax(0,38rem) minmax(16rem,1fr)}.home .columns{grid-template-columns:minmax(0,1fr) 17rem}}
.text{hyphens:auto;min-inline-size:0}
.text>p,.text>ul,.text>ol,.text>.said,.text>figure{margin-block-end:1.25em}
.text>h2{font-size:1.5rem;margin-block:2em .6em}.text>h3{font-size:1.25rem;margin-block:1.75em .5em}
.text ul,.text ol{padding-inline-start:1.4em}.text li{margin-block-end:.4em}.text li>ul,.text li>ol{margin-block-start:.4em}
.text .said{border-inline-start:.1875rem solid var(--accent);padding-inline-start:1.25rem;margin-block:1.75em}
.said blockquote{font-size:1.3125rem;line-height:1.5}.said blockquote p+p{margin-block-start:.6em}
.said figcaption{font:.9375rem/1.5 var(--sans);color:var(--soft);margin-block-start:.5rem}
.picture{hyphens:manual}
.picture img{display:block;inline-size:auto;max-block-size:85vh;background:var(--panel)}
.picture.top{margin-block-end:1.75em}
.picture.top img,.picture.top picture{inline-size:100%;object-fit:contain}
.picture figcaption{font:.9375rem/1.45 var(--sans);margin-block-start:.625rem;color:var(--soft)}
.picture .caption{color:var(--ink)}
.picture figcaption span,.picture figcaption a{display:inline-block;margin-inline-end:.75em}.picture .caption{display:block}
.picture .credit{white-space:normal}
.after{font:1rem/1.6 var(--sans);border-block-start:.0625rem solid var(--line);padding-block-start:1.25rem;margin-block-start:2.25rem;max-inline-size:38rem;hyphens:manual}
.after p+p{margin-block-start:.75em}
.onward{display:flex;flex-wrap:wrap;gap:1rem 3rem}.onward p+p{margin:0}.onward b{display:block;font-weight:600}.share a[dir]{overflow-wrap:anywhere}
h2.label{font:600 1rem/1.4 var(--sans);margin-block-end:.75rem}
.side{font:1rem/1.5 var(--sans);min-inline-size:0}
.side section{border-block-start:.1875rem solid var(--accent);padding-block:.875rem 2rem}
.card+.card{margin-block-start:1.25rem;padding-block-start:1.25rem;border-block-start:.0625rem solid var(--line)}
.card h2,.card h3{font:600 1.125rem/1.35 var(--serif)}
.card p{color:var(--soft)}
.card dl{margin-block-start:.5rem}
.card dt{font-size:.875rem;color:var(--soft)}
.card dd{font-variant-numeric:tabular-nums;margin-block-end:.375rem}
.card dd a{display:inline-block;padding-block:.125rem}
.files li{padding-block:.375rem}
.facts{display:block;font-size:.875rem;color:var(--soft);font-variant-numeric:tabular-nums}
.tags{display:flex;flex-wrap:wrap;gap:.375rem .5rem}
.tags li{background:var(--panel);border:.0625rem solid var(--line);padding:.125rem .625rem;border-radius:1rem;font-size:.9375rem}
.page{font-size:clamp(1.875rem,1.3rem + 2vw,2.625rem);margin-block-end:clamp(1rem,3vw,2rem)}
.rows>li{border-block-start:.0625rem solid var(--line);padding-block:1.375rem}
.row{display:grid;gap:.25rem 2rem;grid-template-columns:minmax(0,1fr)}
.row h2,.row h3{font-size:clamp(1.1875rem,1.1rem + .5vw,1.3125rem);line-height:1.25}
.row h2 a,.row h3 a,.story h2 a{color:var(--ink);text-decoration:none}
.row h2 a:hover,.row h3 a:hover,.story h2 a:hover{text-decoration:underline;text-decoration-thickness:.08em}
.row .brief{font-size:1.0625rem;line-height:1.5;color:var(--soft);margin-block-start:.375rem;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;line-clamp:2;overflow:hidden}
.thumb img{aspect-ratio:3/2;object-fit:cover;inline-size:100%;background:var(--panel)}
.row .date{font:.9375rem/1.5 var(--sans);color:var(--soft)}
.row .date span::after{content:"·";padding-inline:.4em .15em}
.row .date{grid-column:1/-1}.row .thumb{margin-block-start:.3rem}
@media (min-width:22em){.row{grid-template-columns:minmax(0,1fr) 6.5rem;column-gap:1.125rem}.row.bare{grid-template-columns:minmax(0,1fr)}}@media (min-width:40em){.row{grid-template-columns:minmax(0,1fr) 11rem;column-gap:2rem}}
@media (min-width:60em){.row,.row.bare{grid-template-columns:10rem minmax(0,1fr) 11rem}.row .date{grid-column:1;padding-block-start:.25rem}.row .date span{display:block}.row .date span::after{content:none}.home .row,.home .row.bare{grid-template-columns:minmax(0,1fr) 9rem}.home .row .date{grid-column:1/-1;padding:0}.home .row .date span{display:inline}.home .row .date span::after{content:"·"}}
.story{display:grid;gap:1.25rem 2.5rem;padding-block-end:2.25rem}
.story h2{font-size:clamp(1.75rem,1.2rem + 2.2vw,2.625rem);line-height:1.12;letter-spacing:-.01em;margin-block:.375rem .75rem}
:lang(ar) .story h2{letter-spacing:0;line-height:1.35}
.story .brief{font-size:1.1875rem;line-height:1.5}
@media (min-width:48em){.story.pictured{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}}
.home h1{font-size:1.0625rem;font-family:var(--sans);margin-block-end:1.25rem;color:var(--soft)}
.between{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem}.years+.more{margin-block-start:0}
.more{font:600 1rem/1.5 var(--sans);border-block-start:.0625rem solid var(--line);padding-block-start:1.125rem}
.side .about p{color:var(--soft)}.side .about p+p{margin-block-start:.75em}
.pages{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem;border-block-start:.0625rem solid var(--line);padding-block-start:1.25rem;font:1rem/1.5 var(--sans)}
.feeds{font:1rem/1.5 var(--sans);color:var(--soft);margin-block-start:1.125rem}.feeds a{display:inline-block;padding-block:.125rem;margin-inline-end:.5em}
.pages a{font-weight:600;padding-block:.25rem}
.empty{font:1.125rem/1.6 var(--sans);max-inline-size:38rem}
.empty ul{margin-block-start:.75rem}
.people{display:grid;gap:2.25rem 3rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr));font:1rem/1.5 var(--sans)}
.people .card{margin:0;padding:1rem 0 0;border-block-start:.1875rem solid var(--accent)}
.bank{columns:20rem;column-gap:2.25rem}
.bank li{break-inside:avoid;padding-block-end:2.25rem}
.bank img{max-block-size:34rem}.release .bank{columns:15rem;column-gap:1.5rem}.release .bank img{max-block-size:26rem}
.papers{max-inline-size:46rem;font:1.0625rem/1.5 var(--sans)}
.papers li{border-block-start:.0625rem solid var(--line);padding-block:1rem}
.choices{max-inline-size:38rem}
.choices li{border-block-start:.0625rem solid var(--line)}
.choices a{display:block;padding-block:1rem;text-decoration:none;color:var(--ink)}
.choices b{font-size:1.375rem;color:var(--accent);text-decoration:underline;text-underline-offset:.16em;text-decoration-thickness:.06em;font-weight:600}
.choices span{display:block;font:1rem/1.5 var(--sans);color:var(--soft)}
.message{max-inline-size:40rem}
.message p{margin-block-start:1rem}
.filters{display:grid;gap:.875rem 1rem;align-items:end;font:.9375rem/1.4 var(--sans);background:var(--panel);padding:1.125rem}
.filters label{display:grid;gap:.25rem;color:var(--soft);min-inline-size:0}
.ask{grid-column:1/-1;display:flex}
@media (min-width:20em){.filters{grid-template-columns:repeat(2,minmax(0,1fr))}}@media (min-width:48em){.filters{grid-template-columns:repeat(4,minmax(0,1fr))}}
.chosen{margin-block-start:1rem;font-family:var(--sans)}.total,.remark{font:1rem/1.5 var(--sans);margin-block-start:1rem}.total{color:var(--soft)}
mark{background:var(--note-paper);color:inherit;font-weight:600;text-decoration:underline;text-decoration-color:var(--note)}
search~.rows,search~.empty{margin-block-start:1.25rem}
.years,.month{margin-block-start:1rem}.years{max-inline-size:38rem;font:1.125rem/1.5 var(--sans)}.years li{display:flex;justify-content:space-between;gap:1rem;border-block-start:.0625rem solid var(--line);padding-block:.75rem;font-variant-numeric:tabular-nums}.years span{color:var(--soft)}
.month .row{padding-block:0}.month>li{padding-block:.875rem}.month .row h2{font-size:1.125rem;padding-block-start:.125rem}
.tags a{color:inherit}.from{display:none}
@media (forced-colors:active){.masthead,.side section,.notice,.nav a[aria-current]{border-color:CanvasText}.foot{border-block-start:.0625rem solid}}
@media print{@page{margin:2cm}:root{--paper:#fff;--panel:#fff;--ink:#000;--soft:#333;--accent:#000;--note-paper:#fff;--alarm-paper:#fff}body{font-size:11pt;display:block}.skip,.nav,.filters,.chosen,.tongues,.foot,.share,.onward,.pages,.more,.feeds,.downloads,.picture figcaption a{display:none}.masthead{border:0}.bar{padding-block:0 .5rem;border-block-end:.0625rem solid #000}main{padding-block:1rem}.title{font-size:22pt}.lead{font-size:13pt}.columns{display:block}.bank{columns:auto!important}.side{margin-block-start:1rem;break-inside:avoid}.from{display:block;font:9pt/1.4 var(--sans);margin-block-start:1rem;border-block-start:.0625rem solid #000;padding-block-start:.375rem}.tags a{text-decoration:none}.picture{break-inside:avoid}.picture img,.picture.top img{inline-size:auto;max-inline-size:9cm;max-block-size:7cm}.text a[href^=http]::after,.after a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}.notice{border:.0625rem solid #000}h2,h3{break-after:avoid}}
`.replace(/\n/g, '')
