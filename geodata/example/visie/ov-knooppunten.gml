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
      <geo:FRBRWork>/join/id/regdata/pv99/2026/ov-knooppunten</geo:FRBRWork>
      <geo:FRBRExpression>/join/id/regdata/pv99/2026/ov-knooppunten/nld@2026-06-01;1</geo:FRBRExpression>
      <geo:locaties>
        <geo:Locatie>
          <geo:naam>Station Bunnik</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-feb6b6f4-f94c-56e2-a4f7-4e058acdb1d3">
            <basisgeo:id>feb6b6f4-f94c-56e2-a4f7-4e058acdb1d3</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-feb6b6f4-f94c-56e2-a4f7-4e058acdb1d3-0">
<gml:pointMember><gml:Point gml:id="id-feb6b6f4-1"><gml:pos>141820 452807</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Station Houten</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-486fa3cc-c9a7-5fce-b7dd-fbf357485bf6">
            <basisgeo:id>486fa3cc-c9a7-5fce-b7dd-fbf357485bf6</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-486fa3cc-c9a7-5fce-b7dd-fbf357485bf6-0">
<gml:pointMember><gml:Point gml:id="id-486fa3cc-1"><gml:pos>140336 449540</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Station Houten Castellum</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-1aa959fb-ae7d-5af6-8a8d-6c82239c79fe">
            <basisgeo:id>1aa959fb-ae7d-5af6-8a8d-6c82239c79fe</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-1aa959fb-ae7d-5af6-8a8d-6c82239c79fe-0">
<gml:pointMember><gml:Point gml:id="id-1aa959fb-1"><gml:pos>140811 447703</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Station Driebergen-Zeist</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-f6460930-0a17-5e72-ae84-fdc2e2592722">
            <basisgeo:id>f6460930-0a17-5e72-ae84-fdc2e2592722</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-f6460930-0a17-5e72-ae84-fdc2e2592722-0">
<gml:pointMember><gml:Point gml:id="id-f6460930-1"><gml:pos>146483 453030</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Busknooppunt Wijk bij Duurstede</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-eaae6f76-dcc3-5fcc-91e1-92d437f06479">
            <basisgeo:id>eaae6f76-dcc3-5fcc-91e1-92d437f06479</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-eaae6f76-dcc3-5fcc-91e1-92d437f06479-0">
<gml:pointMember><gml:Point gml:id="id-eaae6f76-1"><gml:pos>151792 443756</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Bushalte Odijk N229</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-a219c6ed-3bb2-59f4-9893-fec82b3e5339">
            <basisgeo:id>a219c6ed-3bb2-59f4-9893-fec82b3e5339</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-a219c6ed-3bb2-59f4-9893-fec82b3e5339-0">
<gml:pointMember><gml:Point gml:id="id-a219c6ed-1"><gml:pos>144066 451366</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Bushalte Werkhoven N229</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-5bfe7ea3-6d1d-529f-9541-7e3070d55014">
            <basisgeo:id>5bfe7ea3-6d1d-529f-9541-7e3070d55014</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-5bfe7ea3-6d1d-529f-9541-7e3070d55014-0">
<gml:pointMember><gml:Point gml:id="id-5bfe7ea3-1"><gml:pos>145515 448726</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
        <geo:Locatie>
          <geo:naam>Bushalte Cothen N229</geo:naam>
          <geo:geometrie>
            <basisgeo:Geometrie gml:id="id-66c08d11-97f8-58ee-a1e3-957046cc67ed">
            <basisgeo:id>66c08d11-97f8-58ee-a1e3-957046cc67ed</basisgeo:id>
            <basisgeo:geometrie>
<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::28992" gml:id="id-66c08d11-97f8-58ee-a1e3-957046cc67ed-0">
<gml:pointMember><gml:Point gml:id="id-66c08d11-1"><gml:pos>149595 445783</gml:pos></gml:Point></gml:pointMember>
</gml:MultiPoint>
            </basisgeo:geometrie>
            </basisgeo:Geometrie>
          </geo:geometrie>
        </geo:Locatie>
      </geo:locaties>
    </geo:GeoInformatieObjectVersie>
  </geo:vastgesteldeVersie>
</geo:GeoInformatieObjectVaststelling>
