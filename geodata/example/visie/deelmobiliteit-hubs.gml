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
      <geo:FRBRWork>/join/id/regdata/pv99/2026/deelmobiliteit-hubs</geo:FRBRWork>
      <geo:FRBRExpression>/join/id/regdata/pv99/2026/deelmobiliteit-hubs/nld@2026-06-01;1</geo:FRBRExpression>
      <geo:locaties>
        <geo:Locatie>
          <geo:naam>Dorpshubs gemeente Bunnik</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-25f4c593-d2de-5823-96d3-80a979deda98">
            <basisgeo:id>25f4c593-d2de-5823-96d3-80a979deda98</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-25f4c593-d2de-5823-96d3-80a979deda98-0">
<gml:pointMember><gml:Point gml:id="id-25f4c593-1"><gml:pos>141992 453185</gml:pos></gml:Point></gml:pointMember>
<gml:pointMember><gml:Point gml:id="id-25f4c593-2"><gml:pos>144711 451443</gml:pos></gml:Point></gml:pointMember>
<gml:pointMember><gml:Point gml:id="id-25f4c593-3"><gml:pos>145185 448505</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Dorpshubs gemeente Houten</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-6a76c1a4-d478-50d4-b135-6e351cc6cb37">
            <basisgeo:id>6a76c1a4-d478-50d4-b135-6e351cc6cb37</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-6a76c1a4-d478-50d4-b135-6e351cc6cb37-0">
<gml:pointMember><gml:Point gml:id="id-6a76c1a4-1"><gml:pos>140196 448817</gml:pos></gml:Point></gml:pointMember>
<gml:pointMember><gml:Point gml:id="id-6a76c1a4-2"><gml:pos>143813 445904</gml:pos></gml:Point></gml:pointMember>
<gml:pointMember><gml:Point gml:id="id-6a76c1a4-3"><gml:pos>141236 445143</gml:pos></gml:Point></gml:pointMember>
<gml:pointMember><gml:Point gml:id="id-6a76c1a4-4"><gml:pos>138108 446087</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Dorpshubs gemeente Wijk bij Duurstede</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-ad17b066-9bf0-5825-a785-767699df5e4d">
            <basisgeo:id>ad17b066-9bf0-5825-a785-767699df5e4d</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-ad17b066-9bf0-5825-a785-767699df5e4d-0">
<gml:pointMember><gml:Point gml:id="id-ad17b066-1"><gml:pos>149437 445305</gml:pos></gml:Point></gml:pointMember>
<gml:pointMember><gml:Point gml:id="id-ad17b066-2"><gml:pos>150949 447050</gml:pos></gml:Point></gml:pointMember>
<gml:pointMember><gml:Point gml:id="id-ad17b066-3"><gml:pos>151929 443345</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
      </geo:locaties>
    </geo:GeoInformatieObjectVersie>
  </geo:vastgesteldeVersie>
</geo:GeoInformatieObjectVaststelling>
