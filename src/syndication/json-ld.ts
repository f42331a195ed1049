/** A picture as search engines read it. Addresses absolute; empty strings where nothing is known. */
export interface LdPicture {
  url: string
  width: number
  height: number
  caption: string
  credit: string
  copyright: string
  /** Address of the licence. */
  licence: string
  /** Page that says how to get it. */
  page: string
}

export interface LdOrganisation {
  name: string
  url: string
  logo: string | null
}

/** One text as search engines read it. Moments: ISO 8601, UTC. */
export interface LdArticle {
  url: string
  language: string
  headline: string
  lead: string
  publishedAt: string
  updatedAt: string
  pictures: readonly LdPicture[]
  topics: readonly string[]
  /** Address of the original, of a translation. */
  translationOf: string | null
  /** Addresses of the translations, of an original. */
  translations: readonly string[]
  organisation: LdOrganisation
}

const context = 'https://schema.org'

function filled(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

function organisation({ name, url, logo }: LdOrganisation): object {
  return {
    '@type': 'GovernmentOrganization',
    ...filled({ name, url }),
    ...(logo ? { logo: { '@type': 'ImageObject', url: logo, contentUrl: logo } } : {}),
  }
}

/** Google's image metadata: `contentUrl` and at least one of the rights; `license` only as an address. */
function picture(one: LdPicture): object {
  return {
    '@type': 'ImageObject',
    contentUrl: one.url,
    url: one.url,
    width: one.width,
    height: one.height,
    ...filled({
      caption: one.caption,
      creditText: one.credit,
      copyrightNotice: one.copyright,
      license: one.licence,
      acquireLicensePage: one.page,
    }),
    ...(one.credit ? { creator: { '@type': 'Organization', name: one.credit } } : {}),
  }
}

/** A page about one picture. */
export function pictureOnly(one: LdPicture & { language: string; description: string }): object {
  return {
    '@context': context,
    ...picture(one),
    '@id': one.page,
    mainEntityOfPage: one.page,
    inLanguage: one.language,
    ...filled({ description: one.description }),
  }
}

export function article(one: LdArticle): object {
  return {
    '@context': context,
    '@type': 'NewsArticle',
    '@id': one.url,
    url: one.url,
    mainEntityOfPage: one.url,
    inLanguage: one.language,
    headline: one.headline,
    datePublished: one.publishedAt,
    dateModified: one.updatedAt,
    isAccessibleForFree: true,
    author: organisation(one.organisation),
    publisher: organisation(one.organisation),
    ...filled({
      description: one.lead,
      image: one.pictures.map(picture),
      keywords: [...one.topics],
    }),
    ...(one.translationOf
      ? { translationOfWork: { '@type': 'NewsArticle', '@id': one.translationOf } }
      : {}),
    ...(one.translations.length > 0
      ? {
          workTranslation: one.translations.map((url) => ({ '@type': 'NewsArticle', '@id': url })),
        }
      : {}),
  }
}

/** From the home page down to this page. */
export function breadcrumbs(steps: readonly { name: string; url: string }[]): object {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  }
}

export function organisationPage(one: LdOrganisation): object {
  return { '@context': context, ...organisation(one) }
}

/** JSON for a script element: nothing in it can end the element or begin a comment (HTML, 4.12.1.3). */
export function ldScript(data: object): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
