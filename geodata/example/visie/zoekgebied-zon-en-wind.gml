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
      <geo:FRBRWork>/join/id/regdata/pv99/2026/zoekgebied-zon-en-wind</geo:FRBRWork>
      <geo:FRBRExpression>/join/id/regdata/pv99/2026/zoekgebied-zon-en-wind/nld@2026-06-01;1</geo:FRBRExpression>
      <geo:locaties>
        <geo:Locatie>
          <geo:naam>Kanaalzone Houten – Wijk bij Duurstede</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-dae75b86-e77f-516c-851c-139dd7b99176">
            <basisgeo:id>dae75b86-e77f-516c-851c-139dd7b99176</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-dae75b86-e77f-516c-851c-139dd7b99176-0">
<gml:surfaceMember><gml:Polygon gml:id="id-dae75b86-1">
<gml:exterior><gml:LinearRing><gml:posList>146078 444695 146059 444700 146030 444691 145795 444225 145789 444207 145799 444179 148717 442676 148764 442664 148791 442677 148959 443173 148951 443216 146078 444695</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-dae75b86-2">
<gml:exterior><gml:LinearRing><gml:posList>148412 441946 148496 441916 148530 441918 148551 441944 148665 442288 148664 442322 148637 442343 148576 442366 145664 443861 145630 443865 145604 443842 145443 443517 145440 443484 145462 443459 148412 441946</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-dae75b86-3">
<gml:exterior><gml:LinearRing><gml:posList>144119 445053 145523 444322 145552 444331 145564 444347 145792 444815 145783 444843 145768 444855 144514 445509 144476 445491 144417 445340 144329 445234 144258 445182 144129 445130 144100 445110 144096 445080 144119 445053</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-dae75b86-4">
<gml:exterior><gml:LinearRing><gml:posList>142432 445052 143172 444655 145153 443619 145187 443615 145212 443638 145373 443963 145377 443996 145354 444021 142589 445477 142535 445488 142509 445473 142501 445456 142406 445105 142409 445073 142432 445052</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-dae75b86-5">
<gml:exterior><gml:LinearRing><gml:posList>142643 445815 142738 445785 143012 445639 143029 445633 143057 445640 143072 445664 143066 445790 143076 445869 143104 445987 143120 446114 143147 446211 143138 446237 142936 446342 142796 446385 142763 446381 142742 446354 142612 445869 142616 445835 142643 445815</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>A12-zone Bunnik – Odijk</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-0cd829b8-710d-5f85-9c0b-0b53d08b0e3d">
            <basisgeo:id>0cd829b8-710d-5f85-9c0b-0b53d08b0e3d</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-0cd829b8-710d-5f85-9c0b-0b53d08b0e3d-0">
<gml:surfaceMember><gml:Polygon gml:id="id-0cd829b8-1">
<gml:exterior><gml:LinearRing><gml:posList>144010 452100 144103 451975 144132 451954 144163 451961 144231 452033 144361 452080 144400 452104 144408 452119 144402 452151 144371 452169 144022 452217 144004 452216 143981 452199 143975 452172 144010 452100</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-0cd829b8-2">
<gml:exterior><gml:LinearRing><gml:posList>139859 452191 139882 452163 139914 452161 140091 452212 140409 452250 140786 452260 141170 452246 141466 452214 142436 452047 142778 452006 143852 451896 143885 451904 143900 451931 143889 451963 143811 452081 143714 452157 143667 452207 143646 452248 143615 452264 142494 452382 141514 452551 141194 452585 140784 452600 140380 452589 140015 452544 139681 452445 139645 452397 139648 452367 139859 452191</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>A27-zone Houten</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-7f7e037e-2bea-525e-ae5f-a7f6c69633af">
            <basisgeo:id>7f7e037e-2bea-525e-ae5f-a7f6c69633af</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-7f7e037e-2bea-525e-ae5f-a7f6c69633af-0">
<gml:surfaceMember><gml:Polygon gml:id="id-7f7e037e-1">
<gml:exterior><gml:LinearRing><gml:posList>138584 450570 138601 450571 138623 450587 138691 450835 138707 450934 138708 450992 138695 451087 138685 451121 138663 451148 138628 451150 138305 451037 138280 451017 138275 450946 138196 450646 138199 450615 138218 450596 138584 450570</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-7f7e037e-2">
<gml:exterior><gml:LinearRing><gml:posList>138135 448838 138192 448980 138183 449008 138129 449096 138064 449266 138003 449501 137985 449527 137957 449532 137932 449518 137924 449501 137880 449348 137751 449034 137540 448603 137553 448570 137799 448304 137829 448288 137857 448297 137869 448312 138135 448838</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-7f7e037e-3">
<gml:exterior><gml:LinearRing><gml:posList>137556 449720 137769 449738 137788 449744 137809 449774 137918 450293 138073 450887 138071 450918 138050 450937 138019 450937 137849 450878 137797 450883 137772 450868 137763 450851 137633 450350 137511 449772 137511 449753 137525 449729 137556 449720</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-7f7e037e-4">
<gml:exterior><gml:LinearRing><gml:posList>137382 447536 137416 447531 137442 447553 137626 447869 137632 447888 137621 447922 137363 448202 137349 448206 137321 448197 137270 448113 137235 447886 137156 447691 137164 447663 137382 447536</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
<gml:surfaceMember><gml:Polygon gml:id="id-7f7e037e-5">
<gml:exterior><gml:LinearRing><gml:posList>137198 448968 137210 448936 137282 448858 137358 448777 137388 448762 137416 448772 137427 448787 137584 449103 137628 449222 137610 449255 137537 449325 137407 449370 137379 449359 137198 448968</gml:posList></gml:LinearRing></gml:exterior>
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
