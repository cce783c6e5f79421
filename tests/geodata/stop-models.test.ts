/** Each text model of STOP as a hand-written delivery: what is read of lists, tables, figures, terms and references in it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Document } from '#contract/catalogue.ts'
import { DocumentText, type TextBlock, type TextElement } from '#contract/document-text.ts'
import { addDocument } from '#geodata/add.ts'
import { silent } from '#geodata/progress.ts'
import type { Report } from '#geodata/report.ts'
import { delivery, object, owBestand, references } from './delivery.ts'
import { folderOf, temporaryFolder } from './fixture.ts'

const kop = (label: string, number: string, heading: string) =>
  `<Kop><Label>${label}</Label><Nummer>${number}</Nummer><Opschrift>${heading}</Opschrift></Kop>`

/** Everything that a passage may hold. */
const rich =
  '<Inhoud><Al>Zie <IntRef ref="w_2">verderop</IntRef> en het <IntIoRef ref="w_ref">stiltegebied</IntIoRef>.</Al>' +
  '<Lijst type="expliciet"><Lijstaanhef>Het gaat om:</Lijstaanhef><Li><LiNummer>a.</LiNummer><Al>rust; en</Al><Lijst type="expliciet"><Li><LiNummer>1°.</LiNummer><Al>ruimte.</Al></Li></Lijst></Li></Lijst>' +
  '<table frame="all"><title>Waarden</title><tgroup cols="2"><colspec colname="c1"/><colspec colname="c2"/><thead><row><entry namest="c1" nameend="c2"><Al>Geluid</Al></entry></row></thead><tbody><row><entry><Al>dag</Al></entry><entry><Al>40 dB</Al></entry></row></tbody></tgroup></table>' +
  '<Figuur><Illustratie naam="kaart.png" alt="Een kaart"/><Bijschrift>De stilte</Bijschrift></Figuur>' +
  '<Begrippenlijst><Begrip><Term>stilte</Term><Definitie><Al>geen geluid</Al></Definitie></Begrip></Begrippenlijst></Inhoud>'
const overview =
  '<Bijlage eId="cmp" wId="w_cmp"><Kop><Label>Bijlage</Label><Nummer>I</Nummer><Opschrift>Overzicht</Opschrift></Kop><Divisietekst eId="cmp__c" wId="w_cmp__c"><Inhoud><Begrippenlijst><Begrip><Term>stiltegebied</Term><Definitie><Al><ExtIoRef eId="ref" wId="w_ref" ref="/join/id/regdata/pv99/2026/proef/nld@2026-03-04;1">/join/id/regdata/pv99/2026/proef/nld@2026-03-04;1</ExtIoRef></Al></Definitie></Begrip></Begrippenlijst></Inhoud></Divisietekst></Bijlage>'

const articles = `<Hoofdstuk eId="h1" wId="w_h1">${kop('Hoofdstuk', '1', 'Algemeen')}<Artikel eId="a1" wId="w_1">${kop('Artikel', '1.1', 'Doel')}${rich}</Artikel><Artikel eId="a2" wId="w_2">${kop('Artikel', '1.2', 'Regels')}<Lid eId="l1" wId="w_l1"><LidNummer>1.</LidNummer><Inhoud><Al>Een.</Al></Inhoud></Lid></Artikel></Hoofdstuk>`
const divisions = `<Divisie eId="d1" wId="w_h1">${kop('Deel', '1', 'Algemeen')}<Divisietekst eId="t1" wId="w_1">${kop('', '1.1', 'Doel')}${rich}</Divisietekst><Divisietekst eId="t2" wId="w_2"><Inhoud><Al>Verder.</Al></Inhoud></Divisietekst></Divisie>`
const attributes = 'componentnaam="main" wordt="/akn/nl/act/pv99/2026/proef/nld@2026-03-04;1"'

/** A delivery as each model is used in: the regulation by itself or inside the besluit that makes it. */
const models: Readonly<Record<string, string>> = {
  RegelingVrijetekst: `<BesluitCompact><RegelingOpschrift><Al>Besluit</Al></RegelingOpschrift><Lichaam><WijzigArtikel eId="I" wId="w_I">${kop('Artikel', 'I', '')}<Wat>Zie <IntRef ref="w_A">bijlage A</IntRef>.</Wat></WijzigArtikel></Lichaam><WijzigBijlage eId="A" wId="w_A"><RegelingVrijetekst ${attributes}><RegelingOpschrift><Al>Proef</Al></RegelingOpschrift><Lichaam>${divisions}</Lichaam>${overview}</RegelingVrijetekst></WijzigBijlage></BesluitCompact>`,
  RegelingCompact: `<RegelingCompact ${attributes}><RegelingOpschrift><Al>Proef</Al></RegelingOpschrift><Lichaam>${articles}</Lichaam>${overview}</RegelingCompact>`,
  RegelingTijdelijkdeel: `<RegelingTijdelijkdeel ${attributes}><RegelingOpschrift><Al>Proef</Al></RegelingOpschrift><Conditie><Artikel eId="c1" wId="w_c1">${kop('Artikel', '0', 'Voorrang')}<Inhoud><Al>Dit gaat voor.</Al></Inhoud></Artikel></Conditie><Lichaam>${articles}</Lichaam>${overview}</RegelingTijdelijkdeel>`,
  RegelingKlassiek: `<BesluitKlassiek><RegelingKlassiek ${attributes}><RegelingOpschrift><Al>Proef</Al></RegelingOpschrift><Aanhef><Considerans><Considerans.al>Gelet op de wet;</Considerans.al></Considerans></Aanhef><Lichaam>${articles}</Lichaam><Sluiting><Al>Vastgesteld.</Al></Sluiting>${overview}</RegelingKlassiek></BesluitKlassiek>`,
}

async function imported(
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ document: Document; text: DocumentText; report: Report }> {
  const target = await temporaryFolder()
  const files = { ...delivery, 'tekst.xml': `<AanleveringBesluit>${text}</AanleveringBesluit>`, ...more }
  const { document, report } = await addDocument(
    { input: await folderOf(files), target, id: 'proef', today: '2026-01-01' },
    silent,
  )
  return { document, text: DocumentText.parse(JSON.parse(await readFile(join(target, document.text ?? ''), 'utf8'))), report }
}

function find(elements: readonly TextElement[], id: string): TextElement | undefined {
  for (const element of elements) {
    const found = element.id === id ? element : find(element.children, id)
    if (found) return found
  }
  return undefined
}

const shape = ({ label, number, heading, children }: TextElement): unknown => [
  `${label} ${number} ${heading}`.trim(),
  ...children.map(shape),
]

describe.each(Object.keys(models))('%s', (model) => {
  test('lists, tables, figures, terms and references come out as blocks; the links lead where they should', async () => {
    const { text, report } = await imported(models[model] ?? '')
    expect(report.skipped).toEqual([])
    const blocks = find(text.elements, 'w_1')?.blocks ?? []
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'table', 'figure', 'terms'])
    const expected: TextBlock[] = [
      {
        kind: 'paragraph',
        runs: [
          { text: 'Zie ' },
          { text: 'verderop', element: 'w_2' },
          { text: ' en het ' },
          { text: 'stiltegebied', layers: ['proef.stiltegebied', 'proef.fietsnetwerk-lijnen', 'proef.fietsnetwerk-punten'] },
          { text: '.' },
        ],
      },
      {
        kind: 'list',
        lead: [{ text: 'Het gaat om:' }],
        items: [
          {
            number: 'a.',
            blocks: [
              { kind: 'paragraph', runs: [{ text: 'rust; en' }] },
              {
                kind: 'list',
                lead: [],
                items: [{ number: '1°.', blocks: [{ kind: 'paragraph', runs: [{ text: 'ruimte.' }] }] }],
              },
            ],
          },
        ],
      },
    ]
    expect(blocks.slice(0, 2)).toEqual(expected)
    expect(blocks[2]).toMatchObject({
      title: [{ text: 'Waarden' }],
      rows: [
        { head: true, cells: [{ columns: 2, rows: 1 }] },
        { head: false, cells: [{ columns: 1 }, { columns: 1, blocks: [{ runs: [{ text: '40 dB' }] }] }] },
      ],
    })
    expect(blocks[3]).toEqual({ kind: 'figure', name: 'kaart.png', caption: [{ text: 'De stilte' }], alternative: 'Een kaart' })
    expect(blocks[4]).toMatchObject({ terms: [{ term: [{ text: 'stilte' }] }] })
  })

  test('the hierarchy has its labels, numbers and headings', async () => {
    const { text } = await imported(models[model] ?? '')
    const first = find(text.elements, 'w_h1')
    expect(first && shape(first)).toEqual(
      model === 'RegelingVrijetekst'
        ? ['Deel 1 Algemeen', ['1.1 Doel'], ['']]
        : ['Hoofdstuk 1 Algemeen', ['Artikel 1.1 Doel'], ['Artikel 1.2 Regels', ['1.']]],
    )
    expect(find(text.elements, 'w_cmp')).toMatchObject({ label: 'Bijlage', number: 'I', heading: 'Overzicht' })
  })
})

test('what stands beside the rules is there too: a condition, a preamble, a closing; the besluit comes last', async () => {
  const all = async (model: string) => JSON.stringify((await imported(models[model] ?? '')).text)
  expect(await all('RegelingTijdelijkdeel')).toContain('Dit gaat voor.')
  expect(await all('RegelingKlassiek')).toMatch(/Gelet op de wet;.*Vastgesteld\./)
  const { text } = await imported(models.RegelingVrijetekst ?? '')
  expect(text.elements.at(-1)).toMatchObject({ kind: 'BesluitCompact', heading: 'Besluit' })
})

const place = (id: string, geometry: string) => object('Gebied', id, references('geometrie', 'GeometrieRef', geometry))
const rule = (id: string, to: string) =>
  object(
    'RegelVoorIedereen',
    id,
    references('artikelOfLid', 'RegeltekstRef', `rt-${id}`) + references('locatieaanduiding', 'LocatieRef', to),
  )
const manifestOw = (...parts: [work: string, file: string][]) =>
  `<Aanleveringen>${parts.map(([work, file]) => `<Aanlevering><WorkIDRegeling>${work}</WorkIDRegeling><Bestand><naam>${file}</naam></Bestand></Aanlevering>`).join('')}</Aanleveringen>`

test('several regulations with the same wIds: each object speaks of the text of its own', async () => {
  const part = (code: string) =>
    `<RegelingTijdelijkdeel componentnaam="${code}" wordt="/akn/nl/act/${code}/2026/deel/nld@2026-01-01;1"><RegelingOpschrift><Al>Deel ${code}</Al></RegelingOpschrift><Lichaam><Artikel eId="art_1" wId="w_art_1">${kop('Artikel', '1', code)}<Inhoud><Al>Geldt in ${code}.</Al></Inhoud></Artikel></Lichaam></RegelingTijdelijkdeel>`
  const ow = (code: string, geometry: string) =>
    owBestand(place(`l-${code}`, geometry), object('Regeltekst', `rt-${code}`, '', 'w_art_1'), rule(code, `l-${code}`))
  const { document, text, report } = await imported(part('gm0001') + part('gm0002'), {
    'manifest-ow.xml': manifestOw(['/akn/nl/act/gm0002/2026/deel', 'ow2.xml'], ['/akn/nl/act/gm0001/2026/deel', 'ow1.xml']),
    'ow1.xml': ow('gm0001', 'a'),
    'ow2.xml': ow('gm0002', 'c'),
  })
  expect(report.skipped.filter(({ subject }) => subject.startsWith('ow'))).toEqual([])
  const [one, two] = ['proef.stiltegebied', 'proef.fietsnetwerk-lijnen'].map((id) =>
    document.layers.find((layer) => layer.id === id),
  )
  expect([one?.passages, two?.passages]).toEqual([['w_art_1'], ['w_art_1~2']])
  expect([find(text.elements, 'w_art_1')?.heading, find(text.elements, 'w_art_1~2')?.heading]).toEqual(['gm0001', 'gm0002'])
  expect(text.governs).toMatchObject({
    w_art_1: [{ layer: 'proef.stiltegebied', zones: ['a'] }],
    'w_art_1~2': [{ layer: 'proef.fietsnetwerk-lijnen' }],
  })
})

test('of a change to a text the new parts are shown, and the report says what is missing', async () => {
  const article = (id: string, words: string, more = '') =>
    `<Artikel eId="${id}" wId="w_${id}"${more}>${kop('Artikel', id, '')}<Inhoud><Al>${words}</Al></Inhoud></Artikel>`
  const { text, report } = await imported(
    `<BesluitCompact><WijzigBijlage eId="A" wId="w_A"><RegelingMutatie componentnaam="m" was="/akn/nl/act/pv99/2026/proef/nld@2025-01-01;1" wordt="/akn/nl/act/pv99/2026/proef/nld@2026-01-01;1">` +
      `<Vervang wat="w_a1"><Wat>Artikel 1 wordt vervangen:</Wat>${article('a1', 'Het was <VerwijderdeTekst>hard</VerwijderdeTekst><NieuweTekst>zacht</NieuweTekst>.')}</Vervang>` +
      `<VoegToe context="w_a1" positie="na">${article('a2', 'Nieuw.', ' wijzigactie="voegtoe"')}</VoegToe>` +
      `<Verwijder wat="w_a3"><Wat>Artikel 3 vervalt:</Wat>${article('a3', 'Weg ermee.')}</Verwijder></RegelingMutatie></WijzigBijlage></BesluitCompact>`,
  )
  const all = JSON.stringify(text)
  expect(all).toContain('Het was zacht.')
  expect(all).toContain('Nieuw.')
  expect(all).not.toMatch(/hard|Weg ermee/)
  expect(text.elements[0]).toMatchObject({ kind: 'RegelingMutatie', heading: 'Wijziging van /akn/nl/act/pv99/2026/proef' })
  expect(report.skipped).toEqual([
    {
      subject: 'text "/akn/nl/act/pv99/2026/proef"',
      reason: expect.stringMatching(
        /^a change to \/akn\/nl\/act\/pv99\/2026\/proef\/nld@2025-01-01;1, not a whole text: 1 parts replaced and 1 added are shown, 1 removed are not; .*import the consolidated version/,
      ),
    },
  ])
})
