import { Writing as Writing_dbd64c57404aee03ae46e19d5d413f03 } from '../../../../src/admin/writing/writing.tsx'
import { RequirementsPanel as RequirementsPanel_f3063bb29a5564726d8292ed5576f807 } from '../../../../src/admin/writing/requirements-panel.tsx'
import { AddTerm as AddTerm_e54db3363598ce9180f8fcbe00d0775a } from '../../../../src/admin/writing/add-term.tsx'
import { LanguageCell as LanguageCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ReviewByCell as ReviewByCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { StateCell as StateCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { HolderCell as HolderCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { Notices as Notices_bbbc4682a7f30ec5decfffd7d0901c67 } from '../../../../src/admin/notices.tsx'
import { WorkflowBar as WorkflowBar_8ed1c559c35c28d574eba3f1b4b0737d } from '../../../../src/admin/workflow-bar.tsx'
import { Review as Review_36e122f694b51d05704fca99c47214b0 } from '../../../../src/admin/review.tsx'
import { Preview as Preview_673f332e33207070a41ac10f2009edc1 } from '../../../../src/admin/preview.tsx'
import { Timeline as Timeline_d384f9bfea3c7f7ecf67c03265db2942 } from '../../../../src/admin/timeline.tsx'
import { WhoSees as WhoSees_e4911789574b19c6ab5ffea1bc3f3ec7 } from '../../../../src/admin/who-sees.tsx'
import { ReleaseCell as ReleaseCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { Translate as Translate_ae149183837fea630606584f22237bfe } from '../../../../src/admin/translate/translate.tsx'
import { LanguageRow as LanguageRow_7854bfaa3b8c055cfd7345efa69aa61d } from '../../../../src/admin/language-row.tsx'
import { TermTools as TermTools_81e4826adbdb1b6cf160a1f22f81049b } from '../../../../src/admin/term-tools.tsx'
import { Bundle as Bundle_9463014fbdada6feba630835f649cba0 } from '../../../../src/admin/bundle.tsx'
import { OpenItem as OpenItem_0e041be86cb9a90c662c3bdf9129a792 } from '../../../../src/admin/open-item.tsx'
import { WhatCell as WhatCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { PastStateCell as PastStateCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { OutgoingMail as OutgoingMail_7f2729d2c5bcfebab5102543955b7a16 } from '../../../../src/admin/outgoing-mail.tsx'
import { AccountPanel as AccountPanel_7cb8d411906d326e68228fc3e64b9527 } from '../../../../src/admin/account-panel.tsx'
import { AccountCell as AccountCell_7cb8d411906d326e68228fc3e64b9527 } from '../../../../src/admin/account-panel.tsx'
import { Icon as Icon_8528b7f5bec013d65435ecb9bf84bc94 } from '../../../../src/admin/logo.tsx'
import { Logo as Logo_8528b7f5bec013d65435ecb9bf84bc94 } from '../../../../src/admin/logo.tsx'
import { SignIn as SignIn_6328a519687ab69d180d6aca6111a523 } from '../../../../src/admin/sign-in.tsx'
import { NavLinks as NavLinks_6c216bbd0849acd8d35f08f9055172ab } from '../../../../src/admin/nav-links.tsx'
import { KazakhDates as KazakhDates_08e9711cb7f0691299473f59b23a79d6 } from '../../../../src/admin/kazakh-dates.tsx'
import { ForgetKept as ForgetKept_a4103e2ba25b9e5feb0a4525e2dab761 } from '../../../../src/admin/writing/forget-kept.tsx'
import { MyDesk as MyDesk_405f577113a228a25636c01ac4253009 } from '../../../../src/admin/my-desk.tsx'
import { Calendar as Calendar_da1f5b659f6535375f7081afd70a8849 } from '../../../../src/admin/calendar.tsx'
import { Search as Search_fdad2d095312205675f67804a32c9011 } from '../../../../src/admin/search.tsx'
import { Figures as Figures_248c5a590353e400c569aade35a673f2 } from '../../../../src/admin/figures.tsx'
import { Start as Start_c13b171a4ba7bd53b8d7b86a309b5fb9 } from '../../../../src/admin/start.tsx'
import { LanguageMatrix as LanguageMatrix_d0830cc0a84c48453e88d37d076d6bbe } from '../../../../src/admin/matrix.tsx'
import { ForbiddenForms as ForbiddenForms_51d9a96200c28beb210485df5c4db07c } from '../../../../src/admin/forbidden-forms.tsx'
import { RestrictedTexts as RestrictedTexts_66816a3c8be255523279b927a62cde6e } from '../../../../src/admin/restricted-texts.tsx'
import { ChoosePassword as ChoosePassword_a980dc5e47c8b833f86f3ef3cba8f00a } from '../../../../src/admin/choose-password.tsx'
import { SigningIn as SigningIn_411c39459295acc66bd4377faed921b4 } from '../../../../src/admin/signing-in.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/writing/writing.tsx#Writing": Writing_dbd64c57404aee03ae46e19d5d413f03,
  "/src/admin/writing/requirements-panel.tsx#RequirementsPanel": RequirementsPanel_f3063bb29a5564726d8292ed5576f807,
  "/src/admin/writing/add-term.tsx#AddTerm": AddTerm_e54db3363598ce9180f8fcbe00d0775a,
  "/src/admin/cells.tsx#LanguageCell": LanguageCell_981fef5225e136a9d1eb011449179b0c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/cells.tsx#ReviewByCell": ReviewByCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/cells.tsx#StateCell": StateCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/cells.tsx#HolderCell": HolderCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/notices.tsx#Notices": Notices_bbbc4682a7f30ec5decfffd7d0901c67,
  "/src/admin/workflow-bar.tsx#WorkflowBar": WorkflowBar_8ed1c559c35c28d574eba3f1b4b0737d,
  "/src/admin/review.tsx#Review": Review_36e122f694b51d05704fca99c47214b0,
  "/src/admin/preview.tsx#Preview": Preview_673f332e33207070a41ac10f2009edc1,
  "/src/admin/timeline.tsx#Timeline": Timeline_d384f9bfea3c7f7ecf67c03265db2942,
  "/src/admin/who-sees.tsx#WhoSees": WhoSees_e4911789574b19c6ab5ffea1bc3f3ec7,
  "/src/admin/cells.tsx#ReleaseCell": ReleaseCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/translate/translate.tsx#Translate": Translate_ae149183837fea630606584f22237bfe,
  "/src/admin/language-row.tsx#LanguageRow": LanguageRow_7854bfaa3b8c055cfd7345efa69aa61d,
  "/src/admin/term-tools.tsx#TermTools": TermTools_81e4826adbdb1b6cf160a1f22f81049b,
  "/src/admin/bundle.tsx#Bundle": Bundle_9463014fbdada6feba630835f649cba0,
  "/src/admin/open-item.tsx#OpenItem": OpenItem_0e041be86cb9a90c662c3bdf9129a792,
  "/src/admin/cells.tsx#WhatCell": WhatCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/cells.tsx#PastStateCell": PastStateCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/outgoing-mail.tsx#OutgoingMail": OutgoingMail_7f2729d2c5bcfebab5102543955b7a16,
  "/src/admin/account-panel.tsx#AccountPanel": AccountPanel_7cb8d411906d326e68228fc3e64b9527,
  "/src/admin/account-panel.tsx#AccountCell": AccountCell_7cb8d411906d326e68228fc3e64b9527,
  "/src/admin/logo.tsx#Icon": Icon_8528b7f5bec013d65435ecb9bf84bc94,
  "/src/admin/logo.tsx#Logo": Logo_8528b7f5bec013d65435ecb9bf84bc94,
  "/src/admin/sign-in.tsx#SignIn": SignIn_6328a519687ab69d180d6aca6111a523,
  "/src/admin/nav-links.tsx#NavLinks": NavLinks_6c216bbd0849acd8d35f08f9055172ab,
  "/src/admin/kazakh-dates.tsx#KazakhDates": KazakhDates_08e9711cb7f0691299473f59b23a79d6,
  "/src/admin/writing/forget-kept.tsx#ForgetKept": ForgetKept_a4103e2ba25b9e5feb0a4525e2dab761,
  "/src/admin/my-desk.tsx#MyDesk": MyDesk_405f577113a228a25636c01ac4253009,
  "/src/admin/calendar.tsx#Calendar": Calendar_da1f5b659f6535375f7081afd70a8849,
  "/src/admin/search.tsx#Search": Search_fdad2d095312205675f67804a32c9011,
  "/src/admin/figures.tsx#Figures": Figures_248c5a590353e400c569aade35a673f2,
  "/src/admin/start.tsx#Start": Start_c13b171a4ba7bd53b8d7b86a309b5fb9,
  "/src/admin/matrix.tsx#LanguageMatrix": LanguageMatrix_d0830cc0a84c48453e88d37d076d6bbe,
  "/src/admin/forbidden-forms.tsx#ForbiddenForms": ForbiddenForms_51d9a96200c28beb210485df5c4db07c,
  "/src/admin/restricted-texts.tsx#RestrictedTexts": RestrictedTexts_66816a3c8be255523279b927a62cde6e,
  "/src/admin/choose-password.tsx#ChoosePassword": ChoosePassword_a980dc5e47c8b833f86f3ef3cba8f00a,
  "/src/admin/signing-in.tsx#SigningIn": SigningIn_411c39459295acc66bd4377faed921b4,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
