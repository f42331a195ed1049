/** The words of Payload's text editor in Kazakh. The keys are those of its features that this desk switches on. */
export const editorKk = {
  lexical: {
    align: {
      alignCenterLabel: 'Ортасына туралау',
      alignJustifyLabel: 'Ені бойынша туралау',
      alignLeftLabel: 'Сол жаққа туралау',
      alignRightLabel: 'Оң жаққа туралау',
    },
    blockquote: { label: 'Дәйексөз' },
    blocks: {
      inlineBlocks: {
        create: '{{label}} жасау',
        edit: '{{label}} өңдеу',
        label: 'Жол ішіндегі блоктар',
        remove: '{{label}} алып тастау',
      },
      label: 'Блоктар',
    },
    checklist: { label: 'Тексеру тізімі' },
    general: {
      placeholder: 'Жазуды бастаңыз немесе пәрмендер үшін «/» басыңыз...',
      slashMenuBasicGroupLabel: 'Негізгі',
      slashMenuListGroupLabel: 'Тізімдер',
      toolbarItemsActive: '{{count}} қосулы',
    },
    heading: { label: '{{headingLevel}}-тақырыпша' },
    horizontalRule: { label: 'Көлденең сызық' },
    indent: {
      decreaseLabel: 'Шегіністі азайту',
      increaseLabel: 'Шегіністі көбейту',
    },
    link: { label: 'Сілтеме', loadingWithEllipsis: 'Жүктелуде...' },
    orderedList: { label: 'Нөмірленген тізім' },
    paragraph: { label: 'Абзац', label2: 'Қарапайым мәтін' },
    relationship: { label: 'Байланыс' },
    unorderedList: { label: 'Таңбаланған тізім' },
    upload: { label: 'Файл' },
  },
}
