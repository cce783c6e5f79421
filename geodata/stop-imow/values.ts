/** Norm values as people read them. */
import { conceptOf, type OwObject, textOf } from './ow-objects.ts'

/** Signs of the units in the IMOW list Eenheid 4.2.1, by label; the rest keep their label. */
const signs: Readonly<Record<string, string>> = {
  aantal: '',
  'aantal per hectare': 'per hectare',
  centimeter: 'cm',
  decibel: 'dB',
  'decibel met a-weging': 'dB(A)',
  'graad (hoek)': '°',
  'graad hoek': '°',
  'graad celsius': '°C',
  kilogram: 'kg',
  kilometer: 'km',
  kilopascal: 'kPa',
  kilovolt: 'kV',
  'kubieke meter': 'm³',
  'kubieke meter per uur': 'm³ per uur',
  meter: 'm',
  millimeter: 'mm',
  procent: '%',
  'vierkante kilometer': 'km²',
  'vierkante meter': 'm²',
}

/** "45.50" and "decibel": 45,5 dB, as Dutch writes it. */
export function valueWith(number: string, unit: string): string {
  const value = Number(number.replace(',', '.'))
  const plain = Number.isFinite(value) && number.trim() !== '' ? String(value).replace('.', ',') : number
  return `${plain} ${signs[unit.toLowerCase()] ?? unit}`.trim()
}

/** "WaterEnWatersysteem", or its address: Water en watersysteem. */
export function plainConcept(address: string): string {
  const concept = conceptOf(address)
  const words = concept.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Value of a Normwaarde; nothing where it stands in the text only. */
export function normValue(value: OwObject): string | undefined {
  const quality = textOf(value, 'kwalitatieveWaarde')
  if (quality) return quality
  const number = textOf(value, 'kwantitatieveWaarde')
  const unit = value.parent && textOf(value.parent, 'eenheid')
  return number === undefined ? undefined : valueWith(number, unit ? plainConcept(unit) : '')
}
