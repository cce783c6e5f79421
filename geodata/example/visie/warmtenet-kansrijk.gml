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
      <geo:FRBRWork>/join/id/regdata/pv99/2026/warmtenet-kansrijk</geo:FRBRWork>
      <geo:FRBRExpression>/join/id/regdata/pv99/2026/warmtenet-kansrijk/nld@2026-06-01;1</geo:FRBRExpression>
      <geo:locaties>
        <geo:Locatie>
          <geo:naam>Houten, binnen de Rondweg</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-7b3b8dd1-ae61-56e7-811e-ea0b1e7ce2bb">
            <basisgeo:id>7b3b8dd1-ae61-56e7-811e-ea0b1e7ce2bb</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-7b3b8dd1-ae61-56e7-811e-ea0b1e7ce2bb-0">
<gml:surfaceMember><gml:Polygon gml:id="id-7b3b8dd1-1">
<gml:exterior><gml:LinearRing><gml:posList>138633 450013 138618 449936 138613 449781 138622 449616 138640 449465 138677 449298 138732 449145 138800 449003 138883 448864 138969 448759 139337 448429 139466 448279 139564 448105 139686 447785 139745 447647 139812 447541 139902 447445 140008 447356 140125 447278 140245 447213 140393 447150 140551 447105 140718 447086 140801 447091 140831 447100 140849 447115 140872 447149 140893 447161 140916 447163 140969 447138 140990 447135 141124 447182 141267 447261 141391 447351 141506 447466 141586 447575 141658 447699 141706 447818 141724 447910 141712 448025 141654 448162 141601 448237 141577 448260 141458 448337 141253 448429 141096 448553 141059 448604 141046 448652 141025 448861 141045 449102 141019 449431 140994 449616 140956 449776 140895 449955 140818 450116 140727 450235 140626 450313 140503 450373 140375 450403 140246 450402 140033 450354 140010 450342 139974 450284 139953 450270 139929 450267 139883 450284 139860 450286 139833 450278 139757 450237 139468 450040 139278 449967 139231 449962 139036 449975 138714 450064 138684 450065 138662 450057 138645 450041 138633 450013</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Wijk bij Duurstede-west</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-d9426f16-42d5-5324-9853-cd55478d92b8">
            <basisgeo:id>d9426f16-42d5-5324-9853-cd55478d92b8</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-d9426f16-42d5-5324-9853-cd55478d92b8-0">
<gml:surfaceMember><gml:Polygon gml:id="id-d9426f16-1">
<gml:exterior><gml:LinearRing><gml:posList>150890 442739 151033 442762 151187 442756 151367 442761 151599 442735 151616 442738 151627 442747 151753 442958 151830 443036 151887 443113 151896 443134 151914 443252 151886 443701 151893 443830 151891 443843 151882 443853 151801 443905 151642 443978 151565 443988 151466 444009 151450 444008 151436 443999 151347 443902 151277 443816 151170 443756 151077 443683 151065 443666 151051 443626 151044 443484 151061 443375 151037 443260 150997 443180 150982 443162 150953 443149 150914 443150 150902 443136 150880 442969 150866 442770 150874 442746 150890 442739</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Bunnik-centrum</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-6d48d783-c9de-51aa-bba0-9e394955f6dd">
            <basisgeo:id>6d48d783-c9de-51aa-bba0-9e394955f6dd</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-6d48d783-c9de-51aa-bba0-9e394955f6dd-0">
<gml:surfaceMember><gml:Polygon gml:id="id-6d48d783-1">
<gml:exterior><gml:LinearRing><gml:posList>141493 452927 141919 452805 142246 452835 142474 452819 142493 452822 142500 452829 142506 452848 142507 452974 142520 453071 142507 453167 142505 453310 142491 453328 142347 453428 142248 453514 142152 453544 142032 453593 142013 453590 141899 453538 141730 453493 141632 453501 141529 453487 141517 453478 141512 453465 141507 453386 141483 453233 141486 453052 141479 452951 141482 452938 141493 452927</gml:posList></gml:LinearRing></gml:exterior>
</gml:Polygon></gml:surfaceMember>
</gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Odijk, bij het zwembad</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-0738f09f-fdd7-5a3d-b21d-69b3f90ca460">
            <basisgeo:id>0738f09f-fdd7-5a3d-b21d-69b3f90ca460</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-0738f09f-fdd7-5a3d-b21d-69b3f90ca460-0">
<gml:surfaceMember><gml:Polygon gml:id="id-0738f09f-1">
<gml:exterior><gml:LinearRing><gml:posList>144394 451473 144383 451387 144381 451253 144387 451057 144394 451037 144412 451027 144659 450977 144813 450955 144878 450930 144902 450933 144913 450948 144950 451043 145001 451247 145066 451401 145067 451414 145060 451428 144953 451501 144873 451575 144811 451638 144777 451682 144764 451691 144748 451690 144695 451670 144403 451590 144395 451583 144390 451568 144394 451473</gml:posList></gml:LinearRing></gml:exterior>
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
