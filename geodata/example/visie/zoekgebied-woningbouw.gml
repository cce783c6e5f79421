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
      <geo:FRBRWork>/join/id/regdata/pv99/2026/zoekgebied-woningbouw</geo:FRBRWork>
      <geo:FRBRExpression>/join/id/regdata/pv99/2026/zoekgebied-woningbouw/nld@2026-06-01;1</geo:FRBRExpression>
      <geo:locaties>
        <geo:Locatie>
          <geo:naam>Odijk-noord</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-b0e05919-3606-5255-a287-68ad1a716f65">
            <basisgeo:id>b0e05919-3606-5255-a287-68ad1a716f65</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-b0e05919-3606-5255-a287-68ad1a716f65-0">
<gml:surfaceMember><gml:Polygon gml:id="id-b0e05919-1">
<gml:exterior><gml:LinearRing><gml:posList>144333 451985 144356 451977 144435 451979 144562 452041 144674 452072 144718 452072 144746 452066 144844 452023 144907 452005 145081 452004 145107 451998 145131 451978 145213 451864 145271 451808 145288 451783 145334 451666 145346 451657 145362 451664 145372 451683 145395 451838 145434 451997 145431 452008 145419 452024 145393 452042 145324 452077 145215 452172 145151 452216 145133 452223 144956 452256 144860 452282 144743 452329 144722 452332 144656 452330 144458 452295 144373 452291 144352 452283 144340 452258 144338 452159 144322 452057 144322 452009 144333 451985</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Houten-oost</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-c2289536-1121-5a21-961a-54b46cd055b7">
            <basisgeo:id>c2289536-1121-5a21-961a-54b46cd055b7</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-c2289536-1121-5a21-961a-54b46cd055b7-0">
<gml:surfaceMember><gml:Polygon gml:id="id-c2289536-1">
<gml:exterior><gml:LinearRing><gml:posList>141295 448741 141301 448723 141313 448708 141334 448694 141419 448661 141556 448623 141587 448608 141690 448540 141809 448496 141843 448475 141877 448414 141891 448408 141906 448406 141925 448411 142028 448477 142082 448520 142113 448554 142118 448571 142130 448737 142127 448852 142135 448985 142152 449132 142149 449154 142089 449309 141975 449538 141948 449680 141922 449759 141909 449777 141893 449784 141781 449803 141670 449802 141449 449814 141424 449804 141385 449764 141338 449691 141348 449552 141337 449375 141315 449234 141304 449076 141281 448913 141293 448835 141295 448741</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Werkhoven-west</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-d9a783b7-ccaf-5968-8e97-41c81bdeec04">
            <basisgeo:id>d9a783b7-ccaf-5968-8e97-41c81bdeec04</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-d9a783b7-ccaf-5968-8e97-41c81bdeec04-0">
<gml:surfaceMember><gml:Polygon gml:id="id-d9a783b7-1">
<gml:exterior><gml:LinearRing><gml:posList>144525 448667 144489 448589 144465 448477 144454 448345 144460 448331 144478 448319 144549 448299 144665 448258 144683 448256 144690 448261 144725 448344 144789 448442 144838 448504 144882 448545 144895 448565 144920 448644 145036 448864 145057 448953 145044 448965 145032 448968 144962 448952 144778 448947 144763 448932 144699 448827 144525 448667</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Cothen-zuid</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-b3d7a43d-d66a-5478-a838-11073e1f8211">
            <basisgeo:id>b3d7a43d-d66a-5478-a838-11073e1f8211</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-b3d7a43d-d66a-5478-a838-11073e1f8211-0">
<gml:surfaceMember><gml:Polygon gml:id="id-b3d7a43d-1">
<gml:exterior><gml:LinearRing><gml:posList>148984 444818 148982 444796 148998 444703 149001 444594 149039 444488 149047 444476 149062 444467 149182 444437 149269 444430 149333 444408 149407 444368 149426 444363 149495 444382 149607 444404 149843 444423 149862 444430 149874 444447 149888 444499 149895 444552 149925 444646 149924 444668 149910 444683 149812 444706 149695 444746 149639 444718 149622 444716 149602 444721 149512 444765 149424 444828 149355 444869 149287 444897 149235 444927 149129 444874 149004 444834 148984 444818</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Wijk bij Duurstede-noord</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-59a14285-0fc7-5e4c-89a9-86ea98108fc1">
            <basisgeo:id>59a14285-0fc7-5e4c-89a9-86ea98108fc1</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-59a14285-0fc7-5e4c-89a9-86ea98108fc1-0">
<gml:surfaceMember><gml:Polygon gml:id="id-59a14285-1">
<gml:exterior><gml:LinearRing><gml:posList>151337 444461 151361 444440 151446 444384 151594 444329 151621 444328 151638 444337 151705 444398 151806 444498 151883 444557 152005 444636 152039 444645 152061 444640 152117 444616 152236 444556 152455 444400 152513 444366 152539 444361 152550 444366 152563 444382 152599 444485 152672 444652 152676 444674 152661 444697 152572 444764 152394 444922 152301 444998 152188 445108 152171 445117 152160 445118 151809 444976 151663 444945 151558 444902 151545 444885 151447 444642 151399 444566 151335 444487 151330 444474 151337 444461</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Schalkwijk-noord</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-8c291042-7744-5630-8ad0-9c08e8da95ae">
            <basisgeo:id>8c291042-7744-5630-8ad0-9c08e8da95ae</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-8c291042-7744-5630-8ad0-9c08e8da95ae-0">
<gml:surfaceMember><gml:Polygon gml:id="id-8c291042-1">
<gml:exterior><gml:LinearRing><gml:posList>140870 445566 140869 445542 140889 445524 140960 445499 141119 445416 141263 445370 141317 445344 141371 445339 141391 445332 141447 445263 141511 445163 141610 445088 141625 445088 141641 445097 141714 445205 141757 445307 141758 445331 141746 445347 141565 445507 141483 445564 141394 445638 141316 445666 141226 445688 141071 445770 141003 445796 140981 445798 140964 445786 140939 445700 140870 445566</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Langbroek, twee plekken</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-fbff2338-a762-5b17-8157-274382dc2fa8">
            <basisgeo:id>fbff2338-a762-5b17-8157-274382dc2fa8</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-fbff2338-a762-5b17-8157-274382dc2fa8-0">
<gml:surfaceMember><gml:Polygon gml:id="id-fbff2338-1">
<gml:exterior><gml:LinearRing><gml:posList>151293 447961 151268 447969 151215 447966 151118 447933 151101 447923 151041 447822 151034 447796 151034 447742 151045 447713 151064 447701 151104 447689 151190 447687 151207 447695 151282 447755 151297 447782 151310 447867 151307 447934 151302 447951 151293 447961</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-fbff2338-2">
<gml:exterior><gml:LinearRing><gml:posList>150899 445991 150920 446033 150950 446074 150957 446091 150956 446104 150940 446127 150846 446197 150734 446267 150710 446273 150636 446249 150616 446234 150594 446210 150585 446193 150584 446171 150604 446096 150617 446083 150726 446003 150748 445993 150855 445969 150883 445974 150899 445991</gml:posList></gml:LinearRing></gml:exterior>
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
