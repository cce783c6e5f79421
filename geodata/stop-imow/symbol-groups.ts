/** Symbol code of each group of an area, by list and concept: a fact from the IMOW value lists 4.2.1 (Geonovum, https://www.geonovum.nl). */
const groups: Readonly<Record<string, string>> = {
  beperkingengebied:
    'InstallatieInWaterstaatswerk:vsg022 Kabel:vsg031 Leiding:vsg035 Luchthaven:vsg028 Molen:vsg006 Overig:vsg021 Spoorweg:vsg015 Waterstaatswerk:vsg020 Weg:vsg014',
  bodem:
    'Bodembeheergebied:vszt007 Bodemdalingsgebied:vszt033 BodemfunctieklasseIndustrie:vsz004 BodemfunctieklasseLandbouw_natuur:vsz048 BodemfunctieklasseWonen:vsz049 Maatregelengebied:vszt023 Mijnsteengebied:vszt031 Ontgrondingsgebied:vszt035 StortplaatsGesloten:vszt003 StortplaatsOpen:vszt006 Zandwinningsgebied:vszt036',
  bouw: 'Bouwvlak:voh000 NietGeluidgevoeligeGevel:voh035 Rooilijn:voh025',
  defensie:
    'Maatregelengebied:vsg023 MilitairTerrein:vsg014 MilitaireLaagvliegroute:vsg047 Radarverstoringsgebied:vsg040 VerstoringsgebiedMilitaireZendEnOntvangstinstallatie:vsg037',
  energievoorziening:
    'Bodemenergiegebied:vsz037 Elektrolyse:vsz009 Energieproductiegebied:vsz014 GrootschaligeElektriciteitsopwekking:vsz040 Hoogspanningsverbinding:vsz054 Kernenergiegebied:vsz028 Maatregelengebied:vsz023 Waterstofopslag:vsz024 Windturbinegebied:vsz012 ZonneEnergiegebied:vsz026',
  erfgoed:
    'AardkundigWaardevolGebied:vsgt114 Archeologie:vsgt137 BeschermdMonument:vsgt125 Buitenplaats:vsgt107 CultureelErfgoed:vsgt106 CultuurhistorischBeschermdLandschap:vsgt108 CultuurhistorischWaardevolGebied:vsgt132 Linie:vsgt105 Maatregelengebied:vsgt123 Werelderfgoed:vsgt134',
  externeveiligheid:
    'AandachtsgebiedExterneVeiligheid:vsg011 BelemmeringengebiedBuisleidingen:vsg037 GebiedMetOntplofbareStoffenEnExplosieven:vsg009 Maatregelengebied:vsg023 PlaatsgebondenRisico:vsg012 Risicogebied:vsg025 Voorschriftengebied:vsg035',
  functie:
    'Aandachtsgebied:vsg109 AandachtsgebiedExterneVeiligheid:vsg111 AandachtsgebiedGeluid:vsg135 AandachtsgebiedLuchtkwaliteit:vsg136 AardkundigeWaarde:vsg106 Agrarisch:vsg104 Archeologie:vsg151 Bebouwingscontour:vsg130 BebouwingscontourGeur:vsg134 BebouwingscontourHoutkap:vsg153 BebouwingscontourJacht:vsg116 Bedrijf:vsg103 Bedrijventerrein:vsg128 Belemmeringengebied:vsg111 BeschermdGezicht:vsg117 BeschermdLandschap:vsg129 BeschermdMonument:vsg108 BeschermdeBoom:vsg152 Bodembeheergebied:vsg138 Bodemdalingsgebied:vsg140 Bodemenergiegebied:vsg113 Buitenplaats:vsg107 Centrumgebied:vsg131 Concentratiegebied:vsg131 Cultuur:vsg128 CultuurhistorischBeschermdLandschap:vsg129 CultuurhistorischWaardevolGebied:vsg108 Dagrecreatie:vsg152 Detailhandel:vsg105 Dienstverlening:vsg108 Duingebied:vsg102 Duinwatergebied:vsg102 Elektrolyse:vsg115 Energieproductiegebied:vsg128 Erfgoed:vsg106 Gaswinning:vsg148 GeslotenStortplaats:vsg143 Glastuinbouw:vsg140 Groen:vsg110 Grondwaterbeschermingsgebied:vsg144 GrootschaligeElektriciteitsopwekking:vsg146 Herstructureringsgebied:vsg109 Hoogspanningsverbinding:vsg145 Horeca:vsg111 Industrie:vsg128 Industrieterrein:vsg103 Infrastructuur:vsg123 Intrekgebied:vsg148 Kantoor:vsg112 Kantoorlocatie:vsg145 Kostenverhaalsgebied:vsg137 Landbouw:vsg101 LandelijkGebied:vsg116 Luchthaven:vsg141 Luchtvaart:vsg144 Maatschappelijk:vsg114 Mergelwinning:vsg146 MilitairTerrein:vsg114 MilitaireLaagvliegroute:vsg137 Moderniseringslocatie:vsg138 Molen:vsg122 Natuur:vsg119 Oliewinning:vsg149 Ontgrondingsgebied:vsg132 Ontspanning:vsg118 OntwikkelingLandelijkeFuncties:vsg152 OntwikkelingStedelijkeFuncties:vsg125 OpenLandschap:vsg102 OpenStortplaats:vsg145 OpenbaarGebied:vsg147 Overig:vsg130 Radarverstoringsgebied:vsg112 Recreatie:vsg127 RecreatiefRoutenetwerk:vsg121 Reserveringsgebied:vsg139 RisicogebiedExterneVeiligheid:vsg136 Schaliegaswinning:vsg113 Spoorweg:vsg123 Sport:vsg101 StedelijkGebied:vsg125 StedelijkGebiedBuitenCentrum:vsg132 StedelijkGebiedCentrumDorps:vsg133 StedelijkGebiedCentrumStedelijk:vsg131 StedelijkGebiedGroenStedelijk:vsg107 StedelijkUitloopgebied:vsg105 StilGebied:vsg110 ToepassingsgebiedMijnsteen:vsg103 Transformatiegebied:vsg135 Veehouderij:vsg139 Verblijfsgebied:vsg134 Verblijfsrecreatie:vsg118 Verkeer:vsg154 VerstoringsgebiedMilitaireZendEnOntvangstinstallatie:vsg114 Voorschriftengebied:vsg130 Waarde:vsg117 Water:vsg120 Waterberging:vsg122 Waterkering:vsg124 Waterstaatswerk:vsg141 Waterstofopslag:vsg150 Waterwingebied:vsg142 Werelderfgoed:vsg133 Windturbine:vsg148 Wonen:vsg126 Woongebied:vsg127 Zandwinning:vsg137 ZonneEnergiegebied:vsg126 Zoutwinning:vsg128 ZuiveringtechnischWerk:vsg143',
  geluid: 'AandachtsgebiedGeluid:vsh111 AgglomeratieRichtlijnOmgevingslawaai:vsh109 Maatregelengebied:vsh123 Stiltegebied:vsh135',
  geur: 'Bebouwingscontour:vsgt002 Concentratiegebied:vsgt018 Maatregelengebied:vsgt023',
  landschap:
    'BijzonderProvinciaalLandschap:vsg004 Maatregelengebied:vsg023 NationaalLandschap:vsg019 OpenLandschap:vsg040 SpecifiekBenoemdLandschap:vsg016',
  leiding: 'Buisleiding:vsg054 Maatregelengebied:vsg023 Reserveringsgebied:vsg030 TraceHoogspanning:vsg001',
  lucht:
    'AandachtsgebiedLuchtkwaliteit:vsgt012 LocatieUitgezonderdVanNibm:vsgt029 Maatregelengebied:vsgt023 VarendOntgassen:vsgt028',
  mijnbouw:
    'Aardwarmtewinning:vsh002 Algemeen:vsh028 Gaswinning:vsh029 Maatregelengebied:vsh023 Mergelwinning:vsh013 Oliewinning:vsh003 Schaliegaswinning:vsh012 Zoutwinning:vsh030',
  natuur:
    'BebouwingscontourHoutkap:vsgt139 BebouwingscontourJacht:vsgt138 BijzonderNationaalNatuurgebied:vsgt119 BijzonderProvinciaalNatuurgebied:vsgt110 Habitatrichtlijngebied:vsgt114 Houtopstand:vsgt107 Maatregelengebied:vsgt123 NationaalPark:vsgt116 Natura2000Gebied:vsgt151 Natuurbeheergebied:vsgt118 NatuurnetwerkNederland:vsgt115 Toegangsbeperkingsgebied:vsgt102 Vogelrichtlijngebied:vsgt149',
  omgevingsnorm:
    'Bedrijvigheid:vog013 Bodem:vog007 Bouwaanduiding:vog004 ExterneVeiligheid:vog011 Geluid:vog003 Geur:vog002 Groen:vog010 Licht:vog026 Luchtkwaliteit:vog019 MaatvoeringBouwen:vog000 MaatvoeringGebruik:vog014 MaatvoeringInfrastructuur:vog001 MaatvoeringKabelOfLeiding:vog035 Natuur:vog016 Overig:vog021 Parkeren:vog030 Trilling:vog028 VeiligheidWaterkering:vog024 Water:vog022 Waterkwaliteit:vog020 Wateroverlast:vog029 Zwemwaterkwaliteit:vog023',
  omgevingswaarde:
    'Energie:vag428 Geluid:vag403 Luchtkwaliteit:vag419 Overig:vag421 Stikstofdepositie:vag412 VeiligheidWaterkering:vag422 Waterkwaliteit:vag424 Wateroverlast:vag429 Zwemwaterkwaliteit:vag423',
  recreatie: 'Dagrecreatie:vsgt018 KleinschaligeVoorzieningen:vsgt016 Maatregelengebied:vsgt023 Verblijfsrecreatie:vsgt019',
  ruimtelijkgebruik:
    'Afvalstoffen:vsg009 Bebouwingscontour:vsg054 Bedrijventerrein:vsg028 Detailhandel:vsg007 Glastuinbouw:vsg001 Industrieterrein:vsg003 Infrastructuur:vsg021 Kantoorlocatie:vsg012 Landbouw:vsg040 LandelijkGebied:vsg002 LandelijkGebiedAgrarisch:vsg018 LandelijkGebiedHoofdfunctieLandschap:vsg015 LandelijkGebiedHoofdfunctieNatuur:vsg016 LandelijkGebiedStedelijkUitloopgebied:vsg011 LandelijkGebiedVerwevingVanFuncties:vsg027 Maatregelengebied:vsg023 OntwikkelingLandelijkeFuncties:vsg019 OntwikkelingStedelijkeFuncties:vsg033 Overig:vsg030 SpecifiekTeeltgebied:vsg010 StedelijkGebied:vsg025 StedelijkGebiedBuitenCentrum:vsg035 StedelijkGebiedCentrumDorps:vsg005 StedelijkGebiedCentrumStedelijk:vsg008 StedelijkGebiedGroenStedelijk:vsg004 Veehouderij:vsg013 Water:vsg022 Woonlocatie:vsg036',
  verkeer:
    'Fietsroute:vsg015 Luchtvaart:vsg044 Maatregelengebied:vsg023 RecreatieveRoutenetwerken:vsg030 Reserveringsgebied:vsg047 Spoorweg:vsg021 Vaarweg:vsg046 Wandelroute:vsg014 Weg:vsg154',
  waterenwatersysteem:
    'Bergingsgebied:vszt036 BeschermdeGebieden:vszt015 BoringsvijeZone:vszt028 BoringsvrijeZone:vszt051 Compartimentskering:vszt007 ContourBeregeningsbeleid:vszt003 Duingebied:vszt014 Duinwatergebied:vszt010 GebiedsnormWateroverlast:vszt027 Grondwaterbeschermingsgebied:vszt012 Grondwaterdeelgebied:vszt030 Intrekgebied:vszt029 Kade:vszt017 Kustfundament:vszt006 Maatregelengebied:vszt023 Natuurbeek:vszt019 Onderhoudspad:vszt001 Oppervaktewaterbeschermingsgebied:vszt041 Oppervlaktewaterbeheergebied:vszt044 Oppervlaktewaterlichaam:vszt024 OppervlaktewaterlichaamPrimair:vszt020 OppervlaktewaterlichaamProfielVanVrijeRuimte:vszt043 OppervlaktewaterlichaamSecundair:vszt042 OppervlaktewaterlichaamTertiair:vszt022 OverigeGebieden:vszt054 Peilgebied:vszt047 Projectgebied:vszt040 Reserveringsgebied:vszt037 SpecifiekBenoemdGebied:vszt038 Vaarweg:vszt013 Waterberging:vszt026 Waterkering:vszt011 WaterkeringOverig:vszt005 WaterkeringPrimair:vszt009 WaterkeringProfielVanVrijeRuimte:vszt035 WaterkeringRegionaal:vszt008 Waterstaatswerk:vszt046 Watersysteem:vszt045 Waterwingebied:vszt049 ZuiveringtechnischWerk:vszt018 Zwemlocatie:vszt048',
}

const codes = new Map(
  Object.entries(groups).flatMap(([list, text]) =>
    text.split(' ').map((entry) => {
      const [concept = '', code = ''] = entry.split(':')
      return [`${list}/${concept}`, code] as const
    }),
  ),
)

/** Code for a group's address, `http://standaarden.omgevingswet.overheid.nl/bodem/id/concept/Bodembeheergebied`. */
export function symbolOfGroup(address: string): string | undefined {
  const [list, concept] =
    /^https?:\/\/standaarden\.omgevingswet\.overheid\.nl\/([^/]+)\/id\/concept\/([^/]+)$/.exec(address)?.slice(1) ?? []
  return codes.get(`${list}/${concept}`)
}
