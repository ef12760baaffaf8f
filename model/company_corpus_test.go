package model_test

// companyPairs were labelled by hand before they were first compared:
//
//	=  one company: to be joined unasked
//	?  may be one or not, or a branch, a part, a brand: to be asked
//	!  two companies
//
// Companies are public; a few are made up.
const companyPairs = `
= Google LLC | Google
= Google | google
= Google | @google
= Cisco | Cisco Systems Inc.
= Cisco Systems, Inc. | CISCO SYSTEMS INC
= SAP SE | SAP
= Meta | Meta Platforms, Inc.
= Facebook | Meta Platforms
= IBM | International Business Machines Corporation
= IBM Corp. | International Business Machines
= Intel Corporation | Intel
= Red Hat, Inc. | Red Hat
= Red Hat | RedHat
= Amazon Web Services, Inc. | AWS
= AWS | Amazon Web Services (AWS)
= Amazon.com, Inc. | Amazon
= Microsoft Corporation | MICROSOFT
= Apple Inc. | Apple
= Oracle Corporation | Oracle
= Salesforce.com, inc. | Salesforce
= Hewlett Packard Enterprise | HPE
= Hewlett-Packard Enterprise Co. | Hewlett Packard Enterprise
= Uber Technologies Inc | Uber
= Dell | Dell Technologies
= NVIDIA Corporation | Nvidia
= Spotify AB | Spotify
= Ericsson | Telefonaktiebolaget LM Ericsson
= Nokia Oyj | Nokia
= Vestas Wind Systems A/S | Vestas Wind Systems
= Equinor ASA | Equinor
= Allegro.pl Sp. z o.o. | Allegro.pl
= Prusa Research a.s. | Prusa Research
= Cemex S.A.B. de C.V. | CEMEX
= Grupo Bimbo S.A. de C.V. | Grupo Bimbo SA de CV
= Totvs S.A. | TOTVS
= Nubank | Nu Pagamentos S.A.
= Natura Cosméticos Ltda. | Natura Cosmeticos
= Atlassian Pty Ltd | Atlassian
= Infosys Limited | Infosys
= InfraCloud Technologies Pvt. Ltd. | Infracloud Technologies
= Tata Consultancy Services Ltd | TCS
= Zerodha Private Limited | Zerodha
= Grab Holdings | Grab Holdings Pte. Ltd.
= Petronas Nasional Berhad | Petronas Nasional Bhd
= PT Tokopedia | Tokopedia
= ООО Яндекс | Yandex
= ПАО «Сбербанк» | Sberbank
= 株式会社メルカリ | Mercari, Inc.
= 株式会社メルカリ | メルカリ
= トヨタ自動車株式会社 | Toyota Motor Corporation
= 株式会社日立製作所 | Hitachi, Ltd.
= 楽天グループ株式会社 | Rakuten Group, Inc.
= 华为技术有限公司 | Huawei Technologies Co., Ltd.
= 腾讯科技有限公司 | Tencent
= 삼성전자 주식회사 | Samsung Electronics Co., Ltd.
= (주)카카오 | Kakao Corp.
= 주식회사 카카오 | (주)카카오
= ㈜카카오 | Kakao
= FLUX K.K. | 株式会社FLUX
= Preferred Networks, Inc. | 株式会社Preferred Networks
= Deutsche Telekom AG | Deutsche Telekom
= Robert Bosch GmbH | Bosch
= Kubermatic GmbH | Kubermatic
= Axel Springer SE | Axel Springer
= Würth Elektronik GmbH & Co. KG | Wuerth Elektronik GmbH & Co KG
= Müller-Brunnwalder GmbH & Co. KG | Müller Brunnwalder
= Société Générale S.A. | Societe Generale
= BlaBlaCar SAS | BlaBlaCar
= Criteo S.A. | Criteo
= Musixmatch S.p.A. | Musixmatch
= Satispay S.r.l. | Satispay
= Adyen N.V. | Adyen
= Fullstaq B.V. | Fullstaq
= Prezi Kft. | Prezi
= Mikrotvar d.o.o. | Mikrotvar
= The Boeing Company | Boeing
= The Linux Foundation | Linux Foundation
= The LEGO Group | LEGO Group
= Marks & Spencer plc | Marks and Spencer
= Johnson & Johnson | Johnson and Johnson
= McKinsey & Company | McKinsey
= Ernst & Young LLP | EY
= PwC | PricewaterhouseCoopers LLP
= J.P. Morgan | JPMorgan Chase & Co.
= Procter & Gamble | P&G
= Palantir Technologies | Palantir
= Databricks, Inc. | Databricks
= Elastic N.V. | Elastic NV
= Acme, Inc. (acquired by Foo) | Acme Inc
= Kolvetra, Inc. (acquired by Foo) | Kolvetra
= Ultimate Kronos Group (UKG) | UKG
= Hewlett Packard Enterprise (HPE) | HPE
= Massachusetts Institute of Technology | MIT
= UC Berkeley | University of California, Berkeley
= ETH Zürich | ETH Zurich
= Technische Universität München | TU Munich
= Stanford | Stanford University
= booking.com | Booking.com B.V.
= Tetrate.io | Tetrate
= BespinGlobal | Bespin Global
= zalando.de | Zalando SE
= Open Inc | Open, Inc.
= Open Co | The Open Co
= Block, Inc. | Block
= Stripe, Inc. | Stripe
= Target Corporation | Target
= Continental AG | Continental
= Orange S.A. | Orange
= U.S. Senate | United States Senate
! Flux Systems | 株式会社FLUX
! Open Co | The Open Group
! Open Co | Open Text
! Open | &Open
! Cloud Software Group | Cloud
! Apple | Apple Bank
! Apple Inc. | Apple Federal Credit Union
! Delta Air Lines | Delta Electronics
! Delta Air Lines, Inc. | Delta
! United Airlines | United Health Group
! Lufthansa | Lufthansa Systems
! Allianz | Allianz Technology
! Siemens AG | Siemens Energy
! Siemens | Siemens Healthineers AG
! Deutsche Telekom AG | T-Systems
! Deutsche Bank | Deutsche Bahn
! Deutsche Bank AG | Deutsche Telekom AG
! Merck KGaA | Merck & Co., Inc.
! HP Inc. | Hewlett Packard Enterprise
! AWS | Amazon
! Amazon Web Services | Amazon
! LinkedIn | Microsoft
! GitHub, Inc. | GitLab Inc.
! Google | Alphabet Inc.
! YouTube | Google
! VMware | Broadcom
! VMware by Broadcom | Broadcom
! Red Hat | IBM
! Acme, Inc. (acquired by Foo) | Foo
! Self-employed | Self-employed
! Freelance | Freelancer
! Independent | Independent
! Stealth Startup | Stealth Startup
! - | -
! N/A | N/A
! Student | Student
! n/a | N/A Inc
! Zoom | ZoomInfo
! Bolt | Bolt Financial
! Lucid Motors | Lucid Software
! Lucid | Lucid Software
! Mercury Systems | Mercury
! Alpha Group | Alpha
! Smith Group | Smith
! Johnson Holdings | Johnson
! Berlin Group | Berlin
! University of Washington | Washington University
! University of Miami | Miami University
! University of California | University of California, Berkeley
! Boston University | Boston College
! Bank of America | Bank of Ireland
! Air France | Air Canada
! First Bank | First National Bank
! Capital One | Capital Group
! General Electric | General Motors
! American Express | American Airlines
! Volvo Cars | Volvo Trucks
! Visa | Visa Technology
! ABB | ABB-Bank
! Uber | Uber Freight
! Snap | Snap Finance
! Wave | Wave Financial
! Tata Motors | Tata Consultancy Services
! Samsung Electronics | Samsung SDS
! Hitachi | Hitachi Vantara
! Sony | Sony Interactive Entertainment
! Toyota | Woven by Toyota
! Morgan Stanley | J.P. Morgan
! SAP | SAS
! ING | Intel
! Flux GmbH | Flux Labs, Inc.
! Nexus Solutions | Nexus Systems
! Fortivo Software | Fortivo Networks
! Co Inc | Co-op
! Acme Consulting | Acme Software
? Google Germany GmbH | Google
? Google Ireland Ltd | Google LLC
? Google Germany GmbH | Google Ireland Ltd
? ex-Google | Google
? Flux | 株式会社FLUX
? Flux Systems | Flux
? Open Group | Open
? SAP Labs | SAP
? SAP America, Inc. | SAP SE
? Kongsberg Digital | Kongsberg
? Flux GmbH | Flux Inc.
? Capgemeni | Capgemini
? Amazon Web Services India | AWS
? https://kolvetra.example/ | Brunnwald
? Hewlett Packard Enterprose | Hewlett Packard Enterprise
? Example | example.com
? On Deck | OnDeck
? The Guild | Guild
? Kolvetra / Foo GmbH | Kolvetra
? Sony - Playstation | Sony
? Integrate.ai | Integrate
? ETRI | Electronics and Telecommunications Research Institute
`
