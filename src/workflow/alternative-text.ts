const imageFile = /\.(jpe?g|png|webp|avif|gif|tiff?|heic|svg|bmp)["'»”)\s]*$/i
/** As cameras and telephones name their files. */
const cameraName = /^(img|dsc[fn]?|dcim|pict|pxl|p)[\s_-]?\d{4}[\d\s_.()-]*$/i
// `\W` would call every letter outside ASCII none.
const nothing = new RegExp(
  `^[^\\p{L}\\p{N}]*(${[
    'image|picture|photo|photograph|illustration|screenshot|untitled',
    'bilde|bildet|bild|foto|fotografi|illustrasjon|skjermbilde|uten tittel',
    'сурет|суреті|фотосурет|фото|фотография|изображение|картинка|иллюстрация|без названия|атаусыз',
  ].join('|')})?[^\\p{L}]*$`,
  'iu',
)

const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')

/** Whether an alternative text says something: no file name, no bare "image", no number, not the caption again. */
export function altSaysSomething(alt: string, caption: string): boolean {
  const words = alt.trim()
  return (
    !nothing.test(words) &&
    !imageFile.test(words) &&
    !cameraName.test(words) &&
    letters(words).trim() !== letters(caption).trim()
  )
}
