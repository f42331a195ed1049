/** How pickers of dates show what was chosen: with the year, and the hours of a day from 0 to 23. */

export const day = { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } as const

export const minute = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'd MMM yyyy, HH:mm',
  timeFormat: 'HH:mm',
} as const
