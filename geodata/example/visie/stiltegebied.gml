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
      <geo:FRBRWork>/join/id/regdata/pv99/2026/stiltegebied</geo:FRBRWork>
      <geo:FRBRExpression>/join/id/regdata/pv99/2026/stiltegebied/nld@2026-06-01;1</geo:FRBRExpression>
      <geo:locaties>
        <geo:Locatie>
          <geo:naam>Langbroekerwetering</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-6043495f-88cf-5155-8aa9-67617362c572">
            <basisgeo:id>6043495f-88cf-5155-8aa9-67617362c572</basisgeo:id>
            <basisgeo:geometrie>
            <gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-6043495f-88cf-5155-8aa9-67617362c572-0">
              <gml:surfaceMember><gml:Polygon gml:id="id-6043495f-88cf-5155-8aa9-67617362c572-1">
                <gml:exterior><gml:LinearRing><gml:posList>148707 448203 148624 448093 148604 448054 148599 448016 148628 447952 148760 447801 148941 447650 149103 447475 149267 447231 149890 446718 150366 446118 150811 445817 151400 445364 151569 445250 151620 445230 151789 445197 152063 445173 152429 445062 152776 445019 152809 445008 152848 444973 152901 444888 153008 444664 153123 444501 153345 444262 153408 444221 153928 444034 154341 443976 154615 443914 154659 443913 154725 443942 154883 444079 155175 444279 155521 444580 155681 444768 155690 444798 155683 444853 155424 445579 155377 445745 155362 445777 155332 445810 154966 446045 154600 446366 154263 446606 154053 446797 153731 447018 153223 447454 152805 447685 152477 447796 152175 447933 151647 448206 151075 448553 150998 448576 150733 448587 150492 448573 150197 448506 149893 448468 149844 448477 149746 448520 149349 448648 149107 448757 149039 448766 149008 448753 148970 448709 148707 448203</gml:posList></gml:LinearRing></gml:exterior>
                <gml:interior><gml:LinearRing><gml:posList>150245 446940 150295 447104 150331 447174 150404 447248 150561 447338 150603 447377 150697 447484 150749 447608 150794 447685 150835 447733 150901 447783 150980 447814 151065 447822 151182 447803 151244 447781 151342 447722 151411 447656 151457 447584 151481 447513 151487 447439 151453 447193 151499 447104 151623 446933 151683 446776 151797 446593 151821 446501 151811 446385 151772 446301 151709 446231 151541 446120 151437 446087 151375 446084 151317 446093 151226 446133 151152 446199 151076 446311 151040 446335 151005 446326 150901 446255 150833 446231 150757 446223 150663 446240 150595 446273 150423 446384 150292 446443 150214 446519 150173 446596 150155 446697 150166 446780 150245 446940</gml:posList></gml:LinearRing></gml:interior>
              </gml:Polygon></gml:surfaceMember>
            </gml:MultiSurface>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Blokhoven en Honswijk</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-46bc7f57-4bf4-5ffd-9127-61fc65aa9ac0">
            <basisgeo:id>46bc7f57-4bf4-5ffd-9127-61fc65aa9ac0</basisgeo:id>
            <basisgeo:geometrie>
            <gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-46bc7f57-4bf4-5ffd-9127-61fc65aa9ac0-0">
              <gml:surfaceMember><gml:Polygon gml:id="id-46bc7f57-4bf4-5ffd-9127-61fc65aa9ac0-1">
                <gml:exterior><gml:LinearRing><gml:posList>138755 444840 138743 444531 138765 444441 138883 444244 139120 443945 139289 443702 139472 443403 139505 443367 139786 443249 140171 443157 140650 442931 140708 442933 140927 442995 141309 443040 141562 443049 141700 443040 141730 443050 141767 443088 141790 443183 141797 443444 141837 443692 141885 443913 141882 443961 141867 443990 141232 444508 141117 444554 140994 444641 140783 444706 140548 444830 140193 445030 140066 445128 139943 445198 139764 445361 139595 445561 139543 445601 139271 445709 139021 445768 138985 445762 138974 445750 138971 445718 139058 445605 139119 445475 139135 445384 139122 445293 139093 445231 139032 445159 138879 445048 138771 445013 138753 444991 138755 444840</gml:posList></gml:LinearRing></gml:exterior>
                <gml:interior><gml:LinearRing><gml:posList>139946 443959 140024 444087 140171 444145 140205 444146 140328 444089 140351 444068 140396 443955 140413 443849 140408 443820 140388 443801 140263 443738 140084 443720 139989 443832 139949 443926 139946 443959</gml:posList></gml:LinearRing></gml:interior>
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
