package model_test

// foundCompanyPairs are variants and near misses found in public lists of people
// and of layoffs, labelled as companyPairs are, by hand and before the first run.
// In that run the two tables together had precision 165/173 and recall 165/170;
// two labels were mistakes of the hand and have been mended (Navi, DevTools).
const foundCompanyPairs = `
= Accenture Japan Ltd. | Accenture Japan
? Accenture Japan Ltd. | Accenture
? Adobe India | Adobe Inc.
= Adobe Inc. | Adobe
? Amazon Web Services Japan G.K. | Amazon Web Services
= Amazon web services | AWS
? ABB (Azerbaijan) | ABB
= Alerant Zrt. | Alerant
= aptovet | APTOVET LLC
= Automat-it | AUTOMAT-IT
? Banco de Crédito del Perú - BCP | Banco de Crédito del Perú
? Boeing India | The Boeing Company
= blinQ AS | blinQ
? Canonical - Ubuntu | Canonical Ltd.
= Canonical | Canonical Ltd.
= Charter Communications | Charter communications
? Cisco Systems G.K. | Cisco
= Conclusion Xforce | ConclusionXforce
= Conoa AB | Conoa
= Desotech srl | Desotech
? Devoteam G Cloud | Devoteam M Cloud
= DevTools (https://devtools.in) | DevTools
= DXC Technology | DXC technology
= Electronics and Telecommunications Research Institute (ETRI) | ETRI
= EPAM | EPAM Systems
? Ericsson Canada Inc. | Ericsson
= evoila GmbH | evoila
= Fairwinds Ops, Inc | Fairwinds Ops
= Fujitsu Limited | Fujitsu
= Greater B.V. | Greater BV
= HCLTech | HCL Technologies Ltd
= Hitachi, Ltd. | Hitachi
= Home Office UK | Home Office UK
? Home Office | Home Office UK
? Infosys BPM | Infosys
= ITOCHU Techno-Solutions Corporation (CTC) | ITOCHU Techno-Solutions Corporation
= Itau Unibanco | Itaú Unibanco
= Khan Bank | KHAN BANK
= Lightrun Ltd | Lightrun
= Liquid Reply | Liquid Reply
! Liquid Reply | Storm Reply
= MegazoneCloud | Megazone Cloud
! Megazone Cloud | Megazone Soft
= Money Forward, Inc. | Money Forward
= MaibornWolff GmbH | MaibornWolff
= mnemonic as | mnemonic
= National Australia Bank | NAB
= Netic A/S | Netic
= Netcompany A/S | NETCOMPANY
= Nordcloud, an IBM company | Nordcloud
! Nordcloud an IBM Company | IBM
! NTT DATA, Inc. | NTT Communications Corporation
? Oracle India Private Limited | Oracle
! Orange Business | Orange Bank
= Persistent Systems Ltd. | Persistent System Ltd
= Pricewaterhouse Coopers (PwC) | PwC
? PwC Luxembourg | PwC
= Rapportlabs | RapportLabs
= RX-M, LLC | RX-M LLC
= SADA, An Insight Company | SADA
! SADA, An Insight Company | Insight
= Samsung SDS | SAMSUNG SDS
= Saudi Arab Investment Bank(SAIB) | Saudi Arab Investment Bank
= Second Front Systems | Second Front System
= SFEIR | Sfeir
= Shopify Inc. | Shopify
= Solo.io, Inc. | Solo.io
? SUSE Software Solutions Germany GmbH | SUSE
= Swiss Post Ltd | Swiss Post
= Swisscom AG | Swisscom
= System Vertrieb Alexander GmbH (SVA) | System Vertrieb Alexander GmbH
= Telstra Group Limited | Telstra Group
? Thomson Reuters, Canada | Thomson Reuters
= VMware by Broadcom | VMware
? VMware Tanzu by Broadcom | VMware
= Wipro Limited | Wipro
? Worldline Global Services | Worldline
? Bespin Global MEA, an e& enterprise company | Bespin Global
= Codefresh by Octopus Deploy | Codefresh
! Codefresh by Octopus Deploy | Octopus Deploy
= Weaveworks Inc. | Weaveworks
= SHANGHAI DAOCLOUD NETWORK TECHNOLOGY CO. LTD. (DAOCLOUD) | DaoCloud
= Salesloft | SalesLoft
= Mr. Yum | Mr Yum
= ByteDance | Bytedance
= Freshbooks | FreshBooks
? Tackle | Tackle.io
? Catch.com.au | Catch
! Ada | Ada Health
! Ada Health | Ada Support
! Divvy | Divvy Homes
! Magic Eden | Magic Leap
! Blue Apron | Blue Origin
! Protocol Labs | Protocol
! Stash | Stash Financial
? Deliveroo Australia | Deliveroo
? TikTok India | TikTok
? Xiaomi India | Xiaomi
? Binance.US | Binance
! Atlas | Atlas Obscura
= Navi Technologies | Navi
? Starship Technologies | Starship
! Rubicon Technologies | Rubicon Project
? Greenhouse Software | Greenhouse
= Kape Technologies | Kape
= Built Technologies | Built Technologies
! Built Technologies | Built In
! Impossible Foods | Impossible
! Remote | Remote Year
`
