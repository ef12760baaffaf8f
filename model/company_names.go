package model

import (
	"strings"
	"sync"
)

// companyNames leads from every key of a well-known company to the one that
// stands for it. The first of each line is that one. A line holds names that
// mean the same employer beyond doubt, from the companies' own pages; a part of
// a company is no other name of it ([CompanyParent]).
var companyNames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	for line := range strings.Lines(knownNames) {
		var first string
		for name := range strings.SplitSeq(strings.TrimSpace(line), "|") {
			key, _ := companyKey(nil, name)
			if first == "" {
				first = string(key)
			}
			if len(key) > 0 {
				names[string(key)] = first
			}
		}
	}
	return names
})

const knownNames = `
Amazon|Amazon.com
Amazon Web Services|AWS|Amazon AWS
Google|Google.com
Meta|Meta Platforms|Facebook|Meta (Facebook)|Facebook (Meta)
IBM|International Business Machines|I.B.M
Cisco|Cisco Systems
Salesforce|Salesforce.com
Hewlett Packard Enterprise|HPE|HP Enterprise
Intel|Intel Corporation
AMD|Advanced Micro Devices
TSMC|Taiwan Semiconductor Manufacturing|Taiwan Semiconductor Manufacturing Company
Juniper Networks|Juniper Networks Inc
Red Hat|RedHat
GitHub|GitHub.com
Uber|Uber Technologies|Uber.com
Dell|Dell Technologies|Dell Inc
Micron|Micron Technology
Zoom|Zoom Video Communications|Zoom Communications
Snap|Snap Inc|Snapchat
Netflix|Netflix.com
Airbnb|Air BnB
DoorDash|Door Dash
PayPal|Pay Pal|PayPal Holdings
eBay|eBay.com
LinkedIn|Linked In
YouTube|You Tube
JPMorgan Chase|J.P. Morgan Chase|JPMorgan|J.P. Morgan|JP Morgan Chase & Co|JPMorgan Chase Bank|JPMC
Bank of America|BofA
Goldman Sachs|Goldman Sachs Group
Morgan Stanley|Morgan Stanley & Co
Citigroup|Citi
American Express|Amex
PricewaterhouseCoopers|PwC|Pricewaterhouse Coopers
Ernst & Young|EY
Deloitte|Deloitte Touche Tohmatsu|Deloitte & Touche
McKinsey|McKinsey & Company
Boston Consulting Group|BCG|The Boston Consulting Group
Bain & Company|Bain & Co
Tata Consultancy Services|TCS
HCLTech|HCL Technologies|HCL Tech
EPAM|EPAM Systems
Accenture|Accenture plc
Infosys|Infosys Technologies|Infosys Limited
Wipro|Wipro Technologies
AT&T|ATT|A T & T
General Electric|GE
General Motors|GM
Ford|Ford Motor|Ford Motor Company
Walmart|Wal-Mart|Walmart Stores|Wal-Mart Stores
Walt Disney|The Walt Disney Company|Disney
Coca-Cola|The Coca-Cola Company|Coke
Procter & Gamble|P&G
Johnson & Johnson|J&J
Marks & Spencer|M&S
Levi Strauss|Levi Strauss & Co|Levi's
John Deere|Deere & Company
Eli Lilly|Eli Lilly and Company
MSD|Merck & Co|Merck Sharp & Dohme
Gap|The Gap
BMW|Bayerische Motoren Werke|BMW Group
Volkswagen|VW|Volkswagen Group
Mercedes-Benz|Mercedes-Benz Group
Robert Bosch|Bosch
Deutsche Bahn|DB AG
Deutsche Telekom|Dt. Telekom
SAP|SAP SE
Munich Re|Münchener Rückversicherungs-Gesellschaft
ZF Friedrichshafen|ZF
DHL|DHL Group|Deutsche Post DHL Group|Deutsche Post DHL
LVMH|LVMH Moët Hennessy Louis Vuitton
Société Générale|SocGen
Ericsson|Telefonaktiebolaget LM Ericsson|LM Ericsson
A.P. Moller - Maersk|Maersk|A.P. Møller - Mærsk|Mærsk
SBB|Schweizerische Bundesbahnen|SBB CFF FFS
Zürcher Kantonalbank|ZKB
UBS|UBS Group
National Australia Bank|NAB
Commonwealth Bank|Commonwealth Bank of Australia|CommBank
Royal Bank of Canada|RBC
Itaú Unibanco|Banco Itaú|Itaú
Mercado Libre|MercadoLibre|Mercado Livre
Nubank|Nu Holdings|Nu Pagamentos
Toyota|Toyota Motor|トヨタ自動車|トヨタ
Honda|Honda Motor|本田技研工業|ホンダ
Sony|Sony Group|ソニー|ソニーグループ
Hitachi|日立製作所|日立
Fujitsu|富士通
NEC|日本電気
NTT|Nippon Telegraph and Telephone|日本電信電話
Nintendo|任天堂
Rakuten|Rakuten Group|楽天|楽天グループ
Mercari|メルカリ
CyberAgent|サイバーエージェント
Recruit Holdings|リクルートホールディングス
Huawei|Huawei Technologies|华为|华为技术|華為技術
Tencent|Tencent Holdings|腾讯|腾讯科技|腾讯控股|騰訊
Alibaba|Alibaba Group|Alibaba Group Holding|阿里巴巴|阿里巴巴集团
Baidu|百度|百度在线
ByteDance|Byte Dance|字节跳动
Xiaomi|小米|小米科技
Meituan|美团
JD.com|JD|京东|京东集团
Lenovo|Lenovo Group|联想|联想集团
Samsung Electronics|삼성전자
Hyundai Motor|Hyundai Motor Company|현대자동차
LG Electronics|LG전자
SK hynix|SK하이닉스
Naver|네이버
Kakao|카카오
Coupang|쿠팡
Yandex|Яндекс
Sber|Sberbank|Сбербанк|Сбер
Gazprom|Газпром
Kaspersky|Kaspersky Lab|Лаборатория Касперского
Massachusetts Institute of Technology|MIT
California Institute of Technology|Caltech
University of California, Berkeley|UC Berkeley
University of California, Los Angeles|UCLA
University College London|UCL
London School of Economics|LSE|London School of Economics and Political Science
New York University|NYU
Carnegie Mellon University|Carnegie Mellon|CMU
Stanford University|Stanford
Harvard University|Harvard
ETH Zürich|ETHZ|ETH|Eidgenössische Technische Hochschule Zürich|Swiss Federal Institute of Technology Zurich
EPFL|École polytechnique fédérale de Lausanne
TU München|TUM|Technische Universität München|Technical University of Munich|TU Munich
LMU München|Ludwig-Maximilians-Universität München|LMU Munich|LMU
National University of Singapore|NUS
CERN|European Organization for Nuclear Research
NASA|National Aeronautics and Space Administration
Cloud Native Computing Foundation|CNCF
UPS|United Parcel Service
FedEx|Federal Express
BBC|British Broadcasting Corporation
BT|British Telecom|British Telecommunications|BT Group
BP|British Petroleum
GSK|GlaxoSmithKline
H&M|Hennes & Mauritz
Jaguar Land Rover|JLR
Texas Instruments|TI
ADP|Automatic Data Processing
CVS|CVS Health
UnitedHealth Group|UnitedHealth|UHG
Philips|Koninklijke Philips|Royal Philips
Shell|Royal Dutch Shell
KPN|Koninklijke KPN
LEGO|The LEGO Group
Roche|F. Hoffmann-La Roche|Hoffmann-La Roche
Tesla|Tesla Motors
Starbucks|Starbucks Coffee|Starbucks Coffee Company
OpenAI|Open AI
Hugging Face|HuggingFace
Verizon|Verizon Communications
Qualcomm|Qualcomm Technologies
University of Oxford|Oxford University
University of Cambridge|Cambridge University
University of Illinois Urbana-Champaign|UIUC|University of Illinois at Urbana-Champaign
University of Texas at Austin|UT Austin
Georgia Institute of Technology|Georgia Tech
Pennsylvania State University|Penn State
TU Delft|Delft University of Technology|Technische Universiteit Delft
RWTH Aachen|RWTH Aachen University
KIT|Karlsruhe Institute of Technology|Karlsruher Institut für Technologie
KTH|KTH Royal Institute of Technology|Kungliga Tekniska högskolan
IIT Delhi|Indian Institute of Technology Delhi
IIT Bombay|Indian Institute of Technology Bombay
U.S. House of Representatives|United States House of Representatives
U.S. Senate|United States Senate
`

// CompanyParent is the company that a well-known one belongs to, by key, such as
// amazon for AWS; ok is false where the table knows none. A part and its parent
// are two employers: what happens at one need not happen at the other.
func CompanyParent(name string) (parent string, ok bool) {
	parent, ok = companyParents()[CompanyKey(name)]
	return parent, ok
}

var companyParents = sync.OnceValue(func() map[string]string {
	parents := make(map[string]string)
	for line := range strings.Lines(knownParents) {
		parent, parts, _ := strings.Cut(strings.TrimSpace(line), ":")
		for part := range strings.SplitSeq(parts, "|") {
			if part != "" {
				parents[CompanyKey(part)] = CompanyKey(parent)
			}
		}
	}
	return parents
})

const knownParents = `
Amazon:Amazon Web Services|Twitch|Whole Foods|Whole Foods Market|Zappos|Audible|Ring
Alphabet:Google|Waymo|Verily|DeepMind|Google DeepMind|Wing|Calico
Google:YouTube|Google Cloud|Fitbit|Mandiant|Looker
Meta:Instagram|WhatsApp|Oculus
Microsoft:LinkedIn|GitHub|Xbox|Skype|Nuance|Activision Blizzard|Mojang|Microsoft Azure
Apple:Beats|Shazam
IBM:Red Hat|Nordcloud|Instana|HashiCorp|Apptio
Cisco:Splunk|Isovalent|Meraki|Cisco Meraki|Webex|ThousandEyes|Duo Security|AppDynamics
Broadcom:VMware|VMware Tanzu|Symantec|CA Technologies|Brocade
Salesforce:Slack|Tableau|MuleSoft|Heroku
Hewlett Packard Enterprise:Aruba|Aruba Networks|Juniper Networks
Cloud Software Group:Citrix|Citrix Systems|TIBCO|TIBCO Software
SUSE:Rancher|Rancher Labs
Octopus Deploy:Codefresh
ServiceNow:Lightstep
F5:NGINX
Deutsche Telekom:T-Systems|T-Mobile|T-Mobile US|T-Mobile USA|Deutsche Telekom IT Solutions|Magenta Telekom
Volkswagen:Audi|Porsche|Škoda Auto|SEAT|CARIAD|Scania|MAN Truck & Bus
BMW:Critical TechWorks|Mini|Rolls-Royce Motor Cars
Accenture:Avanade|Accenture Federal Services|Droga5
Sony:Sony Interactive Entertainment|PlayStation|Sony Music|Sony Pictures
ByteDance:TikTok|Volcano Engine|Lark
Alibaba:Alibaba Cloud|Aliyun|Lazada|Taobao
Tencent:Tencent Cloud|WeChat|Riot Games
PayPal:Venmo|Braintree
Booking Holdings:Booking.com|Agoda|Kayak|OpenTable|Priceline
JPMorgan Chase:Chase|Chase Bank
General Electric:GE Healthcare|GE Aerospace|GE Digital
Siemens:Siemens Energy|Siemens Healthineers|Siemens Mobility|Mendix
Walmart:Walmart Labs|Walmart Global Tech|Sam's Club|Flipkart
Adobe:Marketo|Magento
Palo Alto Networks:Prisma Cloud
Intel:Mobileye|Altera
`

// families are names that whole families of companies bear: a describing word
// more or less is another company there (Lufthansa Systems is not Lufthansa).
var families = wordSet(`
	allianz lufthansa siemens bosch volkswagen mercedes bmw volvo porsche deutsche
	tata reliance mahindra adani birla godrej hitachi toshiba mitsubishi mitsui sumitomo
	fujitsu panasonic sony toyota nissan yamaha nec ntt softbank samsung hyundai
	hanwha lotte doosan nokia ericsson orange thales airbus dassault schneider
	alstom bouygues veolia axa bnp santander bbva telefonica vodafone unilever
	shell philips ing roche novartis nestle abb ubs maersk kongsberg equinor
	walmart disney virgin alibaba tencent baidu huawei haier lenovo microsoft google
	amazon apple oracle ibm sap intel cisco facebook accenture capgemini visa
	mastercard jpmorgan citi barclays hsbc lloyds aviva tesco ikea honeywell
	raytheon lockheed boeing ge gm ford astra petronas
	sberbank yandex lukoil gazprom koc sabanci zorlu devoteam reply axians`)
