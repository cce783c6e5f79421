/** The text of a delivery: structure, blocks, and references that lead somewhere. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentText, type TextBlock, type TextElement } from '#contract/document-text.ts'
import { addDocument } from '#geodata/add.ts'
import { InputError } from '#geodata/importer.ts'
import { silent } from '#geodata/progress.ts'
import { newReport, type Report } from '#geodata/report.ts'
import { deliveredText } from '#geodata/stop-imow/document-text.ts'
import { type TextNode, textVisitor } from '#geodata/stop-imow/text-tree.ts'
import { readXml } from '#geodata/xml.ts'
import { delivery } from './delivery.ts'
import { folderOf, temporaryFolder } from './fixture.ts'

async function read(xml: string): Promise<{ text: DocumentText | undefined; report: Report }> {
  const roots: TextNode[] = []
  async function* chunks() {
    yield Buffer.from(xml)
  }
  await readXml('tekst.xml', chunks(), textVisitor(roots))
  const report = newReport()
  const text = deliveredText(roots)?.read(
    'Proef',
    (work) => (work === '/join/id/regdata/pv99/2026/proef' ? ['proef.stilte'] : []),
    report,
  )
  return { text: text && DocumentText.parse(text), report }
}

const kop = (number: string, heading: string, label = '') =>
  `<Kop>${label ? `<Label>${label}</Label>` : ''}<Nummer>${number}</Nummer><Opschrift>${heading}</Opschrift></Kop>`
const article = (content: string) => `<Artikel eId="art_1" wId="w_art_1">${kop('1', 'Doel', 'Artikel')}${content}</Artikel>`
const overview =
  '<Bijlage eId="cmp_1" wId="w_cmp_1"><Divisietekst eId="cmp_1__c" wId="w_cmp_1__c"><Inhoud><Begrippenlijst><Begrip><Term>stiltegebied</Term><Definitie><Al><ExtIoRef eId="ref_1" wId="w_ref_1" ref="/join/id/regdata/pv99/2026/proef/nld@2026-03-04;1">/join/id/regdata/pv99/2026/proef/nld@2026-03-04;1</ExtIoRef></Al></Definitie></Begrip></Begrippenlijst></Inhoud></Divisietekst></Bijlage>'
const regulation = (content: string, root = 'RegelingCompact') =>
  `<Besluit><BesluitCompact><Lichaam><WijzigArtikel eId="art_I" wId="w_art_I">${kop('I', '')}<Wat>Zie <IntRef ref="cmp_A">bijlage A</IntRef></Wat></WijzigArtikel></Lichaam><WijzigBijlage eId="cmp_A" wId="w_cmp_A"><${root}><RegelingOpschrift><Al>Proef</Al></RegelingOpschrift><Lichaam eId="body" wId="body">${content}</Lichaam>${overview}</${root}></WijzigBijlage></BesluitCompact></Besluit>`

async function blocksOf(content: string): Promise<{ blocks: TextBlock[]; report: Report }> {
  const { text, report } = await read(regulation(article(`<Inhoud>${content}</Inhoud>`)))
  return { blocks: text?.elements[0]?.blocks ?? [], report }
}

const shape = ({ kind, number, heading, children }: TextElement): unknown => [kind, number, heading, children.map(shape)]

test.each(['RegelingVrijetekst', 'RegelingCompact', 'RegelingTijdelijkdeel', 'RegelingKlassiek'])(
  '%s keeps its hierarchy and numbers; the besluit that makes it comes last',
  async (root) => {
    const chapter = `<Conditie><Hoofdstuk eId="chp_1" wId="w_chp_1">${kop('1.', 'Algemeen', 'Hoofdstuk')}${article('<Lid eId="p1" wId="w_p1"><LidNummer>1.</LidNummer><Inhoud><Al>Een.</Al></Inhoud></Lid><Lid eId="p2" wId="w_p2"><LidNummer>2.</LidNummer><Inhoud><Al>Twee.</Al></Inhoud></Lid>')}</Hoofdstuk></Conditie>`
    const { text, report } = await read(regulation(chapter, root))
    expect(report.skipped).toEqual([])
    const lid = (number: string) => ['Lid', number, '', []]
    expect(text?.elements.map(shape)).toEqual([
      ['Hoofdstuk', '1.', 'Algemeen', [['Artikel', '1', 'Doel', [lid('1.'), lid('2.')]]]],
      ['Bijlage', '', '', [['Divisietekst', '', '', []]]],
      [
        'BesluitCompact',
        '',
        '',
        [
          ['WijzigArtikel', 'I', '', []],
          ['WijzigBijlage', '', '', []],
        ],
      ],
    ])
    expect(text?.elements.at(-1)?.children[0]?.blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Zie ' }, { text: 'bijlage A', element: 'w_cmp_A' }] },
    ])
  },
)

test('a besluit alone is a text too; what is no text is none', async () => {
  const { text } = await read(
    `<x><BesluitCompact><Lichaam>${article('<Inhoud><Al>Hallo</Al></Inhoud>')}</Lichaam></BesluitCompact></x>`,
  )
  expect(text?.elements.map(shape)).toEqual([['Artikel', '1', 'Doel', []]])
  expect((await read('<x/>')).text).toBeUndefined()
})

test('links lead to elements, layers and the web; other schemes do not', async () => {
  const { blocks, report } = await blocksOf(
    '<Al>Zie <IntRef ref="art_1">dit <b>artikel</b></IntRef>, het <IntIoRef ref="w_ref_1">stiltegebied</IntIoRef>, <ExtRef ref="https://voorbeeld.nl">de site</ExtRef> of <ExtRef ref="javascript:alert(1)">dat</ExtRef>.</Al>',
  )
  expect(report.skipped).toEqual([])
  expect(blocks).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { text: 'Zie ' },
        { text: 'dit ', element: 'w_art_1' },
        { text: 'artikel', element: 'w_art_1', marks: ['bold'] },
        { text: ', het ' },
        { text: 'stiltegebied', layers: ['proef.stilte'] },
        { text: ', ' },
        { text: 'de site', href: 'https://voorbeeld.nl' },
        { text: ' of dat.' },
      ],
    },
  ])
})

test.each([['IntRef'], ['IntIoRef']])('an %s that leads nowhere is one line, and stays plain text', async (kind) => {
  const { blocks, report } = await blocksOf(`<Al>Zie <${kind} ref="weg">daar</${kind}>.</Al>`)
  expect(blocks).toEqual([{ kind: 'paragraph', runs: [{ text: 'Zie daar.' }] }])
  expect(report.skipped).toEqual([
    { subject: 'text "Proef", "daar"', reason: `${kind} to weg, which is not in it; it stays plain text` },
  ])
})

test('lists in lists, tables with spans, figures by name, boxes and notes are kept', async () => {
  const { blocks } = await blocksOf(
    '<Lijst><Lijstaanhef>Dit:</Lijstaanhef><Li><LiNummer>a.</LiNummer><Al>een</Al><Lijst><Li><LiNummer>1°</LiNummer><Al>diep</Al></Li></Lijst></Li></Lijst>' +
      '<table><title>Tabel</title><tgroup cols="2"><colspec colname="c1"/><colspec colname="c2"/><thead><row><entry namest="c1" nameend="c2"><Al>Kop</Al></entry></row></thead><tbody><row><entry morerows="1"><Al>x</Al></entry><entry/></row></tbody></tgroup></table>' +
      '<Figuur><Illustratie naam="001.png" alt="Een kaart"/><Bijschrift>Kaart</Bijschrift></Figuur>' +
      '<Kadertekst><Kop><Opschrift>Let op</Opschrift></Kop><Groep><Al>CO<sub>2</sub><Noot><NootNummer>1</NootNummer><Al>Gas.</Al></Noot></Al></Groep></Kadertekst>' +
      '<Tussenkop>Verder</Tussenkop><Al><VerwijderdeTekst>oud</VerwijderdeTekst><NieuweTekst>nieuw</NieuweTekst></Al>',
  )
  const paragraph = (text: string) => ({ kind: 'paragraph', runs: [{ text }] })
  expect(blocks).toEqual([
    {
      kind: 'list',
      lead: [{ text: 'Dit:' }],
      items: [
        {
          number: 'a.',
          blocks: [paragraph('een'), { kind: 'list', lead: [], items: [{ number: '1°', blocks: [paragraph('diep')] }] }],
        },
      ],
    },
    {
      kind: 'table',
      title: [{ text: 'Tabel' }],
      rows: [
        { head: true, cells: [{ blocks: [paragraph('Kop')], columns: 2, rows: 1 }] },
        {
          head: false,
          cells: [
            { blocks: [paragraph('x')], columns: 1, rows: 2 },
            { blocks: [], columns: 1, rows: 1 },
          ],
        },
      ],
    },
    { kind: 'figure', name: '001.png', caption: [{ text: 'Kaart' }], alternative: 'Een kaart' },
    {
      kind: 'box',
      title: [{ text: 'Let op' }],
      blocks: [{ kind: 'paragraph', runs: [{ text: 'CO' }, { text: '2', marks: ['sub'] }, { text: ' (Gas.)' }] }],
    },
    { kind: 'heading', runs: [{ text: 'Verder' }] },
    paragraph('nieuw'),
  ])
})

test('a document keeps its text beside its tiles, and loses it when it is replaced', async () => {
  const target = await temporaryFolder()
  const add = async (text: string) => {
    const input = await folderOf({ ...delivery, 'tekst.xml': text })
    return (await addDocument({ input, target, id: 'proef', today: '2026-01-01' }, silent)).document
  }
  const reference = '<Inhoud><Al><IntIoRef ref="w_ref_1">stil</IntIoRef></Al></Inhoud>'
  const first = await add(regulation(article(reference)))
  const text = DocumentText.parse(JSON.parse(await readFile(join(target, first.text ?? ''), 'utf8')))
  expect(text.title).toBe('Proefvisie')
  // Every GIO of this delivery has the same work.
  expect(text.elements[0]?.blocks).toEqual([
    { kind: 'paragraph', runs: [{ text: 'stil', layers: first.layers.map(({ id }) => id) }] },
  ])
  const second = await add(regulation(article('<Inhoud><Al>Anders</Al></Inhoud>')))
  expect(second.text).not.toBe(first.text)
  expect((await readdir(target)).filter((name) => name.endsWith('.json') && name !== 'catalogue.json')).toEqual([second.text])
})

test('a DOCTYPE in a text is refused', async () => {
  await expect(read(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${regulation('')}`)).rejects.toThrow(/DOCTYPE/)
})

test('a mangled text is read as far as it is one, or refused with a reason', async () => {
  const whole = regulation(
    article('<Inhoud><Al>Zie <IntRef ref="art_1">dit</IntRef></Al><Lijst><Li><Al>x</Al></Li></Lijst></Inhoud>'),
  )
  const place = fc.nat(whole.length)
  const put = fc.constantFrom('', '<', '&', '"', '<Al>', '</Al>', '<Lid>', '<table>', '</Artikel>', '<RegelingVrijetekst/>')
  await fc.assert(
    fc.asyncProperty(place, place, put, async (from, to, between) => {
      try {
        await read(whole.slice(0, Math.min(from, to)) + between + whole.slice(Math.max(from, to)))
      } catch (error) {
        expect(error).toBeInstanceOf(InputError)
      }
    }),
    { numRuns: 300 },
  )
})
