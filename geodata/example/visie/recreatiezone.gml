<?xml version="1.0" encoding="UTF-8"?>
<geo:GeoInformatieObjectVaststelling xmlns:basisgeo="http://www.geostandaarden.nl/basisgeometrie/1.0" xmlns:gio="https://standaarden.overheid.nl/stop/imop/gio/" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:geo="https://standaarden.overheid.nl/stop/imop/geo/" schemaversie="1.3.0">
  <geo:context>
    <gio:GeografischeContext>
      <gio:achtergrondVerwijzing>Schematische achtergrond van het voorbeeld</gio:achtergrondVerwijzing>
      <gio:achtergrondActualiteit>2026-06-01</gio:achtergrondActualiteit>
    </gio:GeografischeContext>
  </geo:context>
  <geo:vastgesteldeVersie>
    <geo:GeoInformatieObjectVersie>
      <geo:FRBRWork>/join/id/regdata/pv99/2026/recreatiezone</geo:FRBRWork>
      <geo:FRBRExpression>/join/id/regdata/pv99/2026/recreatiezone/nld@2026-06-01;1</geo:FRBRExpression>
      <geo:locaties>
        <geo:Locatie>
          <geo:naam>Amelisweerd – Rhijnauwen – Vechten</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-a20b7b66-01d3-57c0-8b66-ffc7beabafef">
            <basisgeo:id>a20b7b66-01d3-57c0-8b66-ffc7beabafef</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-a20b7b66-01d3-57c0-8b66-ffc7beabafef-0">
<gml:surfaceMember><gml:Polygon gml:id="id-a20b7b66-1">
<gml:exterior><gml:LinearRing><gml:posList>138563 453190 138573 453161 138591 453143 138776 453005 138956 452935 139170 452830 139233 452753 139282 452667 139368 452564 139449 452491 139509 452273 139570 452119 139588 451959 139589 451893 139595 451869 139605 451854 139630 451842 139659 451844 139890 451917 140086 451915 140189 451931 140223 451946 140424 452104 140706 452387 140811 452476 140832 452502 140917 452667 141025 452961 141087 453178 141163 453362 141168 453397 141156 453557 141155 453713 141234 454219 141229 454254 141219 454268 141196 454282 141012 454345 140834 454423 140569 454487 140291 454472 140147 454481 139795 454403 139462 454306 139050 454142 138728 453955 138706 453932 138660 453749 138572 453466 138557 453329 138563 453190</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Rietplas en Schalkwijkse Hout</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-2a29c469-365c-5f66-8a8f-a52c636f6b95">
            <basisgeo:id>2a29c469-365c-5f66-8a8f-a52c636f6b95</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-2a29c469-365c-5f66-8a8f-a52c636f6b95-0">
<gml:surfaceMember><gml:Polygon gml:id="id-2a29c469-1">
<gml:exterior><gml:LinearRing><gml:posList>139492 447122 139508 447097 139603 446996 139665 446915 139768 446825 139791 446811 140060 446717 140190 446657 140878 446458 140967 446447 141291 446355 141472 446295 141510 446296 141671 446372 141802 446409 141921 446455 141941 446469 141950 446486 141941 446522 141792 446719 141719 446792 141694 446806 141515 446789 141378 446792 141199 446725 141095 446703 141075 446704 140906 446758 140761 446779 140628 446812 140381 446933 140146 446948 140097 446962 139862 447075 139819 447111 139734 447230 139723 447237 139636 447220 139520 447169 139495 447147 139492 447122</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Honswijkerplas en 't Waal</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-f9ca145b-f146-5c5b-aa83-906431b88f9b">
            <basisgeo:id>f9ca145b-f146-5c5b-aa83-906431b88f9b</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-f9ca145b-f146-5c5b-aa83-906431b88f9b-0">
<gml:surfaceMember><gml:Polygon gml:id="id-f9ca145b-1">
<gml:exterior><gml:LinearRing><gml:posList>138276 445037 138269 445001 138312 444751 138341 444516 138463 444155 138633 443848 138760 443702 138858 443557 138935 443389 138965 443365 139076 443337 139252 443261 139388 443156 139567 443065 139593 443060 139613 443067 139630 443099 139633 443205 139688 443482 139699 443673 139692 443703 139542 443833 139416 443932 139305 444087 139085 444370 138923 444603 138727 444994 138624 445127 138591 445143 138469 445121 138299 445055 138276 445037</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Gravenbol, Wijk bij Duurstede</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-bd4b0e85-cfe5-5b7b-b0bd-594fc4a6fe89">
            <basisgeo:id>bd4b0e85-cfe5-5b7b-b0bd-594fc4a6fe89</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-bd4b0e85-cfe5-5b7b-b0bd-594fc4a6fe89-0">
<gml:surfaceMember><gml:Polygon gml:id="id-bd4b0e85-1">
<gml:exterior><gml:LinearRing><gml:posList>152521 442671 152537 442662 152648 442633 152900 442587 153005 442578 153139 442577 153262 442561 153669 442537 153953 442438 154174 442432 154522 442439 154537 442448 154584 442526 154589 442544 154581 442561 154562 442568 154165 442596 154001 442628 153710 442722 153520 442815 153180 442895 152963 442899 152824 442865 152571 442738 152522 442704 152515 442688 152521 442671</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Zoom van de Heuvelrug bij Doorn</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-6ba570fc-7515-5ee1-9e2e-d5f45a8919ce">
            <basisgeo:id>6ba570fc-7515-5ee1-9e2e-d5f45a8919ce</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-6ba570fc-7515-5ee1-9e2e-d5f45a8919ce-0">
<gml:surfaceMember><gml:Polygon gml:id="id-6ba570fc-1">
<gml:exterior><gml:LinearRing><gml:posList>150283 450745 150303 450736 150325 450739 150646 450864 150969 451020 151188 451083 151447 451208 151693 451236 151928 451244 152164 451175 152286 451112 152464 451001 152604 450875 152628 450862 152649 450864 152668 450879 152675 450911 152623 451260 152616 451446 152607 451460 152581 451474 152357 451520 152092 451597 151824 451694 151655 451798 151348 451771 151110 451716 150946 451669 150716 451585 150689 451564 150577 451396 150493 451258 150384 451013 150274 450798 150269 450765 150283 450745</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
      </geo:locaties>
    </geo:GeoInformatieObjectVersie>
  </geo:vastgesteldeVersie>
</geo:GeoInformatieObjectVaststelling>
