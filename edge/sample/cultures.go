package sample

import (
	"slices"
	"strings"
)

// homes are cities, separated by semicolons.
func homes(list string) []string { return strings.Split(list, "; ") }

// hubs are the cities to which people of every culture have moved.
var hubs = []string{
	"London, United Kingdom", "Berlin, Germany", "Amsterdam, Netherlands", "Stockholm, Sweden", "Dublin, Ireland",
	"Lisbon, Portugal", "Zürich, Switzerland", "Tallinn, Estonia", "Copenhagen, Denmark", "Vilnius, Lithuania",
}

// europe are the countries that count as Europe for a map's geography.
var europe = []string{
	"Austria", "Belgium", "Denmark", "Estonia", "Finland", "France", "Germany", "Hungary", "Ireland", "Italy",
	"Lithuania", "Netherlands", "Norway", "Poland", "Portugal", "Romania", "Spain", "Sweden", "Switzerland",
	"Ukraine", "United Kingdom",
}

// inEurope reports whether a location such as "Porto, Portugal" is in Europe.
func inEurope(location string) bool {
	return slices.Contains(europe, location[strings.LastIndex(location, ", ")+len(", "):])
}

// cultures makes the name lists ready: those of Europe and those of elsewhere.
// Family names are kept to forms that any first name goes with.
func cultures() []culture {
	return append(europeanCultures(), otherCultures()...)
}

func europeanCultures() []culture {
	return append(northWestCultures(), southEastCultures()...)
}

func northWestCultures() []culture {
	return []culture{
		{
			given:  parts("Åsa,Björn,Elin,Gunnar,Ingrid,Johan,Karin,Lars,Malin,Nils,Örjan,Sofia,Tove,Viktor,Ylva,Ebba,Hampus,Linnéa,Oskar,Maja"),
			family: parts("Andersson,Bergström,Carlsson,Dahlberg,Ekström,Forsberg,Gustafsson,Hedlund,Isaksson,Jönsson,Karlsson,Lindqvist,Månsson,Nyström,Öberg,Pettersson,Sandström,Törnqvist,Wallin,Åkesson"),
			home:   homes("Stockholm, Sweden; Gothenburg, Sweden; Malmö, Sweden"), second: hyphenated,
		},
		{
			given:  parts("Anne-Marie,Bjørn,Camilla,Eirik,Frode,Guro,Håkon,Ida,Jens,Kjersti,Lene,Mette,Niels,Pernille,Rasmus,Signe,Søren,Thea,Øyvind,Åse"),
			family: parts("Aagaard,Bakke,Christensen,Dalgård,Eriksen,Fossum,Grønning,Hansen,Iversen,Jørgensen,Kjær,Lund,Møller,Nygaard,Østergaard,Pedersen,Rønning,Sørensen,Thorsen,Vestergaard"),
			home:   homes("Oslo, Norway; Bergen, Norway; Copenhagen, Denmark; Aarhus, Denmark"), second: secondFamily,
		},
		{
			given:  parts("Aino,Eero,Helmi,Ilkka,Jukka,Kaisa,Lauri,Mikko,Noora,Onni,Päivi,Riikka,Sampo,Tuuli,Väinö,Yrjö,Anni,Heikki"),
			family: parts("Aaltonen,Hämäläinen,Järvinen,Kallio,Korhonen,Laine,Mäkinen,Nieminen,Ojala,Pitkänen,Rantanen,Saarinen,Tuominen,Virtanen,Väisänen,Heikkilä,Lehtonen,Salmi"),
			home:   homes("Helsinki, Finland; Tampere, Finland"), second: hyphenated,
		},
		{
			given:  parts("Anja,Bernd,Christiane,Dirk,Elke,Friedrich,Greta,Heiko,Ines,Jürgen,Katrin,Lukas,Mareike,Niklas,Ömer,Philipp,Rosa,Sebastian,Ulrike,Wiebke,Jörg,Käthe"),
			family: parts("Arndt,Bäcker,Cramer,Dietrich,Ebert,Fröhlich,Großmann,Hoffmann,Jäger,Köhler,Lehmann,Müller,Neumann,Pohl,Richter,Schäfer,Thiele,Voß,Weiß,Zimmermann,von der Heide"),
			home:   homes("Berlin, Germany; Munich, Germany; Hamburg, Germany; Vienna, Austria; Zürich, Switzerland"), second: hyphenated,
		},
		{
			given:  parts("Anouk,Bas,Carlijn,Daan,Eline,Femke,Gijs,Hendrik,Iris,Jasper,Koen,Lotte,Maarten,Noor,Pim,Renée,Sander,Thijs,Wouter,Zoë"),
			family: parts("Bakker,de Boer,de Vries,Dekker,Hendriks,Jansen,Kuipers,Mulder,Peeters,Smit,van den Berg,van der Linden,van Dijk,van 't Hof,Verhoeven,Visser,Vermeulen,Claes,Willems,de Smet"),
			home:   homes("Amsterdam, Netherlands; Utrecht, Netherlands; Antwerp, Belgium; Ghent, Belgium"), second: hyphenated,
		},
		{
			given:  parts("Amélie,Benoît,Camille,Didier,Élodie,François,Gaëlle,Hélène,Inès,Jean-Baptiste,Joël,Léa,Marie-Claire,Noémie,Océane,Pierre-Yves,Raphaël,Solène,Théo,Zoé"),
			family: parts("Aubert,Barbier,Chevalier,Delacroix,Étienne,Faure,Gauthier,Hébert,Joly,Lefèvre,Lemaître,Marchand,Noël,Pélissier,Renaud,Sauvage,Tessier,Vidal,d'Aubigny,Le Goff"),
			home:   homes("Paris, France; Lyon, France; Nantes, France; Geneva, Switzerland; Brussels, Belgium"), second: hyphenated,
		},
		{
			given:  parts("Aoife,Brendan,Caoimhe,Declan,Éabha,Fionnuala,Gráinne,Iarla,Lorcan,Máire,Niamh,Oisín,Pádraig,Róisín,Seán,Tadhg,Úna,Ciarán,Siobhán,Darragh"),
			family: parts("Brennan,Byrne,Doherty,Farrell,Gallagher,Keane,Lynch,Mac Giolla,McCarthy,Nolan,O'Brien,O'Connor,Ó Súilleabháin,Quinn,Ryan,Sheehan,Tierney,Walsh,Whelan,O'Dwyer"),
			home:   homes("Dublin, Ireland; Cork, Ireland; Galway, Ireland; Belfast, United Kingdom"),
		},
		{
			given:  parts("Alasdair,Bethan,Charlotte,Dylan,Eleanor,Fraser,Gwen,Harriet,Imogen,Jack,Kirsty,Leah,Morag,Nathan,Olivia,Priya,Rhys,Sian,Tom,Zara,Euan,Isla"),
			family: parts("Ashworth,Bevan,Campbell,Davies,Edwards,Fletcher,Griffiths,Hughes,Irvine,Jenkins,Kerr,Lloyd,MacLeod,Norris,Owen,Pritchard,Reid,Sinclair,Thornton,Whitaker,Ap Rhys"),
			home:   homes("London, United Kingdom; Manchester, United Kingdom; Edinburgh, United Kingdom; Bristol, United Kingdom"), second: hyphenated,
		},
	}
}

func southEastCultures() []culture {
	return []culture{
		{
			given:  parts("Ana Lucía,Andrés,Begoña,Carmen,Diego,Elena,Fermín,Gonzalo,Inés,Íñigo,José Luis,Julián,Lucía,María José,Nuria,Óscar,Pilar,Rocío,Sergio,Ximena"),
			family: parts("Álvarez,Benítez,Castaño,Díaz,Echeverría,Fernández,García,Hernández,Ibáñez,Jiménez,López,Muñoz,Núñez,Ortega,Peña,Quintana,Ramírez,Sánchez,Vázquez,de la Fuente"),
			home:   homes("Madrid, Spain; Barcelona, Spain; Valencia, Spain; Bogotá, Colombia; Mexico City, Mexico"), second: secondFamily,
		},
		{
			given:  parts("Afonso,Beatriz,Catarina,Duarte,Eduarda,Filipe,Gonçalo,Helena,Inês,João,Leonor,Luís,Mafalda,Nuno,Raquel,Rúben,Simão,Tomás,Vânia,Zé Maria"),
			family: parts("Araújo,Baptista,Conceição,Domingues,Esteves,Ferrão,Gonçalves,Henriques,Leitão,Magalhães,Nogueira,Pacheco,Queirós,Ribeiro,Simões,Teixeira,Vasconcelos,dos Santos,da Cunha,Silva"),
			home:   homes("Lisbon, Portugal; Porto, Portugal; Braga, Portugal"), second: secondFamily,
		},
		{
			given:  parts("Alessia,Bruno,Chiara,Davide,Elisa,Fabrizio,Giulia,Ilaria,Jacopo,Lorenzo,Martina,Niccolò,Ottavia,Paolo,Rosaria,Silvia,Tommaso,Valeria,Nicolò,Beatrice"),
			family: parts("Amato,Barbieri,Colombo,D'Angelo,De Luca,Esposito,Ferrara,Galli,Lombardi,Marini,Neri,Orlando,Pellegrini,Ricci,Serra,Testa,Valentini,Zanetti,Dall'Oglio,Nicolò"),
			home:   homes("Milan, Italy; Turin, Italy; Bologna, Italy"), second: none,
		},
		{
			given:  parts("Agnieszka,Bartłomiej,Celina,Dawid,Ewa,Filip,Grażyna,Hubert,Iwona,Jędrzej,Katarzyna,Łukasz,Małgorzata,Paweł,Rafał,Stanisław,Urszula,Wojciech,Zofia,Żaneta"),
			family: parts("Adamczyk,Baran,Czajka,Dąbek,Głowacz,Jabłoń,Kaczmarek,Łopata,Mazur,Nowak,Olszak,Pająk,Rosół,Śliwa,Stępień,Szczepaniak,Wójcik,Wróbel,Zając,Źrebiec"),
			home:   homes("Warsaw, Poland; Kraków, Poland; Wrocław, Poland; Gdańsk, Poland"), second: hyphenated,
		},
		{
			given:  parts("Andrei,Bogdan,Cătălina,Dragoș,Elena,Florin,Gheorghe,Ioana,Ilinca,Lavinia,Mihai,Nicoleta,Ovidiu,Răzvan,Ruxandra,Ștefan,Teodora,Tudor,Vlad,Anca"),
			family: parts("Albu,Bălan,Ciobanu,Dănilă,Enache,Florea,Gheorghiu,Iliescu,Lupu,Mărginean,Neagu,Oprea,Pătrașcu,Rusu,Săndulescu,Șerban,Țăranu,Ursu,Văcărescu,Zamfir"),
			home:   homes("Bucharest, Romania; Cluj-Napoca, Romania; Iași, Romania"), second: hyphenated,
		},
		{
			given:  parts("András,Boglárka,Csaba,Dóra,Eszter,Ferenc,Gergő,Hajnalka,Ildikó,József,Kinga,László,Márton,Nóra,Ödön,Piroska,Réka,Szilárd,Tünde,Zsófia"),
			family: parts("Antal,Balogh,Csonka,Dömötör,Erdős,Fekete,Gál,Hegedűs,Juhász,Kovács,Lakatos,Mészáros,Nagy,Ökrös,Pintér,Rácz,Szűcs,Tóth,Vörös,Zsigmond"),
			home:   homes("Budapest, Hungary; Szeged, Hungary"), order: familyFirst,
		},
		{
			given:  parts("Олена=olena,Андрій=andrii,Богдан=bohdan,Ганна=hanna,Дмитро=dmytro,Єва=yeva,Ірина=iryna,Катерина=kateryna,Леся=lesia,Максим=maksym,Назар=nazar,Оксана=oksana,Павло=pavlo,Роман=roman,Соломія=solomiia,Тарас=taras,Юлія=yuliia,Ярослав=yaroslav"),
			family: parts("Бондар=bondar,Гончар=honchar,Дорошенко=doroshenko,Захарчук=zakharchuk,Іваненко=ivanenko,Коваленко=kovalenko,Левченко=levchenko,Мельник=melnyk,Нечай=nechai,Олійник=oliinyk,Павленко=pavlenko,Романюк=romaniuk,Савчук=savchuk,Ткаченко=tkachenko,Шевчук=shevchuk,Яременко=yaremenko"),
			home:   homes("Kyiv, Ukraine; Lviv, Ukraine; Warsaw, Poland"),
		},
		{
			given:  parts("Ayşe,Burak,Çağla,Deniz,Elif,Furkan,Gülşen,Hakan,İpek,Kerem,Leyla,Mehmet,Nazlı,Onur,Özge,Pınar,Rüya,Selin,Tuğba,Umut,Zeynep,Şirin"),
			family: parts("Acar,Bulut,Çelik,Demir,Erdoğdu,Güneş,Işık,Kaplan,Koç,Öztürk,Polat,Sarı,Şahin,Taş,Uçar,Yıldız,Yılmaz,Aksoy,Toprak,Özdemir"),
			home:   homes("Istanbul, Türkiye; Berlin, Germany; Ankara, Türkiye"),
		},
	}
}

func otherCultures() []culture {
	return []culture{
		{
			given:  parts("Aaron,Brianna,Caleb,Danielle,Ethan,Faith,Grant,Hannah,Isaiah,Jasmine,Kyle,Lauren,Marcus,Naomi,Owen,Paige,Quentin,Rachel,Sean,Tiffany,Wesley,Zoe"),
			family: parts("Adams,Brooks,Carter,Dawson,Ellis,Foster,Graham,Hayes,Ingram,Jefferson,King,Lawson,Mitchell,Newton,Parker,Reynolds,Sullivan,Turner,Washington,Young,St. Clair"),
			home:   homes("New York, NY, United States; San Francisco, CA, United States; Austin, TX, United States; Seattle, WA, United States; Chicago, IL, United States; Toronto, Canada"), second: initial,
		},
		{
			given:  parts("Aditi,Arjun,Bhavna,Chandan,Deepa,Farhan,Gauri,Harish,Ishaan,Jyoti,Kavya,Lakshmi,Manoj,Neha,Omkar,Pooja,Rahul,Sunita,Tanvi,Vikram,Yash,Zoya"),
			family: parts("Agarwal,Bhatt,Chaudhary,Desai,Fernandes,Gupta,Hegde,Iyer,Joshi,Kulkarni,Menon,Nair,Patel,Qureshi,Rao,Sharma,Thakur,Venkataraman,Verma,Yadav"),
			home:   homes("Bengaluru, India; Pune, India; Mumbai, India; London, United Kingdom"), second: initial,
		},
		{
			given:  parts("伟=wei,芳=fang,秀英=xiuying,敏=min,静=jing,强=qiang,磊=lei,洋=yang,艳=yan,勇=yong,杰=jie,娟=juan,涛=tao,明=ming,超=chao,晓明=xiaoming,雨桐=yutong,子涵=zihan"),
			family: parts("王=wang,李=li,张=zhang,刘=liu,陈=chen,杨=yang,赵=zhao,黄=huang,周=zhou,吴=wu,徐=xu,孙=sun,胡=hu,朱=zhu,高=gao,林=lin,何=he,郭=guo,欧阳=ouyang,司徒=situ"),
			home:   homes("Singapore; Shanghai, China; Shenzhen, China"), order: familyFirstTight,
		},
		{
			given:  parts("健=ken,陽菜=hina,翔太=shota,美咲=misaki,大輔=daisuke,由美子=yumiko,直樹=naoki,さくら=sakura,拓也=takuya,恵=megumi,悠斗=yuto,麻衣=mai,誠=makoto,彩香=ayaka,亮=ryo,真理=mari"),
			family: parts("佐藤=sato,鈴木=suzuki,高橋=takahashi,田中=tanaka,伊藤=ito,渡辺=watanabe,山本=yamamoto,中村=nakamura,小林=kobayashi,加藤=kato,吉田=yoshida,山田=yamada,松本=matsumoto,井上=inoue,木村=kimura,清水=shimizu"),
			home:   homes("Tokyo, Japan; Osaka, Japan; Fukuoka, Japan"), order: familyFirst,
		},
		{
			given:  parts("민준=minjun,서연=seoyeon,지훈=jihoon,수빈=subin,현우=hyunwoo,지은=jieun,도윤=doyun,하은=haeun,성민=sungmin,유진=yujin,태형=taehyung,은지=eunji,재원=jaewon,소희=sohee,동현=donghyun,미나=mina"),
			family: parts("김=kim,이=lee,박=park,최=choi,정=jung,강=kang,조=cho,윤=yoon,장=jang,임=lim,한=han,오=oh,서=seo,신=shin,권=kwon,황보=hwangbo"),
			home:   homes("Seoul, South Korea; Busan, South Korea"), order: familyFirstTight,
		},
		{
			given:  parts("Thị Hồng,Văn Đức,Minh Anh,Quang Huy,Ngọc Lan,Thanh Tùng,Bích Ngọc,Hải Yến,Đình Khoa,Phương Thảo,Gia Bảo,Khánh Linh,Tuấn Kiệt,Mỹ Duyên,Hữu Phước,Diễm Quỳnh"),
			family: parts("Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Huỳnh"),
			home:   homes("Ho Chi Minh City, Vietnam; Hanoi, Vietnam; Paris, France"), order: familyFirst,
		},
		{
			given:  parts("محمد=mohammed,فاطمة=fatima,أحمد=ahmad,ليلى=layla,يوسف=yusuf,مريم=maryam,عمر=omar,نور=nour,خالد=khaled,سلمى=salma,حسن=hassan,رنا=rana,طارق=tariq,هدى=huda,كريم=karim,دينا=dina"),
			family: parts("الخطيب=alkhatib,حداد=haddad,المصري=almasri,نجار=najjar,منصور=mansour,الشامي=alshami,خوري=khoury,الأحمد=alahmad,صباغ=sabbagh,العلي=alali,درويش=darwish,بركات=barakat,الحسن=alhassan,قاسم=qasim,زيدان=zeidan,عبد الله=abdallah"),
			home:   homes("Dubai, United Arab Emirates; Amman, Jordan; Cairo, Egypt; Berlin, Germany"),
		},
		{
			given:  parts("נועה=noa,איתי=itay,תמר=tamar,יונתן=yonatan,מאיה=maya,עומר=omer,שירה=shira,דניאל=daniel,יעל=yael,אורי=uri,רוני=roni,גיא=guy,ליאור=lior,הילה=hila,אסף=asaf,מיכל=michal"),
			family: parts("כהן=cohen,לוי=levy,מזרחי=mizrahi,פרץ=peretz,ביטון=biton,אברהם=avraham,פרידמן=friedman,אזולאי=azulay,שפירא=shapira,ברק=barak,גולן=golan,רוזן=rosen,שחר=shahar,אלון=alon,נחום=nahum,בן דוד=bendavid"),
			home:   homes("Tel Aviv, Israel; Haifa, Israel; London, United Kingdom"),
		},
		{
			given:  parts("Adaeze,Babajide,Chukwuemeka,Damilola,Efua,Folasade,Gbenga,Ifeoma,Kwabena,Kwame,Ngozi,Nkechi,Obinna,Olúwaṣeun,Sadé,Temitope,Uche,Yaw,Zainab,Akosua"),
			family: parts("Abiola,Adeyemi,Agyeman,Balogun,Boateng,Chukwu,Danjuma,Eze,Ìbínímí,Igwe,Mensah,Nwosu,Obi,Ogunleye,Okafor,Okonkwo,Owusu,Sackey,Uzoma,Yeboah"),
			home:   homes("Lagos, Nigeria; Accra, Ghana; Nairobi, Kenya; London, United Kingdom"), second: hyphenated,
		},
		{
			given:  parts("Alice,Bernardo,Camila,Débora,Emerson,Flávia,Guilherme,Heloísa,Ícaro,Joaquim,Larissa,Márcio,Natália,Otávio,Patrícia,Renan,Sônia,Thaís,Vinícius,Yasmin"),
			family: parts("Almeida,Barros,Cardoso,Duarte,Figueiredo,Gomes,Lacerda,Macêdo,Moraes,Nascimento,Oliveira,Paixão,Rezende,Sampaio,Tavares,Uchôa,Viana,Xavier,Brandão,Falcão"),
			home:   homes("São Paulo, Brazil; Rio de Janeiro, Brazil; Lisbon, Portugal"), second: secondFamily,
		},
		{
			given:  parts("Aroha,Bryce,Chloe,Darcy,Ella,Finn,Georgia,Hamish,Indi,Jarrah,Kiri,Lachlan,Mia,Ngaire,Reuben,Sienna,Tāne,Wiremu"),
			family: parts("Armstrong,Bishop,Cooper,Dempsey,Fraser,Gibson,Harding,Ihaka,Jamieson,Kahu,Lawrence,Maxwell,Ngata,Parata,Robertson,Stewart,Tāwhai,Wilkinson"),
			home:   homes("Sydney, Australia; Melbourne, Australia; Auckland, New Zealand"), second: hyphenated,
		},
	}
}
