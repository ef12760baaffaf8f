package scoring

// titleSpellings is English: other spellings of it. The English words are those of
// the ladder; a title in another language is read by the words of its level and
// of the commonest work. "-" is what says nothing; forms that only one gender or case
// has stand beside the others.
const titleSpellings = `
senior: sr, snr, sen, senior, seniorin, sénior, sênior, starszy, starsza, 高级, 高級, 资深, 資深, シニア, 시니어, 선임
junior: jr, jnr, junior, juniorin, júnior, młodszy, młodsza, 初级, ジュニア, 주니어
mid: pleno, confirmé, confirmée, mellan
principal: princ, główny, główna, hauptingenieur, 수석, プリンシパル
staff: スタッフ
lead: lead, ld, líder, leader, teamlead, team lead, teamlead, teamleiter, teamleiterin, teamleader, teamleider, teamleder, teamledare, gruppenleiter, gruppenleiterin, gruppledare, chef d equipe, cheffe d equipe, capo squadra, jefe de equipo, jefa de equipo, coordenador, coordenadora, team leiter, リード, リーダー, 主任, 係長, 组长, 主管, 팀장, 책임
intern: intern, praktikant, praktikantin, stagiaire, becario, becaria, estagiário, estagiária, stagista, tirocinante, stagiair, stażysta, stażystka, pasante, 实习生, インターン, 인턴
apprentice: apprenti, apprentie, alternant, alternante, azubi, auszubildender, auszubildende, aprendiz, lärling, lehrling
working student: werkstudent, werkstudentin, studentische hilfskraft
trainee: trainee, praktykant
assistant: assistentin, assistent, assistente, asistente, assistante, ayudante, asystent, asystentka
assistant to: assistent der, assistentin der, assistant du, assistante du, assistant de, assistante de, asistente de, asistente del, assistente do, assistente da, assistente del, assistente di
deputy: deputy, dep, stellvertretender, stellvertretende, stellv, stv, adjoint, adjointe, adjunto, adjunta, vicedirettore, vice, zastępca, zastepca, plaatsvervangend
acting: komm, kommissarischer, komissarischer, par interim, interino
manager: mgr, mngr, mgmt, gerente, kierownik, kierowniczka, responsable, responsabile, responsável, encargado, encargada, gestor, gestora, verantwoordelijke, managerin, 经理, 經理, マネージャー, マネージャ, 課長, 과장, 매니저, menedżer, chefe, förvaltare
project manager: projektleiter, projektleiterin, projektmanager, projektmanagerin, chef de projet, cheffe de projet, jefe de proyecto, jefa de proyecto, gerente de projetos, gerente de proyecto, gerente de proyectos, capo progetto, projectleider, projectmanager, kierownik projektu, projektledare, projektleder, prosjektleder, 项目经理, プロジェクトマネージャー, pjm
product manager: produktmanager, produktmanagerin, produktchef, chef de produit, cheffe de produit, jefe de producto, gerente de produto, gerente de producto, productmanager, produktägare, 产品经理, プロダクトマネージャー, prod manager
product owner: po
program manager: tpm, technical program manager, programme manager, chef de programme
group product manager: gpm
head: leiter, leiterin, abteilungsleiter, abteilungsleiterin, bereichsleiter, bereichsleiterin, ressortleiter, hauptabteilungsleiter, hoofd, afdelingshoofd, avdelningschef, afdelingschef, afdelingsleder, avdelingsleder, jefe, jefa, jefe de departamento, capo, chef de service, cheffe de service, chef de departement, dyrektor dzialu, naczelnik, head, 部长, 部長, 부장
director: dir, direktor, direktorin, direktör, direktør, directeur, directrice, direttore, direttrice, diretor, diretora, directora, directeurs, dyrektor, dyrektorka, 总监, 總監, ディレクター, 이사
managing director: geschäftsführer, geschäftsführerin, geschaeftsfuehrer, geschaeftsfuehrerin, directeur general, directrice generale, director general, directora general, diretor geral, diretora geral, direttore generale, algemeen directeur, md, administrerende direktør, administrerende direktor, gérant, dyrektor zarządzający
general manager: gm, generaldirektor, 总经理, 總經理, 本部長
vice president: vp, v p, vicepresident, vice president, vicepresidente, vice presidente, vizepräsident, vizepräsidentin, vice presidente, wiceprezes, vice présidente, 副总裁, 執行役員
senior vice president: svp
executive vice president: evp
assistant vice president: avp
president: prezes, präsident, präsidentin, presidente, presidenta, présidente, 总裁, 總裁, 社長
chief: cxo, vorstand, vorständin, vorstandsmitglied, 首席
chief executive officer: ceo, chief exec, pdg, president directeur general, vorstandsvorsitzender, vorstandsvorsitzende, amministratore delegato, amministratrice delegata, consejero delegado, consejera delegada, prezes zarzadu, vd, verkställande direktör, dyrektor generalny, administrerend directeur, 首席执行官, 代表取締役, 代表取締役社長, 대표이사, 대표
chief technology officer: cto, technischer direktor, 首席技术官, 最高技術責任者
chief financial officer: cfo, 首席财务官, 最高財務責任者, finanzvorstand, chief finance officer
chief operating officer: coo, chief operations officer
chief information officer: cio, dsi
chief marketing officer: cmo
chief product officer: cpo
chief revenue officer: cro
chief information security officer: ciso
chief human resources officer: chro
chief data officer: cdo
software engineer: swe, sde, software eng, sw engineer, software engr, softwareingenieur, softwareingenieurin, ingénieur logiciel, ingénieure logiciel, ingenieur logicielle, ingeniero de software, ingeniera de software, engenheiro de software, engenheira de software, ingegnere del software, ingegnere software, inżynier oprogramowania, mjukvaruingenjör, 软件工程师, 軟體工程師, ソフトウェアエンジニア, 소프트웨어 엔지니어
software developer: software dev, softwareentwickler, softwareentwicklerin, développeur logiciel, desarrollador de software, desarrolladora de software, desenvolvedor de software, desenvolvedora de software, sviluppatore software, softwareontwikkelaar, systemutvecklare, mjukvaruutvecklare, programista, programistka, softwareudvikler, systemutvikler
software development: softwareentwicklung, entwicklung software
site reliability engineer: sre
machine learning: ml, maschinelles lernen
artificial intelligence: ai, ki
quality assurance: qa
human resources: hr, rh, ressources humaines, recursos humanos, risorse umane, personal, personalwesen, personalabteilung
user experience: ux
engineer: eng, engr, ingenieur, ingenieurin, ingénieure, ingénieur, ingeniero, ingeniera, engenheiro, engenheira, ingegnere, inżynier, ingenjör, ingeniør, 工程师, 工程師, エンジニア, 엔지니어
developer: dev, entwickler, entwicklerin, développeur, développeuse, desarrollador, desarrolladora, desenvolvedor, desenvolvedora, sviluppatore, sviluppatrice, ontwikkelaar, utvecklare, udvikler, utvikler, deweloper, 开发, 开发者, 開発者, デベロッパー, 개발자
architect: architekt, architektin, architecte, arquitecto, arquitecta, arquiteto, arquiteta, architetto, arkitekt, 架构师, 架構師, アーキテクト
administrator: admin, administratorin
system administrator: sysadmin, systemadministrator, systemadministratorin, administrateur systeme, administrador de sistemas, systems administrator
consultant: beraterin, berater, consultante, consultor, consultora, consulente, konsult, konsulent, konsultant, adviseur, コンサルタント, 顾问
analyst: analystin, analyste, analista, analityk, analytiker, 分析师, アナリスト
designer: designerin, diseñador, diseñadora, concepteur, projektant, 设计师, デザイナー, 디자이너
scientist: wissenschaftler, wissenschaftlerin, cientista, científico, científica, scienziato, 科学家, サイエンティスト
data scientist: scientifique de donnees, cientista de dados, científico de datos, 数据科学家, データサイエンティスト
data: donnees, datos, dados, dati, daten, 数据, データ
specialist: spezialist, spezialistin, spécialiste, especialista, specialista, specjalista, specjalistka, 专员
researcher: forscher, forscherin, chercheur, chercheuse, investigador, investigadora, pesquisador, pesquisadora, ricercatore, ricercatrice, 研究员, 研究員
recruiter: recruteur, reclutador, recrutador, rekruterer, personalreferent, personalreferentin
sales: vertrieb, ventes, ventas, vendas, vendite, verkoop, försäljning, försäljnings, sprzedaży, salg, commercial, comercial, 销售, 営業, 영업
marketing: marketing, 市场, マーケティング, 마케팅
finance: finanzen, finances, finanzas, finanças, finanza, financien, finans, finansów, 财务, 財務
technology: technik, technologie, tecnologia, tecnología, tech, teknik, technisch, technologii, 技术, 技術
technical: tecnico, technique, técnico, técnica, technischer, technische
operations: betrieb, operaciones, operações, operazioni, ops, 运营
development: entwicklung, développement, desarrollo, desenvolvimento, sviluppo, ontwikkeling, utveckling
engineering: engineering, ingénierie, ingeniería, engenharia, ingegneria, 工程
product: produkt, produit, producto, produto, prodotto, 产品, プロダクト
strategy: strategie, stratégie, estrategia, estratégia, strategia
information technology: informatik, informatique, informática, informatica
software: sw, logiciel, 软件, ソフトウェア
technical lead: tech lead, technical leader, techlead, tech leader, líder técnico, líder técnica, lead technique, technischer leiter team
of engineering: of eng
vice president engineering: vp eng
director engineering: dir eng, director eng
business development: business dev, biz dev, bizdev
member of technical staff: mts
senior member of technical staff: smts
deputy director: subdirector, subdirectora, subdirektor
chief of staff: chef de cabinet, cos, stabschef
platform: plattform, plateforme, plataforma, piattaforma
devops: dev ops
full stack: fullstack
back end: backend
front end: frontend
-: der, des, du, del, della, dei, di, do, da, dos, das, van, von, den, de, la, l, d, af, av, no, na, zu
for: für, pour, para, per, voor
and: und, et, y, och, og, en, e
head office: siege social
cofounder: co founder, cofundador, cofundadora, mitgründer, mitgründerin, cofondateur, cofondatrice, medgrundare
founder: gründer, gründerin, fondateur, fondatrice, fundador, fundadora, fondatore, grundare, założyciel, oprichter, 创始人, 創業者
owner: inhaber, inhaberin, propriétaire, propietario, proprietário, titolare, eigenaar, ägare, właściciel
student: studentin, étudiant, étudiante, estudiante, estudante, studente, 学生
freelance: freiberufler, freiberuflich, autónomo, autônomo, zzp
`
