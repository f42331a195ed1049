import type { Statements } from './en.ts'

export const es: Statements = {
  about: 'Sobre esta sala de prensa',
  follow: 'Seguir las noticias',
  followText:
    'Un canal lleva cada texto nuevo a su lector de noticias y le avisa cuando un texto se corrige o se retira. No necesita ninguna cuenta, y nadie sabe que usted lo lee.',
  topicFeeds: 'Canales por tema',
  programs: 'Para programas',
  api: 'Todos los textos publicados como datos (OpenAPI)',
  accessibility: 'Accesibilidad',
  accessibilityText: [
    'Todas las personas deben poder usar esta sala de prensa. Está hecha según las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.',
    'Se puede usar solo con el teclado y con un lector de pantalla, ampliada al 400 %, en colores claros u oscuros, en papel y sin scripts. Nada se mueve por sí solo.',
    'Las imágenes tienen una descripción. Los documentos adjuntos a un texto quizá no sean siempre accesibles; el texto mismo lo es siempre.',
    'Si algo no se puede usar, o si necesita un texto en otra forma, dígaselo a los contactos de prensa.',
  ],
  privacy: 'Privacidad',
  privacyText: [
    'Estas páginas no instalan cookies, no ejecutan scripts ni cargan nada de otros sitios.',
    'Para enviarle una página, el servidor necesita la dirección de su conexión. Se mantiene poco tiempo en la memoria, para que nadie pueda sobrecargar el servidor, y no se guarda.',
  ],
  counted:
    'El servidor cuenta cuántas veces se abre cada texto en un día y de qué sitio vienen los lectores: solo el nombre del sitio. No se guarda nada que diga quién leyó qué.',
  notCounted: 'No se cuenta a los lectores.',
  topicsText: 'De qué tratan los textos.',
  share: 'Compartir',
  byEmail: 'Por correo electrónico',
  shortLink: 'Enlace corto',
  earlier: 'Anterior',
  later: 'Posterior',
  related: 'Sobre los mismos temas',
}
