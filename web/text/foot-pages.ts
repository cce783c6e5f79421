/** The built-in footer pages, for installations that set no address of their own. What they say must stay true to what the app does. */
import { section } from './index.ts'

interface Part {
  readonly title: string
  readonly text: readonly string[]
  readonly points?: readonly string[]
}
interface Words {
  readonly accessibility: { readonly title: string; readonly lead: string; readonly parts: readonly Part[] }
  readonly privacy: { readonly title: string; readonly lead: string; readonly parts: readonly Part[] }
  readonly contact: {
    readonly title: string
    readonly operator: (name: string) => string
    readonly lead: string
    readonly parts: readonly Part[]
  }
}

export const footPages = section<Words>({
  nl: {
    accessibility: {
      title: 'Toegankelijkheidsverklaring',
      lead: 'Iedereen moet kunnen meedoen. Daarom is Vliegwiel gemaakt volgens WCAG 2.2, niveau AA. Een officiële keuring is nog niet gedaan.',
      parts: [
        {
          title: 'Wat je mag verwachten',
          text: [],
          points: [
            'Alles wat op de kaart kan, kan ook in de lijst: lezen, zoeken, filteren en meedoen.',
            'Alles werkt met het toetsenbord. Een plek kies je met de pijltjestoetsen, of door een dorp of adres te kiezen.',
            'De tekst mag twee keer zo groot, en je kunt tot 400% inzoomen.',
            'Kleur staat nooit alleen: er staat altijd een vorm, pictogram of woord bij.',
            'Wie minder beweging wil, krijgt geen schuivende panelen.',
          ],
        },
        {
          title: 'Wat nog niet goed gaat',
          text: [
            'De kaart zelf is een tekening. Een schermlezer leest haar niet voor; gebruik dan de lijst.',
            'Documenten en kaartlagen van overheden nemen we over zoals ze zijn.',
          ],
        },
        {
          title: 'Werkt er iets niet voor jou?',
          text: [
            'Vertel het ons via de pagina Contact. Zeg erbij welke pagina het was en wat je gebruikt. Dan zoeken we een oplossing.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Privacyverklaring',
      lead: 'Vliegwiel bewaart zo weinig mogelijk over jou. Er zijn geen cookies, geen volgsystemen en geen advertenties.',
      parts: [
        {
          title: 'Wat we bewaren als je meedoet',
          text: ['Een account is niet nodig. Van een bijdrage bewaren we:'],
          points: [
            'wat je schrijft: soort, onderwerp, titel en tekst;',
            'de plek die je aanwijst. Kies je “ongeveer” of “alleen het dorp”, dan zien anderen de precieze plek niet;',
            'je rol (bewoner, organisatie, bedrijf of overheid) en, als je die invult, de naam van je organisatie;',
            'wanneer je de bijdrage plaatste en wijzigde.',
          ],
        },
        {
          title: 'Wat openbaar is',
          text: [
            'Je bijdrage is openbaar: iedereen kan haar lezen, downloaden en gebruiken. Zet er dus geen namen of adressen van jezelf of anderen in.',
          ],
        },
        {
          title: 'Wat op je eigen toestel staat',
          text: ['Je browser bewaart, alleen op dit toestel:'],
          points: [
            'een sleutel per bijdrage. Daarmee kun je haar bewerken of intrekken. Wis je de gegevens van je browser, dan kan dat niet meer;',
            'je concept, en bijdragen die wachten op verbinding;',
            'dat je het welkom hebt gezien.',
          ],
        },
        {
          title: 'Wie er nog meer iets ziet',
          text: [
            'De achtergrondkaart en de suggesties voor adressen komen van PDOK, van de Nederlandse overheid. PDOK ziet dan je internetadres, het stuk kaart dat je bekijkt en het adres dat je intypt.',
            'De server verwerkt je internetadres om je antwoord te geven. We koppelen het niet aan je bijdrage.',
            'Je locatie vragen we alleen als je op “Mijn locatie” drukt. Ze blijft op je toestel, tenzij je haar als plek van je bijdrage verstuurt.',
          ],
        },
        {
          title: 'Wat je kunt doen',
          text: [
            'Je kunt je bijdrage zelf bewerken of intrekken. Lukt dat niet, of staat er iets over jou? Vraag het via de pagina Contact. Je kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.',
          ],
        },
      ],
    },
    contact: {
      title: 'Contact',
      operator: (name) => `Deze site wordt beheerd door ${name}.`,
      lead: 'Heb je een vraag over een participatietraject? Op de pagina “Over dit participatietraject” staat wie verantwoordelijk is en hoe je die bereikt.',
      parts: [
        {
          title: 'Iets wat niet mag',
          text: [
            'Zie je een bijdrage die niet kan, of staat er iets over jou in? Stuur het adres van de bijdrage naar de verantwoordelijke overheid. De beheerder kan haar verbergen.',
          ],
        },
        {
          title: 'Een formele reactie',
          text: [
            'Een bijdrage hier is geen zienswijze, bezwaar of aanvraag. Dat doe je bij de gemeente of provincie, op de manier die in het traject staat.',
          ],
        },
      ],
    },
  },
  en: {
    accessibility: {
      title: 'Accessibility statement',
      lead: 'Everybody must be able to take part. That is why Vliegwiel is made after WCAG 2.2, level AA. It has not been officially audited yet.',
      parts: [
        {
          title: 'What you may expect',
          text: [],
          points: [
            'All that can be done on the map can be done in the list: reading, searching, filtering and taking part.',
            'Everything works with the keyboard. You choose a place with the arrow keys, or by choosing a village or address.',
            'Text may be twice as large, and you can zoom in to 400%.',
            'Colour never stands alone: a shape, an icon or a word comes with it.',
            'Who wants less motion gets no sliding panels.',
          ],
        },
        {
          title: 'What does not go well yet',
          text: [
            'The map itself is a drawing. A screen reader does not read it; use the list instead.',
            'Documents and map layers of governments are shown as they are.',
          ],
        },
        {
          title: 'Does something not work for you?',
          text: ['Tell us by the page Contact. Say which page it was and what you use. Then we look for a solution.'],
        },
      ],
    },
    privacy: {
      title: 'Privacy statement',
      lead: 'Vliegwiel keeps as little as possible about you. There are no cookies, no trackers and no advertisements.',
      parts: [
        {
          title: 'What we keep when you take part',
          text: ['You need no account. Of a contribution we keep:'],
          points: [
            'what you write: kind, topic, title and text;',
            'the place that you point at. If you choose “roughly” or “only the village”, others do not see the exact place;',
            'your role (resident, organisation, company or government) and, if you fill it in, the name of your organisation;',
            'when you placed and changed the contribution.',
          ],
        },
        {
          title: 'What is public',
          text: [
            'Your contribution is public: anybody can read, download and use it. So do not put names or addresses of yourself or others in it.',
          ],
        },
        {
          title: 'What is on your own device',
          text: ['Your browser keeps, on this device only:'],
          points: [
            'a key for each contribution, by which you can edit or withdraw it. If you clear your browser’s data, you no longer can;',
            'your draft, and contributions that wait for a connection;',
            'that you have seen the welcome.',
          ],
        },
        {
          title: 'Who else sees something',
          text: [
            'The background map and the suggestions of addresses come from PDOK, of the Dutch government. PDOK then sees your internet address, the part of the map that you look at and the address that you type.',
            'The server uses your internet address to answer you. We do not link it to your contribution.',
            'We ask for your location only when you press “My location”. It stays on your device, unless you send it as the place of your contribution.',
          ],
        },
        {
          title: 'What you can do',
          text: [
            'You can edit or withdraw your contribution yourself. If that fails, or if something is said about you, ask by the page Contact. You can also complain to the Autoriteit Persoonsgegevens (the Dutch data protection authority).',
          ],
        },
      ],
    },
    contact: {
      title: 'Contact',
      operator: (name) => `This site is run by ${name}.`,
      lead: 'Do you have a question about a consultation? The page “About this consultation” says who is responsible and how to reach them.',
      parts: [
        {
          title: 'Something that is not allowed',
          text: [
            'Do you see a contribution that is not allowed, or does it say something about you? Send its address to the responsible government. The moderator can hide it.',
          ],
        },
        {
          title: 'A formal reaction',
          text: [
            'A contribution here is not a formal view, objection or application. You make those at the municipality or province, in the way that the consultation says.',
          ],
        },
      ],
    },
  },
})
