import { dice, flag, haze, height, photograph, ridge, shadow, star, under, width } from './draw.ts'

/** Mountains over a lake before sunrise: ridge behind ridge, each paler, and their mirror image. */
export async function drawLake(): Promise<Buffer> {
  const shore = 1010
  const layers = [
    { seed: 11, level: 560, rough: 420, colour: '#b9b5c9' },
    { seed: 25, level: 690, rough: 380, colour: '#8f97b4' },
    { seed: 37, level: 800, rough: 300, colour: '#667a9b' },
    { seed: 48, level: 890, rough: 200, colour: '#40597a' },
    { seed: 59, level: 965, rough: 90, colour: '#22384f' },
  ]
  const mountains = layers
    .map(({ seed, level, rough, colour }, index) => {
      const path = under(
        ridge(seed, level, rough, 0.52).map((y) => Math.min(y, shore)),
        shore,
      )
      return `<path d="${path}" fill="${colour}"/><path d="${path}" fill="url(#mist)" opacity="${0.75 - index * 0.12}"/>`
    })
    .join('')
  const random = dice(5)
  const ripples = Array.from({ length: 420 }, () => {
    const depth = random() ** 1.6
    const y = shore + 6 + depth * (height - shore)
    const long = 40 + depth * 420 * random()
    const light = random() > 0.45
    return `<rect x="${(random() * width - 100).toFixed(0)}" y="${y.toFixed(1)}" width="${long.toFixed(0)}" height="${(1 + depth * 5).toFixed(1)}" rx="3" fill="${light ? '#ffd9b0' : '#1c3048'}" fill-opacity="${(0.05 + random() * 0.13).toFixed(2)}"/>`
  }).join('')
  const reeds = Array.from({ length: 260 }, () => {
    const x = random() ** 1.4 * 760
    const tall = 90 + random() * 260 * (1 - x / 900)
    const lean = (random() - 0.35) * 60
    return `<path d="M${x.toFixed(0)} ${height}q${(lean / 3).toFixed(0)} ${(-tall * 0.6).toFixed(0)} ${lean.toFixed(0)} ${(-tall).toFixed(0)}" stroke="#0b1622" stroke-width="${(2 + random() * 4).toFixed(1)}" fill="none" stroke-opacity="0.9"/>`
  }).join('')
  return photograph(
    `<defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#33456f"/><stop offset="0.35" stop-color="#8d86a8"/><stop offset="0.7" stop-color="#f0b48a"/><stop offset="1" stop-color="#ffdca8"/></linearGradient>
      <radialGradient id="sun" cx="1560" cy="700" r="760" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff3d0"/><stop offset="0.25" stop-color="#ffd9a0" stop-opacity="0.75"/><stop offset="1" stop-color="#ffd9a0" stop-opacity="0"/></radialGradient>
      <linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0.25" stop-color="#ffe2c0" stop-opacity="0"/><stop offset="1" stop-color="#ffe2c0" stop-opacity="0.62"/></linearGradient>
      <linearGradient id="deep" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f3c9a0" stop-opacity="0.25"/><stop offset="1" stop-color="#101f33" stop-opacity="0.88"/></linearGradient>
    </defs>
    <rect width="${width}" height="${shore}" fill="url(#sky)"/>
    ${await haze({ x: 0, y: 0, w: width, h: 640 }, { colour: [255, 214, 190], frequency: [0.0016, 0.0075], seed: 3, from: 2.6, to: -1.25 })}
    <rect width="${width}" height="${shore}" fill="url(#sun)"/>
    <g id="land">${mountains}</g>
    <g transform="translate(0 ${shore * 2}) scale(1 -1)"><rect width="${width}" height="${shore}" fill="url(#sky)"/><rect width="${width}" height="${shore}" fill="url(#sun)"/>${mountains}</g>
    <rect y="${shore}" width="${width}" height="${height - shore}" fill="url(#deep)"/>
    ${ripples}
    <rect y="${shore - 5}" width="${width}" height="9" fill="#ffe9cc" fill-opacity="0.35"/>
    ${reeds}`,
    { grain: 8, soft: 0.9 },
  )
}

/** The front of the embassy in the evening: rows of lit windows, a portal with columns, the flag. */
export async function drawHouse(): Promise<Buffer> {
  const random = dice(21)
  const bays = 11
  const left = 250
  const bay = 178
  const rows = [
    { y: 470, h: 190 },
    { y: 740, h: 240 },
    { y: 1070, h: 230 },
  ]
  const windows = rows
    .flatMap(({ y, h }, row) =>
      Array.from({ length: bays }, (_, index) => {
        if (row === 2 && index >= 4 && index <= 6) return ''
        const x = left + index * bay + 42
        const lit = random() > 0.42
        const glass = lit ? `url(#lit${random() > 0.5 ? 1 : 2})` : 'url(#dark)'
        const pediment =
          row === 1
            ? `<path d="M${x - 18} ${y - 26}h130l-65 -42Z" fill="#d9c9ac"/><path d="M${x - 18} ${y - 26}h130v8h-130Z" fill="#8d7c63"/>`
            : `<rect x="${x - 16}" y="${y - 30}" width="126" height="14" fill="#d9c9ac"/>`
        const curtain = lit
          ? `<path d="M${x} ${y}h22q-6 ${h / 2} 4 ${h}h-26Z M${x + 94} ${y}h-22q6 ${h / 2} -4 ${h}h26Z" fill="#fff4da" fill-opacity="0.5"/>`
          : `<path d="M${x + 8} ${y + h}L${x + 70} ${y}h18L${x + 26} ${y + h}Z" fill="#b8cbe0" fill-opacity="0.16"/>`
        return `${pediment}<rect x="${x - 14}" y="${y - 14}" width="122" height="${h + 26}" fill="#cdbb9b"/><rect x="${x - 14}" y="${y - 14}" width="10" height="${h + 26}" fill="#a79577"/>
          <rect x="${x}" y="${y}" width="94" height="${h}" fill="${glass}"/>${curtain}
          <path d="M${x + 47} ${y}v${h}M${x} ${y + h * 0.36}h94" stroke="#efe6d2" stroke-width="6"/>
          <rect x="${x}" y="${y}" width="94" height="14" fill="#000" fill-opacity="0.28"/>
          <rect x="${x - 22}" y="${y + h + 12}" width="138" height="16" fill="#e2d4b9"/><rect x="${x - 22}" y="${y + h + 28}" width="138" height="10" fill="#6f624d" fill-opacity="0.6"/>`
      }),
    )
    .join('')
  const pilasters = Array.from({ length: bays + 1 }, (_, index) => {
    const x = left + index * bay - 14
    return `<rect x="${x}" y="410" width="30" height="900" fill="#d5c4a5"/><rect x="${x + 22}" y="410" width="8" height="900" fill="#9b8a6d" fill-opacity="0.7"/>`
  }).join('')
  const columns = [0, 1, 2, 3]
    .map((index) => {
      const x = 955 + index * 160
      return `<rect x="${x}" y="1035" width="46" height="315" fill="url(#column)"/><rect x="${x - 9}" y="1022" width="64" height="18" fill="#e6d8bd"/><rect x="${x - 9}" y="1345" width="64" height="20" fill="#cbb997"/>`
    })
    .join('')
  const stones = Array.from({ length: 230 }, () => {
    const y = 1432 + random() ** 1.3 * 168
    const long = 60 + ((y - 1400) / 200) * 160
    return `<rect x="${(random() * 2500 - 60).toFixed(0)}" y="${y.toFixed(0)}" width="${long.toFixed(0)}" height="${(5 + (y - 1430) / 14).toFixed(0)}" rx="3" fill="${random() > 0.5 ? '#7d7d8a' : '#3b3f4d'}" opacity="0.28"/>`
  }).join('')
  const trees = [130, 2290]
    .map((x, side) => {
      const leaves = Array.from({ length: 1700 }, () => {
        const angle = random() * Math.PI * 2
        const far = Math.sqrt(random())
        return `<circle cx="${(x + Math.cos(angle) * far * 250).toFixed(0)}" cy="${(880 + Math.sin(angle) * far * 330).toFixed(0)}" r="${(5 + random() * 12).toFixed(0)}" fill="${['#1e3530', '#27443a', '#32523f', '#182a29'][Math.floor(random() * 4)]}" fill-opacity="0.85"/>`
      }).join('')
      return `<rect x="${x - 20 + side * 6}" y="1050" width="38" height="380" fill="#20211f"/>${leaves}`
    })
    .join('')
  return photograph(
    `<defs>
      <linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#24365e"/><stop offset="0.7" stop-color="#7b8bb0"/><stop offset="1" stop-color="#e0b9a0"/></linearGradient>
      <linearGradient id="wall" x1="0" y1="0" x2="1" y2="0.4"><stop offset="0" stop-color="#dcc8a2"/><stop offset="0.55" stop-color="#c7b08a"/><stop offset="1" stop-color="#a28d70"/></linearGradient>
      <linearGradient id="lit1" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffd98a"/><stop offset="1" stop-color="#f2a94e"/></linearGradient>
      <linearGradient id="lit2" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffe9b8"/><stop offset="1" stop-color="#e8b366"/></linearGradient>
      <linearGradient id="dark" x1="0" y1="0" x2="0.4" y2="1"><stop offset="0" stop-color="#4d607f"/><stop offset="1" stop-color="#1d2637"/></linearGradient>
      <linearGradient id="column" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#b29f80"/><stop offset="0.35" stop-color="#f0e4cb"/><stop offset="1" stop-color="#8c7b60"/></linearGradient>
      <radialGradient id="glow" cx="1218" cy="1240" r="520" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#ffca7a" stop-opacity="0.55"/><stop offset="1" stop-color="#ffca7a" stop-opacity="0"/></radialGradient>
      <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#70707c"/><stop offset="1" stop-color="#33374a"/></linearGradient>
    </defs>
    <rect width="${width}" height="${height}" fill="url(#dusk)"/>
    ${await haze({ x: 0, y: 0, w: width, h: 420 }, { colour: [236, 205, 205], frequency: [0.0018, 0.006], seed: 12, from: 2.4, to: -1.2 })}
    <path d="M180 372L330 190h1770l150 182Z" fill="#3f4a5c"/><path d="M180 372L330 190h1770l20 24H352L222 372Z" fill="#55627a" fill-opacity="0.7"/>
    <rect x="640" y="130" width="70" height="120" fill="#6b5a4a"/><rect x="1720" y="130" width="70" height="120" fill="#6b5a4a"/>
    <rect x="205" y="368" width="2020" height="1064" fill="url(#wall)"/>
    <rect x="180" y="366" width="2070" height="34" fill="#e6d8bb"/><rect x="180" y="400" width="2070" height="14" fill="#80705a"/>
    <rect x="205" y="1018" width="2020" height="18" fill="#d9c9aa"/><rect x="205" y="1036" width="2020" height="8" fill="#7d6d55" fill-opacity="0.7"/>
    <rect x="205" y="1310" width="2020" height="122" fill="#a08e72"/><path d="M205 1350H2225M205 1392H2225" stroke="#86755c" stroke-width="4"/>
    ${pilasters}${windows}
    <rect x="930" y="1010" width="580" height="350" fill="#57493a"/><rect x="1110" y="1090" width="215" height="262" fill="url(#lit1)"/><path d="M1217 1090v262M1110 1160h215" stroke="#6a4f2e" stroke-width="10"/>
    <path d="M900 1004L1218 872L1536 1004Z" fill="#e2d3b4"/><path d="M975 990L1218 890L1462 990Z" fill="#b7a482"/><g fill="#e3b23c">${star(1218, 956, 34)}</g>
    <rect x="895" y="1000" width="646" height="28" fill="#eadcc1"/>
    ${columns}
    <path d="M880 1366h676v22H880ZM850 1388h736v22H850ZM820 1410h796v24H820Z" fill="#c9baa0"/><path d="M880 1386h676M850 1408h736M820 1432h796" stroke="#665a48" stroke-width="4"/>
    <rect width="${width}" height="${height}" fill="url(#glow)"/>
    <rect y="1430" width="${width}" height="170" fill="url(#ground)"/>${stones}
    <path d="M1085 1434L900 1600H1560L1352 1434Z" fill="#ffc97c" fill-opacity="0.2"/>
    <rect x="1212" y="40" width="11" height="330" fill="#d8d2c4"/><circle cx="1217" cy="36" r="12" fill="#e3b23c"/>
    <g transform="rotate(3 1223 60) skewY(4)">${flag(1224, -34, 270)}</g>
    ${trees}`,
    { grain: 9, soft: 0.7 },
  )
}

/** The flag in the wind: drawn flat, then every column moved and shaded as the cloth lies. */
export async function drawFlag(): Promise<Buffer> {
  // Six whole pixels each: a seam between two of them would show as a stripe.
  const columns = 280
  const wide = 1680
  const x0 = 420
  const y0 = 230
  const cloth = Array.from({ length: columns }, (_, index) => {
    const part = index / columns
    const x = x0 + part * wide
    const swing = part ** 0.7
    const bend = Math.sin(part * 11.5 - 0.6) * 46 * swing + Math.sin(part * 4.2) * 30 * swing
    const slope = Math.cos(part * 11.5 - 0.6)
    const shade = slope > 0 ? '#fff' : '#021318'
    const strength = (Math.abs(slope) * (slope > 0 ? 0.2 : 0.42) * swing).toFixed(3)
    const step = wide / columns
    return `<g transform="translate(0 ${bend.toFixed(1)})"><g clip-path="url(#c${index})"><use href="#flag"/></g><rect x="${x.toFixed(2)}" y="${y0}" width="${step.toFixed(2)}" height="${((wide * 2) / 3).toFixed(0)}" fill="${shade}" fill-opacity="${strength}"/></g>`
  }).join('')
  const clips = Array.from(
    { length: columns },
    (_, index) =>
      `<clipPath id="c${index}"><rect x="${(x0 + (index * wide) / columns).toFixed(2)}" y="0" width="${(wide / columns).toFixed(2)}" height="${height}"/></clipPath>`,
  ).join('')
  return photograph(
    `<defs><g id="flag">${flag(x0, y0, wide)}</g>${clips}
      <linearGradient id="sky" x1="0" y1="0" x2="0.2" y2="1"><stop offset="0" stop-color="#3f78b8"/><stop offset="1" stop-color="#cfe0ee"/></linearGradient>
      <linearGradient id="pole" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#8f9499"/><stop offset="0.4" stop-color="#fbfbf8"/><stop offset="1" stop-color="#70757a"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    ${await haze({ x: 0, y: 0, w: width, h: height }, { colour: [255, 255, 255], frequency: [0.0018, 0.0032], seed: 8, from: 3.2, to: -1.45 })}
    <rect x="372" y="90" width="44" height="${height}" fill="url(#pole)"/><circle cx="394" cy="80" r="40" fill="#d9a72f"/><circle cx="382" cy="68" r="14" fill="#fff0bd" fill-opacity="0.8"/>
    ${cloth}`,
    { grain: 7, soft: 0.9 },
  )
}

/** A turbine with its foot there, so tall, its blades turned by so many degrees. */
const turbine = (x: number, foot: number, tall: number, turn: number, colour: string): string => {
  const hub = foot - tall
  const blade = tall * 0.62
  const blades = [0, 120, 240]
    .map(
      (angle) =>
        `<path d="M${x - tall * 0.012} ${hub}q${-tall * 0.025} ${-blade * 0.3} ${tall * 0.008} ${-blade}q${tall * 0.03} ${blade * 0.5} ${tall * 0.016} ${blade}Z" transform="rotate(${turn + angle} ${x} ${hub})"/>`,
    )
    .join('')
  return `<g fill="${colour}"><path d="M${x - tall * 0.022} ${foot}L${x - tall * 0.009} ${hub}h${tall * 0.018}L${x + tall * 0.022} ${foot}Z"/>${blades}<circle cx="${x}" cy="${hub}" r="${tall * 0.022}"/></g>`
}

/** Wind turbines on a steppe at sunset; the nearest hills dark, the far ones in dust. */
export async function drawTurbines(): Promise<Buffer> {
  const hills = [
    { seed: 71, level: 1040, rough: 150, colour: '#b98a78' },
    { seed: 83, level: 1140, rough: 170, colour: '#8a6560' },
    { seed: 97, level: 1270, rough: 190, colour: '#5a454b' },
    { seed: 105, level: 1430, rough: 160, colour: '#2c2630' },
  ]
  const far = [180, 420, 640, 905, 1120, 1330, 1900, 2130, 2320]
    .map((x, index) => turbine(x, 1075 + (index % 3) * 14, 190, index * 37, '#8d675f'))
    .join('')
  const middle = [330, 820, 2020]
    .map((x, index) => turbine(x, 1210 + index * 8, 430, 20 + index * 49, '#5b464d'))
    .join('')
  const near = turbine(1560, 1440, 1010, 14, '#f3e3d3')
  const random = dice(33)
  const grass = Array.from({ length: 1500 }, () => {
    const x = random() * width
    const y = 1420 + random() * 190
    const tall = 18 + ((y - 1400) / 200) * 80 * random()
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)}q${(4 + random() * 14).toFixed(0)} ${(-tall * 0.7).toFixed(0)} ${(5 + random() * 12).toFixed(0)} ${(-tall).toFixed(0)}" stroke="${random() > 0.6 ? '#c98d55' : '#17141b'}" stroke-width="${(1 + random() * 2.4).toFixed(1)}" fill="none" stroke-opacity="${(0.35 + random() * 0.5).toFixed(2)}"/>`
  }).join('')
  const land = hills.map(
    ({ seed, level, rough, colour }) =>
      `<path d="${under(ridge(seed, level, rough, 0.42), height)}" fill="${colour}"/>`,
  )
  return photograph(
    `<defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3d3a66"/><stop offset="0.3" stop-color="#a05a78"/><stop offset="0.52" stop-color="#ee8a5a"/><stop offset="0.68" stop-color="#ffd08a"/></linearGradient>
      <radialGradient id="sun" cx="980" cy="1010" r="900" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fffbe6"/><stop offset="0.07" stop-color="#fff2c0"/><stop offset="0.09" stop-color="#ffdf9a" stop-opacity="0.65"/><stop offset="1" stop-color="#ff9a5a" stop-opacity="0"/></radialGradient>
      <linearGradient id="side" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#fff0dc" stop-opacity="0"/><stop offset="1" stop-color="#3a2c3c" stop-opacity="0.5"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    ${await haze({ x: 0, y: 0, w: width, h: 900 }, { colour: [255, 176, 140], frequency: [0.0011, 0.007], seed: 31, from: 3, to: -1.4 })}
    ${await haze({ x: 0, y: 60, w: width, h: 620 }, { colour: [70, 50, 92], frequency: [0.0014, 0.006], seed: 44, from: 2.8, to: -1.5 })}
    <rect width="${width}" height="${height}" fill="url(#sun)"/>
    ${land[0]}${far}${land[1]}${middle}${land[2]}${near}${land[3]}${grass}`,
    { grain: 9, soft: 0.8 },
  )
}

const pen = async (x: number, y: number, turn: number, body: string): Promise<string> =>
  `<g transform="rotate(${turn} ${x} ${y})">${await shadow({ x: x - 200, y: y + 14, w: 430, h: 34, round: 17 }, 0.5)}
    <rect x="${x - 220}" y="${y - 20}" width="400" height="40" rx="20" fill="${body}"/><rect x="${x - 210}" y="${y - 14}" width="380" height="9" rx="4" fill="#fff" fill-opacity="0.35"/>
    <rect x="${x - 20}" y="${y - 21}" width="26" height="42" fill="#d9ae4b"/><rect x="${x + 150}" y="${y - 19}" width="18" height="38" fill="#d9ae4b"/><path d="M${x + 178} ${y - 13}l66 13l-66 13Z" fill="#e6c673"/><path d="M${x + 196} ${y}h48" stroke="#6b5117" stroke-width="3"/></g>`

/** A table laid for signing: two folders with paper, two pens, the star on the leather. Nobody sits there yet. */
export async function drawTable(): Promise<Buffer> {
  const random = dice(63)
  const grainOfWood = Array.from({ length: 260 }, () => {
    const y = random() * height
    const bend = (random() - 0.5) * 60
    return `<path d="M-20 ${y.toFixed(0)}q620 ${bend.toFixed(0)} 1220 ${(bend / 3).toFixed(0)}t1240 ${(-bend / 2).toFixed(0)}" stroke="${random() > 0.5 ? '#2a160c' : '#9a633a'}" stroke-width="${(1 + random() * 7).toFixed(1)}" fill="none" stroke-opacity="${(0.05 + random() * 0.16).toFixed(2)}"/>`
  }).join('')
  const lines = (x: number, y: number, wide: number): string =>
    Array.from({ length: 15 }, (_, index) => {
      const short = index === 4 || index === 9 ? 0.55 : 0.86 + random() * 0.14
      return `<rect x="${x}" y="${y + index * 38}" width="${(wide * short).toFixed(0)}" height="${index === 0 ? 16 : 8}" fill="#4a4f57" fill-opacity="${index === 0 ? 0.75 : 0.34}"/>`
    }).join('')
  const folder = async (
    x: number,
    turn: number,
    leather: string,
    ribbon: string,
  ): Promise<string> =>
    `<g transform="rotate(${turn} ${x + 400} 800)">
      ${await shadow({ x: x + 22, y: 356, w: 800, h: 960, round: 16 }, 0.42)}
      <rect x="${x}" y="330" width="800" height="960" rx="16" fill="${leather}"/><rect x="${x}" y="330" width="800" height="960" rx="16" fill="url(#sheen)"/>
      <rect x="${x + 16}" y="346" width="768" height="928" rx="10" fill="none" stroke="#d7ad4a" stroke-width="4" opacity="0.8"/>
      ${await shadow({ x: x + 66, y: 396, w: 690, h: 852, round: 0 }, 0.25)}
      <rect x="${x + 58}" y="384" width="686" height="850" fill="#f7f2e6"/><rect x="${x + 58}" y="384" width="686" height="850" fill="url(#paper)"/>
      <g fill="#b98d2b">${star(x + 401, 452, 40)}</g>
      ${lines(x + 128, 540, 546)}
      <path d="M${x + 450} 1168q30 -46 62 -8t58 -20t70 14" stroke="#1f2f5c" stroke-width="5" fill="none" stroke-opacity="${turn < 0 ? 0.85 : 0}"/>
      <rect x="${x + 430}" y="1188" width="250" height="3" fill="#4a4f57" fill-opacity="0.6"/><rect x="${x + 128}" y="1188" width="220" height="3" fill="#4a4f57" fill-opacity="0.6"/>
      <path d="M${x + 640} 330v120l22 -24l22 24v-120Z" fill="${ribbon}"/></g>`
  return photograph(
    `<defs>
      <linearGradient id="wood" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#8c5530"/><stop offset="0.5" stop-color="#643a20"/><stop offset="1" stop-color="#3a2012"/></linearGradient>
      <linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.26"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.3"/></linearGradient>
      <linearGradient id="paper" x1="0" y1="0" x2="1" y2="1"><stop offset="0.4" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#5b4a2c" stop-opacity="0.26"/></linearGradient>
      <radialGradient id="lamp" cx="620" cy="180" r="1700" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#ffe0a6" stop-opacity="0.5"/><stop offset="1" stop-color="#1a0d05" stop-opacity="0.45"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#wood)"/>${grainOfWood}
    ${await folder(270, -4, '#0f4c5c', '#e3b23c')}${await folder(1320, 5, '#5c1f2b', '#f4f1e8')}
    ${await pen(1180, 1130, -62, '#14181f')}${await pen(2230, 1010, -74, '#1d3b34')}
    <rect width="${width}" height="${height}" fill="url(#lamp)"/>`,
    { grain: 10, soft: 0.8 },
  )
}
