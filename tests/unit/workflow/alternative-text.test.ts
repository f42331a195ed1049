import { describe, expect, it } from 'vitest'
import { altSaysSomething } from '@/workflow/alternative-text.ts'

describe('an alternative text that says something', () => {
  it.each([
    ['Two ferries at a quay in snow', ''],
    ['Two ferries at a quay in snow', 'The ferries on Monday'],
    ['Picture of two ferries', ''],
    ['Bildet viser to ferjer', ''],
    ['Kart', ''],
    ['Ферри у причала', ''],
    ['Изображение парома', ''],
    ['Екі паром айлақта тұр', 'Паромдар'],
    ['Фото парома у причала', ''],
    ['Суретте екі паром тұр', ''],
    ['عبّارتان عند الرصيف', ''],
    ['Photo 3: two ferries', ''],
    ['A page called plan.pdf', ''],
    ['Icon of a .png file on a screen', ''],
    ['The start page of ferries.pngport.example', ''],
    ['P3, the third parking deck', ''],
    ['P3', ''],
    ['DSC 2026 delegates on a stage', ''],
    ['The logo of EU2026', ''],
    // It says more than the caption.
    ['The ferries on Monday, in snow', 'The ferries on Monday'],
    ['Иван', 'Марья'],
  ])('%s', (alt, caption) => {
    expect(altSaysSomething(alt, caption)).toBe(true)
  })
})

describe('an alternative text that says nothing', () => {
  it.each([
    ['nothing', '', ''],
    ['white space', ' \n\t ', ''],
    ['signs', '“”', ''],
    ['signs', '… – !', ''],
    ['a number', '2026', ''],
    ['a bare word', 'image', ''],
    ['a bare word', 'Photo', ''],
    ['a bare word', '"Picture."', ''],
    ['a bare word', 'Screenshot', ''],
    ['a bare word', 'untitled', ''],
    ['a bare word and a number', 'Image 3', ''],
    ['a bare word and a number', '(photo 12)', ''],
    ['a bare word', 'Bilde', ''],
    ['a bare word', 'Bildet', ''],
    ['a bare word', 'bild', ''],
    ['a bare word', 'Foto.', ''],
    ['a bare word', 'Illustrasjon', ''],
    ['a bare word', 'Uten tittel', ''],
    ['a bare word', 'Сурет', ''],
    ['a bare word', 'Фотосурет', ''],
    ['a bare word', 'Фото', ''],
    ['a bare word', '«Фотография»', ''],
    ['a bare word', 'изображение', ''],
    ['a bare word', 'Без названия', ''],
    ['a bare word', 'Атаусыз', ''],
    ['a name of a file', 'ferries.jpg', ''],
    ['a name of a file', 'ferries.JPEG', ''],
    ['a name of a file', 'Two ferries at a quay.png', ''],
    ['a name of a file', 'паром.webp', ''],
    ['a name of a file', 'scan.tif ', ''],
    ['a name of a file in quotes', '“ferries.heic”', ''],
    ['a name that a camera gave', 'IMG_2045', ''],
    ['a name that a camera gave', ' IMG_2045', ''],
    ['a name that a camera gave', 'DSC00123', ''],
    ['a name that a camera gave', 'dscn-0001 (2)', ''],
    ['a name that a camera gave', 'DSCF 1000', ''],
    ['a name that a camera gave', 'P1010203', ''],
    ['a name that a camera gave', 'PXL_20261124_090000', ''],
    ['a name that a camera gave', 'pict2000', ''],
    ['the caption', 'Two ferries at a quay', 'Two ferries at a quay'],
    ['the caption in other capitals', 'TWO FERRIES', 'two ferries'],
    ['the caption with a full stop', 'Two ferries', 'Two ferries.'],
    ['the caption in quotes', '«Екі паром»', 'Екі паром'],
    ['the caption with other spaces', ' Two  ferries ', 'Two ferries'],
  ])('%s: %j', (_what, alt, caption) => {
    expect(altSaysSomething(alt, caption)).toBe(false)
  })
})
