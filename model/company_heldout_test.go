package model_test

// moreCompanyPairs were labelled, in the same way, after the rules had been
// written for the pairs before, and run once: precision 51/51, recall 51/57
// (the lines on lone workers, banks and universities came later).
// What could be mended by a rule has been mended since.
const moreCompanyPairs = `
= Siemens Aktiengesellschaft | Siemens AG
= Volkswagen AG | VW
= Bayerische Motoren Werke AG | BMW
= BASF SE | BASF
= Bertelsmann SE & Co. KGaA | Bertelsmann
= Henkel AG & Co. KGaA | Henkel
= Trumpf SE + Co. KG | TRUMPF
= IKEA of Sweden AB | Ikea of Sweden
= Klarna Bank AB (publ) | Klarna Bank
= Supercell Oy | Supercell
= Wärtsilä Oyj Abp | Wärtsilä
= Novo Nordisk A/S | Novo Nordisk
= Novo Nordisk | NOVO NORDISK
= Telenor ASA | Telenor
= L'Oréal S.A. | L'Oreal
= Doctolib SAS | Doctolib
= Back Market | BackMarket
= Ubisoft Entertainment SA | Ubisoft Entertainment
= Glovoapp23, S.L. | Glovoapp23 SL
= Mercadona, S.A. | Mercadona
= MercadoLibre S.R.L. | Mercado Libre
= Itaú Unibanco S.A. | Banco Itaú
= UiPath S.R.L. | UiPath
= CD Projekt S.A. | CD PROJEKT
= Avast Software s.r.o. | Avast
= JetBrains s.r.o. | JetBrains
= Bolt Technology OÜ | Bolt Technology
= UAB Vinted | Vinted
= Printify Inc. | Printify
= Grammarly, Inc. | Grammarly
= Flipkart Internet Private Limited | Flipkart Internet Pvt Ltd
= Tata Consultancy Services | Tata Consultancy Services (TCS)
= Larsen & Toubro Limited | Larsen and Toubro
= Canva Pty Ltd | Canva
= Xero Limited | Xero
= Discovery Limited | Discovery
= Kumo.ai | Kumo AI
= SMARTHR, Inc. | 株式会社SmartHR
= ソニー株式会社 | Sony
= 日本電気株式会社 | NEC Corporation
= 네이버 주식회사 | NAVER
= 北京字节跳动科技有限公司 | 北京字节跳动科技
= 百度 | Baidu, Inc.
= Walt Disney Company | Disney
= The Coca-Cola Company | Coca Cola
= AT&T Inc. | AT&T
= General Electric Company | GE
= The Gap, Inc. | Gap Inc.
= Twilio Inc | Twilio
= Okta, Inc. | Okta
= Synopsys Inc | Synopsys
= HubSpot, Inc. | Hubspot
= Snowflake Inc. | Snowflake Computing, formerly
= Citrix Systems, Inc. | Citrix
= Juniper Networks | Juniper Networks, Inc.
= New York University | NYU
= University of Oxford | The University of Oxford
! Oracle | Oracle Red Bull Racing
! Citrix | Citibank
! Nokia | Nokian Tyres
! BMW | BMO
! Barclays | Berkeley
! Epic Games | Epic Systems
! Epic | Epic Games, Inc.
! Palo Alto Networks | Palo Alto University
! Mercury Insurance | Mercury
! Monster Energy | Monster Worldwide
! Dropbox | Dropcam
! Intel | Intelsat
! Shell | Shelter
! Oxford University Press | University of Oxford
! King's College London | University College London
! Max-Planck-Institut für Informatik | Max-Planck-Institut für Physik
! Sanofi | Sandoz
! Novartis | Sandoz
! Siemens | Siemens Mobility
! Bosch Rexroth | Bosch
! Porsche Consulting | Porsche
! AT&T | BT
! Amazon | Amazon Bank
! Tesla, Inc. | Nikola
! Phoenix Software | Phoenix Group
! Atlas Copco | Atlas
! Horizon Labs | Horizon Systems
! Summit Partners | Summit
! Unknown | Unknown
! Stealth Mode Startup | Stealth Startup
! Selbstständig | Freiberufler
! フリーランス | フリーランス
! Confidential | Confidential
! Instagram | Meta
! Stealth Fintech Startup | Stealth Fintech Startup
! Freelance Data Engineer | Freelance Data Engineer
! Germany | Germany
= 3M Company | 3M
= Bank of America, N.A. | Bank of America
= GlaxoSmithKline plc | GSK
= Oxford University | University of Oxford
! Waymo | Google
! Slack | Salesforce
! Isovalent at Cisco | Cisco
! T-Mobile US | Deutsche Telekom
? Deloitte Consulting | Deloitte
? IBM Consulting | IBM
? Capgemini Engineering | Capgemini
? amazon.de | Amazon
? Microsoft Deutschland GmbH | Microsoft
? Spotify USA Inc. | Spotify
? Salesforce Japan Co., Ltd. | Salesforce
? former Twitter | Twitter
? Nexus | Nexus Group
? Summit Systems | Summit
? Netflx | Netflix
? Google (via Randstad) | Google
? Capital | Capital Inc. / Foo Ltd
? Lumen | Lumen Technologies
? Bank of America Europe | Bank of America
`
