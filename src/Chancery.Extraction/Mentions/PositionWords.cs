using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>The words of offices that people hold.</summary>
internal static class PositionWords
{
    /// <summary>Nouns that name an office by themselves when written large.</summary>
    public static WordList Strong { get; } = new(
        """
        PRESIDENT VICE-PRESIDENT PREMIER MINISTER SECRETARY UNDERSECRETARY DIRECTOR CHAIRMAN CHAIRWOMAN CHAIRPERSON CHAIR AMBASSADOR AMB CHARGE CHARGÉ CONSUL
        COUNSELOR COUNSELLOR ATTACHE ATTACHÉ COMMISSIONER GOVERNOR MAYOR CHANCELLOR COORDINATOR COMMANDER SPEAKER RAPPORTEUR PROSECUTOR
        SPOKESMAN SPOKESWOMAN SPOKESPERSON ENVOY SUPERINTENDENT ADMINISTRATOR TREASURER OMBUDSMAN RECTOR DEAN PROVOST REGISTRAR COMPTROLLER VICEROY SHAH KING QUEEN EMPEROR SULTAN POPE PATRIARCH SENATOR CONGRESSMAN CONGRESSWOMAN PREFECT
        """);

    /// <summary>Nouns that name an office only with a modifier or complement.</summary>
    public static WordList Weak { get; } = new(
        "CHIEF HEAD OFFICER OFF ADVISER ADVISOR MANAGER REPRESENTATIVE REP REPS LEADER MEMBER INSPECTOR JUDGE JUSTICE GENERAL WATCHER DEPUTY ASSISTANT ANALYST PRINCIPAL NEGOTIATOR CURATOR EDITOR COLUMNIST CORRESPONDENT PROFESSOR ECONOMIST FOUNDER RESEARCHER CONSULTANT LIAISON STAFFER STAFFERS SPECIALIST SCIENTIST AUDITOR WARDEN DELEGATE ALTERNATE AGENT EXPERT ENGINEER GEOLOGIST BIOLOGIST AGRONOMIST ENTOMOLOGIST HYDROLOGIST STATISTICIAN");

    public static WordList Heads { get; } = new(
        """
        PRESIDENT VICE-PRESIDENT PREMIER MINISTER SECRETARY UNDERSECRETARY DIRECTOR CHAIRMAN CHAIRWOMAN CHAIRPERSON AMBASSADOR AMB CHARGE CHARGÉ CONSUL
        COUNSELOR COUNSELLOR ATTACHE ATTACHÉ COMMISSIONER GOVERNOR MAYOR CHANCELLOR COORDINATOR COMMANDER SPEAKER RAPPORTEUR PROSECUTOR
        SPOKESMAN SPOKESWOMAN SPOKESPERSON ENVOY OFFICER ADVISER ADVISOR MANAGER REPRESENTATIVE CHIEF HEAD EDITOR LEADER PREFECT SENATOR
        """);

    /// <summary>Words that stand before an office's noun and belong to it.</summary>
    public static WordList Modifiers { get; } = new(
        """
        ACTING DEPUTY VICE ASSISTANT SENIOR JUNIOR CHIEF PRINCIPAL SPECIAL FIRST SECOND THIRD EXECUTIVE GENERAL MANAGING REGIONAL NATIONAL FEDERAL STATE PERMANENT
        PRIME FOREIGN INTERIOR DEFENSE DEFENCE FINANCE JUSTICE TRADE ECONOMIC ECONOMY POLITICAL CONSULAR COMMERCIAL CULTURAL PRESS PUBLIC AFFAIRS LEGAL NAVAL MILITARY AIR
        SECURITY HEALTH EDUCATION AGRICULTURE LABOR ENERGY TRANSPORT INFORMATION PROTOCOL INTELLIGENCE POLICE PROGRAM PROJECT DESK UNDER HIGH LORD ATTORNEY PERM
        SUPREME PRESIDENTIAL COMMERCE INTERIM RESIDENT ECON POL POLITICAL-ECONOMIC POLITICAL-MILITARY FISHERIES REFUGEE ASST ENVIRONMENTAL RESEARCH FOOD TECHNICAL NARCOTICS
        CULTURE COMMUNICATIONS INDUSTRY HONORARY COUNTRY PLANNING ENVIRONMENT TOURISM LIAISON PERSONNEL MANAGEMENT BUDGET CUSTOMS PRISON STAFF MISSION PROVINCIAL MUNICIPAL
        INVESTIGATING PRESIDING EXAMINING SENTENCING SITTING
        """);

    /// <summary>Short words for offices of a mission or a government.</summary>
    public static WordList Codes { get; } = new(
        """
        POLOFF POLOFFS EMBOFF EMBOFFS ECONOFF ECONOFFS CONOFF CONOFFS POLCOUNS POLCOUNSELOR ECONCOUNS ECONCOUNSELOR POLCHIEF ECONCHIEF POLMILOFF POLECONOFF POLECON POLEC ECONPOLOFF LABOFF LABATT SCIOFF
        DCM RSO PAO CAO IO LEGATT NAVATT ARMATT ARMA ALUSNA AIRATT DATT AGATT ADATT POLAD CDA FONMIN DEFMIN FINMIN INTMIN PRIMIN DEPFONMIN SECGEN SYG SECDEF SECSTATE SECNAV
        CHARGE EMBOFFICER CONGEN AMBO AMEMBOFF PDAS CINC CHMAAG DEPTOFF FONSEC ARSO CEO CFO PM FM PG MP MEP DG DEPSEC POLMIN VFM DFM MINDEF PERMREP PERMREPS DAS DAAG PDAAG RLA REO POLECONCHIEF ECONPOLCHIEF POLECONOFFS ESTOFF ESTHOFF COMATT COMMATT AGRATT PRESSOFF PERMSEC DEPPERMSEC
        REFCOORD MGTOFF MGMTOFF ADMINOFF VICECONSUL DEPDIR DIRGEN DEPRIMIN JUSMIN COMMIN AGMIN LABMIN EDMIN HEALTHMIN TRADEMIN ENERGYMIN SACEUR SACLANT
        """);

    /// <summary>Those that nobody could take for a word of the language when they are written small.</summary>
    public static WordList SmallCodes { get; } = new(
        """
        POLOFF POLOFFS EMBOFF EMBOFFS ECONOFF ECONOFFS CONOFF CONOFFS POLCOUNS ECONCOUNS POLCHIEF ECONCHIEF POLMILOFF POLECONOFF POLECONOFFS
        ECONPOLOFF LABOFF SCIOFF EMBOFFICER DCM LEGATT POLAD ESTHOFF AGATT COMATT PRESSOFF
        """);

    private static readonly WordList s_beforeNames = new("PM FM DG MP MEP FONMIN DEFMIN VFM DFM DAS");

    /// <summary>What stands right before its holder's name.</summary>
    public static bool IsTitle(Token token) => Strong.Contains(token) || s_beforeNames.Contains(token);

    public static bool IsCode(string text) => text is "A/S" or "AA/S" or "DAS" or "PDAS" or "U/S" or "D/S" or "A/DAS" or "DA/S" or "A/DCM" or "A/RSO";

    /// <summary>Staff of a mission: without a body they belong to the sender.</summary>
    public static WordList MissionStaff { get; } = new(
        """
        POLOFF POLOFFS EMBOFF EMBOFFS ECONOFF ECONOFFS CONOFF CONOFFS POLCOUNS POLCOUNSELOR ECONCOUNS ECONCOUNSELOR POLCHIEF ECONCHIEF POLMILOFF POLECONOFF ECONPOLOFF LABOFF LABATT SCIOFF
        DCM RSO ARSO PAO CAO LEGATT NAVATT ARMATT ARMA ALUSNA AIRATT DATT AGATT CDA CHARGE CHARGÉ AMBASSADOR AMB EMBOFFICER WATCHER POLECONCHIEF ECONPOLCHIEF ESTOFF ESTHOFF COMATT COMMATT REFCOORD MGTOFF MGMTOFF ADMINOFF
        """);

    /// <summary>What a title says when written out.</summary>
    public static string? Expand(string code) => Folding.Fold(code) switch
    {
        "POLOFF" or "POLOFFS" => "Political Officer",
        "EMBOFF" or "EMBOFFS" or "EMBASSY OFF" or "EMBASSY OFFICER" => "Embassy Officer",
        "POLECONOFF" or "ECONPOLOFF" => "Political-Economic Officer",
        "ECONOFF" or "ECONOFFS" => "Economic Officer",
        "CONOFF" or "CONOFFS" => "Consular Officer",
        "POLCOUNS" or "POLCOUNSELOR" => "Political Counselor",
        "ECONCOUNS" or "ECONCOUNSELOR" => "Economic Counselor",
        "DCM" => "Deputy Chief of Mission",
        "RSO" => "Regional Security Officer",
        "PAO" => "Public Affairs Officer",
        "NAVATT" or "ALUSNA" => "Naval Attache",
        "ARMATT" or "ARMA" => "Army Attache",
        "AIRATT" => "Air Attache",
        "DATT" => "Defense Attache",
        "LEGATT" => "Legal Attache",
        "CDA" or "CHARGE" or "CHARGÉ" => "Charge d'Affaires",
        "AMB" or "AMBASSADOR" => "Ambassador",
        "FONMIN" or "FM" => "Foreign Minister",
        "PM" => "Prime Minister",
        "MIN" => "Minister",
        "GOV" => "Governor",
        "PRES" => "President",
        "SEC GEN" => "Secretary General",
        "DG" => "Director General",
        "VFM" => "Vice Foreign Minister",
        "DFM" => "Deputy Foreign Minister",
        "CEO" => "Chief Executive Officer",
        "CFO" => "Chief Financial Officer",
        "DEFMIN" or "MINDEF" => "Defense Minister",
        "FINMIN" => "Finance Minister",
        "PRIMIN" => "Prime Minister",
        "SECGEN" or "SYG" => "Secretary General",
        "SECDEF" => "Secretary of Defense",
        "A/S" => "Assistant Secretary",
        "AA/S" => "Acting Assistant Secretary",
        "DAS" => "Deputy Assistant Secretary",
        "DAAG" => "Deputy Assistant Attorney General",
        "RLA" => "Resident Legal Advisor",
        "COMATT" or "COMMATT" => "Commercial Attache",
        "POLECONCHIEF" or "ECONPOLCHIEF" => "Political-Economic Chief",
        "PERMSEC" => "Permanent Secretary",
        "PDAS" => "Principal Deputy Assistant Secretary",
        "U/S" => "Under Secretary",
        _ => null,
    };
}
