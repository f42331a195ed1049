import type { Statements } from './en.ts'

export const fr: Statements = {
  about: 'À propos de cet espace presse',
  follow: 'Suivre l’actualité',
  followText:
    'Un flux apporte chaque nouveau texte à votre lecteur d’actualités et vous signale quand un texte est corrigé ou retiré. Vous n’avez besoin d’aucun compte, et personne ne sait que vous le lisez.',
  topicFeeds: 'Flux par thème',
  programs: 'Pour les programmes',
  api: 'Tous les textes publiés sous forme de données (OpenAPI)',
  accessibility: 'Accessibilité',
  accessibilityText: [
    'Chacun doit pouvoir utiliser cet espace presse. Il est conçu selon les règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveau AA.',
    'Il s’utilise au clavier seul et avec un lecteur d’écran, agrandi à 400 %, en couleurs claires ou sombres, sur papier et sans script. Rien ne bouge tout seul.',
    'Les images ont une description. Les documents joints à un texte ne sont peut-être pas toujours accessibles ; le texte lui-même l’est toujours.',
    'Si quelque chose n’est pas utilisable, ou s’il vous faut un texte sous une autre forme, dites-le aux contacts presse.',
  ],
  privacy: 'Vie privée',
  privacyText: [
    'Ces pages ne déposent aucun cookie, n’exécutent aucun script et ne chargent rien depuis d’autres sites.',
    'Pour vous envoyer une page, le serveur a besoin de l’adresse de votre connexion. Elle reste un court moment en mémoire, pour que personne ne puisse surcharger le serveur, et n’est pas conservée.',
  ],
  counted:
    'Le serveur compte combien de fois chaque texte est ouvert par jour et de quel site viennent les lecteurs – le nom du site seulement. Rien n’est conservé qui dise qui a lu quoi.',
  notCounted: 'Les lecteurs ne sont pas comptés.',
  topicsText: 'Ce dont parlent les textes.',
  share: 'Partager',
  byEmail: 'Par courriel',
  shortLink: 'Lien court',
  earlier: 'Plus ancien',
  later: 'Plus récent',
  related: 'Sur les mêmes thèmes',
}
