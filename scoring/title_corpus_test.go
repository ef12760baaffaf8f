package scoring_test

// titleLevels is title → level, by the ladder's own words and the customs of each
// language, written before the first run: 144 of the first 147 were right in
// it, and all of the first 78 pairs below.
const titleLevels = `
Software Engineering Intern → 10
Working Student, Data → 10
Werkstudent Softwareentwicklung (m/w/d) → 10
Praktikantin Marketing → 10
Stagiaire développement web → 10
Becario de Ingeniería → 10
Estagiário de TI → 10
Tirocinante → 10
Stagiair Marketing → 10
Stażysta → 10
インターン → 10
实习生 → 10
Jr. Developer → 20
Junior Softwareentwickler (m/w/d) → 20
Développeur junior → 20
Desarrollador Júnior → 20
Młodszy programista → 20
初级工程师 → 20
Associate Product Manager → 20
Marketing Operations Assistant → 20
Executive Assistant to the CEO → 20
Assistentin der Geschäftsführung → 20
Assistante du Directeur général → 20
Software Engineer → 30
Softwareentwicklerin (w/m/d) → 30
Ingénieur(e) logiciel (H/F) → 30
Ingénieur·e DevOps → 30
Ingeniero/a de Software → 30
Engenheira de Dados → 30
Ingegnere del software → 30
Systemutvecklare → 30
Softwareontwikkelaar → 30
Inżynier oprogramowania → 30
ソフトウェアエンジニア → 30
软件工程师 → 30
소프트웨어 엔지니어 → 30
Product Manager → 30
Produktmanager (m/w/d) → 30
Projektleiter → 30
Chef de projet → 30
Jefa de Proyecto → 30
Gerente de Projetos → 30
产品经理 → 30
Technical Program Manager → 30
TPM → 30
Event Manager, Content → 30
Customer Success Manager → 30
Account Executive → 30
Member of Technical Staff → 30
Representative → 30
Internal Auditor → 30
Developer Advocate → 30
Cloud Consultant → 30
DevOps Engineer/SRE → 30
Support for Mission Critical Cloud → 30
Software Engineer II → 35
Software Engineer 2 → 35
SDE II → 35
Sr. Software Engineer → 40
Senior Product Manager → 40
SR SOFTWARE DEVELOPER → 40
Software Engineer III → 40
Ingénieur de recherche senior → 40
Ingeniero de Software Senior → 40
Engenheiro de Software Sênior → 40
Starszy programista → 40
高级软件工程师 → 40
シニアエンジニア → 40
Senior Technical Staff Member → 55
Senior Event Manager, Sponsorship Management → 40
Senior Technical Program Manager → 40
Sr. Cloud Support Engineer → 40
Staff Engineer → 50
Lead Data Scientist → 50
Tech Lead → 50
Team Lead and Senior Software Engineer → 50
Teamleiterin Softwareentwicklung → 50
Chef d'équipe → 50
Teamledare → 50
Solution Architect → 50
Softwarearchitekt → 50
架构师 → 50
Senior Staff Engineer → 55
Senior Solutions Architect → 55
Principal Engineer → 60
Główny inżynier → 60
Engineering Manager → 60
Responsable marketing → 60
Gerente de Ventas → 60
Kierownik działu → 60
课长 → 30
課長 → 60
销售经理 → 60
Försäljningschef → 60
Sr. Engineering Manager → 65
Senior Principal Engineer → 65
Assistant Manager → 55
Head of Platform → 70
Leiterin Personal → 70
Abteilungsleiter Vertrieb → 70
Bereichsleiter IT → 70
Vertriebsleiter → 70
Hoofd Marketing → 70
Jefe de Departamento → 70
部長 → 70
Distinguished Engineer → 70
Chief Architect → 70
Global Head of Platform → 72
Senator → 75
Associate Professor → 60
Professor → 70
SMTS → 40
Chairman of the Board → 0
General Counsel → 90
Subdirectora → 75
Stellvertretender Direktor → 75
Directrice adjointe → 75
Director of Engineering → 80
Directeur commercial → 80
Directora de Producto → 80
Diretor de Tecnologia → 80
Direttrice marketing → 80
Dyrektor sprzedaży → 80
市场总监 → 80
Senior Director, CNCF Events → 85
Executive Director → 85
VP of Engineering → 90
V.P. Engineering → 90
VP for Engineering and Services → 90
Vice-président des ventes → 90
Vicepresidente de Ingeniería → 90
副总裁 → 90
Geschäftsführer → 90
Directeur général → 90
Managing Director → 90
SVP Product → 95
Senior Vice President → 95
EVP, Sales → 95
Chief Technology Officer → 100
CTO → 100
PDG → 100
Consejero Delegado → 100
Amministratore delegato → 100
代表取締役 → 100
首席执行官 → 100
President of the United States → 100
Co-Founder & CEO → 0
Gründerin → 0
Fondateur → 0
Board Member → 0
Student → 0
Freelancer → 0
 → 0
`

// titlePairs is older title → newer title = what it is, by hand as well.
const titlePairs = `
Sr. Software Engineer → Senior Software Engineer = same
SWE → Software Engineer = same
Senior SWE → Sr Software Engineer = same
VP Engineering → Vice President of Engineering = same
Vice President, Engineering → VP of Engineering = same
CTO → Chief Technology Officer = same
Ingenieur (m/w/d) → Ingenieurin = same
Softwareentwickler → Softwareentwicklerin (w/m/d) = same
Ingénieur → Ingénieure (H/F) = same
Directeur marketing → Directrice marketing = same
Desarrollador/a de Software → Desarrolladora de Software = same
Director of Sales → Sales Director = same
Director, Sales → Director of Sales = same
Engineer, Software → Software Engineer = same
SRE → Site Reliability Engineer = same
Full-Stack Developer → Fullstack Developer = same
Backend Engineer → Back-end Engineer = same
HR Manager → Human Resources Manager = same
SYSTEM ADMINISTRATOR → SysAdmin = same
Software Engineer 2 → Software Engineer II = same
Ingénieur logiciel → Software Engineer = same
Geschäftsführer → Managing Director = same
软件工程师 → Software Engineer = same
Chef de projet → Project Manager = same
Representative → Representative = same
Dir. of Eng → Director of Engineering = same
Systems Engineer → System Engineer = same
Kaufmann → Kauffrau = same
Business Dev Manager → Business Development Manager = same
UI/UX Designer → UX/UI Designer = same
Sr. Manager, Data → Senior Data Manager = same
Head of People → Chief People Officer = up
DevOps Engineer → Site Reliability Engineer = lateral
Software Developer → Software Engineer = reworded
Software Engineer → Software Engineer, Payments = reworded
Engineering Manager → Engineering Manager, Platform = reworded
Developer Advocate → Senior-level Developer Advocate = up
Platform Engineer → Platform Developer = reworded
Backend Developer → Backend Engineer = reworded
Director of CNCF Events → Senior Director, CNCF Events = up
Event Manager → Senior Event Manager, Sponsorship Management = up
Event Manager → Senior Event Manager = up
Event & Meeting Planner → Senior Event Planner = up
Software Engineer → Senior Software Engineer = up
Software Engineer → Software Engineer II = up
Software Engineer II → Software Engineer III = up
Senior Software Engineer → Staff Software Engineer = up
Staff Engineer → Principal Engineer = up
Senior Engineer → Tech Lead = up
Senior Engineer → Engineering Manager = up
Engineering Manager → Senior Engineering Manager = up
Engineering Manager → Director of Engineering = up
Head of Data → Global Head of Data = up
Director → Senior Director = up
Director of Product → VP Product = up
VP Product → SVP Product = up
VP Engineering → CTO = up
Intern → Software Engineer = up
Trainee → Junior Consultant = up
Associate Director → Director = up
Deputy Director → Director = up
Junior Softwareentwickler → Softwareentwickler = up
Teamleiter → Abteilungsleiter = up
Chef d'équipe → Directeur technique = up
Representative → Senator = up
Senator → President of the United States = up
Assistant to the Director → Assistant Director = up
Director of Engineering → Engineering Manager = down
Senior Software Engineer → Software Engineer = down
CTO → VP Engineering = down
VP Sales → Account Executive = down
Senior Event Planner → Event Manager, Content = down
Vice President → Director = down
Principal Engineer → Engineering Manager = lateral
Backend Engineer → Frontend Engineer = lateral
Data Engineer → Data Scientist = lateral
Software Engineer → Product Manager = lateral
Product Manager → Program Manager = lateral
Account Executive → Customer Success Manager = lateral
Senior Data Analyst → Senior Software Engineer = lateral
Marketing Manager → Sales Manager = lateral
Founder → Software Engineer = unclear
Software Engineer → Co-Founder = unclear
Founder → Co-Founder = unclear
Software Engineer →  = unclear
 → Software Engineer = unclear
`
