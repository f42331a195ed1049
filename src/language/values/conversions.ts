import type { NumberValue } from './value.ts'

type Dimension = 'days' | 'months' | 'length' | 'area' | 'volume' | 'weight'

/** `rough`: of a system that people convert from, and round when they do. */
interface Factor {
  dimension: Dimension
  factor: number
  rough?: true
}

/** How many of the smallest unit of their dimension. */
const factors: Readonly<Record<string, Factor>> = {
  second: { dimension: 'days', factor: 1 },
  minute: { dimension: 'days', factor: 60 },
  hour: { dimension: 'days', factor: 3600 },
  day: { dimension: 'days', factor: 86_400 },
  week: { dimension: 'days', factor: 604_800 },
  month: { dimension: 'months', factor: 1 },
  year: { dimension: 'months', factor: 12 },
  decade: { dimension: 'months', factor: 120 },
  century: { dimension: 'months', factor: 1200 },
  millimetre: { dimension: 'length', factor: 0.001 },
  centimetre: { dimension: 'length', factor: 0.01 },
  metre: { dimension: 'length', factor: 1 },
  kilometre: { dimension: 'length', factor: 1000 },
  'kilometre-per-hour': { dimension: 'length', factor: 1000 },
  'nordic-mile': { dimension: 'length', factor: 10_000, rough: true },
  inch: { dimension: 'length', factor: 0.0254, rough: true },
  foot: { dimension: 'length', factor: 0.3048, rough: true },
  yard: { dimension: 'length', factor: 0.9144, rough: true },
  mile: { dimension: 'length', factor: 1609.344, rough: true },
  'nautical-mile': { dimension: 'length', factor: 1852, rough: true },
  metre2: { dimension: 'area', factor: 1 },
  hectare: { dimension: 'area', factor: 10_000 },
  kilometre2: { dimension: 'area', factor: 1_000_000 },
  foot2: { dimension: 'area', factor: 0.0929, rough: true },
  acre: { dimension: 'area', factor: 4046.86, rough: true },
  mile2: { dimension: 'area', factor: 2_589_988, rough: true },
  litre: { dimension: 'volume', factor: 1 },
  metre3: { dimension: 'volume', factor: 1000 },
  gallon: { dimension: 'volume', factor: 3.785, rough: true },
  barrel: { dimension: 'volume', factor: 159, rough: true },
  gram: { dimension: 'weight', factor: 0.001 },
  kilogram: { dimension: 'weight', factor: 1 },
  tonne: { dimension: 'weight', factor: 1000 },
  pound: { dimension: 'weight', factor: 0.4536, rough: true },
}

/** People round what they convert: 100 feet are 30 metres, 550 pounds 250 kilos. */
const rounding = 0.08
const exact = 0.0005

/** Whether two amounts are the same in different units: 2 weeks and 14 days, 10 miles and 16 km, 80 °F and 27 °C. */
export function sameQuantity(one: NumberValue, other: NumberValue): boolean {
  const [codes, others] = [one.unit?.codes ?? [], other.unit?.codes ?? []]
  return codes.some((code) =>
    others.some((another) => sameInUnits(one.own, code, other.own, another)),
  )
}

function sameInUnits(
  values: readonly number[],
  code: string,
  others: readonly number[],
  another: string,
): boolean {
  if (isDegree(code) && isDegree(another)) return some(values, others, sameTemperature)
  const [a, b] = [factors[code], factors[another]]
  if (!a || !b || a.dimension !== b.dimension || code === another) return false
  // Miles may be miles an hour; kilometres are none.
  const isSpeed = [code, another].includes('kilometre-per-hour')
  if (isSpeed && ![code, another].includes('mile')) return false
  const tolerance = a.rough || b.rough ? rounding : exact
  return some(values, others, (value, target) =>
    near(value * a.factor, target * b.factor, tolerance),
  )
}

function some(
  values: readonly number[],
  others: readonly number[],
  same: (value: number, other: number) => boolean,
): boolean {
  return values.some((value) => others.some((other) => same(value, other)))
}

function near(one: number, other: number, tolerance: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(one, other)
}

function isDegree(code: string): boolean {
  return code === 'degree' || code === 'celsius' || code === 'fahrenheit'
}

const mostDegreesOff = 1.5

const celsius = (fahrenheit: number): number => ((fahrenheit - 32) * 5) / 9

function sameTemperature(one: number, other: number): boolean {
  return (
    Math.abs(celsius(one) - other) <= mostDegreesOff ||
    Math.abs(celsius(other) - one) <= mostDegreesOff
  )
}
