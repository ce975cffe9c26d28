"""The words that the benchmark's portfolio is written with: Dutch, of the trade, our own."""

DOMAINS = {
    "income": ("Inkomen", "amsterdam"),
    "debt": ("Schulden en armoede", "rotterdam"),
    "services": ("Dienstverlening", "utrecht"),
    "output": ("Brieven en beschikkingen", "den-haag"),
    "integration": ("Integratie", "amsterdam"),
    "access": ("Toegang", "utrecht"),
    "platform": ("Platform en cloud", "rotterdam"),
    "information": ("Informatiehuishouding", "den-haag"),
    "algorithms": ("Algoritmen", "amsterdam"),
    "security": ("Informatieveiligheid", "rotterdam"),
}
"""Each domain with its name and the one member that may have a plan of its own there."""

MEMBERS = {"amsterdam": "Amsterdam", "rotterdam": "Rotterdam", "den-haag": "Den Haag", "utrecht": "Utrecht"}
TEAMS = {
    "suite": "Team Suite",
    "platform": "Team Platform",
    "integration": "Team Integratie",
    "data": "Team Data",
}

SUBJECTS = (
    "zaakregister",
    "koppelvlak",
    "brievenmodule",
    "klantportaal",
    "berekening",
    "gegevensmagazijn",
    "archief",
    "afsprakenmodule",
    "toegangspoort",
    "berichtenbox",
    "rekenregels",
    "werkvoorraad",
    "dossierviewer",
    "betaalstroom",
    "signalenlijst",
    "testomgeving",
    "nachtverwerking",
    "formulier",
    "loket",
    "maatwerkrapport",
    "stuurinformatie",
    "identiteitsketen",
    "logboek",
    "documentenkluis",
    "eventbus",
    "gegevenslevering",
    "werkplek",
    "telefooncentrale",
)
VERBS = (
    "vervangen",
    "samenvoegen",
    "ontsluiten",
    "vernieuwen",
    "afbouwen",
    "verhuizen",
    "inrichten",
    "aanbesteden",
    "standaardiseren",
    "toegankelijk maken",
    "beveiligen",
    "vereenvoudigen",
    "uitbreiden",
    "moderniseren",
)
AIMS = (
    "voor de bijstand",
    "voor alle vier de steden",
    "naar de cloud",
    "volgens de nieuwe wet",
    "zonder maatwerk",
    "met open standaarden",
    "voor de uitvoering",
    "in één keer goed",
    "aan de bron",
    "samen met de keten",
)
WHO = (
    "De klantmanager",
    "Een inwoner",
    "De ketenpartner",
    "Het beheerteam",
    "De accountant",
    "De uitvoering",
    "Elke stad",
    "De leverancier",
    "De servicedesk",
    "Een ondernemer",
    "De raad",
    "De functionaris",
)
DOES = (
    "vraagt",
    "wacht op",
    "controleert",
    "verwerkt",
    "mist",
    "betaalt voor",
    "beheert",
    "herstelt",
    "levert",
    "deelt",
    "bewaart",
    "ziet",
    "bespreekt",
    "vergelijkt",
)
WHAT = (
    "twee keer dezelfde gegevens",
    "een besluit dat niemand kan uitleggen",
    "de brieven van vorige week",
    "een koppeling zonder eigenaar",
    "elke maand opnieuw dezelfde lijst",
    "de licenties van drie pakketten",
    "een proces dat op papier begint",
    "het dossier in een ander systeem",
    "meer dan de helft van de meldingen",
    "een antwoord binnen tien werkdagen",
    "de rekenregels van het komende jaar",
    "één beeld van de hele keten",
)
WHY = (
    "omdat de bron en de kopie van elkaar verschillen",
    "zolang de oude verwerking blijft draaien",
    "en dat kost ieder jaar meer",
    "terwijl de wet dat sinds januari anders vraagt",
    "want de kennis zit bij nog maar twee mensen",
    "en bij een storing ligt alles stil",
    "voordat de ondersteuning van de leverancier ophoudt",
    "en niemand weet wie er over gaat",
    "hoewel drie van de vier steden het al anders doen",
    "zodat de caseïst er een dag mee bezig is",
)
MEASURES = (
    "eerst een proef met één stad",
    "'een half jaar dubbel draaien, met een terugvalplan'",
    "wekelijks meten en bijsturen",
    "vroege aanbesteding van de verhuizing",
    "'vaste ploeg, ook in de zomer'",
    "geen wijzigingen in de jaarovergang",
)
STEPS = ("Ontwerp vastgesteld", "Eerste stad over", "Keten getest", "Alle steden over", "Oude systeem uit")
DECIDES = ("go/no-go", "vervolg of stop", "decharge", "keuze leverancier")
STANDARDS = (
    "NL API Design Rules",
    "OAuth 2.0",
    "Digikoppeling",
    "SCIM",
    "CloudEvents",
    "PDF/UA",
    "StUF-BG",
    "Haven",
)
PARTIES = (
    "PKIoverheid-certificaten",
    "aansluiting op DigiD",
    "levering door het Inlichtingenbureau",
    "besluit van de SVB",
)
SPONSORS = (
    "Directeur Inkomen",
    "CIO-overleg",
    "Directeur Dienstverlening",
    "Concerncontroller",
    "CISO",
    "Manager Beheer",
)
GROUND = ("interaction", "process", "integration", "services", "data")
OFF = (
    "bespoke-on-joint-agenda",
    "business-case-of-experiment",
    "comply-or-explain",
    "done-with-open-end",
    "long-without-steps",
    "missing-evidence",
    "unanswered-deadline",
    "report-in-the-future",
    "silent",
    "sleeping",
    "slow-payback",
)
"""Rules about sense, evidence and progress, of which made-up files have none."""
